import { statement } from './statement.server.ts';

export type PrerequisiteState = 'met' | 'missing' | 'lapsed';

export type LackRow = {
  personId: string;
  kindId: string;
  code: string;
  name: string;
  state: 'missing' | 'lapsed';
};

/** What these people lack for a role on a day (`2026-05-01`); no row when they lack nothing. */
export const lackedFor = statement<
  [networkId: string, personIds: string[], role: string, today: string],
  LackRow
>(
  'lacked_for',
  `select p.id as "personId", k.id as "kindId", k.code, k.name,
     case when exists (select 1 from prerequisite_record e where e.network_id = $1 and e.kind_id = k.id and e.person_id = p.id
       and e.withdrawn_at is null) then 'lapsed' else 'missing' end as state
   from unnest($2::uuid[]) as p(id) cross join prerequisite_kind k
   where k.network_id = $1 and k.retired_at is null and $3 = any(k.roles)
     and not exists (select 1 from prerequisite_record e where e.network_id = $1 and e.kind_id = k.id and e.person_id = p.id
       and e.withdrawn_at is null and e.issued_on <= $4::date and (e.expires_on is null or e.expires_on >= $4::date))
   order by k.created_at, k.id, p.id`,
);

export type PersonPrerequisite = {
  kindId: string;
  code: string;
  name: string;
  roles: string[];
  /** One of these roles is held, waits or lies ahead. */
  isNeeded: boolean;
  state: PrerequisiteState;
  recordId: string | null;
  issuedOn: string | null;
  expiresOn: string | null;
  hasNote: boolean;
  checkedBy: string | null;
};

type OfPerson = { networkId: string; personId: string; realNow: string; today: string };

export const prerequisitesOfPersonText = ({ networkId, personId, realNow, today }: OfPerson) =>
  `select k.id as "kindId", k.code, k.name, k.roles,
     exists (select 1 from role_assignment r where r.network_id = ${networkId} and r.person_id = ${personId} and r.role = any(k.roles)
       and r.deactivation_id is null and (r.valid_until is null or r.valid_until > ${realNow} or r.waits_since is not null)) as "isNeeded",
     case when e.id is null then 'missing' when e.expires_on < ${today}::date or e.issued_on > ${today}::date then 'lapsed' else 'met' end as state,
     e.id as "recordId", e.issued_on::text as "issuedOn", e.expires_on::text as "expiresOn", e.evidence_note is not null as "hasNote",
     (select case a.name_order when 'family_first' then a.family_name || ' ' || a.given_name else a.given_name || ' ' || a.family_name end
      from person a where a.id = e.checked_by_id) as "checkedBy"
   from prerequisite_kind k
   left join lateral (select * from prerequisite_record e where e.network_id = ${networkId} and e.kind_id = k.id and e.person_id = ${personId}
     and e.withdrawn_at is null order by e.expires_on desc nulls first, e.issued_on desc limit 1) e on true
   where k.network_id = ${networkId} and k.retired_at is null order by k.created_at, k.id`;

/** The prerequisites of a network for one person, each with the record that holds longest. The note is not read. */
export const prerequisitesOfPerson = statement<
  [networkId: string, personId: string, realNow: Date, today: string],
  PersonPrerequisite
>(
  'prerequisites_of_person',
  prerequisitesOfPersonText({ networkId: '$1', personId: '$2', realNow: '$3', today: '$4' }),
);

export type KindRow = {
  id: string;
  code: string;
  name: string;
  roles: string[];
  validMonths: number | null;
  holders: number;
  lacking: number;
};

/** What a network asks of its people, with how many hold a role that needs it and how many of them lack it. */
export const prerequisiteKinds = statement<[networkId: string, realNow: Date, today: string], KindRow>(
  'prerequisite_kinds',
  `select k.id, k.code, k.name, k.roles, k.valid_months as "validMonths", count(h.person_id)::int as holders,
     count(h.person_id) filter (where not exists (select 1 from prerequisite_record e where e.network_id = $1 and e.kind_id = k.id
       and e.person_id = h.person_id and e.withdrawn_at is null and e.issued_on <= $3::date
       and (e.expires_on is null or e.expires_on >= $3::date)))::int as lacking
   from prerequisite_kind k
   left join lateral (select distinct r.person_id from role_assignment r where r.network_id = $1 and r.role = any(k.roles)
     and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)) h on true
   where k.network_id = $1 and k.retired_at is null
   group by k.network_id, k.id order by k.created_at, k.id`,
);

export type LapseRow = {
  personId: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  code: string;
  name: string;
  state: 'missing' | 'lapsed' | 'lapsing';
  expiresOn: string | null;
  /** An accepted role waits for it. */
  isWaiting: boolean;
};

/** The same question is asked of one network, and of several at once: `$n` or what stands for it. */
type Lapses = { networkId: string; realNow: string; today: string; institutionIds: string };

export const lapsesText = ({
  networkId,
  realNow,
  today,
  institutionIds,
}: Lapses) => `select p.id as "personId", p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder", k.code, k.name,
     s.state, e.expires_on::text as "expiresOn", h.is_waiting as "isWaiting"
   from prerequisite_kind k
   join lateral (select r.person_id, bool_and(r.waits_since is not null) as is_waiting from role_assignment r
     where r.network_id = ${networkId} and r.role = any(k.roles) and r.deactivation_id is null and (${institutionIds}::uuid[] is null or r.institution_id = any(${institutionIds}))
       and ((r.valid_from <= ${realNow} and (r.valid_until is null or r.valid_until > ${realNow})) or r.waits_since is not null)
     group by r.person_id) h on true
   join person p on p.id = h.person_id
   left join lateral (select * from prerequisite_record e where e.network_id = ${networkId} and e.kind_id = k.id and e.person_id = p.id
     and e.withdrawn_at is null order by e.expires_on desc nulls first, e.issued_on desc limit 1) e on true
   cross join lateral (select case when e.id is null then 'missing' when e.expires_on < ${today}::date or e.issued_on > ${today}::date then 'lapsed'
     when e.expires_on < ${today}::date + 30 then 'lapsing' end as state) s
   where k.network_id = ${networkId} and k.retired_at is null and s.state is not null
   order by array_position(array['lapsed','missing','lapsing'], s.state), e.expires_on, p.family_name, p.given_name, p.id, k.id limit 200`;

/** Who lacks a prerequisite of a role, or will within 30 days; the most urgent first. */
export const lapses = statement<
  [networkId: string, realNow: Date, today: string, institutionIds: string[] | null],
  LapseRow
>('lapses', lapsesText({ networkId: '$1', realNow: '$2', today: '$3', institutionIds: '$4' }));

/**
 * Marks and gives the records of people with a role whose lapse was not told yet: those that lapse within 30 days, and
 * those that have. A newer record makes an older one silent. Run twice it gives each once.
 */
export const tellLapses = statement<
  [networkId: string, realNow: Date, now: Date, today: string],
  { id: string; personId: string; kindId: string; isLapsed: boolean; expiresOn: string }
>(
  'tell_lapses',
  `update prerequisite_record e set told_soon_at = coalesce(e.told_soon_at, $3),
     told_lapsed_at = case when e.expires_on < $4::date then $3 end
   from prerequisite_kind k
   where e.network_id = $1 and k.network_id = $1 and k.id = e.kind_id and k.retired_at is null and e.withdrawn_at is null
     and ((e.expires_on < $4::date and e.told_lapsed_at is null) or (e.expires_on < $4::date + 30 and e.told_soon_at is null))
     and exists (select 1 from role_assignment r where r.network_id = $1 and r.person_id = e.person_id and r.role = any(k.roles)
       and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2))
     and not exists (select 1 from prerequisite_record n where n.network_id = $1 and n.kind_id = e.kind_id and n.person_id = e.person_id
       and n.id <> e.id and n.withdrawn_at is null and (n.expires_on is null or n.expires_on > e.expires_on))
   returning e.id, e.person_id as "personId", e.kind_id as "kindId", e.expires_on < $4::date as "isLapsed", e.expires_on::text as "expiresOn"`,
);

/** The note about the evidence of one record: confidential, and read nowhere else. */
export const evidenceNote = statement<
  [networkId: string, recordId: string],
  { personId: string; evidenceNote: Buffer | null }
>(
  'evidence_note',
  `select person_id as "personId", evidence_note as "evidenceNote" from prerequisite_record where network_id = $1 and id = $2`,
);

/** Makes the roles valid that waited for prerequisites which are all met now; gives what became valid. */
export const admitWaiting = statement<
  [networkId: string, personId: string, realNow: Date, today: string],
  { id: string; role: string; institutionId: string | null }
>(
  'admit_waiting',
  `update role_assignment r set valid_from = $3, valid_until = null, waits_since = null
   where r.network_id = $1 and r.person_id = $2 and r.waits_since is not null and r.deactivation_id is null
     and not exists (select 1 from prerequisite_kind k where k.network_id = $1 and k.retired_at is null and r.role = any(k.roles)
       and not exists (select 1 from prerequisite_record e where e.network_id = $1 and e.kind_id = k.id and e.person_id = $2
         and e.withdrawn_at is null and e.issued_on <= $4::date and (e.expires_on is null or e.expires_on >= $4::date)))
   returning r.id, r.role, r.institution_id as "institutionId"`,
);
