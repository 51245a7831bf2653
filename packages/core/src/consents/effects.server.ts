import { expireConsents } from '@tessera/db/consents.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { isBuiltinPurpose } from './rules.ts';

type Taken = {
  networkId: string;
  consentId: string;
  /** Whom it is about; null for someone without a login, whose consent hangs on nothing here. */
  personId: string | null;
  actorId: string;
  purpose: string;
  now: Date;
};

/** Ends a consent that is in force, and in the same transaction what hung on it. Once it has ended nothing happens. */
export async function takeBack(tx: Transaction, taken: Taken): Promise<void> {
  const { networkId, consentId, actorId, purpose, now } = taken;
  const { count } = await tx.prisma.consentRecord.updateMany({
    where: { networkId, id: consentId, state: 'given' },
    data: { state: 'withdrawn', withdrawnAt: now },
  });
  if (count === 0) return;
  await endEffects(tx, taken);
  await recordEvent(tx, {
    networkId,
    kind: 'consent.withdrawn',
    object: ['consent', consentId],
    actorId,
    at: now,
    payload: { purpose },
  });
}

/**
 * Ends the consents of a network whose time is over, and in the same transaction what hung on them.
 * @returns how many ended
 */
export async function endDueConsents(
  tx: Transaction,
  { networkId, now }: Pick<Taken, 'networkId' | 'now'>,
): Promise<number> {
  const ended = await tx.run(expireConsents(networkId, now));
  for (const { id, personId, purpose } of ended) {
    await endEffects(tx, { networkId, personId, purpose });
    await recordEvent(tx, {
      networkId,
      kind: 'consent.expired',
      object: ['consent', id],
      actorId: null,
      at: now,
      payload: { purpose },
    });
  }
  return ended.length;
}

async function endEffects(
  tx: Transaction,
  { networkId, personId, purpose }: Pick<Taken, 'networkId' | 'personId' | 'purpose'>,
): Promise<void> {
  if (personId === null || !isBuiltinPurpose(purpose)) return;
  switch (purpose) {
    case 'name_on_certificate':
      await tx.prisma.certificate.updateMany({
        where: { networkId, isNameShown: true, participant: { personId } },
        data: { isNameShown: false },
      });
      return;
    // Public pages read the consent itself.
    case 'public_listing':
      return;
    default:
      purpose satisfies never;
  }
}
