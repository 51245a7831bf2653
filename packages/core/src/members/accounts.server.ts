import { platformNetworkId } from '@tessera/db/platform.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';

type Operating = RequestContext & { actor: Actor };

/**
 * Locks a login everywhere: its sessions end and it cannot sign in. Roles stay as they are.
 * @throws DomainError not_found for an address without a login, not_yourself
 */
export function lockAccount(ctx: Operating, email: string): Promise<void> {
  return setState(ctx, email, 'active', 'locked');
}

/** Opens a locked login again. */
export function unlockAccount(ctx: Operating, email: string): Promise<void> {
  return setState(ctx, email, 'locked', 'active');
}

async function setState(
  ctx: Operating,
  email: string,
  from: 'active' | 'locked',
  to: 'active' | 'locked',
): Promise<void> {
  if (email === ctx.actor.email) throw new DomainError('not_yourself', {}, 'email');
  await inScope({ networkId: platformNetworkId, door: 'identity' }, async (tx) => {
    const person = await tx.prisma.person.findFirst({
      where: { email, state: { in: [from, to] } },
      select: { id: true },
    });
    if (!person) throw new DomainError('no_such_login', {}, 'email');
    const { count } = await tx.prisma.person.updateMany({
      where: { id: person.id, state: from },
      data: { state: to },
    });
    if (count === 0) return;
    if (to === 'locked') await tx.prisma.session.deleteMany({ where: { personId: person.id } });
    await recordEvent(tx, {
      networkId: platformNetworkId,
      kind: to === 'locked' ? 'account.locked' : 'account.unlocked',
      object: ['person', person.id],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
  });
}
