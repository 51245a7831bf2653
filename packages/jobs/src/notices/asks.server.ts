import { noticeAskReaders, noticePeople } from '@tessera/db/messages.server.ts';
import { distinctReaders, type Notice, notice, type Occasion, readerOf } from './notice.server.ts';

/** Tells the coordinators who may answer it that a mentor or a mentee asks for something, as long as it is open; not what, nor who. */
export async function askMade(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, payload, realNow, isLookingBack } = occasion;
  const ask = await tx.prisma.mentoringAsk.findFirst({
    where: { networkId: event.networkId, id: payload.askId },
    select: { id: true, answer: true },
  });
  if (!payload.askId || !ask || (ask.answer !== null && !isLookingBack)) return [];
  const people = await tx.run(noticeAskReaders(event.networkId, realNow, ask.id));
  const readers = people.map((person) => readerOf(event, person, 'mentoring'));
  return distinctReaders(readers).map((reader) =>
    notice(occasion, 'ask-notice', reader, { step: 'asked', askId: ask.id }),
  );
}

/** Tells who asked that there is an answer, and nothing of it. */
export async function askAnswered(occasion: Occasion): Promise<Notice[]> {
  const { tx, event } = occasion;
  const ask = await tx.prisma.mentoringAsk.findFirst({
    where: { networkId: event.networkId, id: event.objectId },
    select: { id: true, personId: true, answer: true },
  });
  if (!ask?.answer) return [];
  const people = await tx.run(noticePeople([ask.personId]));
  const readers = people.map((person) => readerOf(event, person, 'mentoring'));
  return distinctReaders(readers).map((reader) =>
    notice(occasion, 'ask-notice', reader, { step: 'answered', askId: ask.id }),
  );
}
