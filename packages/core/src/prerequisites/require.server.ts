import { newId } from '@tessera/db/id.server.ts';
import { lapses, prerequisiteKinds } from '@tessera/db/prerequisites.server.ts';
import type { z } from 'zod';
import { dayOf } from '../clock/zoned-time.ts';
import { type Acting, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { Role } from '../permissions.ts';
import type { PrerequisiteCode } from './rules.ts';
import type { NewKind } from './schema.ts';

/** What the network asks of its people, and how many of them lack it. */
export async function kinds(ctx: NetworkContext) {
  const rows = await ctx.transaction((tx) =>
    tx.run(prerequisiteKinds(ctx.network.id, ctx.realNow, dayOf(ctx.now, ctx.network.timeZone))),
  );
  return rows.map(({ code, roles, ...kind }) => ({
    ...kind,
    code: code as PrerequisiteCode,
    roles: roles as Role[],
  }));
}

/** Who lacks a prerequisite of a role, or will within 30 days; for a manager those of the own institution. */
export async function lapsing(ctx: NetworkContext) {
  const allowed = reach(ctx, 'person.edit');
  if (allowed.kind !== 'network' && allowed.kind !== 'institutions') return [];
  const institutionIds = allowed.kind === 'institutions' ? allowed.institutionIds : null;
  const rows = await ctx.transaction((tx) =>
    tx.run(lapses(ctx.network.id, ctx.realNow, dayOf(ctx.now, ctx.network.timeZone), institutionIds)),
  );
  return rows.map(({ code, expiresOn, ...row }) => ({
    ...row,
    code: code as PrerequisiteCode,
    expiresOn: expiresOn ? new Date(expiresOn) : null,
  }));
}

/**
 * Asks something of everyone in some roles. Whoever holds such a role keeps it and gets no new work before it is met.
 * @throws DomainError prerequisite_exists, title_needed when "other" has no name
 */
export async function requireKind(ctx: Acting, input: z.output<typeof NewKind>): Promise<{ kindId: string }> {
  const networkId = ctx.network.id;
  const { kind: code, roles, validMonths } = input;
  const name = code === 'other' ? input.name : '';
  if (code === 'other' && name === '') throw new DomainError('title_needed', {}, 'name');
  return ctx.transaction(async (tx) => {
    const same = await tx.prisma.prerequisiteKind.findFirst({
      where: { networkId, code, name, retiredAt: null },
      select: { id: true },
    });
    if (same) throw new DomainError('prerequisite_exists', {}, code === 'other' ? 'name' : 'kind');
    const kindId = newId();
    await tx.prisma.prerequisiteKind.create({
      data: { id: kindId, networkId, code, name, roles, validMonths, createdAt: ctx.now },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'prerequisite.required',
      object: ['prerequisite', kindId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { code, roles },
    });
    return { kindId };
  });
}

/**
 * Asks for it no longer. The records of people stay in the history.
 * @throws DomainError not_found
 */
export async function retireKind(ctx: Acting, kindId: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { count } = await tx.prisma.prerequisiteKind.updateMany({
      where: { networkId, id: kindId, retiredAt: null },
      data: { retiredAt: ctx.now },
    });
    if (count === 0) throw new DomainError('not_found');
    await recordEvent(tx, {
      networkId,
      kind: 'prerequisite.retired',
      object: ['prerequisite', kindId],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
  });
}
