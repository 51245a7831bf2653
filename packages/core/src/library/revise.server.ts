import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { dayAfter } from '../files/keep.server.ts';
import { leadsOutside } from '../links/addresses.server.ts';
import { lockEditable, note } from './access.server.ts';
import { everyLanguage, isIn, keepsVersions, mostItems } from './rules.ts';
import type { Revision } from './schema.ts';

type Wish = Omit<z.output<typeof Revision>, 'resourceId'>;
type Item = { id: string; fromVersion: number; untilVersion: number | null; fileId: string | null };

/**
 * Changes the files and links. What was shown before stays readable: the change is a new version with a note. New labels
 * alone are none.
 * @throws DomainError not_found, not_allowed, note_needed, items_full, link_not_public
 */
export async function reviseResource(
  ctx: Acting,
  { resourceId, ...wish }: z.output<typeof Revision>,
): Promise<{ version: number }> {
  const place = { networkId: ctx.network.id, resourceId };
  return ctx.transaction(async (tx) => {
    const locked = await lockEditable(tx, ctx, resourceId);
    const items = (
      await tx.prisma.resourceItem.findMany({
        where: place,
        select: { id: true, fromVersion: true, untilVersion: true, fileId: true },
        orderBy: { position: 'asc' },
      })
    ).filter((item) => isIn(item, locked.version));
    const leftOut = items.filter(({ id }) =>
      wish.items.some(({ itemId, isLeftOut }) => itemId === id && isLeftOut),
    );
    const added = wish.files.length + wish.links.length;
    if (items.length - leftOut.length + added > mostItems)
      throw new DomainError('items_full', { most: mostItems }, 'files');
    const inside = wish.links.find(({ url }) => !leadsOutside(url));
    if (inside) throw new DomainError('link_not_public', {}, `links[${inside.place}].url`);
    const isChanged = leftOut.length + added > 0;
    const isNewVersion = isChanged && keepsVersions(locked);
    if (isNewVersion && wish.note === '') throw new DomainError('note_needed', {}, 'note');
    const version = locked.version + (isNewVersion ? 1 : 0);
    if (isNewVersion) {
      await tx.prisma.resourceVersion.create({
        data: {
          ...place,
          number: version,
          note: wish.note,
          isMinor: wish.isMinor,
          createdAt: ctx.now,
          createdById: ctx.actor.personId,
        },
      });
    }
    await leaveOut(tx, ctx, leftOut, version);
    await rename(tx, place, wish.items, items);
    await add(tx, ctx, place, wish, version);
    await tx.prisma.resource.updateMany({
      where: { networkId: place.networkId, id: resourceId },
      data: { version, changedAt: ctx.now, languages: await languagesOf(tx, place, version) },
    });
    await note(tx, ctx, 'resource.revised', resourceId, { version, added, leftOut: leftOut.length });
    return { version };
  });
}

async function leaveOut(
  tx: Transaction,
  ctx: Acting,
  items: readonly Item[],
  version: number,
): Promise<void> {
  const networkId = ctx.network.id;
  const idsOf = (some: readonly Item[]) => ({ in: some.map(({ id }) => id) });
  const unseen = items.filter(({ fromVersion }) => fromVersion === version);
  const seen = items.filter(({ fromVersion }) => fromVersion < version);
  await tx.prisma.resourceItem.updateMany({
    where: { networkId, id: idsOf(seen) },
    data: { untilVersion: version },
  });
  await tx.prisma.resourceItem.deleteMany({ where: { networkId, id: idsOf(unseen) } });
  await tx.prisma.storedFile.updateMany({
    where: { networkId, id: { in: unseen.flatMap(({ fileId }) => fileId ?? []) } },
    data: { deleteAfter: dayAfter(ctx) },
  });
}

async function rename(
  tx: Transaction,
  place: { networkId: string; resourceId: string },
  named: Wish['items'],
  items: readonly Item[],
): Promise<void> {
  for (const { itemId, label, language, isLeftOut } of named) {
    if (isLeftOut || label === '' || !items.some(({ id }) => id === itemId)) continue;
    await tx.prisma.resourceItem.updateMany({ where: { ...place, id: itemId }, data: { label, language } });
    await tx.prisma.resourceWords.updateMany({ where: { ...place, itemId }, data: { language } });
  }
}

async function add(
  tx: Transaction,
  ctx: Acting,
  place: { networkId: string; resourceId: string },
  { files, filesLanguage, links }: Wish,
  version: number,
): Promise<void> {
  const { networkId } = place;
  const where = {
    networkId,
    id: { in: files },
    kind: 'resource_file',
    createdById: ctx.actor.personId,
    deleteAfter: { not: null },
    removedAt: null,
  };
  const kept = await tx.prisma.storedFile.findMany({ where, select: { id: true, name: true } });
  if (kept.length !== files.length) throw new DomainError('not_found');
  await tx.prisma.storedFile.updateMany({ where, data: { deleteAfter: null } });
  const last = await tx.prisma.resourceItem.aggregate({ where: place, _max: { position: true } });
  let position = last._max.position ?? 0;
  const base = () => {
    position += 1;
    return { ...place, id: newId(), position, fromVersion: version };
  };
  await tx.prisma.resourceItem.createMany({
    data: [
      ...files.map((fileId) => ({
        ...base(),
        fileId,
        language: filesLanguage,
        label: labelOf(kept.find(({ id }) => id === fileId)?.name ?? ''),
      })),
      ...links.map(({ url, label, language }) => ({
        ...base(),
        url,
        language,
        label: label || new URL(url).hostname,
      })),
    ],
  });
}

/** The name of a file as words: without its ending. */
function labelOf(name: string): string {
  return name.replace(/\.[a-z0-9]{1,5}$/i, '').replaceAll('_', ' ');
}

async function languagesOf(
  tx: Transaction,
  place: { networkId: string; resourceId: string },
  version: number,
): Promise<string[]> {
  const items = await tx.prisma.resourceItem.findMany({
    where: place,
    select: { language: true, fromVersion: true, untilVersion: true },
  });
  const languages = items.filter((item) => isIn(item, version)).map(({ language }) => language);
  return [...new Set(languages)].filter((language) => language !== everyLanguage).sort();
}
