import { newId } from '@tessera/db/id.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { freeName, movedBy } from './builder.ts';
import { changeForm, questionIn } from './change.server.ts';
import type { OwnQuestion, QuestionMove } from './schema.ts';

/**
 * Moves a question one place up or down; the first stays first.
 * @throws DomainError not_found, question_condition when it would come before the one that it depends on
 */
export async function moveQuestion(
  ctx: Acting,
  { trainingId, questionId, way }: z.output<typeof QuestionMove>,
): Promise<void> {
  await ctx.transaction((tx) =>
    changeForm(tx, ctx, trainingId, (form) => {
      questionIn(form, questionId);
      return movedBy(form.questions, questionId, way);
    }),
  );
}

/**
 * Puts a copy of a question below it, under a name of its own and without answers.
 * @throws DomainError not_found, too_many_questions
 */
export async function duplicateQuestion(
  ctx: Acting,
  { trainingId, questionId }: z.output<typeof OwnQuestion>,
): Promise<{ questionId: string }> {
  const id = newId();
  await ctx.transaction((tx) =>
    changeForm(tx, ctx, trainingId, (form) => {
      const { questions, version } = form;
      const source = questionIn(form, questionId);
      const name = freeName(
        questions.map((each) => each.name),
        version + 1,
      );
      const copy = { ...source, id, name, changedIn: version + 1 };
      return questions.flatMap((each) => (each.id === questionId ? [each, copy] : [each]));
    }),
  );
  return { questionId: id };
}

/**
 * Takes a question out of a form; what was answered to it goes with it.
 * @returns how many answers went
 * @throws DomainError not_found, question_depended_on
 */
export async function removeQuestion(
  ctx: Acting,
  { trainingId, questionId }: z.output<typeof OwnQuestion>,
): Promise<{ answers: number }> {
  return ctx.transaction(async (tx) => {
    let answers = 0;
    await changeForm(tx, ctx, trainingId, (form) => {
      const gone = questionIn(form, questionId);
      if (form.questions.some(({ onlyIf }) => onlyIf === gone.name))
        throw new DomainError('question_depended_on');
      answers = gone.answers;
      return form.questions.filter(({ id }) => id !== questionId);
    });
    return { answers };
  });
}
