import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { fieldClasses } from '@tessera/db/classes.ts';
import {
  networkColumns,
  type PackedColumn,
  type PackedRow,
  packedOthers,
  packedRows,
} from '@tessera/db/closings.server.ts';
import { noticeEvent } from '@tessera/db/messages.server.ts';
import { inNetwork, inWholeNetwork } from '@tessera/db/scope.server.ts';
import type { Statement } from '@tessera/db/statement.server.ts';
import { csvLines } from '@tessera/documents/csv.server.ts';
import { type ZipPart, zipStream } from '@tessera/documents/zip.server.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { Encrypter } from 'age-encryption';
import { recordEvent } from '../events/record.server.ts';
import { fileStore } from '../files/store.server.ts';
import { readForHandOver, type SealedField } from '../privacy/seal.server.ts';
import { lockedClosing, packageKey } from './find.server.ts';
import { passphraseOf } from './half.server.ts';

const page = 500;
// The passphrase is made by chance and long: slowing down a guesser further would only slow down its holders.
const workFactor = 14;
/** What opens the seals is handed to nobody, and neither are the halves that open this package. */
const keptBack = new Set(['network_key', 'network_closing.asker_half', 'network_closing.confirmer_half']);

type Open = Awaited<ReturnType<typeof readForHandOver>>;
type Cell = string | number | null;
type Work = {
  networkId: string;
  closingId: string;
  madeAt: Date;
  code: string;
  name: string;
  language: string;
  open: Open;
};
type Entry = { file: string; sha256: string };
type Manifest = {
  format: 1;
  network: string;
  madeAt: Date;
  tables: (Entry & { name: string; rows: number })[];
  files: { id: string; name: string; file: string | null; size: number; sha256: string }[];
};

/**
 * Makes the package of a closing: every table, with what was sealed in plain words, and every stored file; encrypted so
 * that it takes both halves to open. Safe to run twice and at once.
 * @returns how many rows are in it
 */
export async function answerClosingEvent(
  job: { networkId: string; eventId: string },
  realNow: Date,
): Promise<{ rows: number }> {
  const { networkId } = job;
  const [event] = await inNetwork(networkId, (tx) => tx.run(noticeEvent(networkId, job.eventId)));
  if (!event) return { rows: 0 };
  const closingId = event.objectId;
  const key = packageKey(networkId, closingId);
  const { code, defaultLanguage, clockOffset, names } = event.network;
  const madeAt = new Date(realNow.getTime() + clockOffset * 1000);
  const opened = await inNetwork(networkId, async (tx) => {
    const closing = await lockedClosing(tx, networkId, ['confirmed']).catch(() => null);
    if (closing?.id !== closingId || closing.packageMadeAt) return null;
    const open = await readForHandOver(tx, {
      networkId,
      actorId: event.actorId,
      at: madeAt,
      closingId,
      fields: sealedFields(),
    });
    const half = (which: 'asker_half' | 'confirmer_half', sealed: Uint8Array | null) => {
      const part = open(`network_closing.${which}`, closingId, sealed);
      if (part.state !== 'open') throw new Error('the half of a closing does not open');
      return part.text;
    };
    return {
      open,
      passphrase: passphraseOf(
        half('asker_half', closing.askerHalf),
        half('confirmer_half', closing.confirmerHalf),
      ),
    };
  });
  if (!opened) return { rows: 0 };
  const work: Work = {
    networkId,
    closingId,
    madeAt,
    code,
    name: names.find(({ language }) => language === defaultLanguage)?.name ?? code,
    language: defaultLanguage,
    open: opened.open,
  };
  const manifest: Manifest = { format: 1, network: code, madeAt, tables: [], files: [] };
  const encrypter = new Encrypter();
  encrypter.setPassphrase(opened.passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  const plain = Readable.toWeb(Readable.from(zipStream(parts(work, manifest), madeAt)));
  const sealed = await encrypter.encrypt(plain as ReadableStream<Uint8Array>);
  const sum = createHash('sha256');
  let size = 0;
  await fileStore().put(
    key,
    tapped(sealed as unknown as AsyncIterable<Uint8Array>, (chunk) => {
      sum.update(chunk);
      size += chunk.length;
    }),
  );
  await finish(work, { size, sha256: sum.digest('hex') });
  return { rows: manifest.tables.reduce((total, { rows }) => total + rows, 0) };
}

type Digest = { size: number; sha256: string };

async function digestOf(key: string): Promise<Digest> {
  const sum = createHash('sha256');
  let size = 0;
  for await (const chunk of fileStore().get(key)) {
    sum.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: sum.digest('hex') };
}

async function finish(work: Work, made: Digest): Promise<void> {
  const { networkId, closingId, madeAt } = work;
  const isWanted = await inNetwork(networkId, async (tx) => {
    const closing = await lockedClosing(tx, networkId, ['confirmed']).catch(() => null);
    if (closing?.id !== closingId) return false;
    // Another worker made one as well, under the same key: what lies there is what counts.
    const lying = closing.packageMadeAt ? await digestOf(packageKey(networkId, closingId)) : made;
    await tx.prisma.networkClosing.updateMany({
      where: { networkId, id: closingId },
      data: {
        packagePercent: 100,
        packageMadeAt: madeAt,
        packageSize: lying.size,
        packageSha256: lying.sha256,
        // From here on a half is needed only by who has not seen it yet.
        askerHalf: closing.askerShownAt ? null : closing.askerHalf,
        confirmerHalf: closing.confirmerShownAt ? null : closing.confirmerHalf,
      },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'closing.package_made',
      object: ['closing', closingId],
      actorId: null,
      at: madeAt,
    });
    return true;
  });
  // Taken back meanwhile.
  if (!isWanted) await fileStore().remove(packageKey(networkId, closingId));
}

async function* parts(work: Work, manifest: Manifest): AsyncIterable<ZipPart> {
  const { networkId, language, name, madeAt } = work;
  const t = translator(pickLanguage([language]), 'closing');
  yield { name: 'README.txt', content: [Buffer.from(`${t('readme', { network: name })}\r\n`)] };
  const columns = await inNetwork(networkId, (tx) => tx.run(networkColumns()));
  const files = await inNetwork(networkId, ({ prisma }) =>
    prisma.storedFile.findMany({
      where: { networkId, removedAt: null },
      orderBy: { id: 'asc' },
      select: { id: true, name: true, storageKey: true },
    }),
  );
  const tables = [
    ...Object.entries(packedOthers).map(([table, rows]) => ({
      table,
      columns: [] as PackedColumn[],
      read: (skipped: number) => rows(networkId, skipped, page),
    })),
    ...[...Map.groupBy(columns, ({ table }) => table)]
      .filter(([table]) => !keptBack.has(table))
      .map(([table, all]) => ({
        table,
        columns: all.filter(isHandedOver),
        read: (skipped: number) =>
          packedRows(
            table,
            all.filter(({ isKey }) => isKey).map(({ column }) => column),
            networkId,
            skipped,
            page,
          ),
      })),
  ];
  const steps = tables.length + files.length;
  let done = 0;
  for (const each of tables) {
    const file = `tables/${each.table}.csv`;
    const sum = createHash('sha256');
    let rows = 0;
    const lines = tableLines(work, each, (count) => {
      rows += count;
    });
    yield { name: file, content: tapped(lines, (chunk) => sum.update(chunk)) };
    manifest.tables.push({ name: each.table, file, rows, sha256: sum.digest('hex') });
    done += 1;
    await showProgress(work, Math.round((done / steps) * 98));
  }
  for (const { id, name: title, storageKey } of files) {
    const isThere = await fileStore().exists(storageKey);
    const file = `files/${id}/${title.replace(/[\p{Cc}/\\]+/gu, ' ').trim() || 'file'}`;
    const sum = createHash('sha256');
    let size = 0;
    if (isThere) {
      const content = tapped(fileStore().get(storageKey), (chunk) => {
        sum.update(chunk);
        size += chunk.length;
      });
      yield { name: file, content };
    }
    manifest.files.push({ id, name: title, file: isThere ? file : null, size, sha256: sum.digest('hex') });
    done += 1;
    await showProgress(work, Math.round((done / steps) * 98));
  }
  yield { name: 'manifest.json', content: [Buffer.from(JSON.stringify({ ...manifest, madeAt }, null, 2))] };
}

type Table = { table: string; columns: PackedColumn[]; read: (skipped: number) => Statement<PackedRow> };

async function* tableLines(
  { networkId, open }: Work,
  { table, columns, read }: Table,
  count: (rows: number) => void,
): AsyncIterable<Uint8Array> {
  let names = columns.map(({ column }) => column);
  for (let skipped = 0; ; skipped += page) {
    const rows = await inWholeNetwork(networkId, (tx) => tx.run(read(skipped)));
    if (skipped === 0) {
      if (names.length === 0) names = Object.keys(rows[0]?.row ?? {});
      yield Buffer.from(`\uFEFF${csvLines([names])}`);
    }
    count(rows.length);
    const cells = rows.map(({ row }) =>
      names.map((name) => {
        const field = `${table}.${name}`;
        if (!isSealed(field)) return cellOf(row[name]);
        const part = open(field, String(row.id), bytesOf(row[name]));
        return part.state === 'open' ? part.text : part.state === 'empty' ? null : part.state;
      }),
    );
    yield Buffer.from(csvLines(cells));
    if (rows.length < page) return;
  }
}

function isHandedOver({ table, column }: PackedColumn): boolean {
  return classOf(table, column) !== 'secret' && !keptBack.has(`${table}.${column}`);
}

function classOf(table: string, column: string): string | undefined {
  return (fieldClasses as Record<string, Record<string, string>>)[table]?.[column];
}

function isSealed(field: string): field is SealedField {
  const [table = '', column = ''] = field.split('.');
  return ['conf', 'spec'].includes(classOf(table, column) ?? '');
}

function sealedFields(): SealedField[] {
  return Object.entries(fieldClasses).flatMap(([table, columns]) =>
    Object.keys(columns)
      .map((column) => `${table}.${column}`)
      .filter(isSealed),
  );
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

// to_jsonb writes bytes as hexadecimal digits after "\x".
function bytesOf(value: unknown): Uint8Array | null {
  return typeof value === 'string' && value.startsWith('\\x') ? Buffer.from(value.slice(2), 'hex') : null;
}

async function* tapped(
  content: AsyncIterable<Uint8Array>,
  look: (chunk: Uint8Array) => void,
): AsyncIterable<Uint8Array> {
  for await (const chunk of content) {
    look(chunk);
    yield chunk;
  }
}

async function showProgress({ networkId, closingId }: Work, percent: number): Promise<void> {
  await inNetwork(networkId, ({ prisma }) =>
    prisma.networkClosing.updateMany({
      where: { networkId, id: closingId, state: 'confirmed', packageMadeAt: null },
      data: { packagePercent: percent },
    }),
  );
}
