import { insertEvents } from '@tessera/db/events.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { noticeEvent } from '@tessera/db/messages.server.ts';
import { inNetwork, inScope, type Transaction } from '@tessera/db/scope.server.ts';
import { TableFileError } from '@tessera/documents/table-file.ts';
import { readTable } from '@tessera/documents/table-read.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { recordEvent } from '../events/record.server.ts';
import { fileStore } from '../files/store.server.ts';
import { applyPlan, type ImportPlace, planImport } from './apply.server.ts';
import { type ParsedRow, parseRow } from './parse.ts';
import type { Plan } from './plan.ts';
import { RunOptions } from './schema.ts';
import { findRun, move, waitForTurn } from './steps.server.ts';
import { type ImportKind, maxRows, shownProblems } from './terms.ts';
import { valueWords } from './words.server.ts';

type Work = { networkId: string; importId: string; place: ImportPlace; actorId: string | null };

/**
 * Does what a person asked of an import: the check, or the import itself. Safe to run twice and at once: what is done is
 * not done again.
 * @returns how many rows the file has
 */
export async function answerImportEvent(
  job: { networkId: string; eventId: string },
  realNow: Date,
): Promise<{ rows: number }> {
  const { networkId } = job;
  const [event] = await inNetwork(networkId, (tx) => tx.run(noticeEvent(networkId, job.eventId)));
  if (!event) return { rows: 0 };
  const isCheck = event.kind === 'import.check_asked';
  const run = await inNetwork(networkId, (tx) => findRun(tx, networkId, event.objectId));
  if (run.state !== (isCheck ? 'checking' : 'running')) return { rows: 0 };
  const card = await inNetwork(networkId, ({ prisma }) =>
    prisma.network.findFirst({ where: { id: networkId }, select: { country: true, timeZone: true } }),
  );
  const work: Work = {
    networkId,
    importId: run.id,
    actorId: event.actorId,
    place: {
      networkId,
      defaultLanguage: event.network.defaultLanguage,
      country: card?.country ?? '',
      timeZone: card?.timeZone ?? 'UTC',
      realNow,
      now: new Date(realNow.getTime() + event.network.clockOffset * 1000),
      kind: run.kind as ImportKind,
      role: RunOptions.parse(run.options).role,
      isMailed: RunOptions.parse(run.options).sendInvitations,
    },
  };
  try {
    await showProgress(work, 5);
    const rows = await readRows(run, event.network.defaultLanguage);
    await showProgress(work, 40);
    if (isCheck) await check(work, rows);
    else await write(work, rows);
    return { rows: rows.length };
  } catch (error) {
    if (!(error instanceof TableFileError)) throw error;
    await inNetwork(networkId, (tx) =>
      move(tx, networkId, run.id, ['checking', 'running'], {
        state: 'failed',
        failure: error.code,
        failureParams: error.params,
      }),
    );
    return { rows: 0 };
  }
}

type Run = Awaited<ReturnType<typeof findRun>>;

/** The rows of a run's file, read as its columns say. @throws TableFileError */
export async function readRows(
  run: Pick<Run, 'file' | 'mapping' | 'options'>,
  language: string,
): Promise<ParsedRow[]> {
  const file = await readRunFile(run, language);
  const words = valueWords();
  return file.rows.slice(1).map((row) => parseRow(row, run.mapping, words));
}

/** The table of a run's file. @throws TableFileError */
export async function readRunFile(run: Pick<Run, 'file' | 'options'>, language: string) {
  const bytes = await bytesOf(fileStore().get(run.file.storageKey));
  const { encoding } = RunOptions.parse(run.options);
  return readTable(bytes, { maxRows, encoding, languages: [language] });
}

async function check({ networkId, importId, place }: Work, rows: readonly ParsedRow[]): Promise<void> {
  await inNetwork(networkId, async (tx) => {
    const plan = await planImport(tx, place, rows);
    await move(tx, networkId, importId, ['checking'], {
      state: 'checked',
      progress: 100,
      rowCount: rows.length,
      ...countsOf(plan),
      problems: plan.problems.slice(0, shownProblems),
      changedAt: place.now,
    });
  });
}

/** Compares again under the lock and writes: everything in one transaction, or nothing. */
async function write(work: Work, rows: readonly ParsedRow[]): Promise<void> {
  const { networkId, importId, place } = work;
  await inScope({ networkId, door: 'register' }, async (tx) => {
    await waitForTurn(tx, networkId);
    const run = await findRun(tx, networkId, importId);
    // Another worker was faster.
    if (run.state !== 'running') return;
    const { withoutWrong, sendInvitations } = RunOptions.parse(run.options);
    const plan = await planImport(tx, place, rows);
    const counts = countsOf(plan);
    if (plan.counts.wrong > 0 && !withoutWrong) {
      // Something changed since the check.
      await move(tx, networkId, importId, ['running'], {
        state: 'checked',
        ...counts,
        problems: plan.problems.slice(0, shownProblems),
      });
      return;
    }
    await applyPlan(tx, place, { id: importId, actorId: work.actorId }, plan.writes);
    if (sendInvitations) await sendAll(tx, work, plan);
    await move(tx, networkId, importId, ['running'], {
      state: 'done',
      progress: 100,
      rowCount: rows.length,
      ...counts,
      problems: plan.problems.slice(0, shownProblems),
      changedAt: place.now,
      finishedAt: place.now,
    });
    await recordEvent(tx, {
      networkId,
      kind: 'import.done',
      object: ['import', importId],
      actorId: work.actorId,
      at: place.now,
      payload: { what: place.kind, ...plan.counts },
    });
  });
}

/** An invitation is an event each, because each of them is sent and tried again on its own. */
async function sendAll(tx: Transaction, { networkId, actorId, place }: Work, plan: Plan): Promise<void> {
  const events = plan.writes.invitations.map(({ id, role }) => ({
    id: newId(),
    network_id: networkId,
    kind: 'invitation.sent',
    object_kind: 'invitation',
    object_id: id,
    actor_id: actorId,
    payload: { role, isRepeat: false },
    at: place.now,
  }));
  if (events.length > 0) await tx.run(insertEvents(JSON.stringify(events)));
}

function countsOf({ counts }: Plan) {
  return {
    newCount: counts.new,
    changedCount: counts.changed,
    sameCount: counts.same,
    wrongCount: counts.wrong,
  };
}

async function showProgress({ networkId, importId }: Work, progress: number): Promise<void> {
  await inNetwork(networkId, ({ prisma }) =>
    prisma.importRun.updateMany({
      where: { networkId, id: importId, state: { in: ['checking', 'running'] } },
      data: { progress },
    }),
  );
}
