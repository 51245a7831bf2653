import { participationOf } from '@tessera/db/exchange.server.ts';
import { notedFollowUps, presentReaders } from '@tessera/db/follow-ups.server.ts';
import { notedReminders } from '@tessera/db/reminders.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type OwnSeatLine, seatsOfTraining, sessionLimits } from '@tessera/db/seats.server.ts';
import {
  calendarOf,
  catalogue as catalogueStatement,
  nextTrainingsOf,
  type TrainingPage,
  trainingPage as trainingPageStatement,
} from '@tessera/db/trainings.server.ts';
import type { z } from 'zod';
import { type Acting, allows, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { participationFigures } from '../exchange/rules.ts';
import { can, objectsOf } from '../permissions.ts';
import { followUpLines } from '../reminders/after.ts';
import { reminderLines } from '../reminders/rules.ts';
import { ownSeatsStatement } from '../seats/queries.server.ts';
import { heldPerQuota, isFitting } from '../seats/rules.ts';
import { documentation } from './move.server.ts';
import {
  cancelDeadline,
  documentationGaps,
  isEditable,
  isRevisable,
  movesFrom,
  periodOf,
  registrationWindow,
  type TrainingState,
} from './rules.ts';
import type { CatalogueFilter } from './schema.ts';

export const pageSize = 50;

/** One page of the trainings that the reader may see: the network's own, and those that partners share. */
export async function catalogue(ctx: NetworkContext, filter: z.output<typeof CatalogueFilter>) {
  const { q, theme, mode, kind, language, place, free, sort, page } = filter;
  const { when, from, to } = periodOf(filter);
  const order = sort === 'date' && when === 'past' ? 'date_desc' : sort;
  const canSeeDrafts = reach(ctx, 'training.edit').kind === 'network';
  const rows = await ctx.transaction((tx) =>
    tx.run(
      catalogueStatement(
        order,
        ctx.network.id,
        ctx.language,
        ctx.now,
        q,
        theme,
        mode,
        kind,
        language,
        when,
        free,
        canSeeDrafts,
        pageSize,
        (page - 1) * pageSize,
        place,
        from,
        to,
      ),
    ),
  );
  const total = rows[0]?.total ?? 0;
  return {
    now: ctx.now,
    total,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    trainings: rows.map(({ total: _total, ...row }) => ({
      ...row,
      window: registrationWindow({ ...row, state: row.state as TrainingState }, ctx.now),
    })),
  };
}

/** How many trainings to come the page of a network names. */
const mostNext = 4;

/** The next trainings that are open for registration, or will be. */
export async function nextTrainings(ctx: NetworkContext) {
  const [rows] = await ctx.ask([nextTrainingsQuestion(ctx)]);
  return rows.map((row) => ({
    ...row,
    window: registrationWindow({ ...row, state: row.state as TrainingState }, ctx.now),
  }));
}

/** What `nextTrainings` asks. */
export function nextTrainingsQuestion(ctx: NetworkContext) {
  return nextTrainingsOf(ctx.network.id, ctx.language, ctx.now, mostNext);
}

/**
 * A training with its half-days; trainers for members, and those who agreed for everyone.
 * @throws DomainError not_found for what does not exist, is not public, or belongs to another network
 */
export async function trainingPage(ctx: NetworkContext, trainingId: string) {
  const [[row]] = await ctx.ask([trainingPageStatement(trainingId, ctx.language, ctx.network.id)]);
  return viewOf(ctx, row);
}

export type TrainingView = Awaited<ReturnType<typeof trainingPage>>;

/**
 * A training as `trainingPage`, with the reader's own seats in it; none for who may not ask for seats.
 * @throws DomainError not_found
 */
export async function trainingWithSeats(ctx: NetworkContext, trainingId: string) {
  const [[row], seats = []] = await ctx.ask<[TrainingPage, OwnSeatLine]>(
    trainingWithSeatsQuestions(ctx, trainingId) as never,
  );
  return { training: viewOf(ctx, row), seats };
}

/** What `trainingWithSeats` asks: the training, and the seats of who may have some. */
export function trainingWithSeatsQuestions(ctx: NetworkContext, trainingId: string) {
  const { actor } = ctx;
  const page = trainingPageStatement(trainingId, ctx.language, ctx.network.id);
  const mayHaveSeats = actor && can(ctx.grants, 'registration.read');
  return mayHaveSeats ? [page, ownSeatsStatement({ ...ctx, actor }, trainingId)] : [page];
}

/** As `trainingPage`, inside an open transaction. */
export async function readTraining(tx: Transaction, ctx: NetworkContext, trainingId: string) {
  const [row] = await tx.run(trainingPageStatement(trainingId, ctx.language, ctx.network.id));
  return viewOf(ctx, row);
}

function viewOf(ctx: NetworkContext, row: TrainingPage | undefined) {
  // A training shows under the address of the network that owns it, and of one that it is shared with.
  if (!row || (row.networkId !== ctx.network.id && row.takesGuests === null))
    throw new DomainError('not_found');
  const isOwn = row.networkId === ctx.network.id;
  const isDraft = ['draft', 'submitted', 'archived'].includes(row.state);
  const isInReach =
    ['network', 'own'].includes(reach(ctx, 'training.edit').kind) ||
    objectsOf(ctx.grants, 'training.edit').includes(row.id);
  const isProposer = isOwn && row.createdById !== null && row.createdById === ctx.actor?.personId;
  const canRevise = isProposer && isRevisable(row.state, row.returnReason !== null);
  if (isDraft && !isInReach && !canRevise) throw new DomainError('not_found');
  const { texts, sessions, quotas, networkId: _networkId, takesGuests, createdById: _, ...rest } = row;
  const { state, returnReason, series, ...training } = rest;
  const text = texts[0];
  if (!text) throw new DomainError('not_found');
  const isTrainer = row.trainers.some(({ id }) => id === ctx.actor?.personId);
  return {
    ...training,
    state: state as TrainingState,
    isOwn,
    /** Whether a partner network takes institutions of this one */
    takesGuests: !isOwn && takesGuests === true,
    isTrainer,
    canRevise,
    /** Why a proposal went back, while it waits for its change */
    returnReason: state === 'draft' ? returnReason : null,
    canEdit:
      isOwn &&
      isEditable(state as TrainingState) &&
      allows(ctx, 'training.edit', { isOwn: isTrainer, objectId: row.id }),
    title: text.title,
    summary: text.summary,
    outcomes: text.outcomes,
    textLanguage: text.language,
    textOrigin: text.origin === 'machine' ? ('machine' as const) : ('human' as const),
    texts,
    sessions: sessions.map(({ startsAt, endsAt, ...session }) => ({
      ...session,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    })),
    // What was a quota before the training changed its modes or languages says nothing any more.
    quotas: quotas
      .filter((quota) => isFitting(quota, row))
      .map((quota) => ({ ...quota, releaseAt: quota.releaseAt === null ? null : new Date(quota.releaseAt) })),
    series: series.map(({ id, ...date }) => ({
      id,
      startsAt: new Date(date.startsAt),
      endsAt: new Date(date.endsAt),
    })),
    free: Math.max(0, row.capacity - row.takenCount),
    window: registrationWindow({ ...row, state: state as TrainingState }, ctx.now),
    cancelDeadline: cancelDeadline(row),
    now: ctx.now,
  };
}

/** The coordinator's view of one training: every seat, the line with positions, and what can be done next. */
export async function manageTraining(ctx: Acting, trainingId: string) {
  return ctx.transaction(async (tx) => {
    const [training, seats, found, noted, followed, [present], participation, limits] = await Promise.all([
      readTraining(tx, ctx, trainingId),
      tx.run(seatsOfTraining(ctx.network.id, trainingId, ctx.language)),
      documentation(tx, ctx.network, trainingId),
      tx.run(notedReminders(ctx.network.id, trainingId)),
      tx.run(notedFollowUps(ctx.network.id, trainingId)),
      tx.run(presentReaders(ctx.network.id, trainingId)),
      tx.run(participationOf(ctx.network.id, trainingId, ctx.language)),
      tx.run(sessionLimits(ctx.network.id, trainingId)),
    ]);
    if (!training.isOwn) throw new DomainError('not_found');
    const { readers, isMarked } = present ?? { readers: 0, isMarked: false };
    const quotas = heldPerQuota(training.quotas, seats);
    return {
      training: { ...training, quotas, sessionLimits: limits },
      seats,
      moves: movesFrom(training.state),
      gaps: documentationGaps(found),
      reminders: reminderLines(training, noted, ctx.now),
      followUps: { readers, lines: followUpLines({ ...training, readers, isMarked }, followed, ctx.now) },
      participation: participationFigures(participation),
    };
  });
}

/** The half-days of published trainings between two instants, own and shared, for a month's page and for feeds. */
export async function calendarEntries(
  ctx: NetworkContext,
  from: Date,
  to: Date,
  trainingId: string | null = null,
) {
  const rows = await ctx.transaction((tx) =>
    tx.run(calendarOf(ctx.network.id, ctx.language, from, to, trainingId)),
  );
  return rows.map((row) => ({
    ...row,
    sessions: row.sessions.map((session) => ({
      ...session,
      startsAt: new Date(session.startsAt),
      endsAt: new Date(session.endsAt),
    })),
  }));
}
