import { linksOfPerson } from '@tessera/db/own-accounts.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { OwnLink } from './schema.ts';

type SignedIn = RequestContext & { actor: Actor };

/** The accounts of institutions with which the person signs in, the newest first. */
export async function mine(ctx: SignedIn) {
  const rows = await inScope({ door: 'identity' }, (tx) =>
    tx.run(linksOfPerson(ctx.actor.personId, ctx.language)),
  );
  return rows.map(({ id, name, network, linkedAt }) => ({ id, name, network, linkedAt }));
}

/**
 * Takes one of one's own accounts away. Who is signed in stays signed in.
 * @throws DomainError not_found
 */
export async function unlink(ctx: SignedIn, { linkId }: z.output<typeof OwnLink>): Promise<void> {
  const { personId } = ctx.actor;
  const rows = await inScope({ door: 'identity' }, (tx) => tx.run(linksOfPerson(personId, ctx.language)));
  const own = rows.find(({ id }) => id === linkId);
  if (!own) throw new DomainError('not_found');
  const { networkId, name, clockOffset } = own;
  await inScope({ networkId, door: 'identity' }, async (tx) => {
    const { count } = await tx.prisma.accountLink.deleteMany({
      where: { networkId, id: linkId, personId },
    });
    if (count === 0) return;
    await recordEvent(tx, {
      networkId,
      kind: 'own_account.unlinked',
      object: ['person', personId],
      actorId: personId,
      at: new Date(ctx.now.getTime() + clockOffset * 1000),
      payload: { name, linkId },
    });
  });
}
