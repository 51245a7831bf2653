import { libraryPool } from '@tessera/db/scope.server.ts';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../errors.ts';
import { limitKey } from './secrets.server.ts';

const limits = {
  /** Wrong passwords or codes for one account. */
  account: { points: 8, duration: 15 * 60 },
  /** Codes of the second step of one person: whoever knows the password begins as often as they like. */
  second_step: { points: 8, duration: 60 * 60 },
  /** Attempts from one network address, whatever the account. A town hall has one for all its people: what succeeds is given back. */
  address: { points: 60, duration: 15 * 60 },
  /** Codes of certificates that do not exist, from one network address. */
  guess: { points: 100, duration: 15 * 60 },
  /** Mails that one account can be made to receive. */
  mail: { points: 5, duration: 60 * 60 },
  /** How often one message is sent again on purpose. */
  resend: { points: 3, duration: 60 * 60 },
  /** Copies of everything stored about one person. */
  download: { points: 10, duration: 60 * 60 },
} as const;

type Limit = keyof typeof limits;

const limiters = new Map<Limit, RateLimiterPostgres>();

function limiter(limit: Limit): RateLimiterPostgres {
  let made = limiters.get(limit);
  if (!made) {
    made = new RateLimiterPostgres({
      storeClient: libraryPool(),
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: limit,
      ...limits[limit],
    });
    limiters.set(limit, made);
  }
  return made;
}

/**
 * Counts one attempt.
 * @throws DomainError too_many_attempts with the minutes to wait
 */
export async function countAttempt(limit: Limit, key: string): Promise<void> {
  try {
    await limiter(limit).consume(limitKey(key));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw tooMany(error);
  }
}

/**
 * Counts nothing: for what only a failure counts, so that a success after too many failures tells nothing either.
 * @throws DomainError too_many_attempts with the minutes to wait
 */
export async function requireAttemptsLeft(limit: Limit, key: string): Promise<void> {
  const counted = await limiter(limit).get(limitKey(key));
  if (counted && counted.consumedPoints >= limits[limit].points) throw tooMany(counted);
}

function tooMany({ msBeforeNext }: RateLimiterRes): DomainError {
  return new DomainError('too_many_attempts', { minutes: Math.max(1, Math.ceil(msBeforeNext / 60_000)) });
}

/** Forgets the attempts of an account after it proved itself. */
export async function forgetAttempts(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(limitKey(key));
}

/** Gives one counted attempt back, because it was none: who stood behind it proved themselves. */
export async function giveBackAttempt(limit: Limit, key: string): Promise<void> {
  await limiter(limit).reward(limitKey(key), 1);
}
