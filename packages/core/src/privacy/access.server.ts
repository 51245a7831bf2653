import { decideAccess, listAccesses, listOperatorAccesses, useAccess } from '@tessera/db/consents.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { openRecord } from '../consents/record.server.ts';
import type { Acting, Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { resolveNetwork } from '../networks/resolve.server.ts';
import type {
  AccessDecision,
  AccessRequest,
  OperatorAccessDecision,
  OperatorAccessRequest,
  OperatorReading,
} from './schema.ts';

/** How long the glass stays broken after the approval. */
export const accessMinutes = 60;

type Asking = { networkId: string; personId: string; now: Date; as: 'coordinator' | 'operator' };
type Operator = RequestContext & { actor: Actor };

const atCoordinator = (ctx: Acting): Asking => ({
  networkId: ctx.network.id,
  personId: ctx.actor.personId,
  now: ctx.now,
  as: 'coordinator',
});

async function atOperator(ctx: Operator, code: string): Promise<Asking> {
  const { network } = await resolveNetwork(ctx, code);
  const now = new Date(ctx.now.getTime() + network.clockOffset * 1000);
  return { networkId: network.id, personId: ctx.actor.personId, now, as: 'operator' };
}

/**
 * Asks to read one confidential record, with a reason that every coordinator sees.
 * @throws DomainError not_found for a record that holds nothing sealed
 */
export async function askAccess(
  ctx: Acting,
  input: z.output<typeof AccessRequest>,
): Promise<{ accessId: string }> {
  return ask(atCoordinator(ctx), input);
}

/** The same for an operator of the platform. */
export async function askAccessAsOperator(
  ctx: Operator,
  { network, ...input }: z.output<typeof OperatorAccessRequest>,
): Promise<{ accessId: string }> {
  return ask(await atOperator(ctx, network), input);
}

/**
 * Approves or refuses what somebody else asked for. From an approval on it is open for an hour.
 * @throws DomainError not_found, second_person_needed for one's own request, transition_not_possible when it is answered
 */
export async function decideOnAccess(ctx: Acting, input: z.output<typeof AccessDecision>): Promise<void> {
  await decide(atCoordinator(ctx), input);
}

/** The same for an operator, about what an operator asked for. */
export async function decideOnAccessAsOperator(
  ctx: Operator,
  { network, ...input }: z.output<typeof OperatorAccessDecision>,
): Promise<void> {
  await decide(await atOperator(ctx, network), input);
}

/** Every access of a network: who asked, why, who approved, how often it was used. */
export async function accesses(ctx: Acting) {
  const rows = await inScope({ networkId: ctx.network.id, door: 'identity' }, (tx) =>
    tx.run(listAccesses(ctx.network.id)),
  );
  return rows.map(({ requesterId, ...row }) => ({
    ...row,
    isOwn: requesterId === ctx.actor.personId,
    isOpen: row.openUntil !== null && row.openUntil > ctx.now,
  }));
}

/** What operators asked for in any network. */
export async function operatorAccesses(ctx: Operator) {
  const rows = await inScope({ door: 'platform' }, (tx) => tx.run(listOperatorAccesses()));
  return rows.map(({ requesterId, deciderId: _deciderId, ...row }) => ({
    ...row,
    isOwn: requesterId === ctx.actor.personId,
  }));
}

/**
 * Reads a record through an approved access of an operator.
 * @throws DomainError not_found without one
 */
export async function readAsOperator(ctx: Operator, input: z.output<typeof OperatorReading>) {
  const { networkId, personId, now } = await atOperator(ctx, input.network);
  const { consentId } = input;
  return inScope({ networkId }, async (tx) => {
    const [access] = await tx.run(useAccess(networkId, consentId, personId, now));
    const record = await tx.prisma.consentRecord.findFirst({
      where: { networkId, id: consentId },
      select: { subject: true, guardian: true, personId: true },
    });
    if (!access || !record) throw new DomainError('not_found');
    return openRecord(tx, { networkId, actorId: personId, now, consentId, accessId: access.id }, record);
  });
}

async function ask(
  { networkId, personId, now, as }: Asking,
  { consentId, reason }: z.output<typeof AccessRequest>,
): Promise<{ accessId: string }> {
  return inScope({ networkId }, async (tx) => {
    const record = await tx.prisma.consentRecord.findFirst({
      where: { networkId, id: consentId, OR: [{ subject: { not: null } }, { guardian: { not: null } }] },
      select: { id: true },
    });
    if (!record) throw new DomainError('not_found');
    const waiting = await tx.prisma.breakGlass.findFirst({
      where: { networkId, recordId: consentId, requesterId: personId, state: 'requested' },
      select: { id: true },
    });
    if (waiting) return { accessId: waiting.id };
    const id = newId();
    await tx.prisma.breakGlass.create({
      data: {
        id,
        networkId,
        recordId: consentId,
        requesterId: personId,
        requestedAs: as,
        reason,
        state: 'requested',
        requestedAt: now,
      },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'access.requested',
      object: ['access', id],
      actorId: personId,
      at: now,
      payload: { consentId, as },
    });
    return { accessId: id };
  });
}

async function decide(
  { networkId, personId, now, as }: Asking,
  { accessId, decision }: z.output<typeof AccessDecision>,
): Promise<void> {
  const state = decision === 'approve' ? 'approved' : 'refused';
  const openUntil = decision === 'approve' ? new Date(now.getTime() + accessMinutes * 60_000) : null;
  await inScope({ networkId }, async (tx) => {
    const access = await tx.prisma.breakGlass.findFirst({
      where: { networkId, id: accessId, ...(as === 'operator' ? { requestedAs: 'operator' } : {}) },
      select: { requesterId: true },
    });
    if (!access) throw new DomainError('not_found');
    if (access.requesterId === personId) throw new DomainError('second_person_needed');
    const [decided] = await tx.run(decideAccess(networkId, accessId, personId, now, state, openUntil));
    if (!decided) throw new DomainError('transition_not_possible');
    await recordEvent(tx, {
      networkId,
      kind: decision === 'approve' ? 'access.approved' : 'access.refused',
      object: ['access', accessId],
      actorId: personId,
      at: now,
      payload: { consentId: decided.recordId },
    });
  });
}
