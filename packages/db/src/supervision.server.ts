import { statement } from './statement.server.ts';

type PersonName = { givenName: string; familyName: string; nameOrder: 'given_first' | 'family_first' };

const nameColumns = (person: string) =>
  `${person}.given_name as "givenName", ${person}.family_name as "familyName", ${person}.name_order as "nameOrder"`;
const isThere = `exists (select 1 from supervision_mentor w join mentor_profile p on p.network_id = $1 and p.id = w.mentor_id
  where w.network_id = $1 and w.meeting_id = m.id and p.person_id = $2)`;

/** One meeting as everybody sees it who may see that there is one: whoever led it, how many came, and no name of a mentor. */
export type SupervisionRow = PersonName & {
  id: string;
  state: string;
  day: string;
  kind: string;
  mentors: number;
  /** The reader leads it. */
  isLed: boolean;
  /** The reader is one of its mentors. */
  isThere: boolean;
};

const columns = `m.id, m.state, m.day::text, m.kind, ${nameColumns('a')}, m.led_by_id = $2 as "isLed", ${isThere} as "isThere",
  (select count(*)::int from supervision_mentor w where w.network_id = $1 and w.meeting_id = m.id) as mentors`;

/** Meetings, those to come first: all of a network, or those that the reader comes to. */
export const supervisionMeetings = statement<
  [networkId: string, readerId: string, isForAll: boolean],
  SupervisionRow
>(
  'supervision_meetings',
  `select ${columns} from supervision_meeting m join person a on a.id = m.led_by_id
   where m.network_id = $1 and ($3 or ${isThere})
   order by m.state <> 'planned', case when m.state = 'planned' then m.day end, m.day desc, m.id limit 200`,
);

export type SupervisionMeetingRow = SupervisionRow & {
  themes: Buffer | null;
  isPurged: boolean;
  people: (PersonName & { id: string })[];
};

/** One of them with its mentors, and what it was about as it lies sealed. */
export const supervisionMeeting = statement<
  [networkId: string, readerId: string, isForAll: boolean, id: string],
  SupervisionMeetingRow
>(
  'supervision_meeting',
  `select ${columns}, m.supervision_themes as themes, m.purged_at is not null as "isPurged",
     (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'givenName', o.given_name, 'familyName', o.family_name,
         'nameOrder', o.name_order) order by o.family_name, o.given_name, p.id), '[]')
       from supervision_mentor w join mentor_profile p on p.network_id = $1 and p.id = w.mentor_id join person o on o.id = p.person_id
       where w.network_id = $1 and w.meeting_id = m.id) as people
   from supervision_meeting m join person a on a.id = m.led_by_id
   where m.network_id = $1 and ($3 or ${isThere}) and m.id = $4`,
);

export type LockedSupervision = {
  id: string;
  state: string;
  day: string;
  ledById: string;
  /** What was said is gone. */
  isPurged: boolean;
};

/** Locks a meeting, for its change. */
export const lockSupervision = statement<[networkId: string, id: string], LockedSupervision>(
  'lock_supervision',
  `select id, state, day::text, led_by_id as "ledById",
     purged_at is not null as "isPurged" from supervision_meeting where network_id = $1 and id = $2 for update`,
);

export type SupervisedMentor = PersonName & {
  id: string;
  /** Has a relation that goes on. */
  isMentoring: boolean;
  lastOn: string | null;
  nextOn: string | null;
};

/** The mentors of a network with the days of their supervision, before and ahead. */
export const supervisedMentors = statement<
  [networkId: string, today: string, states: readonly string[], underWay: readonly string[]],
  SupervisedMentor
>(
  'supervised_mentors',
  `select p.id, ${nameColumns('a')},
     exists (select 1 from mentoring_relation r where r.network_id = $1 and r.mentor_id = p.id and r.state = any($4)) as "isMentoring",
     d."lastOn", d."nextOn"
   from mentor_profile p join person a on a.id = p.person_id
   cross join lateral (select max(m.day) filter (where m.state = 'held')::text as "lastOn",
       min(m.day) filter (where m.state = 'planned' and m.day >= $2::date)::text as "nextOn"
     from supervision_mentor w join supervision_meeting m on m.network_id = $1 and m.id = w.meeting_id
     where w.network_id = $1 and w.mentor_id = p.id) d
   where p.network_id = $1 and p.state = any($3) order by a.family_name, a.given_name, p.id limit 500`,
);

/** The next meeting that a mentor comes to. */
export const nextSupervision = statement<
  [networkId: string, personId: string, today: string],
  { id: string; day: string }
>(
  'next_supervision',
  `select m.id, m.day::text from mentor_profile p join supervision_mentor w on w.network_id = $1 and w.mentor_id = p.id
   join supervision_meeting m on m.network_id = $1 and m.id = w.meeting_id
   where p.network_id = $1 and p.person_id = $2 and m.state = 'planned' and m.day >= $3::date order by m.day, m.id limit 1`,
);

/** By what mentees of these mentors are known: aliases, and the names of those who have a login. */
export const wordsForMentees = statement<[networkId: string, mentorIds: readonly string[]], { word: string }>(
  'words_for_mentees',
  `select distinct x.word from mentoring_relation r
   join mentoring_relation_mentee m on m.network_id = $1 and m.relation_id = r.id
   join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id and e.purged_at is null
   left join person a on a.id = e.person_id
   cross join lateral unnest(array[e.alias, a.given_name, a.family_name]) as x(word)
   where r.network_id = $1 and r.mentor_id = any($2) and x.word is not null order by x.word`,
);

/** Notes, once for each, that a meeting is near. */
export const noteNearSupervision = statement<
  [networkId: string, now: Date, today: string, until: string],
  { id: string }
>(
  'note_near_supervision',
  `update supervision_meeting set reminded_at = $2
   where network_id = $1 and state = 'planned' and reminded_at is null and day >= $3::date and day <= $4::date returning id`,
);
