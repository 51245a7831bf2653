import { noticePeople, noticeSeat, noticeTraining } from '@tessera/db/messages.server.ts';
import {
  factsOf,
  leaveTokenOf,
  type Notice,
  nameOf,
  notice,
  type Occasion,
  readerOf,
} from './notice.server.ts';
import { isGuest } from './seats.server.ts';

/** Brings the learner to the certificate; without an address, the person who had registered the seat. */
export async function certificateIssued(occasion: Occasion): Promise<Notice[]> {
  const { tx, event } = occasion;
  const { networkId } = event;
  const certificate = await tx.prisma.certificate.findFirst({
    where: { networkId, id: event.objectId, ...(occasion.isLookingBack ? {} : { state: 'issued' }) },
    select: { id: true, seatId: true, trainingId: true, verifyCode: true },
  });
  if (!certificate) return [];
  const [seat] = await tx.run(noticeSeat(networkId, certificate.seatId));
  const [training] = await tx.run(noticeTraining(networkId, certificate.trainingId));
  if (!seat || !training) return [];
  const [submitter] = await tx.run(noticePeople(seat.submittedById ? [seat.submittedById] : []));
  const reader = readerOf(event, seat.participant, 'own') ?? readerOf(event, submitter, 'institution');
  if (!reader) return [];
  return [
    notice(occasion, 'certificate-issued', reader, {
      training: factsOf(training, reader.language, event),
      personName: nameOf(seat.participant) ?? '',
      certificateId: certificate.id,
      verifyCode: certificate.verifyCode,
      guest: isGuest(seat) ? { seatId: seat.id, token: leaveTokenOf(occasion, seat) } : null,
    }),
  ];
}
