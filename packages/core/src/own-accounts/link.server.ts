import { newId } from '@tessera/db/id.server.ts';
import { findLogin } from '@tessera/db/identity.server.ts';
import { belongings, holdProvider, linkedPerson } from '@tessera/db/own-accounts.server.ts';
import { inScope, type Transaction } from '@tessera/db/scope.server.ts';
import type { RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { Opened } from './opened.server.ts';
import { speaksFor } from './rules.ts';

type Account = {
  provider: Opened;
  subject: string;
  /** Verified by the provider; null when it does not say so, and after the person agreed */
  email: string | null;
  /** Who agreed to be linked, so that nobody else is */
  agreedBy: string | null;
};

/**
 * Who stands behind an account. The subject decides; the verified address does only while nobody is linked. `mustAgree`: nothing
 * was written, because nobody is linked who has not agreed to it.
 * @throws DomainError own_account_unknown, alike whether the address has a login or not; own_account_off
 */
export async function personBehind(
  ctx: RequestContext,
  account: Account,
): Promise<{ personId: string; mustAgree: boolean }> {
  const { provider, subject, agreedBy } = account;
  const { id: providerId, networkId } = provider;
  const nobody = () =>
    new DomainError('own_account_unknown', { name: provider.name, network: provider.networkName });
  const personId = await inScope({ networkId, door: 'identity' }, async (tx) => {
    const [linked] = await tx.run(linkedPerson(networkId, providerId, subject));
    return linked?.personId ?? agreedBy ?? (await invited(tx, account));
  });
  if (!personId || (agreedBy && agreedBy !== personId)) throw nobody();
  return inScope({ networkId, personId, door: 'identity' }, async (tx) => {
    const [held] = await tx.run(holdProvider(networkId, providerId));
    if (!held) throw new DomainError('own_account_off');
    const [place] = await tx.run(belongings(personId, networkId, ctx.now));
    if (!place?.isActive || !place.isHere) throw nobody();
    const [linked] = await tx.run(linkedPerson(networkId, providerId, subject));
    if (linked && linked.personId !== personId) throw nobody();
    if (linked) return { personId, mustAgree: false };
    // The person has another account there already: an address that was given on opens nothing.
    const other = await tx.prisma.accountLink.findFirst({
      where: { networkId, providerId, personId },
      select: { id: true },
    });
    if (other) throw nobody();
    if (agreedBy) await link(tx, ctx, { ...account, personId });
    return { personId, mustAgree: !agreedBy };
  });
}

async function invited(tx: Transaction, { provider, email }: Account): Promise<string | null> {
  if (email === null || !speaksFor(provider.domains, email)) return null;
  const [login] = await tx.run(findLogin(email));
  return login?.personId ?? null;
}

async function link(
  tx: Transaction,
  ctx: RequestContext,
  { provider, subject, personId }: Account & { personId: string },
): Promise<void> {
  const { id: providerId, networkId, clockOffset, name } = provider;
  const linkId = newId();
  await tx.prisma.accountLink.create({
    data: { id: linkId, networkId, providerId, personId, subject, linkedAt: ctx.now },
  });
  await recordEvent(tx, {
    networkId,
    kind: 'own_account.linked',
    object: ['person', personId],
    actorId: personId,
    at: new Date(ctx.now.getTime() + clockOffset * 1000),
    payload: { name, linkId },
  });
}
