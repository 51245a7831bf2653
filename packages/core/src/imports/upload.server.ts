import { newId } from '@tessera/db/id.server.ts';
import { TableFileError } from '@tessera/documents/table-file.ts';
import { readTable, type TableFile } from '@tessera/documents/table-read.server.ts';
import type { z } from 'zod';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { bytesUpTo, keepStored } from '../files/keep.server.ts';
import type { Upload } from './schema.ts';
import { type ImportKind, keptDays, maxFileBytes, maxRows } from './terms.ts';
import { folded, suggestMapping } from './words.server.ts';

const mimes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * Keeps a file that somebody uploaded, reads its headings, and suggests what each column is.
 * @throws DomainError file_too_large, and the other codes that begin with `file_`, for the field `file`
 */
export async function uploadImport(
  ctx: Acting,
  input: z.output<typeof Upload>,
): Promise<{ importId: string }> {
  const networkId = ctx.network.id;
  const tooLarge = new DomainError('file_too_large', { megabytes: maxFileBytes / 1_000_000 }, 'file');
  const bytes = await bytesUpTo(maxFileBytes, input.content, tooLarge);
  const file = await readHead(bytes, ctx.network);
  const headings = (file.rows[0]?.cells ?? []).map((cell) => cell.trim().slice(0, 120));
  const importId = newId();
  const kept = {
    kind: 'import',
    name: input.name,
    mime: mimes[file.format],
    bytes,
    // Kept and removed by the real clock, which the demo does not shift.
    deleteAfter: new Date(ctx.realNow.getTime() + keptDays * 86_400_000),
    field: 'file',
  };
  return keepStored(ctx, kept, async (tx, { fileId }) => {
    const now = ctx.now;
    const created = { createdAt: now, createdById: ctx.actor.personId };
    await tx.prisma.importRun.create({
      data: {
        id: importId,
        networkId,
        fileId,
        kind: input.kind,
        headings,
        mapping: suggestMapping(input.kind, headings, await remembered(tx, networkId, input.kind), [
          ctx.language,
          ctx.network.defaultLanguage,
          ...ctx.network.interfaceLanguages,
        ]),
        options: {},
        problems: [],
        failureParams: {},
        changedAt: now,
        ...created,
      },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'import.uploaded',
      object: ['import', importId],
      actorId: ctx.actor.personId,
      at: now,
      payload: { what: input.kind },
    });
    return { importId };
  });
}

/** What a person sees of a file before its columns are settled: the headings and the first rows. */
export async function readHead(
  bytes: Buffer,
  network: { defaultLanguage: string; interfaceLanguages: readonly string[] },
  encoding?: Parameters<typeof readTable>[1]['encoding'],
): Promise<TableFile> {
  try {
    return await readTable(bytes, {
      maxRows,
      head: 6,
      encoding,
      languages: [network.defaultLanguage, ...network.interfaceLanguages],
    });
  } catch (error) {
    throw asRefusal(error);
  }
}

/** A file that cannot be read, as something that a person can meet. */
export function asRefusal(error: unknown): unknown {
  return error instanceof TableFileError ? new DomainError(error.code, error.params, 'file') : error;
}

type Tx = Parameters<Parameters<NetworkContext['transaction']>[0]>[0];

/** How columns of the same headings were matched in the latest imports of this kind. */
async function remembered(tx: Tx, networkId: string, kind: ImportKind): Promise<Map<string, string>> {
  const runs = await tx.prisma.importRun.findMany({
    where: { networkId, kind, state: { not: 'uploaded' } },
    orderBy: { createdAt: 'asc' },
    take: -5,
    select: { headings: true, mapping: true },
  });
  return new Map(
    runs.flatMap(({ headings, mapping }) =>
      headings.map((heading, column) => [folded(heading), mapping[column] ?? ''] as const),
    ),
  );
}
