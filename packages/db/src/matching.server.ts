import { groupOf, titleOf } from './mentoring.server.ts';
import { isMentorNow } from './mentoring-parts.server.ts';
import { statement } from './statement.server.ts';

export type PoolMentor = {
  id: string;
  personId: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  state: string;
  languages: string[];
  topics: string[];
  availability: string[];
  place: string;
  gender: string | null;
  capacity: number;
  /** Mentees in all living relations, asked ones too: in all programmes, and in this one. */
  held: number;
  heldHere: number;
  isMentorNow: boolean;
  lacks: { kindId: string; code: string; name: string; state: 'missing' | 'lapsed' }[];
};
export type PoolMentee = {
  id: string;
  personId: string | null;
  alias: string;
  cohortId: string | null;
  languages: string[];
  topics: string[];
  availability: string[];
  place: string;
  needsInterpreter: boolean;
  /** Sealed, in base64 */
  genderPreference: string | null;
  ruledOut: { mentorId: string; isDeclined: boolean }[];
};
type Pool = {
  title: string;
  state: string;
  maxMentees: number;
  mentors: PoolMentor[];
  mentees: PoolMentee[];
};

/** Everything that matching in one programme weighs: who could mentor, and who waits for a mentor. */
export const matchingPool = statement<
  [
    networkId: string,
    programmeId: string,
    language: string,
    today: string,
    living: readonly string[],
    over: readonly string[],
    free: readonly string[],
    menteeId: string | null,
    cohortId: string | null,
  ],
  Pool
>(
  'matching_pool',
  `with held as (
     select r.mentor_id, count(*)::int as held, count(*) filter (where r.programme_id = $2)::int as here
     from mentoring_relation r join mentoring_relation_mentee m on m.network_id = $1 and m.relation_id = r.id and m.left_on is null
     where r.network_id = $1 and r.state = any($5) group by r.mentor_id),
   lack as (
     select p.id as mentor_id, jsonb_agg(jsonb_build_object('kindId', k.id, 'code', k.code, 'name', k.name, 'state',
         case when exists (select 1 from prerequisite_record e where e.network_id = $1 and e.kind_id = k.id and e.person_id = p.person_id
           and e.withdrawn_at is null) then 'lapsed' else 'missing' end) order by k.created_at, k.id) as lacks
     from mentor_profile p join prerequisite_kind k on k.network_id = $1 and k.retired_at is null and 'mentor' = any(k.roles)
     where p.network_id = $1 and not exists (select 1 from prerequisite_record e where e.network_id = $1 and e.kind_id = k.id
       and e.person_id = p.person_id and e.withdrawn_at is null and e.issued_on <= $4::date and (e.expires_on is null or e.expires_on >= $4::date))
     group by p.id)
   select ${titleOf('$3')} as title, g.state, g.max_mentees as "maxMentees",
     (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'personId', p.person_id, 'givenName', a.given_name, 'familyName', a.family_name,
         'nameOrder', a.name_order, 'state', p.state, 'languages', p.languages, 'topics', p.topics, 'availability', p.availability,
         'place', p.place, 'gender', p.gender, 'capacity', p.capacity, 'held', coalesce(h.held, 0), 'heldHere', coalesce(h.here, 0),
         'isMentorNow', ${isMentorNow('p.person_id')},
         'lacks', coalesce(l.lacks, '[]')) order by p.id), '[]')
       from mentor_profile p join person a on a.id = p.person_id left join held h on h.mentor_id = p.id left join lack l on l.mentor_id = p.id
       where p.network_id = $1 and p.state <> all($6)) as mentors,
     (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'personId', e.person_id, 'alias', e.alias, 'cohortId', e.cohort_id,
         'languages', e.languages, 'topics', e.topics, 'availability', e.availability, 'place', e.place, 'needsInterpreter', e.needs_interpreter,
         'genderPreference', encode(e.gender_preference, 'base64'),
         'ruledOut', (select coalesce(jsonb_agg(jsonb_build_object('mentorId', x.mentor_id, 'isDeclined', x.is_declined)), '[]')
           from mentoring_ruled_out x where x.network_id = $1 and x.mentee_id = e.id)) order by app.fold(e.alias), e.id), '[]')
       from mentee_profile e where e.network_id = $1 and e.programme_id = $2 and e.state = any($7) and e.purged_at is null
         and ($8::uuid is null or e.id = $8) and ($9::uuid is null or e.cohort_id = $9)
         and not exists (select 1 from mentoring_relation_mentee m where m.network_id = $1 and m.mentee_id = e.id and m.left_on is null)) as mentees
   from mentoring_programme g where g.network_id = $1 and g.id = $2`,
);

/** A relation that others can be asked into. */
export type RunningGroup = { relationId: string; mentorId: string; aliases: string[] };

/** The running relations of a programme, each with who is in it. */
export const runningGroups = statement<
  [networkId: string, programmeId: string, states: readonly string[]],
  RunningGroup
>(
  'running_groups',
  `select r.id as "relationId", r.mentor_id as "mentorId", ${groupOf('r.id', 'array_agg(e.alias order by e.alias)')} as aliases
   from mentoring_relation r where r.network_id = $1 and r.programme_id = $2 and r.state = any($3)
   order by r.proposed_at, r.id`,
);

/** Gives what was asked about a proposal to the group that it led into, where the same person asked nothing about that one. */
export const carryAsks = statement<[networkId: string, from: string, to: string], never>(
  'carry_asks',
  `update mentoring_ask k set relation_id = $3 where k.network_id = $1 and k.relation_id = $2 and not exists (
     select 1 from mentoring_ask o where o.network_id = $1 and o.relation_id = $3 and o.person_id = k.person_id)`,
);

/** Those of several pairs that the coordinator ruled out. Who declined may be asked again, though nobody suggests it. */
export const ruledOutPairs = statement<
  [networkId: string, menteeIds: readonly string[], mentorIds: readonly string[]],
  { menteeId: string }
>(
  'ruled_out_pairs',
  `select x.mentee_id as "menteeId" from unnest($2::uuid[], $3::uuid[]) as p(mentee_id, mentor_id)
   join mentoring_ruled_out x on x.network_id = $1 and x.mentee_id = p.mentee_id and x.mentor_id = p.mentor_id and not x.is_declined limit 1`,
);
