import { tellLapses } from '@tessera/db/prerequisites.server.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { dayOf } from '../clock/zoned-time.ts';
import { recordEvent } from '../events/record.server.ts';

/**
 * Tells, once for each record, that a prerequisite of someone in a role lapses within 30 days, and again that it has
 * lapsed; in every network, by its own calendar. Safe to run twice and at once.
 * @returns how many were told
 */
export async function sweepPrerequisites(realNow: Date): Promise<number> {
  const networks = await inScope({}, (tx) =>
    tx.prisma.network.findMany({
      where: { state: 'active', kind: { not: 'platform' } },
      select: { id: true, timeZone: true, clockOffset: true },
    }),
  );
  let told = 0;
  for (const { id: networkId, timeZone, clockOffset } of networks) {
    const now = new Date(realNow.getTime() + clockOffset * 1000);
    told += await inNetwork(networkId, async (tx) => {
      const rows = await tx.run(tellLapses(networkId, realNow, now, dayOf(now, timeZone)));
      await recordEvent(
        tx,
        ...rows.map(({ personId, kindId, isLapsed, expiresOn }) => ({
          networkId,
          kind: 'prerequisite.lapsing' as const,
          object: ['person', personId] as ['person', string],
          actorId: null,
          at: now,
          payload: { kindId, isLapsed, expiresOn },
        })),
      );
      return rows.length;
    });
  }
  return told;
}
