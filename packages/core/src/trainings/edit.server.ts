import { newId } from '@tessera/db/id.server.ts';
import { lackedFor } from '@tessera/db/prerequisites.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { lockTraining } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import { type Actor, type NetworkContext, reach, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { dayOf } from '../prerequisites/rules.ts';
import { lockForSeats, promoteWaiting } from '../seats/settle.server.ts';
import { settingOf } from '../settings/registry.ts';
import { isEditable, misplacedSession, type TrainingState } from './rules.ts';
import type { CapacityChange, NewTraining, TrainingDetails, TrainingEdit } from './schema.ts';

type Acting = NetworkContext & { actor: Actor };
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
  const networkId = ctx.network.id;
  const trainingId = newId();
  const isCoordinator = reach(ctx, 'training.publish').kind === 'network';
  await ctx.transaction(async (tx) => {
    await checkCode(tx, networkId, input.code, null);
    await tx.prisma.training.create({
      data: {
        ...columns(input),
        id: trainingId,
        networkId,
        capacity: input.capacity,
        timeZone: ctx.network.timeZone,
        state: isCoordinator ? 'draft' : 'submitted',
        createdById: ctx.actor.personId,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
    });
    await writeParts(tx, ctx, trainingId, input);
    await recordEvent(tx, {
      networkId,
      kind: 'training.created',
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { code: input.code },
    });
  });
  return { trainingId };
}

/** What was left out follows the settings of the network. */
function withSettings(ctx: Acting, typed: z.output<typeof NewTraining>): Details {
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
  return { ...trainingDefaults(ctx.network), ...(given as Details) };
}

/** The rules of a network that a new training starts with. */
export function trainingDefaults(network: NetworkContext['network']) {
  return {
    quotaPerInstitution: settingOf(network, 'training.quota_per_institution'),
    promotion: settingOf(network, 'training.promotion'),
    offerHours: settingOf(network, 'training.offer_hours'),
    cancelDeadlineHours: settingOf(network, 'training.cancel_deadline_hours'),
    attendanceThreshold: settingOf(network, 'training.attendance_threshold'),
  };
}

/**
 * Changes a training. Half-days keep their identity by their order, so attendance stays with them. When the time moves,
 * everyone with a seat is told.
 * @throws DomainError not_found, code_taken, sessions_needed, sessions_out_of_order, training_over
 */
export async function editTraining(ctx: Acting, input: z.output<typeof TrainingEdit>): Promise<void> {
  checkSessions(input);
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
    const training = await lockForSeats(tx, place, input.trainingId);
    await requireTrainingEdit(tx, ctx, input.trainingId);
    if (!isEditable(training.state as TrainingState)) throw new DomainError('training_over');
    await checkCode(tx, networkId, input.code, input.trainingId);
    const first = input.sessions[0];
    const isMoved = first?.startsAt.getTime() !== training.startsAt.getTime();
    await setCapacity(tx, ctx, training, input.capacity);
    await tx.prisma.training.updateMany({
      where: { networkId, id: input.trainingId },
      data: { ...columns(input), sequence: { increment: 1 }, updatedAt: ctx.now },
    });
    await writeParts(tx, ctx, input.trainingId, input);
    await promoteWaiting(tx, place, {
      ...training,
      ...columns(input),
      promotion: input.promotion,
      capacity: input.capacity,
    });
    await recordEvent(tx, {
      networkId,
      kind: isMoved && training.state !== 'draft' ? 'training.rescheduled' : 'training.edited',
      object: ['training', input.trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: isMoved ? { previousStartsAt: training.startsAt.toISOString() } : {},
    });
  });
}

/**
 * Changes the number of seats. Raising it gives the new seats to those who wait; lowering it takes no seat from anyone.
 * @throws DomainError not_found
 */
export async function changeCapacity(
  ctx: Acting,
  input: z.output<typeof CapacityChange>,
): Promise<{ promoted: number }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
    const training = await lockForSeats(tx, place, input.trainingId);
    await setCapacity(tx, ctx, training, input.capacity);
    const promoted = await promoteWaiting(tx, place, { ...training, capacity: input.capacity });
    return { promoted };
  });
}

type Locked = NonNullable<ReturnType<typeof lockTraining>['row']>;

async function setCapacity(tx: Transaction, ctx: Acting, training: Locked, capacity: number): Promise<void> {
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

function checkSessions({ sessions, texts }: Details): void {
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

function columns(input: Details) {
  const {
    code,
    kind,
    theme,
    audience,
    mode,
    venue,
    languages,
    quotaPerInstitution,
    quotaReleaseAt,
    promotion,
  } = input;
  const { offerHours, regOpensAt, regClosesAt, cancelDeadlineHours, workloadMinutes, attendanceThreshold } =
    input;
  const { attendanceMeasure, needsEvaluation, certificateMonths, assessment, eqfLevel } = input;
  return {
    code,
    kind,
    theme,
    audience,
    mode,
    venue,
    languages,
    quotaPerInstitution,
    quotaReleaseAt,
    promotion,
    offerHours,
    regOpensAt,
    regClosesAt,
    cancelDeadlineHours,
    workloadMinutes,
    attendanceThreshold,
    attendanceMeasure,
    needsEvaluation,
    certificateMonths,
    assessment,
    eqfLevel,
    visibility: input.visibility,
    startsAt: input.sessions[0]?.startsAt ?? new Date(0),
    endsAt: input.sessions.at(-1)?.endsAt ?? new Date(0),
  };
}

async function writeParts(tx: Transaction, ctx: Acting, trainingId: string, input: Details): Promise<void> {
  const networkId = ctx.network.id;
  const where = { networkId, trainingId };
  await tx.prisma.trainingText.deleteMany({ where });
  await tx.prisma.trainingText.createMany({ data: input.texts.map((text) => ({ ...where, ...text })) });
  const existing = await tx.prisma.trainingSession.findMany({
    where,
    orderBy: { startsAt: 'asc' },
    select: { id: true },
  });
  for (const [index, session] of input.sessions.entries()) {
    const id = existing[index]?.id;
    if (id) await tx.prisma.trainingSession.updateMany({ where: { networkId, id }, data: session });
    else await tx.prisma.trainingSession.create({ data: { ...where, id: newId(), ...session } });
  }
  const surplus = existing.slice(input.sessions.length).map(({ id }) => id);
  if (surplus.length > 0) {
    const marked = await tx.prisma.attendanceRecord.findFirst({
      where: { networkId, sessionId: { in: surplus } },
    });
    if (marked) throw new DomainError('sessions_needed', {}, 'sessions');
    await tx.prisma.trainingSession.deleteMany({ where: { networkId, id: { in: surplus } } });
  }
  await requireReadyTrainers(tx, ctx, trainingId, input.trainerIds);
  await tx.prisma.trainingTrainer.deleteMany({ where });
  if (input.trainerIds.length > 0) {
    await tx.prisma.trainingTrainer.createMany({
      data: input.trainerIds.map((personId) => ({ ...where, personId })),
    });
  }
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
