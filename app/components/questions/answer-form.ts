import type { AskedForm } from '@tessera/core/questions/form.server.ts';
import { type Given, problemsOf, readAnswers } from '@tessera/core/questions/rules.ts';
import { fieldOf } from '@tessera/core/questions/terms.ts';
import { z } from 'zod';

/** Answers by the row of a form in which they stand; those of a form without rows stand under the empty name. */
type Sent = Record<string, Record<string, string[]> | undefined>;

const answerName = /^(?:places\[(\d{1,3})\]\.)?q-([a-z][a-z0-9_]{0,39})$/;

/**
 * Puts what stands in the fields of questions into one field, so that a schema reads it whatever the questions are.
 * What was typed stays where it is and comes back with a refusal.
 */
export async function gatherAnswers(form: FormData): Promise<void> {
  const rows: Sent = {};
  for (const [field, value] of form) {
    const [, row = '', name] = answerName.exec(field) ?? [];
    if (name === undefined || typeof value !== 'string') continue;
    rows[row] ??= {};
    rows[row][name] = [...(rows[row][name] ?? []), value];
  }
  form.set('answers', JSON.stringify(rows));
}

/** What a form with questions sends beside its own fields. */
export const answerParts = {
  answers: z.string().transform((text) => JSON.parse(text) as Sent),
  /** The version of the questions that stood on the page */
  formVersion: z.number().int().min(0).default(0),
};

type Answering = {
  row?: number;
  /** Names of sealed questions whose answer is kept when none is given */
  kept?: readonly string[];
};

/** Puts what is wrong with somebody's answers beside their fields. */
export function refuseAnswers(
  form: AskedForm,
  { answers, formVersion }: { answers: Sent; formVersion: number },
  issues: Pick<z.core.$RefinementCtx, 'addIssue'>,
  { row, kept = [] }: Answering = {},
): void {
  for (const { name, key, params } of problemsOf(form.questions, of(answers, row), formVersion, kept)) {
    const path = row === undefined ? [fieldOf(name)] : ['places', row, fieldOf(name)];
    issues.addIssue({ code: 'custom', message: key, params, path });
  }
}

/** Somebody's answers as the core takes them: those that are asked for. */
export function answersIn(form: AskedForm, answers: Sent, row?: number): Record<string, string[]> {
  const read = readAnswers(form.questions, of(answers, row)).answers;
  return Object.fromEntries(read.map(({ name, values }) => [name, values]));
}

/** The fields of a form as they stand when somebody has answered before. */
export function answeredFields(answers: Readonly<Record<string, readonly string[]>>) {
  return Object.fromEntries(
    Object.entries(answers).map(([name, values]) => [
      fieldOf(name),
      values.length === 1 ? values[0] : [...values],
    ]),
  );
}

function of(answers: Sent, row: number | undefined): Given {
  return answers[row === undefined ? '' : String(row)] ?? {};
}
