import { saveSettings } from '@tessera/db/founding.server.ts';
import type { Acting } from '../context.server.ts';
import { recordEvent } from '../events/record.server.ts';

/** Lets an operator choose this network as a pattern where another one is founded, or ends that. */
export async function offerPattern(ctx: Acting, isOffered: boolean): Promise<void> {
  const networkId = ctx.network.id;
  const row = { key: 'network.pattern', value: isOffered, is_inherited: false };
  await ctx.transaction(async (tx) => {
    await tx.run(saveSettings(networkId, JSON.stringify([row]), ctx.now));
    await recordEvent(tx, {
      networkId,
      kind: 'pattern.offered',
      object: ['network', networkId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { isOffered },
    });
  });
}
