import { newId } from '@tessera/db/id.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { type Opened, readConfidential, sealOf } from '../privacy/seal.server.ts';
import { requirePart, requireRunningPart } from './access.server.ts';
import { note } from './note.server.ts';
import type { Draft } from './schema.ts';

export type StoredDraft = { version: number; body: string; updatedAt: Date };
export type DraftAnswer =
  | { state: 'saved'; version: number }
  /** Another device wrote in the meantime: both texts, and its reader decides. */
  | { state: 'conflict'; stored: StoredDraft; sent: string };

/**
 * Keeps what somebody is writing about a session. Of two devices that go on from the same version the second is answered
 * with both texts, and nothing is lost. It leaves one event when it begins: one for each key would drown the trail.
 * @throws DomainError not_found, relation_ended, relation_not_running
 */
export async function saveDraft(
  ctx: Acting,
  { relationId, version, body }: z.output<typeof Draft>,
): Promise<DraftAnswer> {
  const networkId = ctx.network.id;
  const authorPersonId = ctx.actor.personId;
  return ctx.transaction(async (tx): Promise<DraftAnswer> => {
    await requireRunningPart(tx, ctx, relationId);
    const stored = await tx.prisma.mentoringDraft.findFirst({
      where: { networkId, relationId, authorPersonId },
      select: { id: true, version: true, body: true, updatedAt: true },
    });
    if (stored && stored.version !== version) {
      const { 'mentoring_draft.body': opened } = await readConfidential(tx, {
        networkId,
        actorId: authorPersonId,
        at: ctx.now,
        right: 'own',
        object: ['mentoring_draft', stored.id],
        subjectPersonId: null,
        fields: { 'mentoring_draft.body': stored.body },
      });
      return {
        state: 'conflict',
        stored: { version: stored.version, body: textOf(opened) ?? '', updatedAt: stored.updatedAt },
        sent: body,
      };
    }
    const id = stored?.id ?? newId();
    const seal = await sealOf(tx, networkId, ctx.now);
    const data = {
      body: seal('mentoring_draft.body', id, body),
      version: (stored?.version ?? 0) + 1,
      updatedAt: ctx.now,
    };
    if (stored) await tx.prisma.mentoringDraft.updateMany({ where: { networkId, id }, data });
    else {
      await tx.prisma.mentoringDraft.create({ data: { ...data, id, networkId, relationId, authorPersonId } });
      await note(tx, ctx, 'mentoring.draft_begun', ['mentoring_draft', id], { relationId });
    }
    return { state: 'saved', version: data.version };
  });
}

/**
 * Throws away what somebody was writing about a relation.
 * @throws DomainError not_found, relation_ended
 */
export async function discardDraft(ctx: Acting, relationId: string): Promise<void> {
  const networkId = ctx.network.id;
  const authorPersonId = ctx.actor.personId;
  await ctx.transaction(async (tx) => {
    await requirePart(tx, ctx, relationId);
    const where = { networkId, relationId, authorPersonId };
    const draft = await tx.prisma.mentoringDraft.findFirst({ where, select: { id: true } });
    if (!draft) return;
    await tx.prisma.mentoringDraft.deleteMany({ where });
    await note(tx, ctx, 'mentoring.draft_discarded', ['mentoring_draft', draft.id], { relationId });
  });
}

/** The words of a sealed field; null when it is empty or can be opened no more. */
export function textOf(opened: Opened | undefined): string | null {
  return opened?.state === 'open' ? opened.text : null;
}
