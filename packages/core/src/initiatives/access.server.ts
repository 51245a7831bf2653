import { type LockedInitiative, lockInitiative } from '@tessera/db/initiatives.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type Acting, allows } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { isLiving, relationStates } from '../mentoring/rules.ts';
import type { InitiativeEventKind } from './events.ts';
import type { InitiativeState } from './rules.ts';

/** The states of a relation in which its mentor stands beside the initiatives of the mentees. */
export const living = relationStates.filter(isLiving);

export type Locked = LockedInitiative & { state: InitiativeState };

/**
 * Locks an initiative that one may change: the coordinator any, the team and their mentors theirs.
 * @throws DomainError not_found
 */
export async function lockOwn(tx: Transaction, ctx: Acting, initiativeId: string): Promise<Locked> {
  const locked = await lockAny(tx, ctx, initiativeId);
  if (!allows(ctx, 'initiative.edit', { isOwn: locked.isMine })) throw new DomainError('not_found');
  return locked;
}

/** @throws DomainError not_found */
export async function lockAny(tx: Transaction, ctx: Acting, initiativeId: string): Promise<Locked> {
  const [locked] = await tx.run(lockInitiative(ctx.network.id, initiativeId, ctx.actor.personId, living));
  if (!locked) throw new DomainError('not_found');
  return { ...locked, state: locked.state as InitiativeState };
}

/** Writes what somebody did with an initiative. */
export function note(
  tx: Transaction,
  ctx: Acting,
  kind: InitiativeEventKind,
  initiativeId: string,
  payload: NewEvent['payload'] = {},
): Promise<void> {
  return recordEvent(tx, {
    networkId: ctx.network.id,
    kind,
    object: ['initiative', initiativeId],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload,
  });
}
