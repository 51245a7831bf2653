import { isImpartial, isMentorNow, isStillAsking } from './mentoring-parts.server.ts';
import { statement } from './statement.server.ts';

// The alias by which a mentee is known: of the relation that they asked about, or the newest one.
const aliasOf = `(select e.alias from mentee_profile e where e.network_id = $1 and e.person_id = k.person_id and (k.relation_id is null
     or exists (select 1 from mentoring_relation_mentee m where m.network_id = $1 and m.relation_id = k.relation_id and m.mentee_id = e.id))
   order by e.ended_at is null desc, e.created_at desc limit 1)`;

// In general whoever is a mentor asks as one. A place as mentor that is over names nobody who is or was a mentee.
const isMentorOf = `exists (select 1 from mentor_profile p where p.network_id = $1 and p.person_id = k.person_id
     and case when k.relation_id is null then p.state not in ('ended', 'rejected')
         or not exists (select 1 from mentee_profile e where e.network_id = $1 and e.person_id = k.person_id)
       else exists (select 1 from mentoring_relation r where r.network_id = $1 and r.id = k.relation_id and r.mentor_id = p.id) end)`;

type Asker = {
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  /** Who asked is the mentor; a mentee is shown by the alias alone. */
  isMentor: boolean;
  alias: string | null;
};
const asker = `a.given_name as "givenName", a.family_name as "familyName", a.name_order as "nameOrder",
     ${isMentorOf} as "isMentor", ${aliasOf} as alias`;

type AskRow = Asker & {
  id: string;
  /** Null: in general. */
  relationId: string | null;
  what: string;
  askedAt: Date;
  askedById: string;
  askWords: Buffer | null;
  answer: string | null;
  answeredAt: Date | null;
  answerWords: Buffer | null;
  /** The reader answered it. */
  isAnswerer: boolean;
};

/** What somebody asked their coordinator for, for themselves and for coordinators with no part in it; the words lie sealed. */
export const askRow = statement<
  [networkId: string, askId: string, readerId: string, isForAll: boolean, realNow: Date],
  AskRow
>(
  'mentoring_ask',
  `select k.id, k.relation_id as "relationId", k.what, k.asked_at as "askedAt", k.person_id as "askedById", ${asker},
     k.ask_words as "askWords", k.answer, k.answered_at as "answeredAt", k.answer_words as "answerWords",
     k.answered_by_id is not distinct from $3::uuid as "isAnswerer"
   from mentoring_ask k join person a on a.id = k.person_id
   where k.network_id = $1 and k.id = $2
     and (k.person_id = $3 or ($4 and ${isImpartial('k', '$3')} and (k.answer is not null or ${isStillAsking('k', '$5')})))`,
);

export type OpenAskRow = Asker & {
  id: string;
  relationId: string | null;
  what: string;
  askedAt: Date;
  hasWords: boolean;
};

/** What waits for an answer of this coordinator, the oldest first; where a programme is named, of its relations and in general. */
export const openAskRows = statement<
  [networkId: string, programmeId: string | null, realNow: Date, readerId: string],
  OpenAskRow
>(
  'mentoring_asks_open',
  `select k.id, k.relation_id as "relationId", k.what, k.asked_at as "askedAt", k.ask_words is not null as "hasWords", ${asker}
   from mentoring_ask k join person a on a.id = k.person_id
   where k.network_id = $1 and k.answer is null and ${isStillAsking('k', '$3')}
     and (k.person_id = $4 or (${isImpartial('k', '$4')}))
     and ($2::uuid is null or k.relation_id is null or exists (select 1 from mentoring_relation r
       where r.network_id = $1 and r.id = k.relation_id and r.programme_id = $2))
   order by k.asked_at, k.id limit 200`,
);

type OwnAsks = {
  /** They have a place as mentor or as mentee here, so they can ask in general. */
  isMentor: boolean;
  isMentee: boolean;
  /** A coordinator with no part in it is there to answer what they ask in general. */
  hasAnswerer: boolean;
  relations: {
    id: string;
    hasAnswerer: boolean;
    isMentor: boolean;
    aliases: string[];
    givenName: string;
    familyName: string;
    nameOrder: 'given_first' | 'family_first';
  }[];
  asks: { id: string; relationId: string | null; what: string; askedAt: string; answer: string | null }[];
};

/** What somebody has asked the coordinator, and about what they can ask. */
export const ownAskRows = statement<
  [networkId: string, personId: string, livingRelations: readonly string[]],
  OwnAsks
>(
  'own_mentoring_asks',
  `select exists (select 1 from mentor_profile p where p.network_id = $1 and p.person_id = $2 and p.state not in ('ended', 'rejected')
       and ${isMentorNow('p.person_id')}) as "isMentor",
     exists (select 1 from mentee_profile e where e.network_id = $1 and e.person_id = $2 and e.ended_at is null) as "isMentee",
     app.has_answerer($1, null, $2) as "hasAnswerer",
     (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'hasAnswerer', app.has_answerer($1, r.id, $2), 'isMentor', p.person_id = $2, 'givenName', a.given_name,
         'familyName', a.family_name, 'nameOrder', a.name_order, 'aliases', array(select e.alias from mentoring_relation_mentee m
           join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
           where m.network_id = $1 and m.relation_id = r.id and m.left_on is null order by e.alias)) order by r.proposed_at, r.id), '[]')
       from mentoring_relation r join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id join person a on a.id = p.person_id
       where r.network_id = $1 and r.state = any($3) and ((p.person_id = $2 and ${isMentorNow('p.person_id')}) or exists (select 1 from mentoring_relation_mentee m
         join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
         where m.network_id = $1 and m.relation_id = r.id and m.left_on is null and e.person_id = $2))) as relations,
     (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'relationId', k.relation_id, 'what', k.what, 'askedAt', k.asked_at,
         'answer', k.answer) order by k.asked_at desc, k.id), '[]')
       from mentoring_ask k where k.network_id = $1 and k.person_id = $2) as asks`,
);

/**
 * Locks the places of a person as mentor and as mentee that have not ended, so that what they ask in general cannot miss
 * their end. A mentee's comes first, as everywhere.
 */
export const lockPlaces = statement<[networkId: string, personId: string], { isMentor: boolean }>(
  'lock_places_in_mentoring',
  `with mentee as (select e.id from mentee_profile e where e.network_id = $1 and e.person_id = $2 and e.ended_at is null
       order by e.id for update),
     mentor as (select p.id from mentor_profile p where p.network_id = $1 and p.person_id = $2 and p.state not in ('ended', 'rejected')
       and ${isMentorNow('p.person_id')} and (select count(*) from mentee) >= 0 for update)
   select true as "isMentor" from mentor union all select false from mentee`,
);

/**
 * Ends what was asked in general so many months after its answer, and what was not answered of those who hold no role any
 * more; what was asked about a relation goes with its texts.
 */
export const endAsks = statement<[networkId: string, now: Date, months: number], never>(
  'end_mentoring_asks',
  `delete from mentoring_ask k where k.network_id = $1
     and ((k.relation_id is null and k.answered_at + make_interval(months => $3) <= $2)
       or (k.answer is null and not ${isStillAsking('k', '$2')}))
     and not exists (select 1 from legal_hold h where h.network_id = $1 and h.person_id = k.person_id and h.lifted_at is null)`,
);
