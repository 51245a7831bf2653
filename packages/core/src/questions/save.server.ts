import { newId } from '@tessera/db/id.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { freeName, isWorded, questionOf, wouldTwist } from './builder.ts';
import { type Built, changeForm, questionIn } from './change.server.ts';
import type { QuestionInput, SeatQuestion } from './schema.ts';

/**
 * Adds a question at the end of an event's form, or changes one. Who fills the form in meanwhile is shown what changed.
 * @throws DomainError not_found, question_choices_differ, question_named_twice, question_answered, question_condition,
 *   too_many_questions
 */
export async function saveQuestion(
  ctx: Acting,
  { trainingId, questionId, ...draft }: z.output<typeof QuestionInput>,
): Promise<{ questionId: string }> {
  const id = questionId ?? newId();
  const change = (form: Built): SeatQuestion[] => {
    const { questions, version } = form;
    const before = questionId === null ? null : questionIn(form, questionId);
    const names = questions.map(({ name }) => name);
    const made = questionOf(draft, before, () => freeName(names, version + 1));
    if (!isWorded(made)) throw new DomainError('question_choices_differ', { number: 1 });
    if (before === null && names.includes(made.name))
      throw new DomainError('question_named_twice', {}, 'name');
    if (before && before.answers > 0 && wouldTwist(before, made))
      throw new DomainError('question_answered', { count: before.answers });
    const question = { ...made, id, changedIn: before?.changedIn ?? version + 1 };
    return before ? questions.map((each) => (each.id === id ? question : each)) : [...questions, question];
  };
  await ctx.transaction((tx) => changeForm(tx, ctx, trainingId, change));
  return { questionId: id };
}
