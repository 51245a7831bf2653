import { closingsOfAll } from '@tessera/db/closings.server.ts';
import { inScope, type Transaction } from '@tessera/db/scope.server.ts';
import type { Acting, Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { fileStore } from '../files/store.server.ts';
import { contentsOf } from './contents.server.ts';
import { lockedClosing, packageKey } from './find.server.ts';
import type { ClosingState } from './terms.ts';

type Operating = RequestContext & { actor: Actor };

/** The closing of the network, if one is under way, and what would go and stay. */
export async function closingPage(ctx: Acting) {
  const networkId = ctx.network.id;
  const contents = await contentsOf(networkId);
  const closing = await ctx.transaction(async ({ prisma }) => {
    const found = await prisma.networkClosing.findFirst({
      where: { networkId, state: { not: 'withdrawn' } },
      omit: { askerHalf: true, confirmerHalf: true },
    });
    if (!found) return null;
    const names = await prisma.person.findMany({
      where: { id: { in: [found.askedById, found.confirmedById ?? found.askedById] } },
      select: { id: true, givenName: true, familyName: true, nameOrder: true },
    });
    const named = (id: string | null) => {
      const person = names.find((each) => each.id === id);
      return (
        person && {
          givenName: person.givenName,
          familyName: person.familyName,
          nameOrder: person.nameOrder as 'given_first' | 'family_first',
        }
      );
    };
    const { personId } = ctx.actor;
    const isAsker = found.askedById === personId;
    return {
      state: found.state as ClosingState,
      reason: found.reason,
      askedAt: found.askedAt,
      asker: named(found.askedById) ?? null,
      isAsker,
      confirmedAt: found.confirmedAt,
      confirmedAs: found.confirmedAs as 'coordinator' | 'operator' | null,
      confirmer: named(found.confirmedById) ?? null,
      holdsHalf: isAsker || found.confirmedById === personId,
      isHalfShown: (isAsker ? found.askerShownAt : found.confirmerShownAt) !== null,
      packagePercent: found.packagePercent,
      packageMadeAt: found.packageMadeAt,
      packageSize: Number(found.packageSize),
      packageSha256: found.packageSha256,
      downloads: found.downloads,
      deleteAfter: found.deleteAfter,
    };
  });
  return { contents, closing };
}

/**
 * The way to the package, and an entry of who takes it.
 * @throws DomainError closing_no_package
 */
export async function fetchPackage(ctx: Acting): Promise<{ key: string; name: string; size: number }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const { id, packageMadeAt, packageSize } = await madePackage(tx, networkId);
    const key = packageKey(networkId, id);
    if (!(await fileStore().exists(key))) throw new DomainError('closing_no_package');
    await recordEvent(tx, {
      networkId,
      kind: 'closing.downloaded',
      object: ['closing', id],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
    const day = packageMadeAt.toISOString().slice(0, 10);
    return { key, name: `${ctx.network.code}-${day}.zip.age`, size: Number(packageSize) };
  });
}

/**
 * Notes that a download which the actor began has left as a whole; without one, nothing is deleted.
 * @throws DomainError closing_no_package
 */
export async function noteArrived(ctx: Acting): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { id } = await madePackage(tx, networkId);
    const begun = await tx.prisma.domainEvent.findFirst({
      where: { networkId, kind: 'closing.downloaded', objectId: id, actorId: ctx.actor.personId },
      select: { id: true },
    });
    if (!begun) throw new DomainError('closing_no_package');
    await tx.prisma.networkClosing.updateMany({
      where: { networkId, id },
      data: { downloads: { increment: 1 } },
    });
  });
}

async function madePackage(tx: Transaction, networkId: string) {
  const found = await lockedClosing(tx, networkId, ['confirmed'], 'closing_no_package');
  if (!found.packageMadeAt) throw new DomainError('closing_no_package');
  return { ...found, packageMadeAt: found.packageMadeAt };
}

/** Every closing, for the operator: code, reason, times and what is theirs to do. */
export async function operatorClosings(ctx: Operating) {
  const rows = await inScope({ door: 'platform' }, (tx) => tx.run(closingsOfAll()));
  return {
    closings: rows.map(({ askedBy, confirmedBy, isHalfShown, state, confirmedAs, ...row }) => ({
      ...row,
      state: state as ClosingState,
      confirmedAs: confirmedAs as 'coordinator' | 'operator' | null,
      isAsker: askedBy === ctx.actor.personId,
      holdsHalf: confirmedBy === ctx.actor.personId,
      isHalfShown,
    })),
  };
}

/**
 * One closing with the counts of its network, for the operator.
 * @throws DomainError not_found
 */
export async function operatorClosing(ctx: Operating, address: string) {
  const { closings } = await operatorClosings(ctx);
  const closing = closings.find(({ code }) => code === address);
  const network = await inScope({}, (tx) =>
    tx.prisma.network.findFirst({ where: { code: address }, select: { id: true } }),
  );
  if (!closing || !network) throw new DomainError('not_found');
  if (closing.state === 'closed') return { closing, counts: null };
  const { tables, files, blockers, partners } = await contentsOf(network.id);
  return {
    closing,
    counts: { rows: tables.reduce((sum, { rows }) => sum + rows, 0), files, blockers, partners },
  };
}
