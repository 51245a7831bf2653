import { agreementOfRelation, agreementText, newestAgreements } from '@tessera/db/agreements.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { todayOf } from './note.server.ts';
import { programmeState } from './programmes.server.ts';
import { sideIn } from './tasks.server.ts';

/**
 * The newest text of a programme's agreement in each language.
 * @throws DomainError not_found
 */
export async function agreementsOf(ctx: Acting, programmeId: string) {
  return ctx.transaction(async (tx) => {
    await programmeState(tx, ctx.network.id, programmeId);
    return { today: todayOf(ctx), texts: await tx.run(newestAgreements(ctx.network.id, programmeId)) };
  });
}

/**
 * What is to be signed in a relation, or what was: the text as it stood then.
 * @throws DomainError not_found, relation_ended
 */
export async function agreementIn(ctx: Acting, relationId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const as = await sideIn(tx, ctx, relationId);
    const [found] = await tx.run(agreementOfRelation(networkId, relationId));
    if (!found) throw new DomainError('not_found');
    const { programmeId, language, version, ...standing } = found;
    const signed =
      language !== null && version !== null
        ? ((await tx.run(agreementText(networkId, programmeId, language, version)))[0] ?? null)
        : null;
    const isOpen = found.state === 'accepted_by_both';
    const texts = isOpen ? await tx.run(newestAgreements(networkId, programmeId)) : [];
    return { ...standing, as, language, signed, isOpen, texts };
  });
}
