import { inScope } from '@tessera/db/scope.server.ts';

const dayMs = 86_400_000;

/**
 * Deletes what has no more use: sessions that ended, codes and links a day after their end, a second step that was begun and
 * not ended within a day, counters that ran out. Safe to run twice and at once.
 * @returns how many of each were deleted
 */
export async function purgeIdentity(
  realNow: Date,
): Promise<{ sessions: number; loginTokens: number; secondSteps: number; rateLimits: number }> {
  return inScope({ door: 'identity' }, async ({ prisma }) => {
    const sessions = await prisma.session.deleteMany({ where: { expiresAt: { lte: realNow } } });
    const loginTokens = await prisma.loginToken.deleteMany({
      where: { expiresAt: { lte: new Date(realNow.getTime() - dayMs) } },
    });
    const secondSteps = await prisma.secondStep.deleteMany({
      where: { confirmedAt: null, begunAt: { lte: new Date(realNow.getTime() - dayMs) } },
    });
    const rateLimits = await prisma.rateLimit.deleteMany({
      where: { expire: { lte: BigInt(realNow.getTime()) } },
    });
    return {
      sessions: sessions.count,
      loginTokens: loginTokens.count,
      secondSteps: secondSteps.count,
      rateLimits: rateLimits.count,
    };
  });
}
