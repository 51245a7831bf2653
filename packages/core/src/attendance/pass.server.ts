import { inNetwork } from '@tessera/db/scope.server.ts';
import { seatById } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { checkInCode } from '../identity/secrets.server.ts';
import { seatBehind } from '../seats/leave.server.ts';
import type { SeatLink } from '../seats/schema.ts';

/**
 * The code of a seat for the door, with the link of its mail. There is none before the seat is confirmed, after the
 * event, and for who takes part online.
 * @throws DomainError not_found for a wrong link
 */
export async function passByLink(ctx: NetworkContext, link: z.output<typeof SeatLink>) {
  const networkId = ctx.network.id;
  return inNetwork(networkId, async (tx) => {
    const { trainingId } = await seatBehind(tx, networkId, link);
    const [seat] = await tx.run(seatById(networkId, link.seatId, ctx.language));
    const training = await tx.prisma.training.findFirst({
      where: { networkId, id: trainingId },
      select: { mode: true, venue: true },
    });
    if (!seat || !training) throw new DomainError('not_found');
    const { startsAt, endsAt, timeZone, trainingTitle: title, state, mode } = seat;
    const isOnSite = training.mode !== 'online' && mode !== 'online';
    const hasCode = state === 'confirmed' && isOnSite && ctx.now < endsAt;
    return {
      title,
      startsAt,
      endsAt,
      timeZone,
      venue: training.venue,
      code: hasCode ? checkInCode(link.seatId) : null,
    };
  });
}
