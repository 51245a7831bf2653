import { noticePeople } from '@tessera/db/messages.server.ts';
import { distinctReaders, type Notice, notice, type Occasion, readerOf } from './notice.server.ts';

/** Asks the mentor and the mentees with a login for their answer to a proposal, as long as they owe one. */
export async function mentoringProposed(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, isLookingBack } = occasion;
  const relation = await tx.prisma.mentoringRelation.findFirst({
    where: { networkId: event.networkId, id: event.objectId },
    select: {
      state: true,
      mentorAcceptedAt: true,
      mentor: { select: { personId: true } },
      mentees: {
        where: { leftOn: null },
        select: { acceptedAt: true, mentee: { select: { personId: true } } },
      },
    },
  });
  if (!relation || (relation.state !== 'proposed' && !isLookingBack)) return [];
  const asked = [
    { personId: relation.mentor.personId, acceptedAt: relation.mentorAcceptedAt },
    ...relation.mentees.map(({ acceptedAt, mentee: { personId } }) => ({ personId, acceptedAt })),
  ];
  const owing = asked.flatMap(({ personId, acceptedAt }) =>
    personId && (isLookingBack || acceptedAt === null) ? [personId] : [],
  );
  const people = await tx.run(noticePeople(owing));
  const readers = people.map((person) => readerOf(event, person, 'mentoring'));
  return distinctReaders(readers).map((reader) => notice(occasion, 'mentoring-proposed', reader, {}));
}
