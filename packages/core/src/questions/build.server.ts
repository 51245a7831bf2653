import { questionsToBuild, trainingsWithQuestions } from '@tessera/db/questions.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { inWords, questionOfRow } from './form.server.ts';

/**
 * An event's questions for whoever builds the form, with the number of answers to each, and the events to copy from.
 * @throws DomainError not_found
 */
export async function builderPage(ctx: Acting, trainingId: string) {
  const networkId = ctx.network.id;
  const [training, rows, sources] = await ctx.transaction((tx) =>
    Promise.all([
      tx.prisma.training.findFirst({
        where: { networkId, id: trainingId },
        select: { formVersion: true },
      }),
      tx.run(questionsToBuild(networkId, trainingId)),
      tx.run(trainingsWithQuestions(networkId, trainingId, ctx.language)),
    ]),
  );
  if (!training) throw new DomainError('not_found');
  return {
    version: training.formVersion,
    languages: ctx.network.interfaceLanguages,
    sources,
    questions: rows.map((row) => {
      const question = questionOfRow(row);
      return { ...inWords(question, ctx), texts: question.texts, answers: row.answers };
    }),
  };
}
