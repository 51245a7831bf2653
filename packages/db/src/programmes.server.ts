import { titleOf } from './mentoring.server.ts';
import {
  type ApprovalNow,
  approvalsNow,
  hasNoPart,
  isClosingRequested,
  isImpartial,
  isMentorNow,
  type RiskNow,
  riskNow,
} from './mentoring-parts.server.ts';
import { statement } from './statement.server.ts';

/** What the next step of a programme rests on: relations that live, mentors who may be proposed, mentees who wait for one. */
export const programmeFacts = statement<
  [
    networkId: string,
    programmeId: string,
    living: readonly string[],
    matchable: readonly string[],
    free: readonly string[],
  ],
  { livingRelations: number; matchableMentors: number; freeMentees: number }
>(
  'programme_facts',
  `select
     (select count(*)::int from mentoring_relation r where r.network_id = $1 and r.programme_id = $2 and r.state = any($3)) as "livingRelations",
     (select count(*)::int from mentor_profile p where p.network_id = $1 and p.state = any($4)) as "matchableMentors",
     (select count(*)::int from mentee_profile e where e.network_id = $1 and e.programme_id = $2 and e.state = any($5)
        and not exists (select 1 from mentoring_relation_mentee m where m.network_id = $1 and m.mentee_id = e.id and m.left_on is null)) as "freeMentees"`,
);

/** Members of a network or of some institutions, and who of them is a mentor already. */
export const peopleForMentoring = statement<
  [networkId: string, institutionIds: readonly string[] | null],
  {
    personId: string;
    givenName: string;
    familyName: string;
    nameOrder: 'given_first' | 'family_first';
    isMentor: boolean;
  }
>(
  'people_for_mentoring',
  `select a.id as "personId", a.given_name as "givenName", a.family_name as "familyName", a.name_order as "nameOrder",
     exists (select 1 from mentor_profile p where p.network_id = $1 and p.person_id = a.id) as "isMentor"
   from person a where exists (select 1 from role_assignment o where o.network_id = $1 and o.person_id = a.id and o.deactivation_id is null
     and ($2::uuid[] is null or o.institution_id = any($2)))
   order by a.family_name, a.given_name, a.id limit 1000`,
);

export type StandingRow = {
  id: string;
  programmeId: string;
  programmeTitle: string;
  cadenceDays: number;
  state: string;
  mentorId: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  /** Whether the mentor holds the role of one now. */
  hasMentorNow: boolean;
  proposedAt: Date;
  mentorAcceptedAt: Date | null;
  startedOn: string | null;
  plannedEnd: string | null;
  endedAt: Date | null;
  predecessorId: string | null;
  successorId: string | null;
  doNotesTravel: boolean;
  /** The running group that a proposal asks into. */
  joinsId: string | null;
  risk: RiskNow | null;
  /** Plans and closings are approved in its programme. */
  planApproval: boolean;
  /** Somebody coordinates who has no part in the relation */
  hasAnswerer: boolean;
  /** Its closing waits to be approved, whoever reads */
  isClosingRequested: boolean;
  /** None for who has a part in it. */
  approvals: ApprovalNow[];
  lastContact: string | null;
  minutes: number;
  mentees: {
    id: string;
    alias: string;
    state: string;
    languages: string[];
    needsInterpreter: boolean;
    hasLogin: boolean;
    hasAccepted: boolean;
    leftOn: string | null;
  }[];
  sessions: { state: string; count: number }[];
  goals: { state: string; count: number }[];
  /** What was asked of the coordinator; never told to the other side. */
  asks: {
    id: string;
    what: string;
    answer: string | null;
    isMentor: boolean;
    alias: string | null;
    askedAt: string;
  }[];
};

/** One relation for its coordinator: states, days and counts, and no text. */
export const relationStanding = statement<
  [networkId: string, relationId: string, language: string, readerId: string],
  StandingRow
>(
  'relation_standing',
  `select r.id, r.programme_id as "programmeId", ${titleOf('$3')} as "programmeTitle", g.cadence_days as "cadenceDays", r.state,
     r.mentor_id as "mentorId", a.given_name as "givenName", a.family_name as "familyName", a.name_order as "nameOrder",
     r.proposed_at as "proposedAt", r.mentor_accepted_at as "mentorAcceptedAt", r.started_on::text as "startedOn",
     r.planned_end::text as "plannedEnd", r.ended_at as "endedAt",
     ${isMentorNow('p.person_id')} as "hasMentorNow", r.predecessor_id as "predecessorId", r.do_notes_travel as "doNotesTravel", r.joins_id as "joinsId",
     (select n.id from mentoring_relation n where n.network_id = $1 and n.predecessor_id = r.id order by n.proposed_at desc limit 1) as "successorId",
     c."lastContact", c.minutes,
     (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'alias', e.alias, 'state', e.state, 'languages', e.languages,
         'needsInterpreter', e.needs_interpreter, 'hasLogin', e.person_id is not null, 'hasAccepted', m.accepted_at is not null,
         'leftOn', m.left_on) order by e.alias), '[]')
       from mentoring_relation_mentee m join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
       where m.network_id = $1 and m.relation_id = r.id) as mentees,
     (select coalesce(jsonb_agg(jsonb_build_object('state', s.state, 'count', s.count)), '[]') from (select t.state, count(*)::int as count
       from mentoring_session t where t.network_id = $1 and t.relation_id = r.id group by t.state order by t.state) s) as sessions,
     (select coalesce(jsonb_agg(jsonb_build_object('state', s.state, 'count', s.count)), '[]') from (select t.state, count(*)::int as count
       from mentoring_goal t where t.network_id = $1 and t.relation_id = r.id group by t.state order by t.state) s) as goals,
     (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'what', k.what, 'answer', k.answer, 'isMentor', k.person_id = p.person_id, 'askedAt', k.asked_at, 'alias',
         (select e.alias from mentoring_relation_mentee m join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
           where m.network_id = $1 and m.relation_id = r.id and e.person_id = k.person_id limit 1)) order by k.asked_at), '[]')
       from mentoring_ask k where k.network_id = $1 and k.relation_id = r.id and (k.person_id = $4 or (${isImpartial('k', '$4')}))) as asks,
     app.has_answerer($1, r.id, p.person_id) as "hasAnswerer", ${isClosingRequested('r')} as "isClosingRequested",
     ${riskNow(hasNoPart('k', '$4'))} as risk, g.plan_approval as "planApproval", ${approvalsNow(hasNoPart('k', '$4'))} as approvals
   from mentoring_relation r
   join mentoring_programme g on g.network_id = $1 and g.id = r.programme_id
   join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id
   join person a on a.id = p.person_id
   cross join lateral (select max(s.day)::text as "lastContact", coalesce(sum(s.minutes), 0)::int as minutes
     from mentoring_session s where s.network_id = $1 and s.relation_id = r.id and s.state = 'held') c
   where r.network_id = $1 and r.id = $2`,
);

/** The relations before one whose notes came along, step by step; none where somebody chose that they stay. */
export const travelledFrom = statement<[networkId: string, relationId: string], { id: string }>(
  'travelled_from',
  `with recursive before as (
     select r.predecessor_id as id from mentoring_relation r
     where r.network_id = $1 and r.id = $2 and r.do_notes_travel and r.predecessor_id is not null
     union
     select r.predecessor_id from before b join mentoring_relation r on r.network_id = $1 and r.id = b.id
     where r.do_notes_travel and r.predecessor_id is not null)
   select id from before`,
);
