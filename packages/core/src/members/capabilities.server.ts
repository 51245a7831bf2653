import { newId } from '@tessera/db/id.server.ts';
import type { z } from 'zod';
import { type Acting, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { CapabilityKind } from '../permissions.ts';
import { givableCapabilities, needsLanguage } from './rules.ts';
import type { CapabilityGift } from './schema.ts';
import { heldRole } from './validity.server.ts';

/**
 * Adds a capability to a role, for a time if wished. It never outlives the role.
 * @throws DomainError not_found, role_over, not_yourself, role_not_yours_to_give, capability_needs_language,
 *   capability_held, validity_reversed
 */
export async function grantCapability(ctx: Acting, input: z.output<typeof CapabilityGift>): Promise<void> {
  const networkId = ctx.network.id;
  if (!givableCapabilities(reach(ctx, 'person.edit')).includes(input.capability))
    throw new DomainError('role_not_yours_to_give', {}, 'capability');
  if (needsLanguage(input.capability) && !input.inLanguage)
    throw new DomainError('capability_needs_language', {}, 'inLanguage');
  const capability = needsLanguage(input.capability)
    ? `${input.capability}:${input.inLanguage}`
    : input.capability;
  const validFrom = input.validFrom ?? ctx.realNow;
  const { validUntil } = input;
  if (validUntil && validUntil <= validFrom) throw new DomainError('validity_reversed', {}, 'validUntil');
  await ctx.transaction(async (tx) => {
    const role = await heldRole(tx, ctx, input.assignmentId);
    const held = await tx.prisma.roleCapability.findFirst({
      where: {
        networkId,
        roleAssignmentId: role.id,
        capability,
        ...(validUntil ? { validFrom: { lt: validUntil } } : {}),
        OR: [{ validUntil: null }, { validUntil: { gt: validFrom } }],
      },
      select: { id: true },
    });
    if (held) throw new DomainError('capability_held', {}, 'capability');
    await tx.prisma.roleCapability.create({
      data: {
        id: newId(),
        networkId,
        roleAssignmentId: role.id,
        capability,
        validFrom,
        validUntil,
        grantedById: ctx.actor.personId,
      },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'capability.granted',
      object: ['person', role.personId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { capability, role: role.role, institutionId: role.institutionId },
    });
  });
}

/**
 * Ends a capability at once; the role stays.
 * @throws DomainError not_found, role_over, not_yourself, role_not_yours_to_give
 */
export async function endCapability(ctx: Acting, capabilityId: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const found = await tx.prisma.roleCapability.findFirst({ where: { networkId, id: capabilityId } });
    if (!found) throw new DomainError('not_found');
    const role = await heldRole(tx, ctx, found.roleAssignmentId);
    const [kind = ''] = found.capability.split(':');
    if (!givableCapabilities(reach(ctx, 'person.edit')).includes(kind as CapabilityKind))
      throw new DomainError('role_not_yours_to_give');
    const isAhead = found.validFrom > ctx.realNow;
    const { count } = await tx.prisma.roleCapability.updateMany({
      where: {
        networkId,
        id: capabilityId,
        OR: [{ validUntil: null }, { validUntil: { gt: ctx.realNow } }],
      },
      data: { validUntil: isAhead ? found.validFrom : ctx.realNow },
    });
    if (count === 0) return;
    await recordEvent(tx, {
      networkId,
      kind: 'capability.ended',
      object: ['person', role.personId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { capability: found.capability, role: role.role, institutionId: role.institutionId },
    });
  });
}
