import {
  countAnswer,
  dealTexts,
  lockEvaluation,
  noteSubmission,
  openQuestionnaires,
  type Questionnaire,
  questionnaireOf,
} from '@tessera/db/evaluations.server.ts';
import { inNetwork, type Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { dayOf } from '../clock/zoned-time.ts';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { isLinkToken, linkToken } from '../identity/secrets.server.ts';
import { inWords, questionsOf } from './forms.server.ts';
import { marksOf } from './rules.ts';
import { answersSchema, type EvaluationAnswers, type EvaluationLink } from './schema.ts';
import { type EvaluationStage, levelOf } from './terms.ts';

type Link = z.output<typeof EvaluationLink>;

/**
 * The questionnaire behind a link, for whoever holds it. It names the training and never the person.
 * @throws DomainError not_found for a wrong link
 */
export async function readQuestionnaire(ctx: NetworkContext, link: Link) {
  const found = await inNetwork(ctx.network.id, (tx) => findQuestionnaire(tx, ctx, link));
  const { trainingId: _trainingId, hasAnswered, questions, ...training } = found;
  const state = hasAnswered ? 'answered' : isOver(found, ctx.now) ? 'closed' : 'open';
  return {
    state: state as 'open' | 'answered' | 'closed',
    ...training,
    questions: questionsOf(levelOf(link.stage), questions).map((question) => inWords(question, ctx)),
  };
}

/**
 * Puts in the answers of one person, once. That they have answered is noted beside their place; the answers are counted
 * without it. No event tells of it: one would carry the moment.
 * @throws DomainError not_found, evaluation_answered, evaluation_over, invalid with the field
 */
export async function answer(ctx: NetworkContext, input: z.output<typeof EvaluationAnswers>): Promise<void> {
  const { seatId, stage } = input;
  const networkId = ctx.network.id;
  await inNetwork(networkId, async (tx) => {
    const found = await findQuestionnaire(tx, ctx, input);
    const questions = questionsOf(levelOf(stage), found.questions);
    const [run] = await tx.run(lockEvaluation(networkId, found.trainingId, stage));
    if (!run || isOver(run, ctx.now)) throw new DomainError('evaluation_over');
    const [noted] = await tx.run(
      noteSubmission(networkId, stage, seatId, dayOf(ctx.now, ctx.network.timeZone)),
    );
    if (!noted) throw new DomainError('evaluation_answered');
    const parsed = answersSchema(questions).safeParse(input.answers);
    if (!parsed.success) throw new DomainError('invalid', {}, String(parsed.error.issues[0]?.path[0] ?? ''));
    const answers = parsed.data as Record<string, string | string[] | undefined>;
    const texts = questions.flatMap(({ name, kind }) =>
      kind === 'text' && answers[name] ? [{ question: name, words: answers[name] }] : [],
    );
    await tx.run(
      countAnswer(networkId, found.trainingId, stage, JSON.stringify(marksOf(questions, answers))),
    );
    await tx.run(dealTexts(networkId, found.trainingId, stage, JSON.stringify(texts)));
  });
}

/** What the actor can answer now, with the links to it. */
export async function ownQuestionnaires(ctx: Acting) {
  const rows = await ctx.transaction((tx) =>
    tx.run(openQuestionnaires(ctx.network.id, ctx.actor.personId, ctx.now, languagesOf(ctx))),
  );
  return rows.map(({ stage, ...row }) => ({
    ...row,
    stage: stage as EvaluationStage,
    token: evaluationToken(row.seatId, stage as EvaluationStage),
  }));
}

/** The secret of a link to one questionnaire for one place. */
export function evaluationToken(seatId: string, stage: EvaluationStage): string {
  return linkToken('evaluation', `${seatId}:${stage}`);
}

async function findQuestionnaire(
  tx: Transaction,
  ctx: NetworkContext,
  { seatId, stage, token }: Link,
): Promise<Questionnaire> {
  if (!isLinkToken('evaluation', `${seatId}:${stage}`, token)) throw new DomainError('not_found');
  const [found] = await tx.run(questionnaireOf(ctx.network.id, stage, seatId, languagesOf(ctx)));
  if (!found) throw new DomainError('not_found');
  return found;
}

function isOver({ closesAt, closedAt }: { closesAt: Date; closedAt: Date | null }, now: Date): boolean {
  return closedAt !== null || now >= closesAt;
}

function languagesOf({ language, network }: NetworkContext): string[] {
  return [language, network.defaultLanguage, 'en'];
}
