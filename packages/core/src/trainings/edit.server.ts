import { newId } from '@tessera/db/id.server.ts';
import { lackedFor } from '@tessera/db/prerequisites.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { LockedTraining } from '@tessera/db/seats.server.ts';
import { moveTraining } from '@tessera/db/trainings.server.ts';
import type { z } from 'zod';
import { dayOf } from '../clock/zoned-time.ts';
import { type Acting, type NetworkContext, reach, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { setSeatRules } from '../seats/quotas.server.ts';
import { lockForSeats, promoteWaiting } from '../seats/settle.server.ts';
import { settingOf } from '../settings/registry.ts';
import { holdLevels } from '../translations/hold-levels.server.ts';
import { keepTexts } from '../translations/keep.server.ts';
import { keepHalfDays } from './half-days.server.ts';
import { setJoinLink } from './join.server.ts';
import {
  everyTrainer,
  isAnnounced,
  isEditable,
  isRevisable,
  kindDefaults,
  misplacedSession,
  type TrainingState,
} from './rules.ts';
import { type CapacityChange, type NewTraining, TrainingDetails, type TrainingEdit } from './schema.ts';
import type { TrainingKind } from './terms.ts';

type Details = z.output<typeof TrainingDetails>;

/**
 * Creates a training as a draft; a proposal of an institution manager waits for the coordinator as "submitted".
 * @throws DomainError code_taken, sessions_needed, sessions_out_of_order
 */
export async function createTraining(
  ctx: Acting,
  typed: z.output<typeof NewTraining>,
): Promise<{ trainingId: string }> {
  const input = withSettings(ctx, typed);
  checkSessions(input);
  return { trainingId: await ctx.transaction((tx) => addTraining(tx, ctx, input, {})) };
}

/**
 * As `createTraining`, inside an open transaction, with everything said.
 * @throws DomainError code_taken
 */
export async function addTraining(
  tx: Transaction,
  ctx: Acting,
  input: Details,
  { seriesId = null, id: trainingId = newId() }: { seriesId?: string | null; id?: string },
): Promise<string> {
  const networkId = ctx.network.id;
  const isCoordinator = reach(ctx, 'training.publish').kind === 'network';
  await checkCode(tx, networkId, input.code, null);
  await tx.prisma.training.create({
    data: {
      ...columns(input),
      id: trainingId,
      networkId,
      seriesId,
      capacity: input.capacity,
      state: isCoordinator ? 'draft' : 'submitted',
      createdById: ctx.actor.personId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
  });
  const { ids } = await keepHalfDays(tx, { networkId, trainingId }, input.sessions);
  await writeParts(tx, ctx, trainingId, ids, input);
  await recordEvent(tx, {
    networkId,
    kind: 'training.created',
    object: ['training', trainingId],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload: { code: input.code },
  });
  return trainingId;
}

/** What was left out follows the kind and the settings of the network. */
function withSettings(ctx: Acting, typed: z.output<typeof NewTraining>): Details {
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
  return { ...trainingDefaults(ctx.network, typed.kind), ...(given as Details) };
}

/** The rules of a network that a new training of a kind starts with. */
export function trainingDefaults(network: NetworkContext['network'], kind: TrainingKind) {
  return kindDefaults(kind, {
    timeZone: network.timeZone,
    quotaPerInstitution: settingOf(network, 'training.quota_per_institution'),
    promotion: settingOf(network, 'training.promotion'),
    offerHours: settingOf(network, 'training.offer_hours'),
    cancelDeadlineHours: settingOf(network, 'training.cancel_deadline_hours'),
    attendanceThreshold: settingOf(network, 'training.attendance_threshold'),
    reminderDays: settingOf(network, 'training.reminder_days'),
  });
}

/**
 * Changes a training. What hangs on a half-day stays with it. When the time of one moves, or it is
 * at another place, everyone with a seat is told.
 * @throws DomainError not_found, code_taken, sessions_needed, sessions_out_of_order, half_day_in_use, training_over,
 *   translation_changed
 */
export async function editTraining(ctx: Acting, typed: z.output<typeof TrainingEdit>): Promise<void> {
  checkSessions(typed);
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
    const training = await lockForSeats(tx, place, typed.trainingId);
    await requireTrainingEdit(tx, ctx, typed.trainingId);
    if (!isEditable(training.state as TrainingState)) throw new DomainError('training_over');
    await rewrite(tx, ctx, training, typed);
  });
}

/**
 * Changes a proposal by who made it and proposes it again, also after it was sent back.
 * @throws DomainError not_found, transition_not_possible, code_taken, sessions_needed, sessions_out_of_order,
 *   half_day_in_use, translation_changed
 */
export async function reviseProposal(ctx: Acting, typed: z.output<typeof TrainingEdit>): Promise<void> {
  checkSessions(typed);
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
    const training = await lockForSeats(tx, place, typed.trainingId);
    const found = await tx.prisma.training.findFirst({
      where: { networkId, id: training.id },
      select: { createdById: true, sentBack: { select: { returnedAt: true } } },
    });
    if (!found || found.createdById !== ctx.actor.personId) throw new DomainError('not_found');
    if (!isRevisable(training.state, found.sentBack !== null))
      throw new DomainError('transition_not_possible');
    await rewrite(tx, ctx, training, typed);
    const from = training.state;
    if (from === 'submitted') return;
    await tx.run(moveTraining(networkId, training.id, from, 'submitted', '', ctx.now));
    await recordEvent(tx, {
      networkId,
      kind: 'training.moved_on',
      object: ['training', training.id],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { from, to: 'submitted' },
    });
  });
}

/**
 * Writes what was typed over a locked training, and says whether its time moved, or its place alone: of any half-day that
 * still lies ahead, in an event that people know of. What is postponed is told with its new date.
 */
async function rewrite(
  tx: Transaction,
  ctx: Acting,
  training: LockedTraining,
  typed: z.output<typeof TrainingEdit>,
): Promise<void> {
  const networkId = ctx.network.id;
  const input = { ...typed, timeZone: typed.timeZone ?? training.timeZone };
  await checkCode(tx, networkId, input.code, training.id);
  const where = { networkId, trainingId: training.id };
  const previousVenue = await venueOf(tx, where);
  const { ids, changedEnds, otherRoomEnds } = await keepHalfDays(tx, where, input.sessions);
  const isMoved = changedEnds.length > 0;
  const isAhead = (ends: readonly Date[]) => ends.some((end) => end > ctx.now);
  // A place that is named for the first time is no other one.
  const hasLeftVenue = previousVenue !== '' && previousVenue !== input.venue;
  const isAtOtherVenue = hasLeftVenue && isAhead(input.sessions.map(({ endsAt }) => endsAt));
  await setCapacity(tx, ctx, training, input.capacity);
  // The row of a training marks its texts, so the levels of their languages are held before it changes.
  await holdLevels(tx, ctx.network);
  await tx.prisma.training.updateMany({
    where: { networkId, id: training.id },
    data: {
      ...columns(input),
      ...(isMoved ? { movedAt: ctx.now } : {}),
      sequence: { increment: 1 },
      updatedAt: ctx.now,
    },
  });
  await writeParts(tx, ctx, training.id, ids, input, typed);
  await promoteWaiting(
    tx,
    { networkId, now: ctx.now, actorId: ctx.actor.personId },
    { ...training, ...columns(input), promotion: input.promotion, capacity: input.capacity },
  );
  await recordEvent(tx, {
    networkId,
    kind: kindOfChange(training, {
      isMoved: isAhead(changedEnds),
      isElsewhere: isAtOtherVenue || isAhead(otherRoomEnds),
    }),
    object: ['training', training.id],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload: {
      ...(isMoved ? { previousStartsAt: training.startsAt.toISOString() } : {}),
      ...(isAtOtherVenue ? { previousVenue } : {}),
    },
  });
}

async function venueOf(
  tx: Transaction,
  { networkId, trainingId }: { networkId: string; trainingId: string },
) {
  const where = { networkId, id: trainingId };
  const found = await tx.prisma.training.findFirst({ where, select: { venue: true } });
  return found?.venue ?? '';
}

// The mail about another date names the place as well.
function kindOfChange({ state }: LockedTraining, change: { isMoved: boolean; isElsewhere: boolean }) {
  if (!isAnnounced(state as TrainingState)) return 'training.edited';
  if (change.isMoved) return 'training.rescheduled';
  return change.isElsewhere ? 'training.relocated' : 'training.edited';
}

/**
 * Changes how many seats there are and by which rules they are given. What becomes free goes to those who wait; nobody loses
 * a seat by it.
 * @throws DomainError not_found, quota_twice, quota_unfit
 */
export async function changeCapacity(
  ctx: Acting,
  { trainingId, capacity, ...rules }: z.output<typeof CapacityChange>,
): Promise<{ promoted: number }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
    const training = await lockForSeats(tx, place, trainingId);
    await setCapacity(tx, ctx, training, capacity);
    const ruled = await setSeatRules(tx, ctx, training, rules);
    const promoted = await promoteWaiting(tx, place, { ...ruled, capacity });
    return { promoted };
  });
}

async function setCapacity(
  tx: Transaction,
  ctx: Acting,
  training: LockedTraining,
  capacity: number,
): Promise<void> {
  if (capacity === training.capacity) return;
  const networkId = ctx.network.id;
  const honouredCount = capacity < training.takenCount ? training.takenCount : 0;
  await tx.prisma.training.updateMany({
    where: { networkId, id: training.id },
    data: { capacity, honouredCount, updatedAt: ctx.now },
  });
  await recordEvent(tx, {
    networkId,
    kind: 'training.capacity_changed',
    object: ['training', training.id],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload: { from: training.capacity, to: capacity },
  });
}

/** Coordinators edit every training of the network, trainers their own. */
async function requireTrainingEdit(tx: Transaction, ctx: Acting, trainingId: string): Promise<void> {
  const own = await tx.prisma.trainingTrainer.findFirst({
    where: { networkId: ctx.network.id, trainingId, personId: ctx.actor.personId },
    select: { personId: true },
  });
  requireOn(ctx, 'training.edit', { isOwn: own !== null, objectId: trainingId, isReadable: true });
}

function checkSessions({ sessions, texts }: Pick<Details, 'sessions' | 'texts'>): void {
  if (sessions.length === 0) throw new DomainError('sessions_needed', {}, 'sessions');
  if (texts.length === 0) throw new DomainError('title_needed', {}, 'texts');
  const misplaced = misplacedSession(sessions);
  if (misplaced >= 0)
    throw new DomainError(
      'sessions_out_of_order',
      { number: misplaced + 1 },
      `sessions[${misplaced}].startsAt`,
    );
}

async function checkCode(
  tx: Transaction,
  networkId: string,
  code: string,
  trainingId: string | null,
): Promise<void> {
  const other = await tx.prisma.training.findFirst({
    where: { networkId, code, ...(trainingId ? { id: { not: trainingId } } : {}) },
    select: { id: true },
  });
  if (other) throw new DomainError('code_taken', { code }, 'code');
}

const {
  texts: _texts,
  sessions: _sessions,
  trainerIds: _trainerIds,
  joinUrl: _joinUrl,
  capacity: _capacity,
  ...own
} = TrainingDetails.shape;
const columnNames = Object.keys(own) as (keyof typeof own)[];

// What stands in the row of a training itself; its capacity changes under a rule of its own.
function columns(input: Details) {
  const values = Object.fromEntries(columnNames.map((name) => [name, input[name]]));
  return {
    ...(values as Pick<Details, (typeof columnNames)[number]>),
    startsAt: input.sessions[0]?.startsAt ?? new Date(0),
    endsAt: input.sessions.at(-1)?.endsAt ?? new Date(0),
    hasSessionLimits: input.sessions.some(({ capacity }) => capacity !== null),
  };
}

async function writeParts(
  tx: Transaction,
  ctx: Acting,
  trainingId: string,
  sessionIds: readonly string[],
  input: Details,
  { isMinor, seen }: Pick<z.output<typeof TrainingEdit>, 'isMinor' | 'seen'> = {},
): Promise<void> {
  const networkId = ctx.network.id;
  const where = { networkId, trainingId };
  await setJoinLink(tx, where, input);
  await keepTexts(tx, ctx, { kind: 'training', id: trainingId }, input.texts, {
    isMinor: isMinor ?? false,
    seen,
  });
  const trainerIds = everyTrainer(input);
  await requireReadyTrainers(tx, ctx, trainingId, trainerIds);
  await tx.prisma.trainingTrainer.deleteMany({ where });
  if (trainerIds.length > 0) {
    await tx.prisma.trainingTrainer.createMany({
      data: trainerIds.map((personId) => ({ ...where, personId })),
    });
  }
  const leading = input.sessions.flatMap((session, index) =>
    session.trainerIds.map((personId) => ({ ...where, sessionId: sessionIds[index] ?? '', personId })),
  );
  if (leading.length > 0) await tx.prisma.trainingSessionTrainer.createMany({ data: leading });
}

// Whoever is the trainer already stays; nobody becomes one without what the network asks of trainers.
async function requireReadyTrainers(
  tx: Transaction,
  { network, now }: Acting,
  trainingId: string,
  trainerIds: string[],
): Promise<void> {
  if (trainerIds.length === 0) return;
  const present = await tx.prisma.trainingTrainer.findMany({
    where: { networkId: network.id, trainingId },
    select: { personId: true },
  });
  const known = new Set(present.map(({ personId }) => personId));
  const added = trainerIds.filter((id) => !known.has(id));
  const [lacked] =
    added.length > 0
      ? await tx.run(lackedFor(network.id, added, 'trainer', dayOf(now, network.timeZone)))
      : [];
  if (lacked) throw new DomainError('trainer_lacks_prerequisite', {}, 'trainerIds');
}
