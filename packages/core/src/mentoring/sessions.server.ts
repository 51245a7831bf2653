import { newId } from '@tessera/db/id.server.ts';
import { lockRelation } from '@tessera/db/mentoring.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { allows } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { dayOf } from '../prerequisites/rules.ts';
import { sealOf } from '../privacy/seal.server.ts';
import { requireMenteesHere, requireRunningPart } from './access.server.ts';
import { type Acting, note } from './note.server.ts';
import { dayRefusal, mayMove, type SessionState } from './rules.ts';
import type { SessionLog } from './schema.ts';

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
  const { relationId, nonce, state, day } = input;
  const today = dayOf(ctx.now, input.timeZone ?? ctx.network.timeZone);
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
    const refused = dayRefusal(day, today, state);
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
  const { relationId, plannedId, state, day, minutes, mode, placeKind, interpreterUsed, nonce } = input;
  const { summary, nextSteps, privateNote } = input;
  const seal = await sealOf(tx, networkId, ctx.now);
  const data = {
    state,
    day: new Date(day),
    minutes,
    mode,
    placeKind,
    interpreterUsed,
    nonce,
    sharedSummary: summary ? seal('mentoring_session.shared_summary', id, summary) : null,
    nextSteps: nextSteps ? seal('mentoring_session.next_steps', id, nextSteps) : null,
    loggedById: ctx.actor.personId,
    loggedAt: ctx.now,
    logAskedAt: null,
  };
  if (plannedId) {
    await requirePlanned(tx, networkId, relationId, plannedId, state);
    await tx.prisma.mentoringSession.updateMany({ where: { networkId, id }, data });
    await tx.prisma.mentoringSessionMentee.deleteMany({ where: { networkId, sessionId: id } });
  } else await tx.prisma.mentoringSession.create({ data: { ...data, id, networkId, relationId } });
  await tx.prisma.mentoringSessionMentee.createMany({
    data: [...new Set(input.menteeIds)].map((menteeId) => ({
      networkId,
      relationId,
      sessionId: id,
      menteeId,
    })),
  });
  if (!privateNote) return;
  const noteId = newId();
  const authorPersonId = ctx.actor.personId;
  await tx.prisma.mentoringNote.deleteMany({ where: { networkId, sessionId: id, authorPersonId } });
  await tx.prisma.mentoringNote.create({
    data: {
      id: noteId,
      networkId,
      sessionId: id,
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
