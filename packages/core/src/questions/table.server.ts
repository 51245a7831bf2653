import { answersOfTraining, choiceCounts, sealedAnswers } from '@tessera/db/questions.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { readAllConfidential } from '../privacy/seal.server.ts';
import { requireOrganiser } from '../support/access.server.ts';
import { inWords, readForm } from './form.server.ts';
import { askedOf, readAnswers } from './rules.ts';
import type { AnswersFilter, SeatQuestion } from './schema.ts';
import { choicesOf, isCountable } from './terms.ts';

/**
 * Everyone who has or waits for a seat with what they answered, and how often each choice was taken. A trainer sees what
 * everybody answers openly; what only the organiser answers, and what lies sealed, is not theirs.
 * @throws DomainError not_found, not_allowed
 */
export async function answersTable(
  ctx: Acting,
  { trainingId, question, choice }: z.output<typeof AnswersFilter>,
) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const { as } = await requireOrganiser(tx, ctx, trainingId, 'answer.read', 'answer.open');
    const form = await readForm(tx, networkId, trainingId);
    const readable = readableBy(form.questions, as);
    const filter = readable.find(({ name, isSealed }) => name === question && !isSealed) ?? null;
    const [seats, counts] = await Promise.all([
      tx.run(answersOfTraining(networkId, trainingId, ctx.language, filter?.id ?? null, choice ?? null)),
      tx.run(choiceCounts(networkId, trainingId)),
    ]);
    const asked = askedOf(form.questions, 'participant');
    return {
      questions: readable.map((each) => inWords(each, ctx)),
      filter: filter && choice ? { question: filter.name, choice } : null,
      mayOpen: as === 'organiser' && readable.some(({ isSealed }) => isSealed),
      mayExport: as === 'organiser',
      seats: seats.map(({ answers, ...seat }) => {
        const { given, sealed } = byName(form.questions, answers);
        const { problems } = readAnswers(asked, given, sealed);
        return {
          ...seat,
          answers: only(readable, given),
          sealed: sealed.filter((name) => readable.some((each) => each.name === name)),
          isMissing: seat.participantId !== null && problems.length > 0,
        };
      }),
      figures: readable
        .filter((each) => isCountable(each) && !each.isSealed)
        .map((each) => ({
          name: each.name,
          counts: choicesOf(each).map((name) => ({
            choice: name,
            answers:
              counts.find((count) => count.questionId === each.id && count.choice === name)?.answers ?? 0,
          })),
        })),
    };
  });
}

/**
 * Opens the sealed answers of a training; each that is read leaves an entry.
 * @throws DomainError not_found, not_allowed
 */
export async function openAnswers(ctx: Acting, trainingId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const { as } = await requireOrganiser(tx, ctx, trainingId, 'answer.open', 'answer.open');
    if (as !== 'organiser') throw new DomainError('not_allowed');
    const rows = await tx.run(sealedAnswers(networkId, trainingId));
    if (rows.length === 0) return { opened: [] };
    const read = await readAllConfidential(
      tx,
      { networkId, actorId: ctx.actor.personId, at: ctx.now, right: 'organiser' },
      rows.map(({ id, sealed, subjectPersonId }) => ({
        object: ['answer', id],
        subjectPersonId,
        fields: { 'seat_answer.sealed': sealed },
      })),
    );
    return {
      opened: rows.map(({ seatId, questionId }, index) => {
        const value = read[index]?.['seat_answer.sealed'];
        return { seatId, questionId, values: value?.state === 'open' ? valuesIn(value.text) : null };
      }),
    };
  });
}

/**
 * The table that leaves: one row for each seat, one column for each question that is not confidential. A sealed answer
 * never stands in a file.
 * @throws DomainError not_found
 */
export async function exportAnswers(ctx: Acting, trainingId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const [training, form, seats] = await Promise.all([
      tx.prisma.training.findFirst({ where: { networkId, id: trainingId }, select: { code: true } }),
      readForm(tx, networkId, trainingId),
      tx.run(answersOfTraining(networkId, trainingId, ctx.language, null, null)),
    ]);
    if (!training) throw new DomainError('not_found');
    const open = form.questions.filter(({ isSealed }) => !isSealed);
    await recordEvent(tx, {
      networkId,
      kind: 'export.made',
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { what: 'answers', rows: seats.length },
    });
    return {
      training: training.code,
      questions: open.map((question) => inWords(question, ctx)),
      rows: seats.map(({ answers, state, familyName, givenName, institutionName }) => {
        const { given } = byName(form.questions, answers);
        return { state, familyName, givenName, institutionName, answers: only(open, given) };
      }),
    };
  });
}

function valuesIn(text: string): string[] {
  const values: unknown = JSON.parse(text);
  return Array.isArray(values) ? values.map(String) : [];
}

function readableBy(questions: readonly SeatQuestion[], as: 'organiser' | 'trainer'): SeatQuestion[] {
  return questions.filter((each) => as === 'organiser' || !(each.forOrganiser || each.isSealed));
}

function byName(
  questions: readonly SeatQuestion[],
  answers: readonly { questionId: string; given: string[]; isSealed: boolean }[],
) {
  const nameOf = new Map(questions.map(({ id, name }) => [id, name]));
  const given: Record<string, string[]> = {};
  const sealed: string[] = [];
  for (const { questionId, given: values, isSealed } of answers) {
    const name = nameOf.get(questionId);
    if (name === undefined) continue;
    if (isSealed) sealed.push(name);
    else given[name] = values;
  }
  return { given, sealed };
}

function only(questions: readonly { name: string }[], given: Record<string, string[]>) {
  return Object.fromEntries(
    questions.flatMap(({ name }) => (given[name] ? [[name, given[name]]] : [])),
  ) as Record<string, string[]>;
}

export type AnswersTable = Awaited<ReturnType<typeof answersTable>>;
