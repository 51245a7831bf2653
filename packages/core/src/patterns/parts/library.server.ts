import { sharedResources } from '@tessera/db/patterns.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { FileMissing } from '@tessera/files/key.ts';
import { fileStore } from '../../files/store.server.ts';
import { note } from '../../library/access.server.ts';
import { isIn } from '../../library/rules.ts';
import { holdLevels } from '../../translations/hold-levels.server.ts';
import type { Copying, Found, Made, Part } from '../part.ts';
import { copyId, rewriteLinks } from '../rules.ts';
import { linksOf } from './links.server.ts';

/**
 * Resources that the other network itself owns and shows, as drafts that name their origin, with their files. What an
 * institution owns, or a partner shares, is named and not copied.
 */
export const libraryPart: Part = {
  isThere: async (tx, { network }) =>
    (await tx.prisma.resource.count({ where: { networkId: network.id } })) > 0,
  find: async (tx, copying) => {
    const { source, target } = copying;
    const rows = await readResources(tx, source.network.id);
    const own = rows.filter(({ ownerInstitutionId }) => ownerInstitutionId === null);
    const copies = new Map(own.map(({ id }) => [id, copyId(copying.runId, id)]));
    // What partners share is for the members of the other network; where it offers itself to everybody, nobody reads it here.
    const shared = source.isOffered ? [] : await tx.run(sharedResources(source.network.id, target.language));
    return [
      ...own.map((row) => foundOf(row, copying, copies)),
      ...rows
        .filter((row) => !own.includes(row))
        .map((row) => ({ key: row.id, title: titleOf(row), leftOut: 'institution' as const })),
      ...shared.map(({ id, title, owner }) => ({
        key: id,
        title: `${title} (${owner})`,
        leftOut: 'shared' as const,
      })),
    ];
  },
  rows: async (tx, networkId, { objectId }) =>
    objectId &&
    (await tx.prisma.resource.findFirst({
      where: { networkId, id: objectId },
      omit: { checkedOn: true },
      include: {
        texts: {
          orderBy: { language: 'asc' },
          select: { language: true, title: true, description: true, version: true },
        },
        versions: { select: { number: true } },
        items: {
          orderBy: { position: 'asc' },
          select: { id: true, label: true, url: true, fileId: true, untilVersion: true },
        },
      },
    })),
  remove: async (tx, { network, realNow }, { objectId }) => {
    if (!objectId) return;
    const networkId = network.id;
    const items = await tx.prisma.resourceItem.findMany({
      where: { networkId, resourceId: objectId },
      select: { fileId: true },
    });
    const files = items.flatMap(({ fileId }) => fileId ?? []);
    await tx.prisma.resource.deleteMany({ where: { networkId, id: objectId } });
    // The bytes go with the next round of the files.
    await tx.prisma.storedFile.updateMany({
      where: { networkId, id: { in: files } },
      data: { deleteAfter: realNow },
    });
  },
};

type Row = Awaited<ReturnType<typeof readResources>>[number];

async function readResources(tx: Transaction, networkId: string) {
  const rows = await tx.prisma.resource.findMany({
    where: { networkId, state: { in: ['published', 'review_due'] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: {
      network: { select: { texts: { select: { language: true, name: true } }, defaultLanguage: true } },
      texts: {
        orderBy: { language: 'asc' },
        omit: { folded: true, foldedTitle: true, listedBy: true, isPrepared: true },
      },
      items: { orderBy: { position: 'asc' }, include: { file: true } },
    },
  });
  return rows.map((row) => ({ ...row, items: row.items.filter((item) => isIn(item, row.version)) }));
}

function titleOf({ texts, sourceLanguage }: Row): string {
  return (texts.find(({ language }) => language === sourceLanguage) ?? texts[0])?.title ?? '';
}

function foundOf(row: Row, copying: Copying, copies: ReadonlyMap<string, string>): Found {
  const { runId, target } = copying;
  const files = row.items.flatMap(({ file }) => (file && !file.removedAt ? [file] : []));
  const gone = new Set(row.items.flatMap(({ file }) => (file?.removedAt ? [file.id] : [])));
  return {
    key: row.id,
    title: titleOf(row),
    // The same bytes under the same name, however often.
    prepare: async () => {
      for (const { id, storageKey } of files)
        if (!(await isKept(keyOf(target.network.id, copyId(runId, id)), storageKey))) gone.add(id);
    },
    copy: (tx) => writeResource(tx, row, copying, { copies, gone }),
  };
}

/** Writes the bytes of a file under another name. @returns whether they were there */
async function isKept(key: string, from: string): Promise<boolean> {
  try {
    await fileStore().put(key, fileStore().get(from));
    return true;
  } catch (error) {
    if (error instanceof FileMissing) return false;
    throw error;
  }
}

function keyOf(networkId: string, fileId: string): string {
  return `${networkId}/${fileId}`;
}

async function writeResource(
  tx: Transaction,
  row: Row,
  copying: Copying,
  { copies, gone }: { copies: ReadonlyMap<string, string>; gone: ReadonlySet<string> },
): Promise<Made> {
  const { runId, target, source } = copying;
  const networkId = target.network.id;
  const resourceId = copyId(runId, row.id);
  const made = { createdAt: target.now, createdById: target.actor.personId };
  const links = linksOf(copying, copies);
  const notes: NonNullable<Made['notes']>[number][] = [];
  const led = (text: string) => {
    const rewritten = rewriteLinks(text, links);
    notes.push(...rewritten.left.map((title) => ({ title, reason: 'link' as const })));
    return rewritten.text;
  };
  await holdLevels(tx, target.network);
  const { kind, sourceLanguage, topics, audiences, licence, licenceWords, languages, visibility } = row;
  const card = { kind, sourceLanguage, topics, audiences, licence, licenceWords, languages, visibility };
  await tx.prisma.resource.create({
    data: {
      id: resourceId,
      networkId,
      ...made,
      changedAt: target.now,
      ...card,
      ...originOf(row, source.network.name),
    },
  });
  await tx.prisma.resourceText.createMany({
    data: row.texts.map(({ description, ...text }) => ({
      ...text,
      networkId,
      resourceId,
      description: led(description),
    })),
  });
  await tx.prisma.resourceVersion.create({ data: { networkId, resourceId, number: 1, ...made } });
  for (const [index, { id, language, label, url, file }] of row.items.entries()) {
    if (file && gone.has(file.id)) {
      notes.push({ title: file.name, reason: 'file_gone' });
      continue;
    }
    const fileId = file && copyId(runId, file.id);
    if (file && fileId) {
      const { name, mime, size, sha256 } = file;
      const storageKey = keyOf(networkId, fileId);
      await tx.prisma.storedFile.create({
        data: { id: fileId, networkId, kind: 'resource_file', name, mime, size, sha256, storageKey, ...made },
      });
    }
    const place = { networkId, resourceId, position: index + 1, fromVersion: 1 };
    await tx.prisma.resourceItem.create({
      data: { ...place, id: copyId(runId, id), language, label, url: led(url), fileId },
    });
  }
  // The words in its files are read, and its pictures drawn, as for every new resource.
  await note(tx, target, 'resource.created', resourceId, { what: kind });
  return { objectId: resourceId, notes };
}

// A licence may ask for the name of whoever made it.
function originOf(row: Row, name: string) {
  const { originNetworkId, originId, originKind, originVersion, originTitle, originCredit } = row;
  return originId
    ? { originNetworkId, originId, originKind, originVersion, originTitle, originCredit }
    : {
        originNetworkId: row.networkId,
        originId: row.id,
        originKind: 'adaptation',
        originVersion: row.version,
        originTitle: titleOf(row),
        originCredit: name,
      };
}
