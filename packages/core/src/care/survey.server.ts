import { lockSurvey, oneSurvey } from '@tessera/db/care.server.ts';
import { inNetwork, type Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { isLinkToken, linkToken } from '../identity/secrets.server.ts';
import { isLiving, type RelationState } from '../mentoring/rules.ts';
import type { SurveyLink, SurveyWord } from './schema.ts';
import { type SurveyAnswer, surveyUntil } from './standstill-rules.ts';

type Link = z.output<typeof SurveyLink>;

/** The token of the link to a question; whoever was asked has it. */
export function surveyToken(surveyId: string): string {
  return linkToken('survey', surveyId);
}

/**
 * What whoever was asked sees before they answer: a mentor the aliases, a mentee the name of the mentor.
 * @throws DomainError not_found for a wrong link
 */
export async function surveyPage(ctx: NetworkContext, link: Link) {
  return inNetwork(ctx.network.id, async (tx) => {
    const survey = await surveyBehind(tx, ctx, link);
    const { alias, aliases, programmeTitle, askedAt, givenName, familyName, nameOrder } = survey;
    const state = stateOf(survey, ctx.now);
    const mentor = { givenName, familyName, nameOrder };
    return {
      programmeTitle,
      // A link that is over lies in a mailbox and names nobody.
      with: state !== 'open' ? null : alias === null ? { aliases, mentor: null } : { aliases: [], mentor },
      until: surveyUntil(askedAt),
      timeZone: ctx.network.timeZone,
      answer: survey.answer as SurveyAnswer | null,
      state,
    };
  });
}

/**
 * Answers with one word; until the time is up another one takes its place. The same word again changes nothing.
 * @throws DomainError not_found, link_expired, relation_ended
 */
export async function answerSurvey(
  ctx: NetworkContext,
  { answer, ...link }: z.output<typeof SurveyWord>,
): Promise<void> {
  const networkId = ctx.network.id;
  await inNetwork(networkId, async (tx) => {
    await surveyBehind(tx, ctx, link);
    await tx.run(lockSurvey(networkId, link.surveyId));
    const survey = await surveyBehind(tx, ctx, link);
    const state = stateOf(survey, ctx.now);
    if (state === 'expired') throw new DomainError('link_expired');
    if (state === 'over') throw new DomainError('relation_ended');
    if (survey.answer === answer) return;
    await tx.prisma.mentoringSurvey.updateMany({
      where: { networkId, id: link.surveyId },
      data: { answer, answeredAt: ctx.now },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'care.survey_answered',
      object: ['mentoring_survey', link.surveyId],
      actorId: null,
      at: ctx.now,
    });
  });
}

function stateOf(
  { askedAt, state, hasLeft }: { askedAt: Date; state: string; hasLeft: boolean },
  now: Date,
): 'over' | 'expired' | 'open' {
  if (hasLeft || !isLiving(state as RelationState)) return 'over';
  return now > surveyUntil(askedAt) ? 'expired' : 'open';
}

// A visitor sees nothing of mentoring: the network is opened to look for this one, and closed again unless the link is right.
async function surveyBehind(tx: Transaction, ctx: NetworkContext, { surveyId, token }: Link) {
  const [survey] = await tx.run(oneSurvey(ctx.network.id, surveyId, ctx.language));
  const isTheirs = survey !== undefined && survey.personId === ctx.actor?.personId;
  if (!survey || !(isTheirs || isLinkToken('survey', surveyId, token))) throw new DomainError('not_found');
  return survey;
}
