import { stoppedImports } from '@tessera/db/imports.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { fileStore } from '../files/store.server.ts';
import { planImport } from './apply.server.ts';
import { parseRow } from './parse.ts';
import { RunOptions } from './schema.ts';
import { findRun, overdue } from './steps.server.ts';
import type { ImportKind, ImportState, RowProblem } from './terms.ts';
import { asRefusal, readHead } from './upload.server.ts';
import { valueWords } from './words.server.ts';
import { readRunFile } from './work.server.ts';

/** The imports of a network, the newest first. */
export async function listImports(ctx: Acting) {
  const networkId = ctx.network.id;
  const [runs, stopped] = await ctx.transaction(
    async (tx) =>
      [
        await tx.prisma.importRun.findMany({
          where: { networkId },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: 50,
          select: {
            id: true,
            kind: true,
            state: true,
            createdAt: true,
            newCount: true,
            changedCount: true,
            sameCount: true,
            wrongCount: true,
            file: { select: { name: true } },
          },
        }),
        await tx.run(stoppedImports(networkId, null, overdue(ctx))),
      ] as const,
  );
  return {
    imports: runs.map(({ file, kind, state, ...run }) => ({
      ...run,
      kind: kind as ImportKind,
      state: state as ImportState,
      isStopped: stopped.some(({ id }) => id === run.id),
      fileName: file.name,
    })),
  };
}

/**
 * One import: where it stands, what it found, and while its columns are open the first rows of the file.
 * @throws DomainError not_found
 */
export async function importPage(ctx: Acting, importId: string) {
  const [run, stopped] = await ctx.transaction(
    async (tx) =>
      [
        await findRun(tx, ctx.network.id, importId),
        await tx.run(stoppedImports(ctx.network.id, importId, overdue(ctx))),
      ] as const,
  );
  const options = RunOptions.parse(run.options);
  return {
    id: run.id,
    kind: run.kind as ImportKind,
    state: run.state as ImportState,
    isStopped: stopped.length > 0,
    fileName: run.file.name,
    headings: run.headings,
    mapping: run.mapping,
    options,
    progress: run.progress,
    counts: {
      rows: run.rowCount,
      new: run.newCount,
      changed: run.changedCount,
      same: run.sameCount,
      wrong: run.wrongCount,
    },
    problems: run.problems as RowProblem[],
    failure: run.failure,
    failureParams: run.failureParams as Record<string, number>,
    createdAt: run.createdAt,
    finishedAt: run.finishedAt,
    keptUntil: run.file.deleteAfter,
    isFileGone: run.file.removedAt !== null,
  };
}

/**
 * The first rows of an import's file, as they will be read.
 * @throws DomainError not_found
 */
export async function importHead(ctx: Acting, importId: string) {
  const run = await ctx.transaction((tx) => findRun(tx, ctx.network.id, importId));
  if (run.file.removedAt) throw new DomainError('not_found');
  const bytes = await bytesOf(fileStore().get(run.file.storageKey));
  const { encoding, isEncodingGuessed, rows } = await readHead(
    bytes,
    ctx.network,
    RunOptions.parse(run.options).encoding,
  );
  return { encoding, isEncodingGuessed, rows: rows.slice(1).map(({ number, cells }) => ({ number, cells })) };
}

/**
 * The rows that are wrong, as they stand in the file, each with everything that is wrong in it.
 * @throws DomainError not_found when the file is gone, and the `file_` codes
 */
export async function wrongRows(ctx: Acting, importId: string) {
  const networkId = ctx.network.id;
  const run = await ctx.transaction((tx) => findRun(tx, networkId, importId));
  if (run.file.removedAt) throw new DomainError('not_found');
  const file = await readRunFile(run, ctx.network.defaultLanguage).catch((error) => {
    throw asRefusal(error);
  });
  const words = valueWords();
  const rows = file.rows.slice(1).map((row) => parseRow(row, run.mapping, words));
  const { defaultLanguage, country } = ctx.network;
  const plan = await inScope({ networkId }, (tx) =>
    planImport(
      tx,
      {
        networkId,
        defaultLanguage,
        country: country ?? '',
        now: ctx.now,
        realNow: ctx.realNow,
        timeZone: ctx.network.timeZone,
        kind: run.kind as ImportKind,
        role: RunOptions.parse(run.options).role,
        isMailed: false,
      },
      rows,
    ),
  );
  const problems = Map.groupBy(plan.problems, ({ row }) => row);
  return {
    fileName: run.file.name,
    format: file.format,
    delimiter: file.delimiter,
    headings: run.headings,
    rows: file.rows
      .slice(1)
      .filter(({ number }) => problems.has(number))
      .map(({ number, cells }) => ({ number, cells, problems: problems.get(number) ?? [] })),
  };
}
