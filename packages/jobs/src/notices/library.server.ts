import { noticeCoordinators, noticePeople } from '@tessera/db/messages.server.ts';
import {
  distinctReaders,
  inLanguage,
  type Notice,
  notice,
  type Occasion,
  readerOf,
} from './notice.server.ts';

/** Tells who keeps a resource that it is to be checked. */
export async function resourceDue(occasion: Occasion): Promise<Notice[]> {
  const kept = await keptResource(occasion);
  if (!kept || (kept.state !== 'review_due' && !occasion.isLookingBack)) return [];
  const { readers, resourceId, titleIn } = kept;
  return readers.map((reader) =>
    notice(occasion, 'resource-due', reader, { resourceId, title: titleIn(reader.language) }),
  );
}

/** Tells who keeps a resource that links of it lead nowhere, once for all that broke together. */
export async function linkBroken(occasion: Occasion): Promise<Notice[]> {
  const kept = await keptResource(occasion);
  if (!kept || (kept.state === 'archived' && !occasion.isLookingBack)) return [];
  const { readers, resourceId, titleIn } = kept;
  const count = occasion.payload.count ?? 1;
  return readers.map((reader) =>
    notice(occasion, 'link-broken', reader, { resourceId, title: titleIn(reader.language), count }),
  );
}

/**
 * Tells the coordinators that a file with a virus was sent and refused, once for each file, however often somebody tries it;
 * whoever sent it was told at once.
 */
export async function fileInfected(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, payload, realNow } = occasion;
  const { networkId } = event;
  const earlier =
    payload.sha256 &&
    (await tx.prisma.domainEvent.findFirst({
      where: {
        networkId,
        objectId: event.objectId,
        kind: 'resource.file_infected',
        id: { lt: event.id },
        payload: { path: ['sha256'], equals: payload.sha256 },
      },
      select: { id: true },
    }));
  if (earlier) return [];
  const people = await tx.run(noticeCoordinators(networkId, realNow));
  return distinctReaders(people.map((person) => readerOf(event, person, 'security'))).map((reader) =>
    notice(occasion, 'file-infected', reader, {}),
  );
}

// Who began a resource keeps it; the coordinators do, where that person is no longer here.
async function keptResource({ tx, event, realNow }: Occasion) {
  const { networkId, objectId: resourceId } = event;
  const resource = await tx.prisma.resource.findFirst({
    where: { networkId, id: resourceId },
    select: { state: true, createdById: true, texts: { select: { language: true, title: true } } },
  });
  if (!resource) return null;
  const keeper =
    resource.createdById &&
    (await tx.prisma.roleAssignment.findFirst({
      where: {
        networkId,
        personId: resource.createdById,
        validFrom: { lte: realNow },
        OR: [{ validUntil: null }, { validUntil: { gt: realNow } }],
      },
      select: { personId: true },
    }));
  const people = await tx.run(
    keeper ? noticePeople([keeper.personId]) : noticeCoordinators(networkId, realNow),
  );
  const titles = resource.texts.map(({ language, title }) => ({ language, name: title }));
  return {
    resourceId,
    state: resource.state,
    readers: distinctReaders(people.map((person) => readerOf(event, person, 'organised'))),
    titleIn: (language: Parameters<typeof inLanguage>[1]) => inLanguage(titles, language, event) ?? '',
  };
}
