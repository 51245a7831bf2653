import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { lockAny, note } from './access.server.ts';
import type { OwnStoryConsent, StoryConsentFor } from './schema.ts';

/**
 * One's own answer to the story as it stands, or the end of it. With the end the story is gone from the public pages in
 * the same transaction; no reason is asked.
 * @throws DomainError not_found for whoever is not in the team, wording_changed when the story has changed
 */
export async function answerStory(
  ctx: Acting,
  { initiativeId, version, answer }: z.output<typeof OwnStoryConsent>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { id } = await member(tx, ctx, initiativeId, { personId: ctx.actor.personId });
    await keep(tx, ctx, { initiativeId, menteeId: id, version, answer, how: 'digital' });
  });
}

/**
 * The same for somebody without a login: the institution that acts for them, or the coordinator.
 * @throws DomainError not_found, mentee_answers_themselves, wording_changed
 */
export async function answerStoryFor(
  ctx: Acting,
  { initiativeId, menteeId, version, answer, how }: z.output<typeof StoryConsentFor>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { institutionId, personId } = await member(tx, ctx, initiativeId, { id: menteeId });
    requireOn(ctx, 'mentee.add', { institutionId });
    if (personId && answer !== 'withdraw') throw new DomainError('mentee_answers_themselves');
    await keep(tx, ctx, { initiativeId, menteeId, version, answer, how });
  });
}

async function member(
  tx: Transaction,
  ctx: Acting,
  initiativeId: string,
  who: { personId: string } | { id: string },
) {
  const found = await tx.prisma.initiativeMember.findFirst({
    where: { networkId: ctx.network.id, initiativeId, mentee: who },
    select: { mentee: { select: { id: true, institutionId: true, personId: true } } },
  });
  if (!found) throw new DomainError('not_found');
  return found.mentee;
}

type Answer = {
  initiativeId: string;
  menteeId: string;
  version: number;
  answer: 'give' | 'refuse' | 'withdraw';
  how: string;
};

const states = { give: 'given', refuse: 'refused', withdraw: 'withdrawn' } as const;

async function keep(
  tx: Transaction,
  ctx: Acting,
  { initiativeId, menteeId, version, answer, how }: Answer,
): Promise<void> {
  const locked = await lockAny(tx, ctx, initiativeId);
  // What was read is what is agreed to; no is no to any version.
  if (answer === 'give' && locked.version !== version) throw new DomainError('wording_changed');
  await tx.prisma.initiativeMember.updateMany({
    where: { networkId: ctx.network.id, initiativeId, menteeId },
    data: {
      consentState: states[answer],
      consentVersion: answer === 'give' ? version : null,
      consentLanguage: ctx.language,
      consentHow: how,
      decidedAt: ctx.now,
      recordedById: ctx.actor.personId,
    },
  });
  await note(tx, ctx, 'initiative.consent_answered', initiativeId, { state: states[answer], version });
}
