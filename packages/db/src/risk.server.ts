import { type RiskNow, riskNow } from './mentoring-parts.server.ts';
import { statement } from './statement.server.ts';

type RiskRow = {
  id: string;
  nth: number;
  level: string;
  setAt: Date;
  /** Of those that the reader set; sealed. */
  reason: Buffer | null;
};

/** The levels of risk that were set in a relation, the newest first, with the reasons of one author. */
export const riskRows = statement<[networkId: string, relationId: string, authorId: string], RiskRow>(
  'relation_risks',
  `select k.id, k.nth, k.level, k.set_at as "setAt", case when k.set_by_id = $3 then k.risk_reason end as reason
   from relation_risk k where k.network_id = $1 and k.relation_id = $2 order by k.nth desc limit 50`,
);

/** The level of risk of one relation. */
export const riskOf = statement<[networkId: string, relationId: string], { risk: RiskNow | null }>(
  'relation_risk_now',
  `select ${riskNow()} as risk from mentoring_relation r where r.network_id = $1 and r.id = $2`,
);
