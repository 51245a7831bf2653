import { type LogFormRow, logFormOf, type SessionRow, writtenSession } from '@tessera/db/mentoring.server.ts';
import type { z } from 'zod';
import { type Acting, allows } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { readConfidential, sealOf } from '../privacy/seal.server.ts';
import { requireMenteesHere, requirePart, requireRunningPart } from './access.server.ts';
import { textOf } from './drafts.server.ts';
import { note } from './note.server.ts';
import { openSessions } from './page.server.ts';
import { stepsStillDone } from './rules.ts';
import type { Correction } from './schema.ts';
import { refusalOfDay, rowOf, writeMentees, writeNote } from './sessions.server.ts';

/**
 * Corrects an entry of one's own while the relation is under way. A step that reads as before keeps its tick, and
 * everybody sees that it was corrected.
 * @throws DomainError not_found, relation_ended, relation_not_running, mentee_not_here, not_allowed,
 *   transition_not_possible for a session that is planned, day_ahead, day_too_old
 */
export async function correctSession(ctx: Acting, input: z.output<typeof Correction>): Promise<void> {
  const networkId = ctx.network.id;
  const { relationId, entryId, ...fields } = input;
  await ctx.transaction(async (tx) => {
    const part = await requireRunningPart(tx, ctx, relationId);
    const [written] = await tx.run(writtenSession(networkId, relationId, entryId, ctx.actor.personId));
    if (!written?.isOwn) throw new DomainError('not_found');
    if (written.state === 'planned' || fields.state === 'planned')
      throw new DomainError('transition_not_possible');
    await requireMenteesHere(tx, ctx, part, relationId, fields.menteeIds);
    const mayNote = part.as === 'mentor' && allows(ctx, 'note.write', { isOwn: true });
    if (fields.privateNote && !mayNote) throw new DomainError('not_allowed');
    const refused = refusalOfDay(ctx, fields);
    if (refused) throw new DomainError(refused, {}, 'day');
    const { 'mentoring_session.next_steps': before } = await readConfidential(tx, {
      networkId,
      actorId: ctx.actor.personId,
      at: ctx.now,
      right: part.as === 'mentor' ? 'assigned' : 'own',
      object: ['mentoring_session', entryId],
      subjectPersonId: written.subjectPersonId,
      fields: { 'mentoring_session.next_steps': written.nextSteps },
    });
    const seal = await sealOf(tx, networkId, ctx.now);
    await tx.prisma.mentoringSession.updateMany({
      where: { networkId, id: entryId },
      data: {
        ...rowOf(seal, entryId, fields),
        stepsDone: stepsStillDone(textOf(before), fields.nextSteps, written.stepsDone),
        correctedAt: ctx.now,
      },
    });
    await writeMentees(tx, networkId, relationId, entryId, fields.menteeIds);
    if (mayNote) await writeNote(tx, ctx, seal, entryId, fields.privateNote);
    await note(tx, ctx, 'mentoring.session_corrected', ['mentoring_session', entryId], {
      relationId,
      state: fields.state,
    });
  });
}

/**
 * One's own entry as the form of its correction begins, with the mentees of the relation.
 * @throws DomainError not_found, relation_ended
 */
export async function ownEntry(ctx: Acting, relationId: string, entryId: string) {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  return ctx.transaction(async (tx) => {
    const part = await requirePart(tx, ctx, relationId);
    const [[form], [row]] = await tx.runAll<[LogFormRow, SessionRow]>([
      logFormOf(networkId, relationId, personId, ctx.language),
      writtenSession(networkId, relationId, entryId, personId),
    ]);
    if (!form || !row?.isOwn || row.state === 'planned') throw new DomainError('not_found');
    const isMentor = part.as === 'mentor';
    const [entry] = await openSessions(tx, ctx, isMentor ? 'assigned' : 'own', [row]);
    if (!entry) throw new DomainError('not_found');
    return {
      entry,
      as: part.as,
      mentees: form.mentees.filter(({ id }) => isMentor || id === part.menteeId),
      now: ctx.now,
      timeZone: ctx.network.timeZone,
    };
  });
}
