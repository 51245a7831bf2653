import { riskRows } from '@tessera/db/risk.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { readAllConfidential } from '../privacy/seal.server.ts';
import { requirePart } from './access.server.ts';
import { textOf } from './drafts.server.ts';
import { isUnderWay, type RiskLevel } from './rules.ts';

/**
 * The levels of risk of the own relation, the newest first, with the reasons that its mentor wrote; each reading leaves an
 * entry.
 * @throws DomainError not_found, relation_ended, relation_not_running, not_allowed for a mentee
 */
export async function riskPage(ctx: Acting, relationId: string) {
  const networkId = ctx.network.id;
  const { personId: actorId } = ctx.actor;
  return ctx.transaction(async (tx) => {
    const part = await requirePart(tx, ctx, relationId);
    if (part.as !== 'mentor') throw new DomainError('not_allowed');
    const rows = await tx.run(riskRows(networkId, relationId, actorId));
    const full = rows.filter(({ reason }) => reason !== null);
    const texts = await readAllConfidential(
      tx,
      { networkId, actorId, at: ctx.now, right: 'own' },
      full.map(({ id, reason }) => ({
        object: ['relation_risk', id],
        subjectPersonId: null,
        fields: { 'relation_risk.risk_reason': reason },
      })),
    );
    const reasons = new Map(full.map(({ id }, at) => [id, textOf(texts[at]?.['relation_risk.risk_reason'])]));
    return {
      canWrite: isUnderWay(part.state),
      seen: rows[0]?.nth ?? 0,
      changes: rows.map(({ id, level, setAt }) => ({
        id,
        level: level as RiskLevel,
        setAt,
        reason: reasons.get(id) ?? null,
      })),
      timeZone: ctx.network.timeZone,
    };
  });
}
