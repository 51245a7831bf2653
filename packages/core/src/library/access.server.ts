import { type LockedResource, lockResource } from '@tessera/db/library.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type Acting, allows, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import type { LibraryEventKind } from './events.ts';
import { isShown, type ResourceState } from './rules.ts';

type Owned = { ownerInstitutionId: string | null; createdById: string | null };

/** The coordinator changes any, a manager those of the institution, and whoever began one as long as it is a draft. */
export function mayEdit(ctx: NetworkContext, resource: Owned & { state: ResourceState }): boolean {
  if (resource.state === 'archived') return false;
  if (allows(ctx, 'resource.edit', { institutionId: resource.ownerInstitutionId })) return true;
  return (
    resource.state === 'draft' && isAuthor(ctx, resource) && reach(ctx, 'resource.create').kind !== 'none'
  );
}

/** Whether somebody reads a resource of the own network: what is shown, and before that what they may change or began. */
export function mayRead(
  ctx: NetworkContext,
  resource: Owned & { state: ResourceState; visibility: string },
): boolean {
  if (isAuthor(ctx, resource)) return true;
  const { ownerInstitutionId: institutionId } = resource;
  if (!isShown(resource.state)) return allows(ctx, 'resource.edit', { institutionId });
  return resource.visibility === 'public' || readsInternal(ctx);
}

/** What is for members, and not only what is for everybody. */
export function readsInternal(ctx: NetworkContext): boolean {
  return reach(ctx, 'resource.read').kind === 'network';
}

function isAuthor(ctx: NetworkContext, { createdById }: Owned): boolean {
  return ctx.actor !== null && createdById === ctx.actor.personId;
}

export type Locked = LockedResource & { state: ResourceState };

/**
 * Locks a resource of the own network.
 * @throws DomainError not_found when one may not even read it
 */
export async function lockReadable(tx: Transaction, ctx: Acting, resourceId: string): Promise<Locked> {
  const [row] = await tx.run(lockResource(ctx.network.id, resourceId));
  if (!row) throw new DomainError('not_found');
  const locked = { ...row, state: row.state as ResourceState };
  if (!mayRead(ctx, { ...locked, visibility: 'network' })) throw new DomainError('not_found');
  return locked;
}

/**
 * Locks a resource that one may change.
 * @throws DomainError not_found, not_allowed
 */
export async function lockEditable(tx: Transaction, ctx: Acting, resourceId: string): Promise<Locked> {
  const locked = await lockReadable(tx, ctx, resourceId);
  if (!mayEdit(ctx, locked)) throw new DomainError('not_allowed');
  return locked;
}

/** Writes what somebody did with a resource. */
export function note(
  tx: Transaction,
  ctx: Acting,
  kind: LibraryEventKind,
  resourceId: string,
  payload: NewEvent['payload'] = {},
): Promise<void> {
  return recordEvent(tx, {
    networkId: ctx.network.id,
    kind,
    object: ['resource', resourceId],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload,
  });
}
