import {
  type ApprovalNow,
  approvalsNow,
  hasNoPart,
  isClosingRequested,
  isMentorNow,
  isNewestApproval,
} from './mentoring-parts.server.ts';
import { statement } from './statement.server.ts';

type Person = { givenName: string; familyName: string; nameOrder: 'given_first' | 'family_first' };

/**
 * Whether the programme of a relation has plans and closings approved. Locks that setting until the end of the transaction,
 * so that no request comes after it was switched off.
 */
export const lockPlanApproval = statement<[networkId: string, relationId: string], { isOn: boolean }>(
  'lock_plan_approval',
  `select g.plan_approval as "isOn" from mentoring_relation r
   join mentoring_programme g on g.network_id = $1 and g.id = r.programme_id
   where r.network_id = $1 and r.id = $2 for share of g`,
);

/** What the mentor and the mentees of a relation see of its approvals, and whether a coordinator with no part in it is there. */
export const approvalsOf = statement<
  [networkId: string, relationId: string],
  { isOn: boolean; hasAnswerer: boolean; approvals: ApprovalNow[] }
>(
  'relation_approvals',
  `select g.plan_approval as "isOn", g.plan_approval and app.has_answerer($1, r.id, p.person_id) as "hasAnswerer", ${approvalsNow()} as approvals
   from mentoring_relation r join mentoring_programme g on g.network_id = $1 and g.id = r.programme_id
   join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id
   where r.network_id = $1 and r.id = $2`,
);

type PlanGoal = {
  id: string;
  alias: string;
  aim: Buffer | null;
  need: string | null;
  dueOn: string | null;
  correctedAt: Date | null;
  subjectPersonId: string | null;
};

/** The active goals of those who are in a relation, in the order of a plan that is sent. */
export const planGoals = statement<
  [networkId: string, relationId: string, active: readonly string[]],
  PlanGoal
>(
  'goals_of_plan',
  `select o.id, e.alias, o.aim, o.need_area as need, o.due_on::text as "dueOn", o.corrected_at as "correctedAt",
     e.person_id as "subjectPersonId"
   from mentoring_goal o
   join mentoring_relation_mentee m on m.network_id = $1 and m.relation_id = o.relation_id and m.mentee_id = o.mentee_id and m.left_on is null
   join mentee_profile e on e.network_id = $1 and e.id = o.mentee_id
   where o.network_id = $1 and o.relation_id = $2 and o.state = any($3) order by e.alias, o.created_at, o.id`,
);

type ApprovalRow = Omit<ApprovalNow, 'requestedAt' | 'decidedAt'> &
  Person & {
    requestedAt: Date;
    decidedAt: Date | null;
    relationId: string;
    programmeTitle: string;
    aliases: string[];
    relationState: string;
    movedFrom: string | null;
    requestedById: string;
    decidedById: string | null;
    planText: Buffer | null;
    requestWords: Buffer | null;
    decisionWords: Buffer | null;
    /** Whom the plan is about, where it is one person with a login. */
    subjectPersonId: string | null;
    isNewest: boolean;
  };

/**
 * One request, for the mentor who made it and for coordinators with no part in the relation; what was said lies sealed.
 */
export const approvalRow = statement<
  [networkId: string, id: string, readerId: string, isForAll: boolean, language: string],
  ApprovalRow
>(
  'relation_approval',
  `select k.id, k.kind, k.state, k.requested_at as "requestedAt", k.decided_at as "decidedAt", k.relation_id as "relationId",
     coalesce((select (n->>'isChanged')::boolean from jsonb_array_elements(${approvalsNow()}) n where n->>'id' = k.id::text), false) as "isChanged",
     (select x.title from mentoring_programme_text x where x.network_id = $1 and x.programme_id = r.programme_id
       order by x.language = $5 desc, x.language limit 1) as "programmeTitle",
     array(select e.alias from mentoring_relation_mentee m join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
       where m.network_id = $1 and m.relation_id = r.id and m.left_on is null order by e.alias) as aliases,
     r.state as "relationState", k.moved_from as "movedFrom", k.requested_by_id as "requestedById", k.decided_by_id as "decidedById",
     k.plan_text as "planText", k.request_words as "requestWords", k.decision_words as "decisionWords",
     (select case when count(*) = 1 then (array_agg(e.person_id))[1] end from mentoring_relation_mentee m
       join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
       where m.network_id = $1 and m.relation_id = r.id and m.left_on is null) as "subjectPersonId",
     ${isNewestApproval} as "isNewest",
     a.given_name as "givenName", a.family_name as "familyName", a.name_order as "nameOrder"
   from relation_approval k
   join mentoring_relation r on r.network_id = $1 and r.id = k.relation_id
   join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id
   join person a on a.id = p.person_id
   where k.network_id = $1 and k.id = $2 and ${isMentorNow('p.person_id')}
     and ((k.requested_by_id = $3 and p.person_id = $3)
       or ($4 and ${hasNoPart('k', '$3')}))`,
);

/** Ends what waits in the relations of a programme, because nobody approves there any more. */
export const dropApprovals = statement<[networkId: string, programmeId: string, now: Date], never>(
  'drop_approvals',
  `update relation_approval k set state = 'not_needed', plan_text = null, decided_at = $3 from mentoring_relation r
   where k.network_id = $1 and k.state = 'requested' and r.network_id = $1 and r.id = k.relation_id and r.programme_id = $2`,
);

/** What a completion rests on: whether its mentor has to ask for it first. */
export const closingRule = statement<
  [networkId: string, relationId: string, readerId: string],
  {
    mustBeApproved: boolean;
    hasMentorNow: boolean;
    hasNoPart: boolean;
    /** Somebody coordinates who has no part in the relation */
    hasAnswerer: boolean;
    /** Its closing waits to be approved */
    isRequested: boolean;
  }
>(
  'closing_rule',
  `select g.plan_approval as "mustBeApproved", ${isMentorNow('p.person_id')} as "hasMentorNow", ${hasNoPart('k', '$3')} as "hasNoPart",
     app.has_answerer($1, r.id, p.person_id) as "hasAnswerer", ${isClosingRequested('r')} as "isRequested"
   from (select $1::uuid as network_id, $2::uuid as relation_id) k
   join mentoring_relation r on r.network_id = $1 and r.id = $2
   join mentoring_programme g on g.network_id = $1 and g.id = r.programme_id
   join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id`,
);

type PlanSent = { id: string; relationId: string; state: string; requestedAt: Date; decidedAt: Date | null };

/** When the plans of mentees were sent to the coordinators while they were in the relation, and what came of it. */
export const plansSent = statement<[networkId: string, menteeIds: readonly string[]], PlanSent>(
  'plans_sent',
  `select distinct k.relation_id as "relationId", k.state, k.requested_at as "requestedAt", k.decided_at as "decidedAt", k.id
   from relation_approval k
   join mentoring_relation_mentee m on m.network_id = $1 and m.relation_id = k.relation_id and m.mentee_id = any($2)
     and (m.left_on is null or k.requested_at < m.left_on + 1)
   where k.network_id = $1 and k.kind = 'plan' order by k.requested_at desc, k.id limit 50`,
);
