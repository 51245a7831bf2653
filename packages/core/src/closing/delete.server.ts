import {
  deleteClosingRows,
  dueClosings,
  lockClosing,
  networkRows,
  noteDeleted,
  peopleOnlyHere,
  releaseCards,
  tableReferences,
} from '@tessera/db/closings.server.ts';
import { inNetwork, inScope, inWholeNetwork } from '@tessera/db/scope.server.ts';
import { destroyNetworkKeys } from '@tessera/db/sealing.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { fileStore, removePreviews, removeStored } from '../files/store.server.ts';
import { endEveryLink } from '../networks/links.server.ts';
import { forgetLogin } from '../privacy/erasure.server.ts';
import { removePackage } from './decide.server.ts';
import { lockedClosing, packageKey } from './find.server.ts';
import { deletionOrder } from './terms.ts';

/** What is told after each batch; a test throws here, as a killed worker would end here. */
export type AfterBatch = (kind: string, count: number) => void;
type Place = { networkId: string; closingId: string; now: Date; realNow: Date; afterBatch: AfterBatch };

const batch = 500;
const fileBatch = 50;
/** Background work that was under way when a network closed may write once more; then its rows go in the next round. */
const rounds = 5;
/** Figures below this could tell of people. */
const smallest = 5;

/**
 * Deletes the networks whose closing is due, or was begun and cut off. Each batch is a transaction of its own, so that a
 * run can end anywhere and the next one goes on. Safe to run twice and at once.
 * @returns how many networks are closed now
 */
export async function endClosings(
  realNow: Date,
  afterBatch: AfterBatch = () => {},
): Promise<{ closed: number; left: number }> {
  const due = await inScope({ door: 'platform' }, (tx) => tx.run(dueClosings(realNow)));
  const failures: unknown[] = [];
  let closed = 0;
  for (const { networkId, closingId, state, clockOffset } of due) {
    const now = new Date(realNow.getTime() + clockOffset * 1000);
    try {
      if (state === 'withdrawn') await removePackage(networkId, closingId);
      else {
        await deleteNetwork({ networkId, closingId, now, realNow, afterBatch });
        closed += 1;
      }
    } catch (error) {
      // One network that cannot go keeps no other from going.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return { closed, left: due.length - closed };
}

async function deleteNetwork(place: Place): Promise<void> {
  if (!(await begin(place))) return;
  await endEveryLink(place.networkId, place.now, place.realNow);
  await forgetPeople(place);
  await removeFiles(place);
  const order = await tablesInOrder(place);
  for (let round = 0; round < rounds; round += 1) {
    for (const table of order) await empty(place, table);
    if (await finish(place)) return;
  }
  throw new Error('rows keep coming into a network that is being deleted');
}

/** From here on nobody can take it back. */
async function begin({ networkId, closingId, now, realNow }: Place): Promise<boolean> {
  return inNetwork(networkId, async (tx) => {
    const closing = await lockedClosing(tx, networkId, ['confirmed', 'deleting']).catch(() => null);
    if (closing?.id !== closingId) return false;
    if (closing.state === 'deleting') return true;
    if (closing.downloads === 0 || !closing.deleteAfter || closing.deleteAfter > realNow) return false;
    await tx.prisma.networkClosing.updateMany({
      where: { networkId, id: closingId },
      data: { state: 'deleting', deletionBegunAt: now, askerHalf: null, confirmerHalf: null },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'closing.begun',
      object: ['closing', closingId],
      actorId: null,
      at: now,
    });
    return true;
  });
}

/** People whom no other network knows lose their name and their login; before the rows go that tell who they are. */
async function forgetPeople({ networkId, realNow, afterBatch }: Place): Promise<void> {
  const people = await inScope({ networkId, door: 'platform' }, (tx) => tx.run(peopleOnlyHere(100_000)));
  for (const { id: personId } of people) {
    try {
      await forgetLogin({ personId, actorId: null, now: realNow });
    } catch (error) {
      // What the platform must keep by law stays with it.
      if (!(error instanceof DomainError && error.code === 'legal_hold')) throw error;
    }
    afterBatch('person', 1);
  }
}

async function removeFiles({ networkId, closingId, realNow, afterBatch }: Place): Promise<void> {
  await fileStore().remove(packageKey(networkId, closingId));
  for (;;) {
    const files = await inNetwork(networkId, ({ prisma }) =>
      prisma.storedFile.findMany({
        where: { networkId, removedAt: null },
        take: fileBatch,
        select: { id: true, storageKey: true },
      }),
    );
    for (const { storageKey } of files) await removeStored(storageKey);
    await inNetwork(networkId, ({ prisma }) =>
      prisma.storedFile.updateMany({
        where: { networkId, id: { in: files.map(({ id }) => id) } },
        data: { removedAt: realNow, name: '' },
      }),
    );
    // Pictures that were being drawn meanwhile have come by now, and none comes after.
    for (const { storageKey } of files) await removePreviews(storageKey);
    if (files.length > 0) afterBatch('file', files.length);
    if (files.length < fileBatch) return;
  }
}

async function tablesInOrder({ networkId }: Place): Promise<string[]> {
  return inWholeNetwork(networkId, async (tx) => {
    const tables = await tx.run(networkRows());
    const references = await tx.run(tableReferences());
    return deletionOrder(
      tables.map(({ name }) => name),
      references,
    );
  });
}

async function empty({ networkId, closingId, afterBatch }: Place, table: string): Promise<void> {
  for (;;) {
    const count = await inWholeNetwork(networkId, async (tx) => {
      // Two workers at once: one batch after the other.
      const [locked] = await tx.run(lockClosing(networkId));
      if (locked?.id !== closingId || locked.state !== 'deleting') return 0;
      const [deleted] = await tx.run(deleteClosingRows(table, batch));
      const gone = deleted?.gone ?? 0;
      if (gone > 0) await tx.run(noteDeleted(networkId, closingId, table, gone));
      return gone;
    });
    if (count > 0) afterBatch(table, count);
    if (count < batch) return;
  }
}

/**
 * Hands over the cards, destroys the keys and leaves the tombstone, in one step.
 * @returns false when rows came in meanwhile
 */
async function finish({ networkId, closingId, now }: Place): Promise<boolean> {
  return inWholeNetwork(networkId, async (tx) => {
    const [locked] = await tx.run(lockClosing(networkId));
    if (locked?.id !== closingId || locked.state === 'closed') return true;
    const rows = await tx.run(networkRows());
    if (rows.some(({ kept }) => kept > 0)) return false;
    const closing = await tx.prisma.networkClosing.findFirst({
      where: { networkId, id: closingId },
      select: { progress: true },
    });
    await tx.run(releaseCards());
    await tx.run(destroyNetworkKeys(networkId, now));
    await tx.prisma.network.updateMany({ where: { id: networkId }, data: { state: 'closed' } });
    await tx.prisma.networkClosing.updateMany({
      where: { networkId, id: closingId },
      data: {
        state: 'closed',
        closedAt: now,
        reason: '',
        progress: anonymous(closing?.progress as Record<string, number>),
      },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'closing.closed',
      object: ['closing', closingId],
      actorId: null,
      at: now,
    });
    return true;
  });
}

function anonymous(progress: Record<string, number> | undefined): Record<string, number> {
  return Object.fromEntries(Object.entries(progress ?? {}).filter(([, count]) => count >= smallest));
}
