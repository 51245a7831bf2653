import { newId } from '@tessera/db/id.server.ts';
import { lockRelation } from '@tessera/db/mentoring.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { dayOf } from '../clock/zoned-time.ts';
import { type Acting, allows } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type Seal, sealOf } from '../privacy/seal.server.ts';
import { requireMenteesHere, requireRunningPart } from './access.server.ts';
import { note } from './note.server.ts';
import { type DayRefusal, dayRefusal, mayMove, type SessionState, stepsOf } from './rules.ts';
import type { SessionFields, SessionLog } from './schema.ts';

type Log = z.output<typeof SessionLog>;

/**
 * Writes down a session: planned, held, cancelled or missed, of one mentee or of several, with a summary that both sides
 * read and a note that its author alone does. The draft of it is gone with the same commit. Sent twice it is one session,
 * also when the relation has ended between the two.
 * @throws DomainError not_found, relation_ended, relation_not_running, mentee_not_here, day_ahead, day_behind,
 *   day_too_old, transition_not_possible when the planned session is settled, not_allowed for a private note or a planned session of a mentee
 */
export async function logSession(ctx: Acting, input: Log): Promise<{ sessionId: string; isNew: boolean }> {
  const networkId = ctx.network.id;
  const { relationId, nonce, state } = input;
  return ctx.transaction(async (tx) => {
    await tx.run(lockRelation(networkId, relationId));
    const known = await tx.prisma.mentoringSession.findFirst({
      where: { networkId, nonce },
      select: { id: true, relationId: true, loggedById: true },
    });
    if (known) {
      if (known.relationId !== relationId || known.loggedById !== ctx.actor.personId)
        throw new DomainError('not_found');
      return { sessionId: known.id, isNew: false };
    }
    const part = await requireRunningPart(tx, ctx, relationId);
    await requireMenteesHere(tx, ctx, part, relationId, input.menteeIds);
    const isMentor = part.as === 'mentor';
    if (input.privateNote && !(isMentor && allows(ctx, 'note.write', { isOwn: true })))
      throw new DomainError('not_allowed');
    if (input.plannedId && !isMentor) throw new DomainError('not_allowed');
    const refused = refusalOfDay(ctx, input);
    if (refused) throw new DomainError(refused, {}, 'day');
    const sessionId = input.plannedId ?? newId();
    await write(tx, ctx, sessionId, input);
    await tx.prisma.mentoringDraft.deleteMany({
      where: { networkId, relationId, authorPersonId: ctx.actor.personId },
    });
    await note(tx, ctx, 'mentoring.session_logged', ['mentoring_session', sessionId], {
      relationId,
      state,
      count: input.menteeIds.length,
    });
    return { sessionId, isNew: true };
  });
}

async function write(tx: Transaction, ctx: Acting, id: string, input: Log): Promise<void> {
  const networkId = ctx.network.id;
  const { relationId, plannedId, nonce, state } = input;
  const seal = await sealOf(tx, networkId, ctx.now);
  const data = {
    ...rowOf(seal, id, input),
    stepsDone: [],
    nonce,
    loggedById: ctx.actor.personId,
    loggedAt: ctx.now,
    logAskedAt: null,
  };
  if (plannedId) {
    await requirePlanned(tx, networkId, relationId, plannedId, state);
    await tx.prisma.mentoringSession.updateMany({ where: { networkId, id }, data });
  } else await tx.prisma.mentoringSession.create({ data: { ...data, id, networkId, relationId } });
  await writeMentees(tx, networkId, relationId, id, input.menteeIds);
  if (input.privateNote) await writeNote(tx, ctx, seal, id, input.privateNote);
}

/** Why a session cannot have been on the day that its writer names, judged where the writer is. */
export function refusalOfDay(
  ctx: Acting,
  { day, timeZone, state }: Pick<Log, 'day' | 'timeZone' | 'state'>,
): DayRefusal | null {
  return dayRefusal(day, dayOf(ctx.now, timeZone ?? ctx.network.timeZone), state);
}

/** What is stored of the fields of a session. How long it took and how it felt is known of one that was held. */
export function rowOf(seal: Seal, id: string, fields: z.output<typeof SessionFields>) {
  const { state, day, startsAt, minutes, mode, placeKind, interpreterUsed, mood, summary, nextSteps } =
    fields;
  return {
    state,
    day: new Date(day),
    startsAt: state === 'planned' ? startsAt : null,
    minutes: state === 'held' || state === 'planned' ? minutes : null,
    mode,
    placeKind,
    interpreterUsed,
    mood: mood !== null && state === 'held' ? seal('mentoring_session.mood', id, String(mood)) : null,
    sharedSummary: summary ? seal('mentoring_session.shared_summary', id, summary) : null,
    nextSteps: nextSteps ? seal('mentoring_session.next_steps', id, nextSteps) : null,
    steps: stepsOf(nextSteps).length,
  };
}

/** Writes who was in a session, instead of whoever stood there. */
export async function writeMentees(
  tx: Transaction,
  networkId: string,
  relationId: string,
  sessionId: string,
  menteeIds: readonly string[],
): Promise<void> {
  await tx.prisma.mentoringSessionMentee.deleteMany({ where: { networkId, sessionId } });
  await tx.prisma.mentoringSessionMentee.createMany({
    data: [...new Set(menteeIds)].map((menteeId) => ({ networkId, relationId, sessionId, menteeId })),
  });
}

/** Writes the private note of its author about a session, instead of the one before; an empty one takes it away. */
export async function writeNote(
  tx: Transaction,
  ctx: Acting,
  seal: Seal,
  sessionId: string,
  privateNote: string,
): Promise<void> {
  const networkId = ctx.network.id;
  const noteId = newId();
  const authorPersonId = ctx.actor.personId;
  await tx.prisma.mentoringNote.deleteMany({ where: { networkId, sessionId, authorPersonId } });
  if (!privateNote) return;
  await tx.prisma.mentoringNote.create({
    data: {
      id: noteId,
      networkId,
      sessionId,
      authorPersonId,
      noteText: seal('mentoring_note.note_text', noteId, privateNote),
    },
  });
}

async function requirePlanned(
  tx: Transaction,
  networkId: string,
  relationId: string,
  id: string,
  state: SessionState,
): Promise<void> {
  const planned = await tx.prisma.mentoringSession.findFirst({
    where: { networkId, relationId, id },
    select: { state: true },
  });
  if (!planned) throw new DomainError('not_found');
  if (!mayMove('session', planned.state as SessionState, state))
    throw new DomainError('transition_not_possible');
}
