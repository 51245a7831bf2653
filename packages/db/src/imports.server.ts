import { statement } from './statement.server.ts';

// Lists come and go as JSON arrays: one statement for a whole file, whatever its length.

/** One import of a network at a time: two files at once would not see each other's rows. */
export const lockImports = statement<[networkId: string], never>(
  'lock_imports',
  `select pg_advisory_xact_lock(hashtextextended('import ' || $1, 0))`,
);

/**
 * Imports whose work has stopped: the job that the latest event asked for is dead, or nothing came of it for so long that
 * it only is tried again and again.
 */
export const stoppedImports = statement<
  [networkId: string, importId: string | null, askedBefore: Date],
  { id: string }
>(
  'stopped_imports',
  `select r.id from import_run r
   where r.network_id = $1 and ($2::uuid is null or r.id = $2) and r.state in ('checking', 'running')
     and (r.changed_at < $3 or (select e.failed_at is not null from domain_event e
       where e.network_id = $1 and e.object_kind = 'import' and e.object_id = r.id
         and e.kind in ('import.check_asked', 'import.run_asked')
       order by e.id desc limit 1))`,
);

export type KnownInstitution = {
  /** The place of the asked name or reference in its list */
  asked: number;
  id: string;
  /** The network keeps the card and may fill it */
  isKept: boolean;
  locality: string;
  county: string;
  country: string;
  website: string;
  reference: string | null;
  membershipId: string | null;
  role: string | null;
  track: string | null;
  state: string | null;
  joinedOn: string | null;
  leftOn: string | null;
};

/**
 * Institutions of the common register by name, case and diacritics aside, or by the network's own reference, with their
 * membership in the network. `asked` is a JSON array of `{ name, reference }`.
 */
export const knownInstitutions = statement<[networkId: string, asked: string], KnownInstitution>(
  'known_institutions',
  `with asked as materialized (
     select (a.value ->> 'name') as name, (a.value ->> 'reference') as reference, (a.place - 1)::int as place,
       app.fold(a.value ->> 'name') as folded
     from jsonb_array_elements($2::jsonb) with ordinality a(value, place)),
   named as (
     select a.place, x.institution_id as id from asked a join institution_text x on app.fold(x.name) = a.folded
     union
     select a.place, r.object_id from asked a join external_reference r
       on r.network_id = $1 and r.object_kind = 'institution' and r.reference = a.reference),
   -- A card that was merged speaks for the one that stayed.
   hit as (
     select distinct n.place, coalesce(c.merged_into_id, c.id) as id from named n join institution c on c.id = n.id)
   select h.place as asked, i.id, coalesce(i.keeper_network_id = $1, true) as "isKept", i.locality, i.county, i.country, i.website, r.reference, m.id as "membershipId", m.role,
     m.track, m.state, m.joined_on::text as "joinedOn", m.left_on::text as "leftOn"
   from hit h join institution i on i.id = h.id
   left join membership m on m.network_id = $1 and m.institution_id = i.id
   left join external_reference r on r.network_id = $1 and r.object_kind = 'institution' and r.object_id = i.id
   order by h.place, m.id nulls last, i.id`,
);

export type KnownRole = { email: string; role: string; institutionId: string | null };

/** The roles that people with these addresses hold in the network; an address that holds none is not told of. */
export const rolesByEmail = statement<
  [networkId: string, now: Date, emails: string[]],
  KnownRole & { personId: string }
>(
  'roles_by_email',
  `select p.email, p.id as "personId", r.role, r.institution_id as "institutionId"
   from role_assignment r join person p on p.id = r.person_id
   where r.network_id = $1 and (r.valid_until is null or r.valid_until > $2) and p.email = any($3)`,
);

export type KnownInvitation = KnownRole & {
  id: string;
  givenName: string;
  familyName: string;
  isExpired: boolean;
};

/** Open invitations to these addresses, the newest first. */
export const invitationsByEmail = statement<
  [networkId: string, now: Date, emails: string[]],
  KnownInvitation
>(
  'invitations_by_email',
  `select i.id, i.email, i.role, i.institution_id as "institutionId", i.given_name as "givenName",
     i.family_name as "familyName", i.expires_at <= $2 as "isExpired"
   from invitation i where i.network_id = $1 and i.accepted_at is null and i.revoked_at is null and i.email = any($3)
   order by i.created_at desc, i.id`,
);

export type KnownParticipant = {
  id: string;
  email: string | null;
  reference: string | null;
  givenName: string;
  familyName: string;
  jobTitle: string;
  language: string | null;
  institutionId: string | null;
  category: string | null;
  county: string;
};

/** Participants by address or by the network's own reference, the oldest first. */
export const knownParticipants = statement<
  [networkId: string, emails: string[], references: string[]],
  KnownParticipant
>(
  'participants_by_key',
  `select p.id, p.email, r.reference, p.given_name as "givenName", p.family_name as "familyName", p.job_title as "jobTitle",
     p.language, p.institution_id as "institutionId", p.category, p.county
   from participant p
   left join external_reference r on r.network_id = $1 and r.object_kind = 'participant' and r.object_id = p.id
   where p.network_id = $1 and (p.email = any($2) or r.reference = any($3)) order by p.created_at, p.id`,
);

const card =
  'id uuid, kind text, locality text, county text, country text, website text, latitude float8, longitude float8';

/** Enters cards in the register, kept by the network of the transaction. Door "register". */
export const insertCards = statement<[cards: string, now: Date], never>(
  'insert_cards',
  `insert into institution (id, keeper_network_id, kind, locality, county, country, website, latitude, longitude, languages, created_at)
   select c.id, (select app.network_id()), c.kind, c.locality, c.county, c.country, c.website, c.latitude, c.longitude, '{}', $2
   from jsonb_to_recordset($1::jsonb) as c(${card})`,
);

/** The names of new cards; a statement of its own, because only the keeper of a card that is there may name it. */
export const insertCardNames = statement<[cards: string], never>(
  'insert_card_names',
  `insert into institution_text (institution_id, language, name)
   select c.id, c.language, c.name from jsonb_to_recordset($1::jsonb) as c(id uuid, language text, name text)`,
);

/** Writes what an import fills in or takes back on cards. Door "register". */
export const updateCards = statement<[cards: string], never>(
  'update_cards',
  `update institution i set locality = c.locality, county = c.county, country = c.country, website = c.website
   from jsonb_to_recordset($1::jsonb) as c(id uuid, locality text, county text, country text, website text) where i.id = c.id`,
);

/** Takes cards out of the register that no network uses. Door "register". */
export const withdrawCards = statement<[ids: string[]], { id: string }>(
  'withdraw_cards',
  `select w as id from app.withdraw_cards($1) w`,
);

const membership =
  'id uuid, "institutionId" uuid, role text, track text, state text, "joinedOn" date, "leftOn" date';

export const insertMemberships = statement<[networkId: string, rows: string], never>(
  'insert_memberships',
  `insert into membership (id, network_id, institution_id, role, track, state, joined_on, left_on, is_guest, is_public)
   select m.id, $1, m."institutionId", m.role, m.track, m.state, m."joinedOn", m."leftOn", false, true
   from jsonb_to_recordset($2::jsonb) as m(${membership})`,
);

export const updateMemberships = statement<[networkId: string, rows: string], never>(
  'update_memberships',
  `update membership t set role = m.role, track = m.track, state = m.state, joined_on = m."joinedOn", left_on = m."leftOn"
   from jsonb_to_recordset($2::jsonb) as m(${membership}) where t.network_id = $1 and t.id = m.id`,
);

export const insertReferences = statement<[networkId: string, rows: string], never>(
  'insert_references',
  `insert into external_reference (network_id, object_kind, reference, object_id)
   select $1, r."objectKind", r.reference, r."objectId"
   from jsonb_to_recordset($2::jsonb) as r("objectKind" text, reference text, "objectId" uuid)`,
);

const invitation =
  'id uuid, email text, "givenName" text, "familyName" text, role text, "institutionId" uuid, "expiresAt" timestamptz';

export const insertInvitations = statement<
  [networkId: string, rows: string, language: string, invitedById: string | null, now: Date],
  never
>(
  'insert_invitations',
  `insert into invitation (id, network_id, email, given_name, family_name, role, institution_id, language, invited_by_id, created_at, expires_at)
   select i.id, $1, i.email, i."givenName", i."familyName", i.role, i."institutionId", $3, $4, $5, i."expiresAt"
   from jsonb_to_recordset($2::jsonb) as i(${invitation})`,
);

export const updateInvitations = statement<[networkId: string, rows: string], never>(
  'update_invitations',
  `update invitation t set given_name = i."givenName", family_name = i."familyName", expires_at = greatest(t.expires_at, i."expiresAt")
   from jsonb_to_recordset($2::jsonb) as i(${invitation}) where t.network_id = $1 and t.id = i.id`,
);

/** Roles of people who belong to the network already; one whose prerequisites are not met on `today` waits for them. */
export const insertRoles = statement<[networkId: string, rows: string, realNow: Date, today: string], never>(
  'insert_roles',
  `insert into role_assignment (id, network_id, person_id, role, institution_id, valid_from, valid_until, waits_since, origin)
   select r.id, $1, r."personId", r.role, r."institutionId", $3::timestamptz, case when r.lacks then $3::timestamptz end,
     case when r.lacks then $3::timestamptz end, 'assigned'
   from (select a.*, exists (
       select 1 from prerequisite_kind k where k.network_id = $1 and k.retired_at is null and a.role = any(k.roles)
         and not exists (select 1 from prerequisite_record e where e.network_id = $1 and e.kind_id = k.id and e.person_id = a."personId"
           and e.withdrawn_at is null and e.issued_on <= $4::date and (e.expires_on is null or e.expires_on >= $4::date))) as lacks
     from jsonb_to_recordset($2::jsonb) as a(id uuid, "personId" uuid, role text, "institutionId" uuid)) r`,
);

const participant =
  'id uuid, email text, "givenName" text, "familyName" text, "jobTitle" text, language text, "institutionId" uuid, "nameOrder" text, category text, county text';

export const insertParticipants = statement<[networkId: string, rows: string, now: Date], never>(
  'import_participants',
  `insert into participant (id, network_id, email, given_name, family_name, job_title, language, institution_id, name_order, category, county, created_at)
   select p.id, $1, p.email, p."givenName", p."familyName", p."jobTitle", p.language, p."institutionId", p."nameOrder", p.category,
     coalesce(p.county, ''), $3
   from jsonb_to_recordset($2::jsonb) as p(${participant})`,
);

export const updateParticipants = statement<[networkId: string, rows: string], never>(
  'update_participants',
  `update participant t set email = p.email, given_name = p."givenName", family_name = p."familyName", job_title = p."jobTitle",
     language = p.language, institution_id = p."institutionId", category = p.category, county = coalesce(p.county, '')
   from jsonb_to_recordset($2::jsonb) as p(${participant}) where t.network_id = $1 and t.id = p.id`,
);

/** Notes what a run made and changed. */
export const insertImportRows = statement<[networkId: string, runId: string, rows: string], never>(
  'insert_import_rows',
  `insert into import_row (network_id, run_id, object_kind, object_id, row, is_new, before, after)
   select $1, $2, r."objectKind", r."objectId", r.row, r."isNew", r.before, r.after
   from jsonb_to_recordset($3::jsonb) as r("objectKind" text, "objectId" uuid, row int, "isNew" boolean, before jsonb, after jsonb)`,
);

export type Blocker = { row: number; reason: 'accepted' | 'used' | 'changed' };

/**
 * What stands against undoing a run: an invitation that was accepted or taken back, an institution or a participant that
 * something else was built on since, a value that somebody changed since.
 */
export const undoBlockers = statement<[networkId: string, runId: string], Blocker>(
  'undo_blockers',
  `with r as (select * from import_row where network_id = $1 and run_id = $2),
   made as (select object_id from r where is_new)
   select row, reason from (
     select r.row, 'accepted' as reason from r join invitation i on i.network_id = $1 and i.id = r.object_id
       where r.object_kind = 'invitation' and (i.accepted_at is not null or i.revoked_at is not null)
     union all
     select r.row, 'used' from r join membership m on m.network_id = $1 and m.id = r.object_id
       where r.object_kind = 'membership' and r.is_new and (
         exists (select 1 from role_assignment x where x.network_id = $1 and x.institution_id = m.institution_id and x.id not in (select object_id from made))
         or exists (select 1 from invitation x where x.network_id = $1 and x.institution_id = m.institution_id and x.id not in (select object_id from made))
         or exists (select 1 from participant x where x.network_id = $1 and x.institution_id = m.institution_id and x.id not in (select object_id from made))
         or exists (select 1 from registration x where x.network_id = $1 and x.institution_id = m.institution_id)
         or exists (select 1 from seat x where x.network_id = $1 and x.institution_id = m.institution_id))
     union all
     select r.row, 'used' from r where r.object_kind = 'participant' and r.is_new and (
       exists (select 1 from seat x where x.network_id = $1 and x.participant_id = r.object_id)
       or exists (select 1 from certificate x where x.network_id = $1 and x.participant_id = r.object_id))
     union all
     select r.row, 'changed' from r join membership m on m.network_id = $1 and m.id = r.object_id
       where r.object_kind = 'membership' and (m.role, m.track, m.state, m.joined_on, m.left_on) is distinct from
         (r.after ->> 'role', r.after ->> 'track', r.after ->> 'state', (r.after ->> 'joinedOn')::date, (r.after ->> 'leftOn')::date)
     union all
     select r.row, 'changed' from r join participant p on p.network_id = $1 and p.id = r.object_id
       where r.object_kind = 'participant' and (p.given_name, p.family_name, p.job_title, p.email, p.institution_id, p.language, p.category, p.county) is distinct from
         (r.after ->> 'givenName', r.after ->> 'familyName', r.after ->> 'jobTitle', r.after ->> 'email', (r.after ->> 'institutionId')::uuid, r.after ->> 'language',
         r.after ->> 'category', coalesce(r.after ->> 'county', ''))
     union all
     select r.row, 'changed' from r join institution i on i.id = r.object_id
       where r.object_kind = 'institution' and not r.is_new and (i.locality, i.county, i.country, i.website) is distinct from
         (r.after ->> 'locality', r.after ->> 'county', r.after ->> 'country', r.after ->> 'website')
     union all
     select r.row, 'changed' from r left join role_assignment x on x.network_id = $1 and x.id = r.object_id
       where r.object_kind = 'role' and (x.id is null or x.valid_until is not null)
   ) found group by row, reason order by row limit 100`,
);

/** Removes what a run made, and gives the cards that it entered; what it changed is restored by the other statements. */
export const removeMade = statement<[networkId: string, runId: string], { cardIds: string[] | null }>(
  'remove_made',
  `with made as (select object_kind, object_id from import_row where network_id = $1 and run_id = $2 and is_new),
   x1 as (delete from external_reference t using made m where t.network_id = $1 and t.object_id = m.object_id
     and m.object_kind = 'reference_' || t.object_kind),
   x2 as (delete from role_assignment t using made m where t.network_id = $1 and t.id = m.object_id and m.object_kind = 'role'),
   x3 as (delete from invitation t using made m where t.network_id = $1 and t.id = m.object_id and m.object_kind = 'invitation'),
   x4 as (delete from participant t using made m where t.network_id = $1 and t.id = m.object_id and m.object_kind = 'participant')
   select array_agg(object_id) as "cardIds" from made where object_kind = 'institution'`,
);

/** Removes the memberships that a run made; after `removeMade`, because people and references hang on them. */
export const removeMadeMemberships = statement<[networkId: string, runId: string], never>(
  'remove_made_memberships',
  `delete from membership t using import_row m where m.network_id = $1 and m.run_id = $2 and m.is_new
     and m.object_kind = 'membership' and t.network_id = $1 and t.id = m.object_id`,
);

/** Files whose time is over, in every network; door "platform". */
export const dueFiles = statement<[realNow: Date], { networkId: string; fileId: string; storageKey: string }>(
  'due_files',
  `select network_id as "networkId", file_id as "fileId", storage_key as "storageKey" from app.due_files($1)`,
);
