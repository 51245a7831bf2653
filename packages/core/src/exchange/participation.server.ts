import { guestContacts, guestPartners, participationOf, takeawaysOf } from '@tessera/db/exchange.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { readTraining } from '../trainings/queries.server.ts';
import { participationFigures } from './rules.ts';

/** Who takes part in a training of this network, from which networks and countries; whom to ask; and what they took home. */
export async function exchangePage(ctx: Acting, trainingId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const training = await readTraining(tx, ctx, trainingId);
    if (!training.isOwn) throw new DomainError('not_found');
    const rows = await tx.run(participationOf(networkId, trainingId, ctx.language));
    return {
      training,
      ...participationFigures(rows),
      rows,
      partners: await tx.run(guestPartners(networkId, trainingId, ctx.language)),
      contacts: await tx.run(guestContacts(networkId, trainingId, ctx.language)),
      takeaways: await tx.run(takeawaysOf(networkId, trainingId, ctx.language, null)),
    };
  });
}
