import { processingEntries } from '@tessera/db/processing.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { areasWithRows } from '@tessera/db/subject.server.ts';
import { networkOf } from '../../consents/own.server.ts';
import type { Actor, RequestContext } from '../../context.server.ts';
import { areaTerms, isRegisterArea, registerAreas } from './areas.ts';
import { basisOf } from './register.server.ts';

/**
 * On which basis one network keeps each kind of record that it holds about the person of the request, whether or not the module
 * is still on.
 * @throws DomainError not_found
 */
export async function ownProcessing(ctx: RequestContext & { actor: Actor }, code: string) {
  const { personId, email } = ctx.actor;
  const network = await networkOf(ctx, code);
  return inScope({ networkId: network.id, personId }, async (tx) => {
    const held = await tx.run(areasWithRows(registerAreas, personId, email));
    const decided = await tx.run(processingEntries(network.id));
    const entries = held.flatMap(({ area }) => {
      if (!isRegisterArea(area)) return [];
      const { basis, specialBasis, decision } = basisOf(area, decided);
      return [{ area, activity: areaTerms[area].activity, basis, specialBasis, note: decision?.note ?? '' }];
    });
    return { name: network.name, entries };
  });
}
