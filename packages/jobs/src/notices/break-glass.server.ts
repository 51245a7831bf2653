import { listAccesses } from '@tessera/db/consents.server.ts';
import { noticeAccessKeepers } from '@tessera/db/messages.server.ts';
import { distinctReaders, type Notice, notice, type Occasion, readerOf } from './notice.server.ts';

const steps = {
  'access.requested': 'requested',
  'access.approved': 'approved',
  'access.used': 'used',
} as const;

/** Tells every coordinator and data protection officer that someone asks to read what is sealed, may read it, or reads it; never what it is. */
export async function accessNotice(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, realNow } = occasion;
  const step = steps[event.kind as keyof typeof steps];
  const accesses = await tx.run(listAccesses(event.networkId));
  const access = accesses.find(({ id }) => id === event.objectId);
  if (!access) return [];
  const keepers = await tx.run(noticeAccessKeepers(event.networkId, realNow));
  return distinctReaders(keepers.map((person) => readerOf(event, person, 'security'))).map((reader) =>
    notice(occasion, 'access-notice', reader, {
      step,
      requesterName: access.requesterName,
      isOperator: access.requestedAs === 'operator',
      deciderName: access.deciderName,
    }),
  );
}
