import { statement } from './statement.server.ts';

/** Whether a person belongs to an initiative: as one of the team, or as the mentor of one of them now. */
const isOfTeam = (
  person: string,
) => `exists (select 1 from initiative_member o join mentee_profile e on e.network_id = $1 and e.id = o.mentee_id
     where o.network_id = $1 and o.initiative_id = i.id and e.person_id = ${person})`;
const isMentorOf = (person: string, living: string) => `exists (select 1 from initiative_member o
     join mentoring_relation_mentee m on m.network_id = $1 and m.mentee_id = o.mentee_id and m.left_on is null
     join mentoring_relation r on r.network_id = $1 and r.id = m.relation_id and r.state = any(${living})
     join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id
     where o.network_id = $1 and o.initiative_id = i.id and p.person_id = ${person})`;

/** Titles come in the reader's language, else in the network's, else in what there is. */
const titleOf = (language: string) => `(select x.title from initiative_text x join network n on n.id = $1
     where x.network_id = $1 and x.initiative_id = i.id
     order by array_position(array[${language}, n.default_language, 'en'], x.language) nulls last, x.language limit 1)`;

export type LockedInitiative = {
  programmeId: string;
  state: string;
  approvedCents: number | null;
  peopleReached: number | null;
  version: number;
  isPublic: boolean;
  isMine: boolean;
};

/** Locks an initiative and its story: whatever changes one of them waits here, and reads after it. */
export const lockInitiative = statement<
  [networkId: string, initiativeId: string, personId: string, living: readonly string[]],
  LockedInitiative
>(
  'lock_initiative',
  `select i.programme_id as "programmeId", i.state, i.approved_cents as "approvedCents", i.people_reached as "peopleReached",
     s.version, s.is_public as "isPublic", (${isOfTeam('$3')} or ${isMentorOf('$3', '$4')}) as "isMine"
   from initiative i join initiative_story s on s.network_id = $1 and s.initiative_id = i.id
   where i.network_id = $1 and i.id = $2 for update of i, s`,
);

export type TeamChoice = {
  id: string;
  alias: string;
  programmeId: string;
  programmeTitle: string;
  isOwn: boolean;
};

/**
 * Who can be put into a team: everybody of the programmes; for a leader those of the own cohort and group, for a mentor
 * the own mentees.
 */
export const teamChoices = statement<
  [networkId: string, language: string, onlyOf: string | null, living: readonly string[]],
  TeamChoice
>(
  'initiative_team_choices',
  `with own as (select o.id, o.programme_id, o.cohort_id from mentee_profile o where o.network_id = $1 and o.person_id = $3),
     groups as (select m.relation_id from mentoring_relation_mentee m
       join mentoring_relation r on r.network_id = $1 and r.id = m.relation_id and r.state = any($4)
       join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id
       where m.network_id = $1 and m.left_on is null and (p.person_id = $3 or m.mentee_id in (select id from own)))
   select e.id, e.alias, e.programme_id as "programmeId",
     coalesce((select x.title from mentoring_programme_text x join network n on n.id = $1
       where x.network_id = $1 and x.programme_id = e.programme_id
       order by array_position(array[$2, n.default_language, 'en'], x.language) nulls last, x.language limit 1), '') as "programmeTitle",
     coalesce(e.person_id = $3, false) as "isOwn"
   from mentee_profile e
   where e.network_id = $1 and e.purged_at is null and e.state not in ('withdrawn', 'moved_away') and ($3::uuid is null
     or exists (select 1 from own where own.id = e.id or (own.programme_id = e.programme_id and own.cohort_id = e.cohort_id))
     or exists (select 1 from mentoring_relation_mentee m where m.network_id = $1 and m.mentee_id = e.id and m.left_on is null
       and m.relation_id in (select relation_id from groups)))
   order by "programmeTitle", e.programme_id, e.alias, e.id limit 500`,
);

export type InitiativeLine = {
  id: string;
  title: string;
  state: string;
  programmeTitle: string;
  teamSize: number;
  tasks: number;
  tasksDone: number;
  overdue: number;
  peopleReached: number | null;
  isPublic: boolean;
  createdAt: Date;
};

/** Initiatives, the newest first: all, those of somebody's team and mentees, or those alone that are public. */
export const initiativeLines = statement<
  [
    networkId: string,
    language: string,
    state: string | null,
    onlyOf: string | null,
    onlyPublic: boolean,
    today: string,
    living: readonly string[],
  ],
  InitiativeLine
>(
  'initiative_lines',
  `select i.id, ${titleOf('$2')} as title, i.state, i.people_reached as "peopleReached", s.is_public as "isPublic", i.created_at as "createdAt",
     coalesce((select x.title from mentoring_programme_text x join network n on n.id = $1
       where x.network_id = $1 and x.programme_id = i.programme_id
       order by array_position(array[$2, n.default_language, 'en'], x.language) nulls last, x.language limit 1), '') as "programmeTitle",
     (select count(*)::int from initiative_member m where m.network_id = $1 and m.initiative_id = i.id) as "teamSize",
     t.tasks, t."tasksDone", t.overdue
   from initiative i join initiative_story s on s.network_id = $1 and s.initiative_id = i.id
   cross join lateral (select count(*)::int as tasks, count(t.done_on)::int as "tasksDone",
       count(*) filter (where t.done_on is null and t.due_on < $6::date)::int as overdue
     from initiative_task t where t.network_id = $1 and t.initiative_id = i.id) t
   where i.network_id = $1 and ($3::text is null or i.state = $3) and (not $5 or s.is_public)
     and ($4::uuid is null or ${isOfTeam('$4')} or ${isMentorOf('$4', '$7')})
   order by i.created_at desc, i.id limit 300`,
);

export type InitiativeRow = {
  id: string;
  programmeId: string;
  state: string;
  startsOn: string | null;
  endsOn: string | null;
  currency: string;
  approvedCents: number | null;
  decisionComment: string;
  decidedAt: Date | null;
  peopleReached: number | null;
  completedAt: Date | null;
  isMine: boolean;
  texts: { language: string; title: string; question: string; plan: string }[];
  team: {
    id: string;
    alias: string | null;
    isOwn: boolean;
    hasLogin: boolean;
    institutionId: string | null;
    consentState: string;
    consentVersion: number | null;
  }[];
  tasks: {
    id: string;
    title: string;
    ownerId: string | null;
    dueOn: string | null;
    doneOn: string | null;
  }[];
  costs: { label: string; cents: number }[];
  partners: { institutionId: string | null; name: string }[];
  story: {
    version: number;
    isPublic: boolean;
    texts: { language: string; title: string; question: string; body: string }[];
    photos: { id: string; words: string }[];
  };
};

const list = (what: string) => `(select coalesce(jsonb_agg(${what}), '[]')`;

/** One initiative with everything that belongs to it. Nobody is named; whose time is over has no alias either. */
export const initiativeRow = statement<
  [networkId: string, initiativeId: string, language: string, personId: string, living: readonly string[]],
  InitiativeRow
>(
  'initiative_row',
  `select i.id, i.programme_id as "programmeId", i.state, i.starts_on::text as "startsOn", i.ends_on::text as "endsOn", i.currency,
     i.approved_cents as "approvedCents", i.decision_comment as "decisionComment", i.decided_at as "decidedAt",
     i.people_reached as "peopleReached", i.completed_at as "completedAt", (${isOfTeam('$4')} or ${isMentorOf('$4', '$5')}) as "isMine",
     ${list(`jsonb_build_object('language', x.language, 'title', x.title, 'question', x.question, 'plan', x.plan)
         order by x.language`)} from initiative_text x where x.network_id = $1 and x.initiative_id = i.id) as texts,
     ${list(`jsonb_build_object('id', m.mentee_id, 'alias', case when e.purged_at is null then e.alias end,
         'isOwn', coalesce(e.person_id = $4, false), 'hasLogin', e.person_id is not null, 'institutionId', e.institution_id,
         'consentState', m.consent_state, 'consentVersion', m.consent_version) order by e.alias, e.id`)}
       from initiative_member m join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
       where m.network_id = $1 and m.initiative_id = i.id) as team,
     ${list(`jsonb_build_object('id', t.id, 'title', t.title, 'ownerId', t.owner_id, 'dueOn', t.due_on, 'doneOn', t.done_on)
         order by t.position`)} from initiative_task t where t.network_id = $1 and t.initiative_id = i.id) as tasks,
     ${list(`jsonb_build_object('label', c.label, 'cents', c.cents) order by c.position`)}
       from initiative_cost c where c.network_id = $1 and c.initiative_id = i.id) as costs,
     ${list(`jsonb_build_object('institutionId', p.institution_id, 'name', case when p.institution_id is null then p.name else
         (select y.name from institution_text y where y.institution_id = p.institution_id
           order by array_position(array[$3, 'en'], y.language) nulls last, y.language limit 1) end) order by p.position`)}
       from initiative_partner p where p.network_id = $1 and p.initiative_id = i.id) as partners,
     (select jsonb_build_object('version', s.version, 'isPublic', s.is_public,
         'texts', ${list(`jsonb_build_object('language', y.language, 'title', y.title, 'question', y.question, 'body', y.story_body)
           order by y.language`)} from initiative_story_text y where y.network_id = $1 and y.initiative_id = i.id),
         'photos', ${list(`jsonb_build_object('id', f.id, 'words', f.words) order by f.position`)}
           from initiative_photo f where f.network_id = $1 and f.initiative_id = i.id))
       from initiative_story s where s.network_id = $1 and s.initiative_id = i.id) as story
   from initiative i where i.network_id = $1 and i.id = $2`,
);

export type StoryLine = {
  id: string;
  title: string;
  question: string;
  language: string;
  photo: { id: string; words: string } | null;
  publishedAt: Date;
};

const wordsOf = (
  columns: string,
  language: string,
) => `cross join lateral (select ${columns}, x.language from initiative_story_text x join network n on n.id = $1
     where x.network_id = $1 and x.initiative_id = s.initiative_id
     order by array_position(array[${language}, n.default_language, 'en'], x.language) nulls last, x.language limit 1) w`;

/** The public stories of a network, the newest first. */
export const publicStories = statement<[networkId: string, language: string], StoryLine>(
  'public_stories',
  `select s.initiative_id as id, w.title, w.question, w.language, s.published_at as "publishedAt",
     (select jsonb_build_object('id', f.id, 'words', f.words) from initiative_photo f
       where f.network_id = $1 and f.initiative_id = s.initiative_id order by f.position limit 1) as photo
   from initiative_story s ${wordsOf('x.title, x.question', '$2')}
   where s.network_id = $1 and s.is_public order by s.published_at desc, s.initiative_id limit 100`,
);

export type StoryRow = {
  id: string;
  title: string;
  question: string;
  body: string;
  language: string;
  teamSize: number;
  reached: number | null;
  publishedAt: Date;
  photos: { id: string; words: string }[];
};

/** One public story. */
export const publicStory = statement<[networkId: string, initiativeId: string, language: string], StoryRow>(
  'public_story',
  `select s.initiative_id as id, w.title, w.question, w.body, w.language, s.team_size as "teamSize", s.reached, s.published_at as "publishedAt",
     ${list(`jsonb_build_object('id', f.id, 'words', f.words) order by f.position`)}
       from initiative_photo f where f.network_id = $1 and f.initiative_id = s.initiative_id) as photos
   from initiative_story s ${wordsOf('x.title, x.question, x.story_body as body', '$3')}
   where s.network_id = $1 and s.initiative_id = $2 and s.is_public`,
);

/**
 * The file of a picture, where its story is public; `onlyOf` opens those of a person's own initiatives as well, and
 * `seesAll` every one.
 */
export const photoFile = statement<
  [
    networkId: string,
    photoId: string,
    initiativeId: string,
    seesAll: boolean,
    onlyOf: string | null,
    living: readonly string[],
  ],
  { mime: string; storageKey: string; isPublic: boolean }
>(
  'initiative_photo_file',
  `select f.mime, f.storage_key as "storageKey", s.is_public as "isPublic"
   from initiative_photo o join stored_file f on f.network_id = $1 and f.id = o.id and f.removed_at is null
   join initiative_story s on s.network_id = $1 and s.initiative_id = o.initiative_id
   where o.network_id = $1 and o.id = $2 and o.initiative_id = $3 and (s.is_public or $4 or exists (
     select 1 from initiative i where i.network_id = $1 and i.id = o.initiative_id and (${isOfTeam('$5')} or ${isMentorOf('$5', '$6')})))`,
);

export type InitiativeFigures = { state: string; count: number; reached: number };

/** How many initiatives are in which state, and how many people they reached. */
export const initiativeFigures = statement<[networkId: string], InitiativeFigures>(
  'initiative_figures',
  `select i.state, count(*)::int as count, coalesce(sum(i.people_reached), 0)::int as reached
   from initiative i where i.network_id = $1 group by i.state order by i.state`,
);

/** Pictures that stand in no story go after `until`; those that do, stay. */
export const settlePhotos = statement<[networkId: string, until: Date], never>(
  'settle_photos',
  `update stored_file s set delete_after = case when s.delete_after is null then $2::timestamptz end
   where s.network_id = $1 and s.kind = 'initiative_photo' and s.removed_at is null
     and (s.delete_after is null) <> exists (select 1 from initiative_photo f where f.network_id = $1 and f.id = s.id)`,
);
