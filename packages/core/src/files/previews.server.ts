import { noticeEvent } from '@tessera/db/messages.server.ts';
import { keepPreview, type UndrawnFile, undrawnFiles } from '@tessera/db/previews.server.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { FileMissing } from '@tessera/files/key.ts';
import { type Preview, previewMimes, previewsOf } from '@tessera/files/preview.server.ts';
import { inOnePiece } from './keep.server.ts';
import { fileStore, previewKey, removePreviews } from './store.server.ts';

const mostInOneRun = 200;

/**
 * Draws what the files of a resource look like, after a change of it. Safe to run twice and at once.
 * @returns how many files were drawn
 */
export async function answerPreviewEvent({
  networkId,
  eventId,
}: {
  networkId: string;
  eventId: string;
}): Promise<{ previews: number }> {
  const [event] = await inNetwork(networkId, (tx) => tx.run(noticeEvent(networkId, eventId)));
  return { previews: event ? await drawAll(networkId, event.objectId) : 0 };
}

/** Draws what came before there were previews, and what a run that ended left over. */
export async function sweepPreviews(): Promise<number> {
  const networks = await inScope({}, (tx) =>
    tx.prisma.network.findMany({
      where: { state: 'active', kind: { not: 'platform' } },
      select: { id: true },
    }),
  );
  let drawn = 0;
  for (const { id } of networks) drawn += await drawAll(id, null);
  return drawn;
}

async function drawAll(networkId: string, resourceId: string | null): Promise<number> {
  const files = await inNetwork(networkId, (tx) =>
    tx.run(undrawnFiles(networkId, resourceId, previewMimes, mostInOneRun)),
  );
  for (const file of files) await drawOne(networkId, file);
  return files.length;
}

// The pictures are written before the row that tells of them; without a file there is no row, and they go again.
async function drawOne(networkId: string, { fileId, mime, storageKey }: UndrawnFile): Promise<void> {
  const previews = await drawn(mime, storageKey);
  for (const { size, bytes } of previews)
    await fileStore().put(previewKey(storageKey, size), inOnePiece(bytes));
  const { width, height } = previews.find(({ size }) => size === 'large') ?? { width: 0, height: 0 };
  const kept = await inNetwork(networkId, (tx) =>
    tx.run(keepPreview(networkId, fileId, previews.length > 0 ? 'drawn' : 'none', width, height)),
  );
  if (kept.length === 0) await removePreviews(storageKey);
}

async function drawn(mime: string, storageKey: string): Promise<Preview[]> {
  try {
    return (await previewsOf(mime, await bytesOf(fileStore().get(storageKey)))) ?? [];
  } catch (error) {
    if (error instanceof FileMissing) return [];
    throw error;
  }
}
