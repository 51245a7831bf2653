import { type QuestionRow, questionsOf } from '@tessera/db/questions.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { NetworkContext } from '../context.server.ts';
import { QuestionTexts, type SeatQuestion } from './schema.ts';
import type { SeatQuestionKind } from './terms.ts';

/** A question as the core knows it. */
export function questionOfRow(row: Omit<QuestionRow, 'answers'>): SeatQuestion {
  const { id, name, choices, isRequired, onlyIf, onlyIfValue, forOrganiser, isSealed, keptDays, changedIn } =
    row;
  const kept = { id, name, choices, isRequired, onlyIf, onlyIfValue, forOrganiser, isSealed, keptDays };
  return { ...kept, changedIn, kind: row.kind as SeatQuestionKind, texts: QuestionTexts.parse(row.texts) };
}

/** The questions of a training that one may register for, and their version. */
export async function readForm(
  tx: Transaction,
  networkId: string,
  trainingId: string,
): Promise<{ version: number; questions: SeatQuestion[] }> {
  const rows = await tx.run(questionsOf(networkId, trainingId));
  return { version: rows[0]?.version ?? 0, questions: rows.map(questionOfRow) };
}

/** The words of a question for a reader: in their language, else the network's, else any that it has. */
export function inWords({ texts, ...question }: SeatQuestion, { language, network }: NetworkContext) {
  const wishes = [language, network.defaultLanguage, 'en', ...Object.keys(texts)];
  const spoken = wishes.find((each) => texts[each]) ?? language;
  const { text, help, choices } = texts[spoken] ?? { text: question.name, help: '', choices: [] };
  return {
    ...question,
    text,
    help,
    /** In which language they stand */
    language: spoken,
    /** By choice */
    words: Object.fromEntries(question.choices.map((name, index) => [name, choices[index] ?? name])),
  };
}

export type AskedQuestion = ReturnType<typeof inWords>;

/** What whoever takes part in a training is asked, and in which version. */
export async function askedForm(ctx: NetworkContext, trainingId: string) {
  const { version, questions } = await ctx.transaction((tx) => readForm(tx, ctx.network.id, trainingId));
  return shownForm(ctx, version, questions);
}

/** A form as whoever takes part sees it. */
export function shownForm(ctx: NetworkContext, version: number, questions: readonly SeatQuestion[]) {
  const asked = questions.filter(({ forOrganiser }) => !forOrganiser);
  return { version, questions: asked.map((question) => inWords(question, ctx)) };
}

export type AskedForm = ReturnType<typeof shownForm>;
