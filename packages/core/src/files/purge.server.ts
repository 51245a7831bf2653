import { dueFiles } from '@tessera/db/imports.server.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { removePreviews, removeStored } from './store.server.ts';

/**
 * Removes files whose time is over, and what is noted of the people in them. The row stays and says when. Safe to run
 * twice and at once.
 * @returns how many files went
 */
export async function purgeFiles(realNow: Date): Promise<number> {
  const due = await inScope({ door: 'platform' }, (tx) => tx.run(dueFiles(realNow)));
  for (const { networkId, fileId, storageKey } of due) {
    await removeStored(storageKey);
    await inNetwork(networkId, async ({ prisma }) => {
      await prisma.importRow.deleteMany({ where: { networkId, run: { fileId } } });
      await prisma.filePreview.deleteMany({ where: { networkId, fileId } });
      await prisma.storedFile.updateMany({
        where: { networkId, id: fileId },
        data: { removedAt: realNow, name: '' },
      });
    });
    // A picture that was being drawn meanwhile has come by now, and none comes after.
    await removePreviews(storageKey);
  }
  return due.length;
}
