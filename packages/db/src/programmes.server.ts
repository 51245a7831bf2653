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
