import { presenceToken } from '@tessera/core/attendance/presence.server.ts';
import { presenceUntil } from '@tessera/core/attendance/rules.ts';
import { peopleOnline } from '@tessera/db/evidence.server.ts';
import { noticeSeatsOfTraining, noticeTraining } from '@tessera/db/messages.server.ts';
import { factsOf, hiddenToken, type Notice, notice, type Occasion, readerOf } from './notice.server.ts';

/** Asks whoever took part in a half-day online to say so; each seat by itself, for its link is its holder's alone. */
export async function presenceAsked(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, payload, now, isLookingBack } = occasion;
  const { networkId, objectId: trainingId } = event;
  const { sessionId } = payload;
  if (!sessionId) return [];
  const [[training], session, online, seats] = await Promise.all([
    tx.run(noticeTraining(networkId, trainingId)),
    tx.prisma.trainingSession.findFirst({ where: { networkId, id: sessionId } }),
    tx.run(peopleOnline(networkId, trainingId, sessionId)),
    tx.run(noticeSeatsOfTraining(networkId, trainingId)),
  ]);
  if (!training || !session?.presenceAskedAt) return [];
  const until = presenceUntil(session.presenceAskedAt);
  if (now > until && !isLookingBack) return [];
  const asked = new Set(online.map(({ seatId }) => seatId));
  return seats
    .filter(({ id }) => asked.has(id))
    .flatMap(({ id: seatId, participantId, participant }) => {
      const reader = readerOf(event, participant, 'own');
      if (!reader) return [];
      return notice(occasion, 'presence-asked', reader, {
        training: factsOf(training, reader.language, event),
        session: { id: sessionId, startsAt: session.startsAt, endsAt: session.endsAt },
        until,
        seatId,
        token: isLookingBack ? hiddenToken : presenceToken({ sessionId, seatId, participantId }),
      });
    });
}
