import { platformNetworkId } from '@tessera/db/platform.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { networksOf, ownConsents } from '../consents/own.server.ts';
import type { Actor, RequestContext } from '../context.server.ts';
import type { ReadingRight } from './seal.server.ts';

/** One's own page about one's data: what each network asks, who read, what is being forgotten and what must be kept. */
export async function ownPrivacy(ctx: RequestContext & { actor: Actor }) {
  const { personId } = ctx.actor;
  const networks = [];
  for (const network of await networksOf(ctx)) {
    if (network.id === platformNetworkId) continue;
    const { id: networkId, code, name, timeZone } = network;
    const consents = await ownConsents(ctx, network);
    const rest = await inScope({ networkId, personId }, async ({ prisma }) => {
      const [reads, request, hold] = await Promise.all([
        prisma.domainEvent.findMany({
          where: {
            networkId,
            kind: 'record.read',
            payload: { path: ['subjectPersonId'], equals: personId },
          },
          orderBy: { at: 'desc' },
          take: 50,
          select: { id: true, at: true, payload: true },
        }),
        prisma.erasureRequest.findFirst({
          where: { networkId, personId, state: 'open' },
          select: { requestedAt: true, dueAt: true },
        }),
        prisma.legalHold.findFirst({
          where: { networkId, personId, liftedAt: null },
          select: { reason: true },
        }),
      ]);
      return {
        reads: reads.map(({ payload, ...read }) => ({
          ...read,
          right: (payload as { right: ReadingRight }).right,
        })),
        request,
        hold,
      };
    });
    networks.push({ code, name, timeZone, consents, ...rest });
  }
  const request = await inScope({ networkId: platformNetworkId, personId }, ({ prisma }) =>
    prisma.erasureRequest.findFirst({
      where: { networkId: platformNetworkId, personId, state: 'open' },
      select: { requestedAt: true, dueAt: true },
    }),
  );
  return { networks, request };
}
