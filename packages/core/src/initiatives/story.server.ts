import { photoFile, settlePhotos } from '@tessera/db/initiatives.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import type { z } from 'zod';
import { type Acting, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { dayAfter } from '../files/keep.server.ts';
import { keepPicture } from '../files/pictures.server.ts';
import { fileStore } from '../files/store.server.ts';
import { living, lockAny, lockOwn, note } from './access.server.ts';
import { hasStory, maxPhotoBytes, mayPublish } from './rules.ts';
import type { NewPhoto, PhotoId, StoryFields } from './schema.ts';

type Fields = z.output<typeof StoryFields>;

/**
 * Writes the story. It is a new version: whoever agreed to the one before is asked anew, and until all have agreed and
 * it is published again, nobody outside sees it.
 * @throws DomainError not_found, story_early, photo_words_needed
 */
export async function writeStory(ctx: Acting, { initiativeId, texts, photos }: Fields): Promise<void> {
  const place = { networkId: ctx.network.id, initiativeId };
  await ctx.transaction(async (tx) => {
    const { state } = await lockOwn(tx, ctx, initiativeId);
    if (!hasStory(state)) throw new DomainError('story_early');
    await tx.prisma.initiativeStory.updateMany({ where: place, data: { version: { increment: 1 } } });
    await tx.prisma.initiativeStoryText.deleteMany({ where: place });
    await tx.prisma.initiativeStoryText.createMany({ data: texts.map((text) => ({ ...place, ...text })) });
    await writePhotos(tx, ctx, place, photos);
    await note(tx, ctx, 'initiative.story_written', initiativeId, { photos: photos.length });
  });
}

/**
 * Keeps a picture for the story. One that the story does not take goes the next day.
 * @throws DomainError not_found, story_early, picture_too_large, picture_type, picture_svg, picture_broken, picture_too_wide
 */
export async function keepPhoto(
  ctx: Acting,
  { initiativeId, name, content }: z.output<typeof NewPhoto>,
): Promise<{ photoId: string }> {
  await ctx.transaction(async (tx) => {
    const { state } = await lockOwn(tx, ctx, initiativeId);
    if (!hasStory(state)) throw new DomainError('story_early');
  });
  const photoId = await keepPicture(ctx, {
    kind: 'initiative_photo',
    event: 'initiative.photo_kept',
    mostBytes: maxPhotoBytes,
    field: 'photo',
    name,
    content,
  });
  return { photoId };
}

/**
 * A picture of a story: for everybody while it is public, before that for the team, their mentors and the coordinator.
 * @returns the bytes in base64, and whether everyone gets them
 * @throws DomainError not_found
 */
export async function photo(ctx: NetworkContext, { initiativeId, photoId }: z.output<typeof PhotoId>) {
  const seesAll = reach(ctx, 'initiative.read').kind === 'network';
  const personId = ctx.grants.length > 0 ? (ctx.actor?.personId ?? null) : null;
  const [file] = await ctx.transaction((tx) =>
    tx.run(photoFile(ctx.network.id, photoId, initiativeId, seesAll, personId, living)),
  );
  if (!file) throw new DomainError('not_found');
  const content = await bytesOf(fileStore().get(file.storageKey));
  return { mime: file.mime, content: content.toString('base64') };
}

/**
 * Puts a story on the public pages of the network.
 * @throws DomainError not_found, consents_missing
 */
export async function publishStory(ctx: Acting, initiativeId: string): Promise<void> {
  const place = { networkId: ctx.network.id, initiativeId };
  await ctx.transaction(async (tx) => {
    const { version, peopleReached, isPublic } = await lockAny(tx, ctx, initiativeId);
    if (isPublic) return;
    const team = await tx.prisma.initiativeMember.findMany({
      where: place,
      select: { consentState: true, consentVersion: true },
    });
    const texts = await tx.prisma.initiativeStoryText.findMany({ where: place, select: { language: true } });
    if (!mayPublish(team, { version, texts })) throw new DomainError('consents_missing');
    await tx.prisma.initiativeStory.updateMany({
      where: place,
      data: { isPublic: true, publishedAt: ctx.now, teamSize: team.length, reached: peopleReached },
    });
    await note(tx, ctx, 'initiative.published', initiativeId, { version });
  });
}

/**
 * Takes a story off the public pages. What the team said stays.
 * @throws DomainError not_found
 */
export async function unpublishStory(ctx: Acting, initiativeId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { isPublic } = await lockAny(tx, ctx, initiativeId);
    if (!isPublic) return;
    await tx.prisma.initiativeStory.updateMany({
      where: { networkId: ctx.network.id, initiativeId },
      data: { isPublic: false },
    });
    await note(tx, ctx, 'initiative.unpublished', initiativeId);
  });
}

async function writePhotos(
  tx: Transaction,
  ctx: Acting,
  place: { networkId: string; initiativeId: string },
  given: Fields['photos'],
): Promise<void> {
  const { networkId, initiativeId } = place;
  const kept = given.flatMap(({ photoId, words, isRemoved }, index) => {
    if (photoId === null || isRemoved) return [];
    if (words === '') throw new DomainError('photo_words_needed', {}, `photos[${index}].words`);
    return [{ id: photoId, words }];
  });
  const ids = kept.map(({ id }) => id);
  // Those that stand in this story, and those that one has just brought oneself.
  const mine = await tx.prisma.storedFile.count({
    where: {
      networkId,
      id: { in: ids },
      kind: 'initiative_photo',
      removedAt: null,
      OR: [
        { initiativePhotos: { some: { initiativeId } } },
        { createdById: ctx.actor.personId, initiativePhotos: { none: {} } },
      ],
    },
  });
  if (mine < new Set(ids).size || new Set(ids).size < ids.length) throw new DomainError('not_found');
  await tx.prisma.initiativePhoto.deleteMany({ where: place });
  await tx.prisma.initiativePhoto.createMany({
    data: kept.map((each, position) => ({ ...each, ...place, position })),
  });
  await tx.run(settlePhotos(networkId, dayAfter(ctx)));
}
