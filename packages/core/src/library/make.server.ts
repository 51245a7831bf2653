import { newId } from '@tessera/db/id.server.ts';
import { putAdoption, resourceFile } from '@tessera/db/library.server.ts';
import type { z } from 'zod';
import { type Acting, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { fileStore } from '../files/store.server.ts';
import { holdLevels } from '../translations/hold-levels.server.ts';
import { note } from './access.server.ts';
import { readable } from './queries.server.ts';
import { isIn, makings, type ShareRight } from './rules.ts';
import type { Making } from './schema.ts';

/**
 * Makes a resource of the own network from one that a partner shares: a draft with the same words, files and links, which
 * names its origin for good. The owner reads that it was adapted.
 * @throws DomainError not_found, not_allowed when the share does not say so
 */
export async function makeOwn(
  ctx: Acting,
  { resourceId: originId, owner, as }: z.output<typeof Making>,
): Promise<{ resourceId: string }> {
  const networkId = ctx.network.id;
  const resourceId = newId();
  const place = { networkId, resourceId };
  const origin = await ctx.transaction(async (tx) => {
    const row = await readable(tx, ctx, { resourceId: originId, owner });
    if (!makings(row.rights as ShareRight | null).includes(as)) throw new DomainError('not_allowed');
    const items = [];
    for (const item of row.items.filter((each) => isIn(each, row.version))) {
      const [file] = item.name === null ? [] : await tx.run(resourceFile(row.networkId, originId, item.id));
      items.push({ ...item, file, fileId: file ? newId() : null });
    }
    return { ...row, items };
  });
  const keyOf = (fileId: string) => `${networkId}/${fileId}`;
  try {
    for (const { file, fileId } of origin.items)
      if (file && fileId) await fileStore().put(keyOf(fileId), fileStore().get(file.storageKey));
    await ctx.transaction(async (tx) => {
      const made = { createdAt: ctx.now, createdById: ctx.actor.personId };
      const title = origin.texts[0]?.title ?? '';
      await holdLevels(tx, ctx.network);
      await tx.prisma.resource.create({
        data: {
          id: resourceId,
          networkId,
          ...made,
          changedAt: ctx.now,
          kind: origin.kind,
          sourceLanguage: origin.sourceLanguage,
          topics: origin.topics,
          audiences: origin.audiences,
          licence: origin.licence,
          licenceWords: origin.licenceWords,
          languages: origin.languages,
          ownerInstitutionId: ownInstitution(ctx),
          originNetworkId: origin.networkId,
          originId,
          originKind: as,
          originVersion: origin.version,
          originTitle: title,
          originCredit: origin.creditedAs || origin.ownerName,
        },
      });
      await tx.prisma.resourceText.createMany({
        // How far each of them is comes along: what a machine wrote is nobody's work here either.
        data: origin.texts.map((text) => ({ ...place, ...text })),
      });
      await tx.prisma.resourceVersion.create({ data: { ...place, ...made, number: 1 } });
      await tx.prisma.storedFile.createMany({
        data: origin.items.flatMap(({ file, fileId }) =>
          file && fileId
            ? [
                {
                  id: fileId,
                  networkId,
                  ...made,
                  kind: 'resource_file',
                  name: file.name,
                  mime: file.mime,
                  size: file.size,
                  sha256: file.sha256,
                  storageKey: keyOf(fileId),
                },
              ]
            : [],
        ),
      });
      await tx.prisma.resourceItem.createMany({
        data: origin.items
          .filter(({ url, fileId }) => url !== '' || fileId)
          .map(({ language, label, url, fileId }, index) => ({
            ...place,
            id: newId(),
            position: index + 1,
            fromVersion: 1,
            language,
            label,
            url,
            fileId,
          })),
      });
      await tx.run(
        putAdoption(networkId, origin.networkId, originId, 'adapted', '', ctx.now, ctx.actor.personId),
      );
      await note(tx, ctx, 'resource.created', resourceId, { what: as });
    });
  } catch (failure) {
    for (const { fileId } of origin.items) if (fileId) await fileStore().remove(keyOf(fileId));
    throw failure;
  }
  return { resourceId };
}

// A manager writes for the own institution.
function ownInstitution(ctx: Acting): string | null {
  const allowed = reach(ctx, 'resource.create');
  return allowed.kind === 'institutions' ? (allowed.institutionIds[0] ?? null) : null;
}
