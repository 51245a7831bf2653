import type { Transaction } from '@tessera/db/scope.server.ts';
import { findSeat, type SeatForChange } from '@tessera/db/seats.server.ts';
import { type Acting, allows, reach, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { Permission } from '../permissions.ts';
import type { ReadingRight } from '../privacy/seal.server.ts';

/** Who sees the needs of a whole training: its organiser everything, its trainer what the day asks for. */
export type Organising = { as: 'organiser' | 'trainer' };

/**
 * Checks that the actor organises a training, or is its trainer.
 * @param organising the permission that an organiser has and a trainer does not
 * @throws DomainError not_found, not_allowed
 */
export async function requireOrganiser(
  tx: Transaction,
  ctx: Acting,
  trainingId: string,
  permission: Permission,
  organising: Permission = 'support.meet',
): Promise<Organising> {
  const networkId = ctx.network.id;
  const [training, own] = await Promise.all([
    tx.prisma.training.findFirst({
      where: { networkId, id: trainingId },
      select: { state: true },
    }),
    tx.prisma.trainingTrainer.findFirst({
      where: { networkId, trainingId, personId: ctx.actor.personId },
      select: { personId: true },
    }),
  ]);
  if (!training) throw new DomainError('not_found');
  const isReadable = !['draft', 'submitted', 'archived'].includes(training.state);
  requireOn(ctx, permission, { isOwn: own !== null, objectId: trainingId, isReadable });
  return { as: allows(ctx, organising, { objectId: trainingId }) ? 'organiser' : 'trainer' };
}

/**
 * Checks that the actor may see or change what is needed in one seat: one's own, that of the own institution, or as
 * organiser. A trainer reads the list of the training instead.
 * @returns the seat and by which right it is read
 * @throws DomainError not_found
 */
export async function requireOnSeatSupport(
  tx: Transaction,
  ctx: Acting,
  seatId: string,
  permission: Permission,
): Promise<{ seat: SeatForChange; right: ReadingRight }> {
  const [seat] = await tx.run(findSeat(ctx.network.id, seatId));
  if (!seat) throw new DomainError('not_found');
  if (isOwnSeat(ctx, seat)) return { seat, right: 'own' };
  const { institutionId } = seat;
  if (!allows(ctx, permission, { institutionId })) throw new DomainError('not_found');
  return { seat, right: reach(ctx, permission).kind === 'network' ? 'organiser' : 'institution' };
}

function isOwnSeat({ actor: { personId } }: Acting, seat: SeatForChange): boolean {
  return (
    seat.participantPersonId === personId || (seat.institutionId === null && seat.submittedById === personId)
  );
}
