import { lockPlaces } from '@tessera/db/asks.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { lockRelation } from '@tessera/db/mentoring.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { sealOf } from '../privacy/seal.server.ts';
import { partIn } from './access.server.ts';
import { note } from './note.server.ts';
import { openAsksOf } from './rules.ts';
import type { NewAsk } from './schema.ts';

/**
 * Asks the coordinator in words, about one relation or in general. One is open at a time: the same again is the same ask
 * with the newer words, and a new one takes the place of one that is answered.
 * @throws DomainError not_found, relation_ended, not_allowed for what others ask, state_changed when another is open
 */
export async function askInWords(
  ctx: Acting,
  { relationId, what, words }: z.output<typeof NewAsk>,
): Promise<{ askId: string }> {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  return ctx.transaction(async (tx) => {
    const as = relationId ? await partOf(tx, ctx, relationId) : await placeOf(tx, ctx);
    if (!openAsksOf(as, relationId !== null).includes(what)) throw new DomainError('not_allowed');
    const before = await tx.prisma.mentoringAsk.findFirst({
      where: { networkId, relationId, personId },
      select: { id: true, what: true, answer: true },
    });
    if (before?.answer === null) {
      if (before.what !== what) throw new DomainError('state_changed');
      if (words) await rewrite(tx, ctx, before.id, words);
      return { askId: before.id };
    }
    await tx.prisma.mentoringAsk.deleteMany({ where: { networkId, relationId, personId } });
    const askId = newId();
    const seal = await sealOf(tx, networkId, ctx.now);
    const askWords = words ? seal('mentoring_ask.ask_words', askId, words) : null;
    await tx.prisma.mentoringAsk.create({
      data: { id: askId, networkId, relationId, personId, what, askWords, askedAt: ctx.now },
    });
    await note(tx, ctx, 'mentoring.asked', ['mentoring_ask', askId], { askId });
    return { askId };
  });
}

// The words that came last stand, unless a coordinator answered the ones before in this moment.
async function rewrite(tx: Transaction, ctx: Acting, id: string, words: string): Promise<void> {
  const networkId = ctx.network.id;
  const seal = await sealOf(tx, networkId, ctx.now);
  const { count } = await tx.prisma.mentoringAsk.updateMany({
    where: { networkId, id, answer: null },
    data: { askWords: seal('mentoring_ask.ask_words', id, words) },
  });
  if (count === 0) throw new DomainError('state_changed');
}

// Behind the lock of the relation, so that no ask comes after its end.
async function partOf(tx: Transaction, ctx: Acting, relationId: string) {
  await tx.run(lockRelation(ctx.network.id, relationId));
  return (await partIn(tx, ctx, relationId)).as;
}

// Whoever is both asks as a mentor.
async function placeOf(tx: Transaction, ctx: Acting) {
  const places = await tx.run(lockPlaces(ctx.network.id, ctx.actor.personId));
  if (places.length === 0) throw new DomainError('not_found');
  return places.some(({ isMentor }) => isMentor) ? 'mentor' : 'mentee';
}
