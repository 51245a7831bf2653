import { ownAskRows } from '@tessera/db/asks.server.ts';
import type { Acting } from '../context.server.ts';
import { type Ask, type AskOutcome, isLiving, openAsksOf, relationStates } from './rules.ts';

const living = relationStates.filter(isLiving);

/**
 * What the actor has asked the coordinator, how far it is, and about what they can ask: each living relation, and in
 * general as long as they have a place – and whether anybody is there to answer, who has no part in it. No text is opened.
 */
export async function ownAsks(ctx: Acting) {
  const [[row]] = await ctx.ask([ownAskRows(ctx.network.id, ctx.actor.personId, living)]);
  const { relations = [], asks = [], isMentor = false, isMentee = false, hasAnswerer = false } = row ?? {};
  const isOpen = (relationId: string | null) =>
    asks.some((ask) => ask.relationId === relationId && ask.answer === null);
  return {
    asks: asks.map(({ askedAt, ...ask }) => ({
      ...ask,
      what: ask.what as Ask,
      answer: ask.answer as AskOutcome | null,
      askedAt: new Date(askedAt),
      about: relations.find(({ id }) => id === ask.relationId) ?? null,
    })),
    subjects: [
      ...(isMentor || isMentee
        ? [
            {
              relation: null,
              hasAnswerer,
              isOpen: isOpen(null),
              kinds: openAsksOf(isMentor ? 'mentor' : 'mentee', false),
            },
          ]
        : []),
      ...relations.map((relation) => ({
        relation,
        hasAnswerer: relation.hasAnswerer,
        isOpen: isOpen(relation.id),
        kinds: openAsksOf(relation.isMentor ? 'mentor' : 'mentee', true),
      })),
    ],
  };
}
