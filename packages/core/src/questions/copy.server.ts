import { newId } from '@tessera/db/id.server.ts';
import { questionsToBuild, writeQuestions } from '@tessera/db/questions.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { changeForm } from './change.server.ts';
import { questionOfRow } from './form.server.ts';
import type { QuestionsCopy } from './schema.ts';

/**
 * Adds the questions of another event of the network to a form. One whose name stands there already is left out.
 * @returns how many were added
 * @throws DomainError not_found, question_condition, too_many_questions
 */
export async function copyQuestionsFrom(
  ctx: Acting,
  { trainingId, sourceTrainingId }: z.output<typeof QuestionsCopy>,
): Promise<{ added: number }> {
  return ctx.transaction(async (tx) => {
    let added = 0;
    await changeForm(tx, ctx, trainingId, async ({ version, questions }) => {
      const rows = await tx.run(questionsToBuild(ctx.network.id, sourceTrainingId));
      if (rows.length === 0) throw new DomainError('not_found');
      const taken = new Set(questions.map(({ name }) => name));
      const fresh = rows.filter(({ name }) => !taken.has(name)).map(questionOfRow);
      added = fresh.length;
      return [
        ...questions,
        ...fresh.map((question) => ({ ...question, id: newId(), changedIn: version + 1 })),
      ];
    });
    return { added };
  });
}

/** A training that is made after another one asks the same questions; nobody has answered them. */
export async function copyQuestions(
  tx: Transaction,
  networkId: string,
  fromId: string,
  toId: string,
): Promise<void> {
  const rows = await tx.run(questionsToBuild(networkId, fromId));
  if (rows.length === 0) return;
  const questions = rows.map((row, position) => ({
    ...questionOfRow(row),
    id: newId(),
    position,
    changedIn: 1,
  }));
  await tx.run(writeQuestions(networkId, toId, 1, JSON.stringify(questions)));
}
