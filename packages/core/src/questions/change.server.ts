import { lockForm, questionsToBuild, writeQuestions } from '@tessera/db/questions.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { questionOfRow } from './form.server.ts';
import { brokenCondition, diffOf } from './rules.ts';
import type { SeatQuestion } from './schema.ts';
import { mostQuestions } from './terms.ts';

export type BuiltQuestion = SeatQuestion & { answers: number };

/** The form as it stands, for whoever changes it. */
export type Built = { version: number; questions: BuiltQuestion[] };

/**
 * The one door through which the questions of an event change: locks the training, lets `change` say what they shall be, and
 * writes what differs under a new version. What nobody who fills the form in can notice leaves the version as it is.
 * @throws DomainError not_found, too_many_questions, question_condition, and what `change` throws
 */
export async function changeForm(
  tx: Transaction,
  ctx: Acting,
  trainingId: string,
  change: (form: Built) => SeatQuestion[] | Promise<SeatQuestion[]>,
): Promise<void> {
  const networkId = ctx.network.id;
  const [training] = await tx.run(lockForm(networkId, trainingId));
  if (!training) throw new DomainError('not_found');
  const rows = await tx.run(questionsToBuild(networkId, trainingId));
  const before = rows.map((row) => ({ ...questionOfRow(row), answers: row.answers }));
  const after = await change({ version: training.formVersion, questions: before });
  if (after.length > mostQuestions) throw new DomainError('too_many_questions', { max: mostQuestions });
  const broken = brokenCondition(after);
  if (broken !== null) throw new DomainError('question_condition', { name: shortly(after, broken) });
  const { added, changed, removed } = diffOf(before, after);
  const differs = added.length + changed.length + removed.length > 0;
  const version = training.formVersion + (differs ? 1 : 0);
  const written = after.map((question, position) => ({
    ...question,
    position,
    changedIn: [...added, ...changed].includes(question.name) ? version : question.changedIn,
  }));
  await tx.run(writeQuestions(networkId, trainingId, version, JSON.stringify(written)));
  await recordEvent(tx, {
    networkId,
    kind: 'training.questions_changed',
    object: ['training', trainingId],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload: { version, added: added.length, changed: changed.length, removed: removed.length },
  });
}

/** The question of a form with an id. @throws DomainError not_found */
export function questionIn({ questions }: Built, questionId: string): BuiltQuestion {
  const found = questions.find(({ id }) => id === questionId);
  if (!found) throw new DomainError('not_found');
  return found;
}

function shortly(questions: readonly SeatQuestion[], name: string): string {
  const texts = questions.find((question) => question.name === name)?.texts ?? {};
  return Object.values(texts)[0]?.text ?? name;
}
