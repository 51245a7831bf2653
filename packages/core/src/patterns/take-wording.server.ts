import type { z } from 'zod';
import { Wording } from '../consents/schema.ts';
import { addWording } from '../consents/wordings.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { PatternWording } from './schema.ts';

/**
 * Says yes to a wording that came along: from now on it is what people are asked.
 * @throws DomainError not_found, pattern_moved_on when somebody was faster or the copy was undone
 */
export async function takeWording(
  ctx: Acting,
  { runId, purpose }: z.output<typeof PatternWording>,
): Promise<void> {
  const networkId = ctx.network.id;
  const where = { networkId, runId, kind: 'consents', sourceKey: purpose };
  await ctx.transaction(async (tx) => {
    const item = await tx.prisma.patternItem.findFirst({ where, select: { words: true } });
    if (!item) throw new DomainError('not_found');
    const { count } = await tx.prisma.patternItem.updateMany({
      where: { ...where, outcome: 'waiting', run: { state: { in: ['done', 'failed'] } } },
      data: { outcome: 'taken' },
    });
    if (count === 0) throw new DomainError('pattern_moved_on');
    await addWording(tx, ctx, Wording.parse(item.words));
  });
}
