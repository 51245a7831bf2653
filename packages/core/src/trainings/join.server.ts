import { joinUrlFor } from '@tessera/db/joins.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type Acting, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { objectsOf } from '../permissions.ts';

/** Where the online room is, for who may know it; null for everyone else and where there is none. */
export async function joinLink(ctx: Acting, trainingId: string): Promise<{ url: string | null }> {
  const seats = reach(ctx, 'registration.read');
  const institutionIds = seats.kind === 'institutions' ? seats.institutionIds : [];
  const seesAll =
    reach(ctx, 'registration.manage').kind === 'network' ||
    objectsOf(ctx.grants, 'training.edit').includes(trainingId);
  const { personId } = ctx.actor;
  const [found] = await ctx.transaction((tx) =>
    tx.run(joinUrlFor(ctx.network.id, personId, institutionIds, trainingId, seesAll)),
  );
  return { url: found?.url ?? null };
}

/**
 * Writes where the online room is, or that there is none.
 * @throws DomainError join_link_onsite
 */
export async function setJoinLink(
  tx: Transaction,
  { networkId, trainingId }: { networkId: string; trainingId: string },
  { mode, joinUrl }: { mode: string; joinUrl: string },
): Promise<void> {
  if (joinUrl !== '' && mode === 'onsite') throw new DomainError('join_link_onsite', {}, 'joinUrl');
  await tx.prisma.trainingJoin.deleteMany({ where: { networkId, trainingId } });
  if (joinUrl !== '') await tx.prisma.trainingJoin.create({ data: { networkId, trainingId, url: joinUrl } });
}
