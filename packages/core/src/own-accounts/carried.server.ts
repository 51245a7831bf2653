import { z } from 'zod';
import { DomainError } from '../errors.ts';
import { carried, readCarried } from '../identity/secrets.server.ts';
import { journeyMinutes } from './rules.ts';

const Place = z.object({ networkId: z.uuid(), providerId: z.uuid(), next: z.string() });
/** The way to a provider: what its answer has to fit. */
const Way = Place.extend({
  kind: z.literal('way'),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});
/** An account that was proven, while its person has not agreed yet. */
const Proven = Place.extend({ kind: z.literal('proven'), subject: z.string(), tokenId: z.uuid() });
const Any = z.object({ at: z.number(), what: z.discriminatedUnion('kind', [Way, Proven]) });

type What = z.output<typeof Any>['what'];

/** What the browser keeps of a sign-in that is under way. */
export function carry(what: What, now: Date): string {
  return carried({ at: now.getTime(), what });
}

/**
 * What `carry` wrote.
 * @throws DomainError own_account_expired when it is too old, of another kind, or not ours
 */
export function carriedAs<Kind extends What['kind']>(
  kind: Kind,
  text: string,
  now: Date,
): Extract<What, { kind: Kind }> {
  const parsed = Any.safeParse(readCarried(text));
  const isFresh = parsed.success && now.getTime() - parsed.data.at < journeyMinutes * 60_000;
  if (!isFresh || parsed.data.what.kind !== kind) throw new DomainError('own_account_expired');
  return parsed.data.what as Extract<What, { kind: Kind }>;
}
