import { livingStates, sqlStates } from './seat-states.ts';
import { statement } from './statement.server.ts';

/** Roles of a network change one after the other: two coordinators cannot end each other at once. */
export const lockPeople = statement<[networkId: string], never>(
  'lock_people',
  `select pg_advisory_xact_lock(hashtextextended('people ' || $1::text, 0))`,
);

/** One person for one address: whoever makes a login for it waits for whoever does so at this moment. */
export const lockAddress = statement<[email: string], never>(
  'lock_address',
  `select pg_advisory_xact_lock(hashtextextended('address ' || $1::text, 0))`,
);

const roleInstitution = `(select x.name from institution_text x where x.institution_id = r.institution_id
  order by array_position(array[$3, (select default_language from network where id = $1), 'en'], x.language) nulls last limit 1)`;

export type MemberRow = {
  personId: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  email: string | null;
};

/** People who hold a role for the whole network or an institution now, and what of its prerequisites they lack. */
export const holdersOfRole = statement<
  [networkId: string, realNow: Date, role: string, today: string],
  MemberRow & { lacks: boolean }
>(
  'holders_of_role',
  `select p.id as "personId", p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder", p.email,
     exists (select 1 from prerequisite_kind k where k.network_id = $1 and k.retired_at is null and $3 = any(k.roles)
       and not exists (select 1 from prerequisite_record e where e.network_id = $1 and e.kind_id = k.id and e.person_id = p.id
         and e.withdrawn_at is null and e.issued_on <= $4::date and (e.expires_on is null or e.expires_on >= $4::date))) as lacks
   from person p where p.id in (select r.person_id from role_assignment r
     where r.network_id = $1 and r.role = $3 and r.object_id is null
       and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2))
   order by p.family_name, p.given_name, p.id`,
);

export type PersonLine = MemberRow & {
  state: 'active' | 'waiting' | 'ended';
  /** Lacks a prerequisite of a role that is held now. */
  isLapsed: boolean;
  roles: {
    role: string;
    institution: string | null;
    training: string | null;
    validFrom: string;
    validUntil: string | null;
    isValid: boolean;
    isWaiting: boolean;
    capabilities: string[];
  }[];
  total: number;
};

/**
 * The people of a network, one page of them; `institutionIds` limits roles to those institutions. Without `state` those
 * who hold a role or will; every word of `q` stands in name, address or institution.
 */
export const peoplePage = statement<
  [
    networkId: string,
    realNow: Date,
    language: string,
    institutionIds: string[] | null,
    q: string,
    role: string,
    institutionId: string | null,
    state: string,
    capability: string,
    sort: string,
    today: string,
    limit: number,
    offset: number,
  ],
  PersonLine
>(
  'people_page',
  `with held as (
     select r.*, r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2) as is_valid,
       r.deactivation_id is null and (r.waits_since is not null
         or (r.valid_from > $2 and (r.valid_until is null or r.valid_until > r.valid_from))) as is_ahead,
       ${roleInstitution} as institution,
       (select x.title from training_text x where x.network_id = $1 and x.training_id = r.object_id
        order by array_position(array[$3, (select d.default_language from network d where d.id = x.network_id), 'en'], x.language) nulls last limit 1) as training,
       array(select c.capability from role_capability c where c.network_id = $1 and c.role_assignment_id = r.id
         and c.valid_from <= $2 and (c.valid_until is null or c.valid_until > $2) order by 1) as capabilities
     from role_assignment r where r.network_id = $1 and ($4::uuid[] is null or r.institution_id = any($4))),
   people as (
     select h.person_id, bool_or(h.is_valid) as is_active, bool_or(h.is_ahead) as is_ahead,
       array_agg(h.role) filter (where h.is_valid) as valid_roles,
       string_agg(h.institution, ' ') as institutions,
       min(h.institution) as first_institution,
       min(array_position(array['coordinator','institution_manager','trainer','mentor','community_leader','outreach_adviser','volunteer','viewer'], h.role)) as first_role
     from held h group by h.person_id
     having bool_or(($6 = '' or h.role = $6) and ($7::uuid is null or h.institution_id = $7)
       and ($9 = '' or exists (select 1 from unnest(h.capabilities) c(name) where c.name = $9 or c.name like $9 || ':%'))
       and (h.is_valid or h.is_ahead or $8 in ('ended', 'all')))),
   judged as (
     select p.id, p.given_name, p.family_name, p.name_order, p.email, w.*,
       case when w.is_active then 'active' when w.is_ahead then 'waiting' else 'ended' end as state,
       w.is_active and exists (select 1 from prerequisite_kind k where k.network_id = $1 and k.retired_at is null and k.roles && w.valid_roles
         and not exists (select 1 from prerequisite_record e where e.network_id = $1 and e.kind_id = k.id and e.person_id = p.id
           and e.withdrawn_at is null and e.issued_on <= $11::date and (e.expires_on is null or e.expires_on >= $11::date))) as is_lapsed
     from people w join person p on p.id = w.person_id)
   select j.id as "personId", j.given_name as "givenName", j.family_name as "familyName", j.name_order as "nameOrder", j.email, j.state,
     j.is_lapsed as "isLapsed", count(*) over ()::int as total,
     (select json_agg(json_build_object('role', h.role, 'institution', h.institution, 'training', h.training, 'validFrom', h.valid_from,
        'validUntil', h.valid_until, 'isValid', h.is_valid, 'isWaiting', h.waits_since is not null, 'capabilities', h.capabilities)
        order by h.is_valid desc, h.valid_from, h.role)
      from held h where h.person_id = j.id and (h.is_valid or h.is_ahead or j.state = 'ended')) as roles
   from judged j
   where case $8 when '' then j.state <> 'ended' when 'all' then true when 'lapsed' then j.is_lapsed else j.state = $8 end
     and not exists (select 1 from regexp_split_to_table(app.fold($5), '\\s+') as w(word)
       where strpos(app.fold(concat_ws(' ', j.given_name, j.family_name, j.email, j.institutions)), w.word) = 0)
   order by case when $10 = 'role' then j.first_role end, case when $10 = 'institution' then app.fold(j.first_institution) end nulls last,
     case when $10 = 'name-down' then app.fold(j.family_name) end desc,
     app.fold(j.family_name), app.fold(j.given_name), j.id
   limit $12 offset $13`,
);

export type PersonRole = {
  id: string;
  role: string;
  institutionId: string | null;
  institution: string | null;
  trainingId: string | null;
  training: string | null;
  validFrom: Date;
  validUntil: Date | null;
  origin: 'assigned' | 'invited';
  assignedBy: string | null;
  createdAt: Date;
  state: 'valid' | 'ahead' | 'waiting' | 'ended';
  capabilities: {
    id: string;
    capability: string;
    validFrom: string;
    validUntil: string | null;
    isValid: boolean;
    isAhead: boolean;
  }[];
};

/** Every role that a person holds, will hold, or held in a network, the current ones first. */
export const rolesOfPerson = statement<
  [networkId: string, realNow: Date, language: string, personId: string, institutionIds: string[] | null],
  PersonRole
>(
  'roles_of_person',
  `select r.id, r.role, r.institution_id as "institutionId", ${roleInstitution} as institution, r.object_id as "trainingId",
     (select x.title from training_text x where x.network_id = $1 and x.training_id = r.object_id
      order by array_position(array[$3, (select d.default_language from network d where d.id = x.network_id), 'en'], x.language) nulls last limit 1) as training,
     r.valid_from as "validFrom", r.valid_until as "validUntil", r.origin, r.created_at as "createdAt",
     (select case a.name_order when 'family_first' then a.family_name || ' ' || a.given_name else a.given_name || ' ' || a.family_name end
      from person a where a.id = r.assigned_by_id) as "assignedBy",
     s.state,
     coalesce((select json_agg(json_build_object('id', c.id, 'capability', c.capability, 'validFrom', c.valid_from, 'validUntil', c.valid_until,
        'isValid', c.valid_from <= $2 and (c.valid_until is null or c.valid_until > $2),
        'isAhead', c.valid_from > $2 and (c.valid_until is null or c.valid_until > c.valid_from)) order by c.valid_from, c.capability)
      from role_capability c where c.network_id = $1 and c.role_assignment_id = r.id), '[]') as capabilities
   from role_assignment r
   cross join lateral (select case
     when r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2) then 'valid'
     when r.deactivation_id is null and r.waits_since is not null then 'waiting'
     when r.deactivation_id is null and r.valid_from > $2 and (r.valid_until is null or r.valid_until > r.valid_from) then 'ahead'
     else 'ended' end as state) s
   where r.network_id = $1 and r.person_id = $4 and ($5::uuid[] is null or r.institution_id = any($5))
   order by array_position(array['valid','waiting','ahead','ended'], s.state), r.valid_from desc, r.role`,
);

export type PersonSeats = {
  confirmed: number;
  waiting: number;
  cancelled: number;
  attended: number;
  certificates: number;
  next: { id: string; title: string; startsAt: string; endsAt: string; timeZone: string; state: string }[];
  /** Trainings to come of which the person is the trainer. */
  trains: { id: string; title: string; startsAt: string; endsAt: string; timeZone: string }[];
};

/** What a person has to do with trainings, in short; `institutionIds` limits seats to those of these institutions. */
export const seatsOfPerson = statement<
  [networkId: string, now: Date, language: string, personId: string, institutionIds: string[] | null],
  PersonSeats
>(
  'seats_of_person',
  `with own as (
     select s.id, s.state, s.training_id from seat s
     join participant p on p.network_id = s.network_id and p.id = s.participant_id
     where s.network_id = $1 and p.person_id = $4 and ($5::uuid[] is null or s.institution_id = any($5))),
   titled as (
     select t.id, t.starts_at, t.ends_at, t.time_zone, t.state, (select x.title from training_text x where x.network_id = $1 and x.training_id = t.id
       order by array_position(array[$3, (select default_language from network where id = $1), 'en'], x.language) nulls last limit 1) as title
     from training t where t.network_id = $1 and t.ends_at > $2 and t.state not in ('cancelled', 'archived'))
   select count(*) filter (where state = 'confirmed')::int as confirmed,
     count(*) filter (where state in ('waiting', 'offered'))::int as waiting,
     count(*) filter (where state = 'cancelled')::int as cancelled,
     (select count(distinct o.training_id)::int from own o join attendance_record a on a.network_id = $1 and a.seat_id = o.id
       and a.state in ('present', 'partial')) as attended,
     (select count(*)::int from certificate c join own o on o.id = c.seat_id where c.network_id = $1 and c.state = 'issued') as certificates,
     coalesce((select json_agg(json_build_object('id', t.id, 'title', t.title, 'startsAt', t.starts_at, 'endsAt', t.ends_at,
        'timeZone', t.time_zone, 'state', o.state) order by t.starts_at)
       from own o join titled t on t.id = o.training_id where o.state in (${sqlStates(livingStates)})), '[]') as next,
     coalesce((select json_agg(json_build_object('id', t.id, 'title', t.title, 'startsAt', t.starts_at, 'endsAt', t.ends_at,
        'timeZone', t.time_zone) order by t.starts_at)
       from training_trainer g join titled t on t.id = g.training_id where g.network_id = $1 and g.person_id = $4), '[]') as trains
   from own`,
);

export type PersonEvent = {
  id: string;
  kind: string;
  at: Date;
  actorName: string | null;
  payload: Record<string, unknown>;
};

/** What happened to a person's place in a network, the newest first; limited to institutions for their managers. */
export const eventsOfPerson = statement<
  [networkId: string, personId: string, institutionIds: string[] | null, limit: number],
  PersonEvent
>(
  'events_of_person',
  `select e.id, e.kind, e.at, e.payload,
     case p.name_order when 'family_first' then p.family_name || ' ' || p.given_name else p.given_name || ' ' || p.family_name end as "actorName"
   from domain_event e left join person p on p.id = e.actor_id
   where e.network_id = $1 and e.object_kind = 'person' and e.object_id = $2
     and ($3::uuid[] is null or (e.payload ->> 'institutionId')::uuid = any($3))
   order by e.at desc, e.id desc limit $4`,
);

/**
 * How many other coordinators of the whole network there are at an instant; locked people count for none. Whoever ended a
 * moment ago may have done so with a clock that is ahead of this one, so a role has to hold a minute longer to count.
 */
export const otherCoordinators = statement<
  [networkId: string, at: Date, personId: string],
  { others: number }
>(
  'other_coordinators',
  `select count(distinct r.person_id)::int as others from role_assignment r join person p on p.id = r.person_id and p.state = 'active'
   where r.network_id = $1 and r.role = 'coordinator' and r.object_id is null and r.person_id <> $3
     and r.deactivation_id is null and r.valid_from <= $2
     and (r.valid_until is null or r.valid_until > greatest($2::timestamptz, clock_timestamp()) + interval '1 minute')`,
);

/** Ends every role of a person that is valid, lies ahead or waits; gives what was ended. */
export const endRolesOfPerson = statement<
  [networkId: string, personId: string, realNow: Date, deactivationId: string],
  { id: string; role: string }
>(
  'end_roles_of_person',
  `update role_assignment set until_before = valid_until, valid_until = greatest(valid_from, $3), deactivation_id = $4
   where network_id = $1 and person_id = $2 and deactivation_id is null
     and (valid_until is null or valid_until > $3 or waits_since is not null)
   returning id, role`,
);

/** Gives back what a deactivation ended, but for roles that the person was given anew since. */
export const restoreRoles = statement<[networkId: string, deactivationId: string], { id: string }>(
  'restore_roles',
  `update role_assignment r set valid_until = case when r.waits_since is null then r.until_before else r.valid_from end,
     until_before = null, deactivation_id = null
   where r.network_id = $1 and r.deactivation_id = $2 and not exists (
     select 1 from role_assignment n where n.network_id = $1 and n.person_id = r.person_id and n.role = r.role and n.id <> r.id
       and n.institution_id is not distinct from r.institution_id and n.object_id is not distinct from r.object_id
       and n.deactivation_id is null and (n.valid_until is null or n.valid_until > r.valid_until))
   returning r.id`,
);

/** Takes a person off the trainings to come; gives their ids. */
export const leaveTrainings = statement<
  [networkId: string, personId: string, now: Date],
  { trainingId: string }
>(
  'leave_trainings',
  `delete from training_trainer g using training t
   where g.network_id = $1 and g.person_id = $2 and t.network_id = $1 and t.id = g.training_id and t.ends_at > $3
   returning g.training_id as "trainingId"`,
);

/** Puts a person back on those of the trainings that are still to come. */
export const rejoinTrainings = statement<
  [networkId: string, personId: string, now: Date, trainingIds: string[]],
  { trainingId: string }
>(
  'rejoin_trainings',
  `insert into training_trainer (network_id, training_id, person_id)
   select $1, t.id, $2 from training t
   where t.network_id = $1 and t.id = any($4::uuid[]) and t.ends_at > $3 and t.state not in ('cancelled', 'archived')
   on conflict do nothing returning training_id as "trainingId"`,
);

/** Takes back the open invitations of an address. */
export const revokeInvitationsOf = statement<[networkId: string, email: string, now: Date], { id: string }>(
  'revoke_invitations_of',
  `update invitation set revoked_at = $3 where network_id = $1 and email = $2 and accepted_at is null and revoked_at is null
   returning id`,
);

/** Which of these addresses hold a role already that was asked for. */
export const membersAmong = statement<
  [networkId: string, realNow: Date, emails: string[], role: string, institutionId: string | null],
  { email: string }
>(
  'members_among',
  `select distinct p.email from person p join role_assignment r on r.person_id = p.id
   where r.network_id = $1 and p.email = any($3) and r.role = $4 and r.institution_id is not distinct from $5::uuid
     and r.object_id is null and (r.valid_until is null or r.valid_until > $2)`,
);

export type InvitationRow = {
  id: string;
  email: string;
  invitedName: string;
  role: string;
  institutionId: string | null;
  institution: string | null;
  invitedBy: string | null;
  createdAt: Date;
  lastSentAt: Date;
  sentCount: number;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
  state: 'open' | 'expired' | 'accepted' | 'revoked';
  total: number;
};

/** The invitations of a network, the newest first; without `state` those that nobody answered yet. */
export const invitationsPage = statement<
  [
    networkId: string,
    now: Date,
    language: string,
    institutionIds: string[] | null,
    state: string,
    limit: number,
    offset: number,
  ],
  InvitationRow
>(
  'invitations_page',
  `select r.id, r.email, r.invited_name as "invitedName", r.role, r.institution_id as "institutionId", ${roleInstitution} as institution,
     (select case a.name_order when 'family_first' then a.family_name || ' ' || a.given_name else a.given_name || ' ' || a.family_name end
      from person a where a.id = r.invited_by_id) as "invitedBy",
     r.created_at as "createdAt", r.last_sent_at as "lastSentAt", r.sent_count as "sentCount", r.expires_at as "expiresAt",
     r.accepted_at as "acceptedAt", r.revoked_at as "revokedAt", s.state, count(*) over ()::int as total
   from invitation r
   cross join lateral (select case when r.accepted_at is not null then 'accepted' when r.revoked_at is not null then 'revoked'
     when r.expires_at <= $2 then 'expired' else 'open' end as state) s
   where r.network_id = $1 and ($4::uuid[] is null or r.institution_id = any($4))
     and case $5 when '' then s.state in ('open', 'expired') when 'all' then true else s.state = $5 end
   order by r.created_at desc, r.id desc limit $6 offset $7`,
);
