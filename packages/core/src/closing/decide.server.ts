import { lockClosing } from '@tessera/db/closings.server.ts';
import { lockTree } from '@tessera/db/founding.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting, Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { fileStore } from '../files/store.server.ts';
import { readConfidential, sealOf } from '../privacy/seal.server.ts';
import { refuseObstacles } from './contents.server.ts';
import type { ClosingEvent } from './events.ts';
import { lockedClosing, packageKey } from './find.server.ts';
import { newHalf } from './half.server.ts';
import type { ClosingRequest } from './schema.ts';
import { waitDays } from './terms.ts';

type Operating = RequestContext & { actor: Actor };
/** Who decides in which network, by its own clock and by the real one. */
type Step = { networkId: string; personId: string; now: Date; realNow: Date };

/**
 * Asks for the closing of the network. Nothing happens before a second person confirms.
 * @throws DomainError closing_code_wrong, closing_blocked, closing_changed when one is under way
 */
export async function askClosing(ctx: Acting, input: z.output<typeof ClosingRequest>): Promise<void> {
  const { id: networkId, code, state } = ctx.network;
  if (input.code !== code) throw new DomainError('closing_code_wrong', {}, 'code');
  await inScope({ networkId, door: 'platform' }, async (tx) => {
    await tx.run(lockTree());
    await refuseObstacles(tx, networkId);
    if ((await tx.run(lockClosing(networkId))).length > 0) throw new DomainError('closing_changed');
    const id = newId();
    const seal = await sealOf(tx, networkId, ctx.now);
    await tx.prisma.networkClosing.create({
      data: {
        id,
        networkId,
        reason: input.reason,
        askedById: ctx.actor.personId,
        askedAt: ctx.now,
        stateBefore: state,
        askerHalf: seal('network_closing.asker_half', id, newHalf()),
        progress: {},
      },
    });
    await recordEvent(tx, event(stepOf(ctx), 'closing.asked', id));
  });
}

/**
 * Confirms the closing as the second person. From now on the network is read only, by its members alone; its package is
 * made, and it is deleted when the package was fetched and the waiting time is over.
 * @throws DomainError second_person_needed, closing_blocked, closing_changed
 */
export async function confirmClosing(ctx: Acting): Promise<void> {
  await confirm(stepOf(ctx), 'coordinator');
}

/** The same by an operator. @throws DomainError not_found as well */
export async function confirmAsOperator(ctx: Operating, address: string): Promise<void> {
  await confirm(await operatorStep(ctx, address), 'operator');
}

/**
 * Takes a closing back, as long as nothing is deleted: everything is as before, and the package is gone.
 * @throws DomainError closing_changed
 */
export async function withdrawClosing(ctx: Acting): Promise<void> {
  await withdraw(stepOf(ctx));
}

/** The same by an operator. @throws DomainError not_found as well */
export async function withdrawAsOperator(ctx: Operating, address: string): Promise<void> {
  await withdraw(await operatorStep(ctx, address));
}

/**
 * One's own half of what opens the package: shown once.
 * @throws DomainError not_found for whoever neither asked nor confirmed, closing_half_shown
 */
export async function showHalf(ctx: Acting): Promise<{ half: string }> {
  return show(stepOf(ctx));
}

/** The same for an operator who confirmed. */
export async function showHalfAsOperator(ctx: Operating, address: string): Promise<{ half: string }> {
  return show(await operatorStep(ctx, address));
}

async function confirm(step: Step, as: 'coordinator' | 'operator'): Promise<void> {
  const { networkId, personId, now, realNow } = step;
  await inScope({ networkId, door: 'platform' }, async (tx) => {
    await tx.run(lockTree());
    const closing = await lockedClosing(tx, networkId, ['asked']);
    if (closing.askedById === personId) throw new DomainError('second_person_needed');
    await refuseObstacles(tx, networkId);
    const network = await tx.prisma.network.findFirst({ where: { id: networkId }, select: { state: true } });
    const seal = await sealOf(tx, networkId, now);
    await tx.prisma.network.updateMany({ where: { id: networkId }, data: { state: 'closing' } });
    await tx.prisma.networkClosing.updateMany({
      where: { networkId, id: closing.id },
      data: {
        state: 'confirmed',
        confirmedById: personId,
        confirmedAs: as,
        confirmedAt: now,
        stateBefore: network?.state ?? closing.stateBefore,
        confirmerHalf: seal('network_closing.confirmer_half', closing.id, newHalf()),
        deleteAfter: new Date(realNow.getTime() + waitDays * 86_400_000),
      },
    });
    await recordEvent(
      tx,
      { ...event(step, 'closing.confirmed', closing.id), payload: { as } },
      event(step, 'closing.package_asked', closing.id),
    );
  });
}

async function withdraw(step: Step): Promise<void> {
  const { networkId, personId, now } = step;
  const closingId = await inScope({ networkId, door: 'platform' }, async (tx) => {
    const closing = await lockedClosing(tx, networkId, ['asked', 'confirmed']);
    await tx.prisma.networkClosing.updateMany({
      where: { networkId, id: closing.id },
      data: {
        state: 'withdrawn',
        withdrawnById: personId,
        withdrawnAt: now,
        askerHalf: null,
        confirmerHalf: null,
      },
    });
    if (closing.state === 'confirmed') {
      await tx.prisma.network.updateMany({ where: { id: networkId }, data: { state: closing.stateBefore } });
    }
    await recordEvent(tx, event(step, 'closing.withdrawn', closing.id));
    return closing.id;
  });
  await removePackage(networkId, closingId);
}

/** Removes the package of a closing that was taken back. Safe to repeat; the schedule does when this was cut off. */
export async function removePackage(networkId: string, closingId: string): Promise<void> {
  await fileStore().remove(packageKey(networkId, closingId));
  await inScope({ networkId }, ({ prisma }) =>
    prisma.networkClosing.updateMany({
      where: { networkId, id: closingId, state: 'withdrawn' },
      data: { packageSize: 0, packagePercent: 0 },
    }),
  );
}

async function show(step: Step): Promise<{ half: string }> {
  const { networkId, personId, now, realNow } = step;
  return inScope({ networkId }, async (tx) => {
    const closing = await lockedClosing(tx, networkId, ['asked', 'confirmed'], 'not_found');
    const own =
      closing.askedById === personId
        ? {
            field: 'network_closing.asker_half' as const,
            sealed: closing.askerHalf,
            at: closing.askerShownAt,
          }
        : closing.confirmedById === personId
          ? {
              field: 'network_closing.confirmer_half' as const,
              sealed: closing.confirmerHalf,
              at: closing.confirmerShownAt,
            }
          : null;
    if (!own) throw new DomainError('not_found');
    if (own.at) throw new DomainError('closing_half_shown');
    const opened = await readConfidential(tx, {
      networkId,
      actorId: personId,
      at: now,
      right: 'own',
      object: ['closing', closing.id],
      subjectPersonId: null,
      fields: { [own.field]: own.sealed } as Record<typeof own.field, Uint8Array | null>,
    });
    const part = opened[own.field];
    if (part.state !== 'open') throw new Error('the half of a closing does not open');
    // Once the package is made, nobody needs what was shown.
    const kept = closing.packageMadeAt === null ? own.sealed : null;
    await tx.prisma.networkClosing.updateMany({
      where: { networkId, id: closing.id },
      data:
        own.field === 'network_closing.asker_half'
          ? { askerShownAt: realNow, askerHalf: kept }
          : { confirmerShownAt: realNow, confirmerHalf: kept },
    });
    await recordEvent(tx, event(step, 'closing.half_shown', closing.id));
    return { half: part.text };
  });
}

function stepOf(ctx: Acting): Step {
  return { networkId: ctx.network.id, personId: ctx.actor.personId, now: ctx.now, realNow: ctx.realNow };
}

async function operatorStep(ctx: Operating, address: string): Promise<Step> {
  const network = await inScope({}, (tx) =>
    tx.prisma.network.findFirst({
      where: { code: address, kind: { not: 'platform' } },
      select: { id: true, clockOffset: true },
    }),
  );
  if (!network) throw new DomainError('not_found');
  return {
    networkId: network.id,
    personId: ctx.actor.personId,
    now: new Date(ctx.now.getTime() + network.clockOffset * 1000),
    realNow: ctx.now,
  };
}

function event({ networkId, personId, now }: Step, kind: ClosingEvent, closingId: string): NewEvent {
  return { networkId, kind, object: ['closing', closingId], actorId: personId, at: now };
}
