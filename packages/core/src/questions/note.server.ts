import { newId } from '@tessera/db/id.server.ts';
import { type NewAnswer, writeAnswers } from '@tessera/db/questions.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { sealOf } from '../privacy/seal.server.ts';
import { readForm } from './form.server.ts';
import { askedOf, type Given, problemsOf, readAnswers } from './rules.ts';
import type { SeatQuestion } from './schema.ts';
import { fieldOf } from './terms.ts';

export type GivenAnswer = { question: SeatQuestion; values: string[] };

type Asking = { id: string; formVersion: number };
type Sent = { answers: readonly (Given | null)[]; seen: number | null; field?: (index: number) => string };

/**
 * Checks what people answer to the questions of a locked training, once for each of them; null is somebody who is not asked
 * yet. Nothing is asked of the database where the training asks nothing.
 * @param sent `seen` is the version that was filled in, null for the one that stands; `field` leads to the fields of one of them
 * @throws DomainError question_changed, answer_unfit
 */
export async function checkAnswers(
  tx: Transaction,
  networkId: string,
  { id, formVersion }: Asking,
  { answers, seen, field = () => '' }: Sent,
): Promise<GivenAnswer[][]> {
  if (formVersion === 0) return answers.map(() => []);
  const questions = askedOf((await readForm(tx, networkId, id)).questions, 'participant');
  return answers.map((given, index) => {
    if (given === null) return [];
    refuse(problemsOf(questions, given, seen), field(index));
    return answersIn(questions, given);
  });
}

/** @throws DomainError question_changed, answer_unfit */
export function refuse([problem]: ReturnType<typeof problemsOf>, prefix = ''): void {
  if (!problem) return;
  const code = problem.key === 'question_changed' ? 'question_changed' : 'answer_unfit';
  throw new DomainError(code, {}, `${prefix}${fieldOf(problem.name)}`);
}

/** The answers that a form gives, each with its question; what does not fit is left out. */
export function answersIn(questions: readonly SeatQuestion[], given: Given): GivenAnswer[] {
  const byName = new Map(questions.map((question) => [question.name, question]));
  return readAnswers(questions, given).answers.flatMap(({ name, values }) => {
    const question = byName.get(name);
    return question ? [{ question, values }] : [];
  });
}

type Place = { networkId: string; trainingId: string; now: Date; actorId: string | null };
type Answered = { seatId: string; participantId: string | null; answers: readonly GivenAnswer[] };

/** Writes what people in some seats of a training answered. Nothing is asked of the database when nobody answered. */
export async function noteAnswers(
  tx: Transaction,
  { networkId, trainingId, now, actorId }: Place,
  seats: readonly Answered[],
): Promise<void> {
  const answering = seats.filter(({ answers }) => answers.length > 0);
  if (answering.length === 0) return;
  const isAnySealed = answering.some(({ answers }) => answers.some(({ question }) => question.isSealed));
  const seal = isAnySealed ? await sealOf(tx, networkId, now) : null;
  const rows = answering.flatMap(({ seatId, participantId, answers }) =>
    answers.map(({ question, values }): NewAnswer => {
      const id = newId();
      const row = { id, seatId, participantId, questionId: question.id };
      if (!question.isSealed || !seal) return { ...row, given: values, sealed: null };
      const sealed = seal('seat_answer.sealed', id, JSON.stringify(values));
      return { ...row, given: [], sealed: Buffer.from(sealed).toString('hex') };
    }),
  );
  await tx.run(writeAnswers(networkId, trainingId, JSON.stringify(rows), actorId, now));
  await recordEvent(
    tx,
    ...answering.map(({ seatId, answers }) => ({
      networkId,
      kind: 'seat.answered' as const,
      object: ['seat', seatId] as ['seat', string],
      actorId,
      at: now,
      payload: { trainingId, count: answers.length },
    })),
  );
}
