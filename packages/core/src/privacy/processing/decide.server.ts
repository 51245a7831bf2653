import { decideEntry } from '@tessera/db/processing.server.ts';
import type { z } from 'zod';
import type { Acting } from '../../context.server.ts';
import { DomainError } from '../../errors.ts';
import { recordEvent } from '../../events/record.server.ts';
import { isModuleOn } from '../../settings/modules.ts';
import type { ProcessingDecision } from '../schema.ts';
import { areaTerms } from './areas.ts';
import { classesOfArea } from './register.server.ts';

/**
 * Decides on which basis this network keeps one kind of record.
 * @throws DomainError not_found for what no module of the network keeps, processing_changed when somebody
 * decided since it was read
 */
export async function decideProcessing(
  ctx: Acting,
  { area, basis, specialBasis, note, seen }: z.output<typeof ProcessingDecision>,
): Promise<void> {
  const { module, specialBasis: suggested } = areaTerms[area];
  if (module && !isModuleOn(ctx.network, module)) throw new DomainError('not_found');
  const special = classesOfArea(area).includes('spec') ? (specialBasis ?? suggested ?? null) : null;
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { personId } = ctx.actor;
    const was = seen ? new Date(seen) : null;
    const written = await tx.run(decideEntry(networkId, area, basis, special, note, personId, ctx.now, was));
    if (written.length === 0) throw new DomainError('processing_changed');
    await recordEvent(tx, {
      networkId,
      kind: 'processing.decided',
      object: ['processing', networkId],
      actorId: personId,
      at: ctx.now,
      payload: { area, basis, ...(special && { specialBasis: special }) },
    });
  });
}
