import { livingStates, sqlStates } from './seat-states.ts';
import { statement } from './statement.server.ts';

/** The name of an institution in a language, as SQL. */
export const nameFor = (institution: string, language: string, network: string) =>
  `(select x.name from institution_text x where x.institution_id = ${institution}
    order by array_position(array[${language}, (select default_language from network where id = ${network}), 'en'], x.language) nulls last, x.language limit 1)`;

/** What only a draft shows is not there for other networks; about the institution `i`. */
export const isShownSomewhere = `exists (select 1 from membership m join network n on n.id = m.network_id
     where m.institution_id = i.id and (n.state <> 'draft' or n.id = app.network_id()))`;

export type DirectoryRow = {
  id: string;
  name: string;
  otherNames: string[];
  kind: string;
  locality: string;
  county: string;
  country: string;
  website: string;
  languages: string[];
  cardState: string;
  role: string;
  track: string;
  state: string;
};

/** One spot of the map: the institutions of one locality. */
export type DirectoryPlace = {
  locality: string;
  county: string;
  latitude: number;
  longitude: number;
  count: number;
  /** The institution, when there is only one */
  id: string | null;
  name: string | null;
};

export type DirectoryAnswer = {
  total: number;
  /** True when nothing is spelled like the query and what comes is only similar */
  isAlike: boolean;
  rows: DirectoryRow[];
  places: DirectoryPlace[];
  /** West, south, east and north of what the network has in its own country, else anywhere; whatever was asked for */
  extent: [number, number, number, number] | null;
  countries: string[];
  /** What the filters can offer: what the network has */
  kinds: string[];
  counties: string[];
  languages: string[];
};

export type DirectoryQuery = [
  networkId: string,
  language: string,
  /** The query in all spellings and languages of the place that it may mean; empty for everything */
  queries: string[],
  kind: string,
  county: string,
  spoken: string,
  states: string[],
  sort: 'name' | 'place' | 'kind',
  limit: number,
  offset: number,
];

/**
 * The directory of a network: a page of it, how many there are, their places, and what the filters can offer. Search folds
 * case and diacritics and looks at every name of an institution and of its place; only when nothing is found so, names that
 * are alike count.
 */
export const directory = statement<DirectoryQuery, DirectoryAnswer>(
  'directory',
  `with everyone as (
     select i.id, i.kind, i.locality, i.county, i.country, i.website, i.languages, i.latitude, i.longitude,
       i.state as "cardState", m.role, m.track, m.state, t.names, t.names[1] as name,
       t.folded || ' ' || app.fold(concat_ws(' ', i.short_name, i.locality, i.county)) as words
     from membership m
     -- The register holds the cards of all networks; each of the members is looked up in it, and none of the others.
     cross join lateral (select * from institution c where c.id = m.institution_id offset 0) i
     cross join lateral (
       select array_agg(x.name order by array_position(array[$2, (select default_language from network where id = $1), 'en'], x.language) nulls last, x.language) as names,
         case when cardinality($3::text[]) > 0 then string_agg(app.fold(x.name), ' ') else '' end as folded
       from institution_text x where x.institution_id = i.id) t
     where m.network_id = $1 and m.state = any($7) and not m.is_guest and i.state <> 'merged'
       and (i.state <> 'inactive' or 'left' = any($7))),
   scored as (
     select e.*, case when cardinality($3::text[]) = 0 then 2 else (
       select max(case when position(v.folded in e.words) > 0 then 2
         when length(v.folded) > 3 then word_similarity(v.folded, e.words) else 0 end)
       from (select app.fold(q) as folded from unnest($3::text[]) q) v) end as score
     from everyone e
     where ($4 = '' or e.kind = $4) and ($5 = '' or e.county = $5) and ($6 = '' or $6 = any(e.languages))),
   hits as (
     select * from scored where score = 2 or (score >= 0.5 and not exists (select 1 from scored where score = 2))),
   page as (
     select row_number() over (order by case when score < 2 then -score end,
       case $8 when 'place' then app.fold(concat_ws(' ', county, locality)) when 'kind' then kind end, app.fold(name), id) as place, *
     from hits order by place limit $9 offset $10)
   select (select count(*)::int from hits) as total,
     coalesce((select bool_and(score < 2) from hits), false) as "isAlike",
     coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'otherNames', p.names[2:], 'kind', p.kind,
       'locality', p.locality, 'county', p.county, 'country', p.country, 'website', p.website, 'languages', p.languages,
       'cardState', p."cardState", 'role', p.role, 'track', p.track, 'state', p.state) order by p.place) from page p), '[]') as rows,
     coalesce((select json_agg(s) from (
       select locality, county, latitude, longitude, count(*)::int as count,
         case when count(*) = 1 then min(id::text) end as id, case when count(*) = 1 then min(name) end as name
       from hits where latitude is not null group by locality, county, latitude, longitude
       order by count(*) desc, locality) s), '[]') as places,
     (select case when count(latitude) > 0 then json_build_array(min(longitude), min(latitude), max(longitude), max(latitude)) end from everyone
        where country = (select n.country from network n where n.id = $1)
          or not exists (select 1 from everyone o join network n on n.id = $1 and n.country = o.country where o.latitude is not null)) as extent,
     coalesce((select json_agg(distinct country) from everyone where latitude is not null and country <> ''), '[]') as countries,
     coalesce((select json_agg(distinct kind) from everyone), '[]') as kinds,
     coalesce((select json_agg(distinct county) from everyone where county <> ''), '[]') as counties,
     coalesce((select json_agg(distinct l) from everyone, unnest(languages) l), '[]') as languages`,
);

export type InstitutionOption = { id: string; name: string; kind: string };

/** Institutions by id with the reader's name for them, for choices and headings. */
export const institutionNames = statement<
  [networkId: string, language: string, ids: string[] | null],
  InstitutionOption
>(
  'institution_names',
  `select s.id, s.kind, s.name from (
     select m.institution_id as id, i.kind, ${nameFor('i.id', '$2', '$1')} as name
     from membership m join institution i on i.id = m.institution_id
     where m.network_id = $1 and m.state = 'active' and ($3::uuid[] is null or m.institution_id = any($3))) s
   order by app.fold(s.name)`,
);

export type InstitutionPage = {
  id: string;
  kind: string;
  state: string;
  name: string;
  texts: { language: string; name: string }[];
  shortName: string;
  address: string;
  locality: string;
  county: string;
  country: string;
  latitude: number | null;
  longitude: number | null;
  website: string;
  languages: string[];
  verifiedAt: Date | null;
  keeper: { id: string; code: string; name: string; isDraft: boolean } | null;
  parent: { id: string; name: string; isHere: boolean } | null;
  departments: { id: string; name: string; kind: string }[];
  /** Other networks that name it in public */
  elsewhere: { code: string; name: string; role: string }[];
  membership: {
    role: string;
    track: string;
    state: string;
    isGuest: boolean;
    joinedOn: string | null;
    leftOn: string | null;
  };
  note: string;
  focalPoint: Staff | null;
  staff: (Staff & { roles: string[] })[];
};

type Staff = {
  personId: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  email: string | null;
};

const person = `'personId', p.id, 'givenName', p.given_name, 'familyName', p.family_name, 'nameOrder', p.name_order, 'email', p.email`;
const heldNow = `r.valid_from <= $4 and (r.valid_until is null or r.valid_until > $4)`;

/**
 * The card of an institution as a network has it; the address of a card that was merged leads to the one that stayed.
 * What is not public is empty for a visitor.
 */
export const institutionPage = statement<
  [networkId: string, language: string, institutionId: string, now: Date],
  InstitutionPage
>(
  'institution_page',
  `with recursive chain as (
     select id, merged_into_id, 0 as step from institution where id = $3
     union all select i.id, i.merged_into_id, c.step + 1 from institution i join chain c on i.id = c.merged_into_id where c.step < 50)
   select i.id, i.kind, i.state, i.short_name as "shortName", i.address, i.locality, i.county, i.country, i.latitude, i.longitude,
     i.website, i.languages, i.verified_at as "verifiedAt", ${nameFor('i.id', '$2', '$1')} as name,
     (select json_agg(json_build_object('language', x.language, 'name', x.name) order by array_position(array[$2, 'en'], x.language) nulls last, x.language)
      from institution_text x where x.institution_id = i.id) as texts,
     (select json_build_object('id', k.id, 'code', k.code, 'isDraft', k.state = 'draft', 'name', coalesce((select x.name from network_text x where x.network_id = k.id
        order by array_position(array[$2, k.default_language, 'en'], x.language) nulls last limit 1), k.code))
      from network k where k.id = i.keeper_network_id) as keeper,
     (select json_build_object('id', u.id, 'name', ${nameFor('u.id', '$2', '$1')}, 'isHere', exists (
        select 1 from membership um where um.network_id = $1 and um.institution_id = u.id and um.state = 'active' and not um.is_guest))
      from institution u where u.id = i.parent_id) as parent,
     coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'name', d.name) order by app.fold(d.name)) from (
        select b.id, b.kind, ${nameFor('b.id', '$2', '$1')} as name from institution b
        join membership bm on bm.network_id = $1 and bm.institution_id = b.id and bm.state = 'active' and not bm.is_guest
        where b.parent_id = i.id and b.state <> 'merged') d), '[]') as departments,
     coalesce((select json_agg(json_build_object('code', n.code, 'role', em.role, 'name', coalesce((select x.name from network_text x where x.network_id = n.id
        order by array_position(array[$2, n.default_language, 'en'], x.language) nulls last limit 1), n.code)) order by n.code)
      from membership em join network n on n.id = em.network_id and n.state = 'active'
      where em.institution_id = i.id and em.network_id <> $1 and em.is_public and em.state = 'active'), '[]') as elsewhere,
     json_build_object('role', m.role, 'track', m.track, 'state', m.state, 'isGuest', m.is_guest, 'joinedOn', m.joined_on, 'leftOn', m.left_on) as membership,
     coalesce(f.note, '') as note,
     (select json_build_object(${person}) from person p where p.id = f.focal_point_id and exists (
        select 1 from role_assignment r where r.network_id = $1 and r.institution_id = i.id and r.person_id = p.id and ${heldNow})) as "focalPoint",
     coalesce((select json_agg(s.line order by s.family_name, s.given_name, s.id) from (
        select p.id, p.family_name, p.given_name, json_build_object(${person}, 'roles', array_agg(distinct r.role)) as line
        from role_assignment r join person p on p.id = r.person_id
        where r.network_id = $1 and r.institution_id = i.id and ${heldNow} group by p.id) s), '[]') as staff
   from chain c join institution i on i.id = c.id and c.merged_into_id is null
   join membership m on m.network_id = $1 and m.institution_id = i.id
   left join membership_detail f on f.network_id = m.network_id and f.institution_id = m.institution_id`,
);

export type InstitutionEvent = {
  id: string;
  kind: string;
  at: Date;
  actorName: string | null;
  payload: Record<string, unknown>;
};

/** What happened in a network with an institution and with those that were merged into it, the newest first. */
export const institutionEvents = statement<
  [networkId: string, institutionId: string, limit: number],
  InstitutionEvent
>(
  'institution_events',
  `with recursive cards as (
     select $2::uuid as id union select i.id from institution i join cards c on i.merged_into_id = c.id)
   select e.id, e.kind, e.at, e.payload,
     case p.name_order when 'family_first' then p.family_name || ' ' || p.given_name else p.given_name || ' ' || p.family_name end as "actorName"
   from domain_event e left join person p on p.id = e.actor_id
   where e.network_id = $1 and e.object_kind = 'institution' and e.object_id in (select id from cards)
   order by e.at desc, e.id desc limit $3`,
);

export type RegisterRow = {
  id: string;
  name: string;
  otherNames: string[];
  kind: string;
  locality: string;
  county: string;
  country: string;
  /** Its state in the asking network, if it is there */
  stateHere: string | null;
};

/** Cards of the whole register with a name like the query, the closest first: those that some network shows, or the own. */
export const registerSearch = statement<
  [networkId: string, language: string, query: string, limit: number],
  RegisterRow
>(
  'register_search',
  `select i.id, i.kind, i.locality, i.county, i.country, t.names[1] as name, t.names[2:] as "otherNames",
     (select m.state from membership m where m.network_id = $1 and m.institution_id = i.id) as "stateHere"
   from (
     select x.institution_id as id, max(word_similarity(app.fold($3), app.fold(x.name))) as score from institution_text x
     where app.fold($3) <% app.fold(x.name) or app.fold(x.name) like '%' || replace(replace(replace(app.fold($3), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
     group by x.institution_id) s
   join institution i on i.id = s.id and i.state <> 'merged'
   cross join lateral (
     select array_agg(x.name order by array_position(array[$2, (select default_language from network where id = $1), 'en'], x.language) nulls last, x.language) as names
     from institution_text x where x.institution_id = i.id) t
   where ${isShownSomewhere}
   order by s.score desc, app.fold(t.names[1]), i.id limit $4`,
);

/** Whether the institution `i` lies in a place, by one of its names. */
export const isAt = (locality: string) =>
  `(app.fold(i.locality) = app.fold(${locality}) or exists (
       select 1 from unnest(string_to_array(app.fold(i.locality), ' / ')) a join unnest(string_to_array(app.fold(${locality}), ' / ')) b on a = b))`;

/** Cards of the same country and place with one of these names. Only what the asking network can see counts. */
export const namesakes = statement<
  [names: string[], locality: string, country: string, exceptId: string | null],
  { id: string; name: string }
>(
  'institution_namesakes',
  `select i.id, x.name from institution_text x join institution i on i.id = x.institution_id
   where app.fold(x.name) in (select app.fold(n) from unnest($1::text[]) n) and i.state <> 'merged' and i.country = $3
     and ${isAt('$2')}
     and ($4::uuid is null or i.id <> $4) and ${isShownSomewhere}
   limit 1`,
);

/** Waits until nobody else changes these cards, in one order for everyone; until the transaction ends. */
export const lockCards = statement<[ids: string[]], unknown>(
  'lock_institution_cards',
  `select pg_advisory_xact_lock(hashtextextended('institution ' || c.key, 0))
   from (select key from unnest($1::text[]) key order by key) c`,
);

/** The institutions above one, the nearest first; the institution itself is the first row. */
export const ancestors = statement<[institutionId: string], { id: string; isAgain: boolean }>(
  'institution_ancestors',
  `with recursive line as (
     select id, parent_id, array[id] as seen, false as again from institution where id = $1
     union all
     select i.id, i.parent_id, l.seen || i.id, i.id = any(l.seen) from institution i join line l on i.id = l.parent_id where not l.again)
   select id, again as "isAgain" from line`,
);

export type MergeCounts = {
  staff: number;
  invitations: number;
  registrations: number;
  seats: number;
  participants: number;
  certificates: number;
  /** Trainings in which one person holds living seats of both */
  clashes: number;
  moves: number;
  holdBoth: number;
};

/** What a merge moves in this network, and in how many others; door "register". */
export const mergeCounts = statement<[networkId: string, loserId: string, winnerId: string], MergeCounts>(
  'institution_merge_counts',
  `select
     (select count(*)::int from role_assignment where network_id = $1 and institution_id = $2) as staff,
     (select count(*)::int from invitation where network_id = $1 and institution_id = $2 and accepted_at is null and revoked_at is null) as invitations,
     (select count(*)::int from registration where network_id = $1 and institution_id = $2) as registrations,
     (select count(*)::int from seat where network_id = $1 and institution_id = $2) as seats,
     (select count(*)::int from participant where network_id = $1 and institution_id = $2) as participants,
     (select count(*)::int from certificate c join participant p on p.network_id = c.network_id and p.id = c.participant_id
      where c.network_id = $1 and p.institution_id = $2) as certificates,
     (select count(*)::int from participant a
      join participant b on b.network_id = a.network_id and b.person_id = a.person_id and b.institution_id = $3
      join seat sa on sa.network_id = a.network_id and sa.participant_id = a.id and sa.state in (${sqlStates(livingStates)})
      join seat sb on sb.network_id = b.network_id and sb.participant_id = b.id and sb.training_id = sa.training_id
        and sb.state in (${sqlStates(livingStates)})
      where a.network_id = $1 and a.institution_id = $2) as clashes,
     h.moves, h.hold_both as "holdBoth"
   from app.held_elsewhere($2, $3) h`,
);

/** Roles that someone holds for both institutions end at the one that goes. */
export const endDoubleRoles = statement<
  [networkId: string, loserId: string, winnerId: string, now: Date],
  unknown
>(
  'institution_end_double_roles',
  `update role_assignment r set valid_until = greatest($4, r.valid_from)
   where r.network_id = $1 and r.institution_id = $2 and r.valid_until is null and exists (
     select 1 from role_assignment o where o.network_id = $1 and o.institution_id = $3 and o.person_id = r.person_id
       and o.role = r.role and o.valid_until is null)`,
);

/** People whom both institutions named become one participant; the other row keeps no seat and no person. */
export const joinDoubleParticipants = statement<
  [networkId: string, loserId: string, winnerId: string],
  unknown
>(
  'institution_join_double_participants',
  `with doubles as (
     select a.id as gone, b.id as kept from participant a
     join participant b on b.network_id = a.network_id and b.person_id = a.person_id and b.institution_id = $3
     where a.network_id = $1 and a.institution_id = $2),
   seats as (
     update seat s set participant_id = d.kept from doubles d where s.network_id = $1 and s.participant_id = d.gone),
   papers as (
     update certificate c set participant_id = d.kept from doubles d where c.network_id = $1 and c.participant_id = d.gone)
   update participant p set person_id = null from doubles d where p.network_id = $1 and p.id = d.gone`,
);

/** Moves every row of this network from one institution to the other; both are members of it. */
export const moveInstitutionRows = statement<[loserId: string, winnerId: string], { moved: number }>(
  'institution_move_rows',
  `select app.move_institution_rows($1, $2) as moved`,
);

/** Lets the memberships of other networks, and departments, name the card that stays; door "register". */
export const mergeElsewhere = statement<[loserId: string, winnerId: string, at: Date], { moved: number }>(
  'institution_merge_elsewhere',
  `select app.merge_elsewhere($1, $2, $3) as moved`,
);

/** Ends every role for an institution in this network, and the invitations to one; answers how many roles. */
export const endInstitutionRoles = statement<
  [networkId: string, institutionId: string, now: Date],
  { ended: number }
>(
  'institution_end_roles',
  `with roles as (
     update role_assignment set valid_until = greatest($3, valid_from)
     where network_id = $1 and institution_id = $2 and (valid_until is null or valid_until > $3) returning 1),
   invitations as (
     update invitation set revoked_at = $3
     where network_id = $1 and institution_id = $2 and accepted_at is null and revoked_at is null)
   select count(*)::int as ended from roles`,
);

/** Who keeps a card when its network no longer does: the network that has shown it the longest. */
export const nextKeeper = statement<[institutionId: string, networkId: string], { networkId: string }>(
  'institution_next_keeper',
  `select m.network_id as "networkId" from membership m join network n on n.id = m.network_id and n.state = 'active'
   where m.institution_id = $1 and m.network_id <> $2 and m.state = 'active' and m.is_public
   order by m.joined_on nulls last, m.id limit 1`,
);

/** The state of an institution's membership, when it has one, and what kind of institution it is. */
export const membershipState = statement<
  [networkId: string, institutionId: string],
  { state: string; kind: string }
>(
  'membership_state',
  `select m.state, i.kind from membership m join institution i on i.id = m.institution_id
   where m.network_id = $1 and m.institution_id = $2`,
);
