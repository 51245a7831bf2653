// Who has a part in mentoring, as conditions that several questions share.

/**
 * That a person, given as SQL, holds the role of a mentor in the network now. Roles go by the real clock. Whoever lost it
 * keeps the profile and its history.
 */
export const isMentorNow = (person: string) =>
  `exists (select 1 from role_assignment o where o.network_id = $1 and o.person_id = ${person} and o.role = 'mentor' and o.object_id is null
     and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now()))`;

/** Whose role lets them ask; an ask waits for nobody while the one who asked holds none of these. */
export const askingRoles = ['coordinator', 'mentor', 'community_leader'] as const;

/** Who asked still holds such a role. @param at SQL of the real moment */
export const isStillAsking = (ask: string, at: string) =>
  `exists (select 1 from role_assignment o where o.network_id = ${ask}.network_id and o.person_id = ${ask}.person_id
     and o.role in (${askingRoles.map((role) => `'${role}'`).join(', ')})
     and o.valid_from <= ${at} and (o.valid_until is null or o.valid_until > ${at}))`;

/** The states, as SQL, in which a relation lives. */
export const livingRelations = `('proposed', 'accepted_by_both', 'agreement_signed', 'active', 'paused', 'closing')`;

/**
 * The reader is neither mentor nor mentee of the relation that a row names in `relation_id`: nobody coordinates the own one.
 * @param reader SQL of the person who would
 */
export const hasNoPart = (row: string, reader: string) =>
  `not exists (select 1 from mentoring_relation i join mentor_profile ip on ip.network_id = i.network_id and ip.id = i.mentor_id
       where i.network_id = ${row}.network_id and i.id = ${row}.relation_id and ip.person_id = ${reader})
     and not exists (select 1 from mentoring_relation_mentee im join mentee_profile ie on ie.network_id = im.network_id and ie.id = im.mentee_id
       where im.network_id = ${row}.network_id and im.relation_id = ${row}.relation_id and ie.person_id = ${reader})`;

/** The level of risk of a relation: the newest one, and since when; null where none was set. */
export type RiskNow = { level: string; setAt: string };

/** `RiskNow` of the relation `r`, as SQL. @param only a further condition on the row `k` */
export const riskNow = (only = 'true') =>
  `(select jsonb_build_object('level', k.level, 'setAt', k.set_at) from relation_risk k
     where k.network_id = $1 and k.relation_id = r.id and ${only} order by k.nth desc limit 1)`;

/** What a mentor asked the coordinator to approve, the newest of each kind: states and days, and no text. */
export type ApprovalNow = {
  id: string;
  kind: string;
  state: string;
  requestedAt: string;
  decidedAt: string | null;
  /** A goal was agreed, corrected or dropped since the plan was sent. */
  isChanged: boolean;
};

// Goals of those who are in the relation; one that was achieved is no other plan.
const isPlanChanged = `(k.kind = 'plan' and exists (select 1 from mentoring_goal o join mentoring_relation_mentee om on om.network_id = k.network_id
     and om.relation_id = o.relation_id and om.mentee_id = o.mentee_id and om.left_on is null
   where o.network_id = k.network_id and o.relation_id = k.relation_id and case when o.id = any(k.goal_ids)
     then o.state = 'dropped' or (o.state in ('agreed', 'in_progress') and o.corrected_at > k.requested_at)
     else o.state in ('agreed', 'in_progress') end))`;

/** No newer request of the same kind follows the one of the row `k`. */
export const isNewestApproval = `not exists (select 1 from relation_approval n where n.network_id = k.network_id
     and n.relation_id = k.relation_id and n.kind = k.kind and (n.requested_at, n.id) > (k.requested_at, k.id))`;

/** `ApprovalNow` of the relation `r`, as SQL: a list. @param only a further condition on the row `k` */
export const approvalsNow = (only = 'true') =>
  `(select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'kind', k.kind, 'state', k.state, 'requestedAt', k.requested_at,
       'decidedAt', k.decided_at, 'isChanged', ${isPlanChanged}) order by k.kind desc), '[]')
     from relation_approval k where k.network_id = $1 and k.relation_id = r.id and ${isNewestApproval} and ${only})`;

/**
 * The reader has no part in what the ask is about: neither mentor nor mentee of its relation, nor, where a mentee asks in
 * general, their mentor. Nobody coordinates an ask of the own relation. @param reader SQL of the person who would
 */
export const isImpartial = (ask: string, reader: string) =>
  `${hasNoPart(ask, reader)}
     and not (${ask}.relation_id is null and exists (select 1 from mentee_profile ie
       join mentoring_relation_mentee im on im.network_id = ie.network_id and im.mentee_id = ie.id and im.left_on is null
       join mentoring_relation i on i.network_id = ie.network_id and i.id = im.relation_id and i.state in ${livingRelations}
       join mentor_profile ip on ip.network_id = ie.network_id and ip.id = i.mentor_id
       where ie.network_id = ${ask}.network_id and ie.person_id = ${ask}.person_id and ip.person_id = ${reader}))`;

/** The closing of a relation waits to be approved, whoever reads. @param relation the row, which names its network */
export const isClosingRequested = (relation: string) =>
  `exists (select 1 from relation_approval c where c.network_id = ${relation}.network_id and c.relation_id = ${relation}.id
     and c.kind = 'closing' and c.state = 'requested')`;
