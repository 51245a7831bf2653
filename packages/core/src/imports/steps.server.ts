import { lockImports, stoppedImports } from '@tessera/db/imports.server.ts';
import type { z } from 'zod';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { Columns, Start } from './schema.ts';
import { RunOptions } from './schema.ts';
import { type ImportKind, importFields, neededFields } from './terms.ts';

const patienceMs = 5 * 60_000;

type Tx = Parameters<Parameters<NetworkContext['transaction']>[0]>[0];

/**
 * Settles which column is what and asks for the check; a worker makes it.
 * @throws DomainError not_found, import_moved_on, import_columns_missing, import_column_twice
 */
export async function chooseColumns(ctx: Acting, input: z.output<typeof Columns>): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const run = await findRun(tx, networkId, input.importId);
    const kind = run.kind as ImportKind;
    const fields: readonly string[] = importFields[kind];
    const mapping = run.headings.map((_, column) => {
      const field = input.mapping[column] ?? '';
      return fields.includes(field) ? field : '';
    });
    const used = mapping.filter((field) => field !== '');
    if (new Set(used).size < used.length) throw new DomainError('import_column_twice');
    if (neededFields[kind].some((field) => !used.includes(field)))
      throw new DomainError('import_columns_missing');
    const { encoding, role } = input;
    await move(tx, networkId, input.importId, ['uploaded', 'checked', 'failed'], {
      state: 'checking',
      mapping,
      options: RunOptions.parse({ encoding, role }),
      progress: 0,
      failure: '',
      problems: [],
      changedAt: ctx.now,
    });
    await say(tx, ctx, input.importId, 'import.check_asked');
  });
}

/**
 * Asks for the import; a worker makes it. Of two at once one is taken, the other learns of it.
 * @throws DomainError not_found, import_moved_on, import_has_wrong_rows, import_nothing_new
 */
export async function startImport(ctx: Acting, input: z.output<typeof Start>): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const run = await findRun(tx, networkId, input.importId);
    if (run.state !== 'checked') throw new DomainError('import_moved_on');
    if (run.wrongCount > 0 && !input.withoutWrong)
      throw new DomainError('import_has_wrong_rows', { count: run.wrongCount }, 'withoutWrong');
    if (run.newCount + run.changedCount === 0) throw new DomainError('import_nothing_new');
    const { withoutWrong, sendInvitations } = input;
    const options = { ...RunOptions.parse(run.options), withoutWrong, sendInvitations };
    await move(tx, networkId, input.importId, ['checked'], {
      state: 'running',
      options,
      progress: 0,
      changedAt: ctx.now,
    });
    await say(tx, ctx, input.importId, 'import.run_asked');
  });
}

/**
 * Asks again for work that has stopped: the check, or the import.
 * @throws DomainError not_found, import_moved_on when it has not stopped or somebody was faster
 */
export async function resumeImport(ctx: Acting, importId: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    await waitForTurn(tx, networkId);
    const run = await findRun(tx, networkId, importId);
    const stopped = await tx.run(stoppedImports(networkId, importId, overdue(ctx)));
    if (stopped.length === 0) throw new DomainError('import_moved_on');
    await move(tx, networkId, importId, [run.state], { progress: 0, changedAt: ctx.now });
    await say(tx, ctx, importId, run.state === 'checking' ? 'import.check_asked' : 'import.run_asked');
  });
}

/** What was asked for before this has not come to an end in any time that a file may take. */
export function overdue({ now }: NetworkContext): Date {
  return new Date(now.getTime() - patienceMs);
}

/** @throws DomainError not_found */
export async function findRun(tx: Tx, networkId: string, id: string) {
  const run = await tx.prisma.importRun.findFirst({
    where: { networkId, id },
    include: {
      file: { select: { name: true, storageKey: true, removedAt: true, deleteAfter: true, mime: true } },
    },
  });
  if (!run) throw new DomainError('not_found');
  return run;
}

/** One import of a network at a time. */
export async function waitForTurn(tx: Tx, networkId: string): Promise<void> {
  await tx.run(lockImports(networkId));
}

type Changes = Parameters<Tx['prisma']['importRun']['updateMany']>[0]['data'];

/** @throws DomainError import_moved_on when the run is in none of these states any more */
export async function move(
  tx: Tx,
  networkId: string,
  id: string,
  from: readonly string[],
  data: Changes,
): Promise<void> {
  const { count } = await tx.prisma.importRun.updateMany({
    where: { networkId, id, state: { in: [...from] } },
    data,
  });
  if (count === 0) throw new DomainError('import_moved_on');
}

async function say(tx: Tx, ctx: Acting, importId: string, kind: 'import.check_asked' | 'import.run_asked') {
  await recordEvent(tx, {
    networkId: ctx.network.id,
    kind,
    object: ['import', importId],
    actorId: ctx.actor.personId,
    at: ctx.now,
  });
}
