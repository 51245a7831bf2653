import { noticeCoordinators, noticePeople } from '@tessera/db/messages.server.ts';
import {
  distinctReaders,
  inLanguage,
  type Notice,
  notice,
  type Occasion,
  readerOf,
} from './notice.server.ts';

/** Tells who began a resource that it is to be checked; the coordinators, where that person is no longer here. */
export async function resourceDue(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, realNow, isLookingBack } = occasion;
  const { networkId, objectId: resourceId } = event;
  const resource = await tx.prisma.resource.findFirst({
    where: { networkId, id: resourceId },
    select: { state: true, createdById: true, texts: { select: { language: true, title: true } } },
  });
  if (!resource || (resource.state !== 'review_due' && !isLookingBack)) return [];
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
  return distinctReaders(people.map((person) => readerOf(event, person, 'organised'))).map((reader) =>
    notice(occasion, 'resource-due', reader, {
      resourceId,
      title: inLanguage(titles, reader.language, event) ?? '',
    }),
  );
}
