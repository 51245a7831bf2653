import { isDeepStrictEqual } from 'node:util';
import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type Language, languages } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import type { z } from 'zod';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { settingOf } from '../settings/registry.ts';
import { type DefaultQuestion, defaultQuestions } from './default-forms.ts';
import { wordsNeeded } from './drafts.ts';
import { type EvaluationForm, type Question, Questions } from './schema.ts';
import { type EvaluationLevel, evaluationLevels, scaleEnds } from './terms.ts';

/** The forms of a network, one for each level, and what its trainings ask where they decide nothing. */
export async function forms(ctx: NetworkContext) {
  const newest = await ctx.transaction((tx) =>
    Promise.all(evaluationLevels.map((each) => newestForm(tx, ctx.network.id, each))),
  );
  return {
    forms: evaluationLevels.map((level, index) => {
      const { version, questions } = newest[index] ?? defaultForm(level);
      const shown = questions.map((question) => ({ ...question, shown: inWords(question, ctx).text }));
      return { level, version, questions: shown };
    }),
    languages: ctx.network.interfaceLanguages,
    rules: {
      levels: settingOf(ctx.network, 'evaluation.levels'),
      openDays: settingOf(ctx.network, 'evaluation.open_days'),
      daysBefore: settingOf(ctx.network, 'evaluation.days_before'),
    },
  };
}

/**
 * Keeps the questions of a level as a new version. Questionnaires that are open already go on with theirs.
 * @throws DomainError question_named_twice, question_choices_differ
 */
export async function saveForm(
  ctx: Acting,
  { level, questions }: z.output<typeof EvaluationForm>,
): Promise<{ version: number }> {
  const networkId = ctx.network.id;
  refuseBroken(questions);
  return ctx.transaction(async (tx) => {
    const { version, questions: known } = await newestForm(tx, networkId, level);
    if (isDeepStrictEqual(known, questions)) return { version };
    await tx.prisma.evaluationForm.create({
      data: {
        id: newId(),
        networkId,
        level,
        version: version + 1,
        questions,
        createdById: ctx.actor.personId,
        createdAt: ctx.now,
      },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'evaluation.form_changed',
      object: ['network', networkId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { level, version: version + 1 },
    });
    return { version: version + 1 };
  });
}

type Form = { id: string | null; version: number; questions: Question[] };

/** The form that a questionnaire opened now would ask; version 0 is the one that comes with the platform. */
export async function newestForm(tx: Transaction, networkId: string, level: EvaluationLevel): Promise<Form> {
  const own = await tx.prisma.evaluationForm.findFirst({
    where: { networkId, level },
    orderBy: { version: 'desc' },
    select: { id: true, version: true, questions: true },
  });
  return own ? { ...own, questions: Questions.parse(own.questions) } : defaultForm(level);
}

/** The questions of a questionnaire: those that its form keeps, or the platform's. */
export function questionsOf(level: EvaluationLevel, kept: unknown): Question[] {
  return kept === null ? defaultForm(level).questions : Questions.parse(kept);
}

/** The words of a question for a reader: in their language, else the network's, else any that it has. */
export function inWords({ texts, ...question }: Question, { language, network }: NetworkContext) {
  const wishes = [language, network.defaultLanguage, 'en', ...Object.keys(texts)];
  const wish = wishes.find((each) => texts[each]);
  const words = (wish && texts[wish]) || { text: '', choices: [] };
  const named = question.kind === 'scale' ? scaleEnds : question.choices;
  return {
    ...question,
    text: words.text,
    /** By choice; of a scale those of its two ends */
    words: Object.fromEntries(named.map((name, index) => [name, words.choices[index] ?? name])),
  };
}

export type AskedQuestion = ReturnType<typeof inWords>;

const made = new Map<EvaluationLevel, Form>();

function defaultForm(level: EvaluationLevel): Form {
  const known = made.get(level);
  if (known) return known;
  const questions = defaultQuestions[level].map((question: DefaultQuestion) => ({
    ...question,
    choices: [...question.choices],
    texts: Object.fromEntries(languages.map((language) => [language, wordsOf(language, level, question)])),
  }));
  const form = { id: null, version: 0, questions };
  made.set(level, form);
  return form;
}

function wordsOf(language: Language, level: EvaluationLevel, { name, kind, choices }: DefaultQuestion) {
  const t = translator(language, 'questions') as unknown as (key: string) => string;
  const key = `${level}.${name}`;
  const words = kind === 'scale' ? ['low', 'high'] : choices;
  return { text: t(`${key}.text`), choices: words.map((each) => t(`${key}.${each}`)) };
}

function refuseBroken(questions: readonly Question[]): void {
  const names = questions.map(({ name }) => name);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0) throw new DomainError('question_named_twice', {}, `questions[${twice}]`);
  for (const [index, question] of questions.entries()) {
    const { kind, choices, texts } = question;
    const wanted = wordsNeeded(question);
    const isUneven = Object.values(texts).some((words) => words?.choices.length !== wanted);
    const isTooFew = (kind === 'one' || kind === 'several') && choices.length < 2;
    if (Object.keys(texts).length === 0 || isUneven || isTooFew)
      throw new DomainError('question_choices_differ', { number: index + 1 });
  }
}
