import type { Caller } from '@tessera/core/api.server.ts';
import { paths } from '@tessera/paths/paths.ts';

type Notice = Pick<
  Awaited<ReturnType<Caller['messages']['notices']>>['notices'][number],
  'kind' | 'topic' | 'params' | 'networkCode'
>;

/** Where a notice leads: to the very thing, or to the list that it stands in. */
export function noticeLink({ kind, topic, params, networkCode: code }: Notice): string {
  const { trainingId, seatId } = params;
  switch (kind) {
    case 'access-notice':
      return paths.accesses(code);
    case 'certificate-issued':
      return topic === 'own' || !trainingId ? paths.myCertificates(code) : paths.training(code, trainingId);
    case 'seat-offered':
      return seatId ? paths.seatOffer(code, seatId) : paths.myRegistrations(code);
    case 'seat-promoted':
    case 'seats-registered':
      return paths.myRegistrations(code);
    default:
      if (!trainingId) return paths.network(code);
      return topic === 'organised' ? paths.manage(code, trainingId) : paths.training(code, trainingId);
  }
}
