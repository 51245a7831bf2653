import { platformNetworkId } from '@tessera/db/platform.ts';
import { inScope, type Transaction } from '@tessera/db/scope.server.ts';
import { useTimeCode } from '@tessera/db/second-step.server.ts';
import { normaliseCode } from '../certificates/rules.ts';
import { recordEvent } from '../events/record.server.ts';
import { openPlatformSecret } from '../privacy/seal.server.ts';
import { takeRecoveryCode } from './recovery-codes.server.ts';
import { windowOf } from './time-code.server.ts';

/** Where everything about the second step happens: behind the door of logins, with the key of the platform. */
export function inSecondStep<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inScope({ door: 'identity', networkId: platformNetworkId }, work);
}

/** Where a key is sealed to, so that it opens for nobody else. */
export const keyPlace = (personId: string) => `second_step.secret/${personId}`;

/**
 * Takes a code from the app or a recovery code, whichever it looks like. Each works once. Attempts are counted by whoever
 * calls it; the code of a person who has no second step is never right.
 */
export async function takeCode(
  tx: Transaction,
  { personId, code, now }: { personId: string; code: string; now: Date },
): Promise<boolean> {
  const digits = code.replace(/[\s-]/g, '');
  if (/^\d{6}$/.test(digits)) return takeTimeCode(tx, personId, digits, now);
  const taken = await takeRecoveryCode(tx, personId, normaliseCode(code), now);
  if (!taken) return false;
  await recordEvent(tx, {
    networkId: platformNetworkId,
    kind: 'second_step.recovery_used',
    object: ['person', personId],
    actorId: personId,
    at: now,
    payload: { left: taken.left },
  });
  return true;
}

async function takeTimeCode(tx: Transaction, personId: string, code: string, now: Date): Promise<boolean> {
  const step = await tx.prisma.secondStep.findFirst({
    where: { personId, confirmedAt: { not: null } },
    select: { secret: true },
  });
  const key = step && (await openPlatformSecret(tx, keyPlace(personId), step.secret));
  const window = key && windowOf(key, code, now);
  if (!window) return false;
  const [used] = await tx.run(useTimeCode(personId, window));
  return used !== undefined;
}
