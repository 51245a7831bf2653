import type { ResolvedNetwork } from './networks.server.ts';
import { heldStates, sqlStates } from './seat-states.ts';
import { statement } from './statement.server.ts';

const held = sqlStates(heldStates);

const nameOf = (network: string, language: string) =>
  `(select x.name from network_text x where x.network_id = ${network}.id
     order by array_position(array[${language}, ${network}.default_language, 'en'], x.language) nulls last limit 1)`;

/** The card of a network that takes guests. */
export type HostRow = Omit<ResolvedNetwork, 'summary' | 'settings' | 'roles'>;

const hostColumns = (language: string) =>
  `n.id, n.code, n.kind, n.parent_id as "parentId", n.accent, n.time_zone as "timeZone", n.state, n.country,
     n.default_language as "defaultLanguage", n.interface_languages as "interfaceLanguages",
     n.content_languages as "contentLanguages", n.clock_offset as "clockOffset", ${nameOf('n', language)} as name`;

/** The network that shares a training with this one and takes guests of it. */
export const hostOfShared = statement<[networkId: string, trainingId: string, language: string], HostRow>(
  'host_of_shared',
  `select ${hostColumns('$3')} from share h join network n on n.id = h.network_id
   where h.recipient_network_id = $1 and h.object_id = $2 and h.object_kind = 'training' and h.is_active and h.takes_guests`,
);

/** Holds the share of a training until the transaction ends, in the name of who shares it: no row when it takes no guests. */
export const holdGuestShare = statement<
  [networkId: string, recipientNetworkId: string, trainingId: string],
  { id: string }
>(
  'hold_guest_share',
  `select id from share where network_id = $1 and recipient_network_id = $2 and object_id = $3 and object_kind = 'training'
     and is_active and takes_guests for share`,
);

export type AwayRow = {
  institutionId: string;
  trainingId: string;
  registrationId: string;
  host: HostRow;
};

/** What institutions of this network asked for elsewhere; `institutionIds` null means all of them. */
export const awayRegistrations = statement<
  [networkId: string, institutionIds: string[] | null, language: string],
  AwayRow
>(
  'away_registrations',
  `select a.institution_id as "institutionId", a.training_id as "trainingId", a.registration_id as "registrationId", to_json(h) as host
   from away_registration a join lateral (
     select ${hostColumns('$3')} from network n where n.id = a.host_network_id) h on true
   where a.network_id = $1 and ($2::uuid[] is null or a.institution_id = any($2)) order by a.created_at desc, a.id`,
);

/** What a participating network, institution and country hold of a training, one row for each institution. */
export const participationOf = statement<
  [networkId: string, trainingId: string, language: string],
  {
    institutionId: string;
    institutionName: string;
    country: string;
    /** Code and name of the partner network; null for the own one */
    origin: string | null;
    originName: string | null;
    seats: number;
  }
>(
  'participation_of',
  `select s.institution_id as "institutionId", (select x.name from institution_text x where x.institution_id = s.institution_id
      order by array_position(array[$3, 'en'], x.language) nulls last limit 1) as "institutionName",
     coalesce(nullif(i.country, ''), o.country, h.country, '') as country, s.origin, ${nameOf('o', '$3')} as "originName", s.seats
   from (select t.institution_id, t.origin, count(*)::int as seats from seat t
     where t.network_id = $1 and t.training_id = $2 and t.state in (${held}) and t.institution_id is not null
     group by t.institution_id, t.origin) s
   join institution i on i.id = s.institution_id
   join network h on h.id = $1
   left join network o on o.code = s.origin
   order by s.origin nulls first, "institutionName", s.institution_id`,
);

export type GuestContact = {
  registrationId: string;
  institutionName: string;
  originName: string;
  contactName: string;
  contactEmail: string | null;
  createdAt: Date;
};

/** Whom to ask about the registrations of guests. */
export const guestContacts = statement<
  [networkId: string, trainingId: string, language: string],
  GuestContact
>(
  'guest_contacts',
  `select g.registration_id as "registrationId", ${nameOf('o', '$3')} as "originName", g.contact_name as "contactName",
     g.contact_email as "contactEmail", g.created_at as "createdAt",
     (select x.name from institution_text x where x.institution_id = r.institution_id
      order by array_position(array[$3, 'en'], x.language) nulls last limit 1) as "institutionName"
   from guest_registration g join registration r on r.network_id = g.network_id and r.id = g.registration_id
   join network o on o.id = g.origin_network_id
   where g.network_id = $1 and g.training_id = $2 order by g.created_at, g.registration_id`,
);

export type TakeawayLine = {
  id: string;
  institutionId: string;
  institutionName: string;
  country: string;
  learned: string;
  adopts: string;
  /** `2026-03-01` */
  adoptBy: string | null;
  createdAt: Date;
};

/** What institutions took home from an event; `institutionIds` limits it to some of them. */
export const takeawaysOf = statement<
  [networkId: string, trainingId: string, language: string, institutionIds: string[] | null],
  TakeawayLine
>(
  'takeaways_of',
  `select w.id, w.institution_id as "institutionId", i.country, w.learned, w.adopts, to_char(w.adopt_by, 'YYYY-MM-DD') as "adoptBy",
     w.created_at as "createdAt",
     (select x.name from institution_text x where x.institution_id = w.institution_id
      order by array_position(array[$3, 'en'], x.language) nulls last limit 1) as "institutionName"
   from takeaway w join institution i on i.id = w.institution_id
   where w.network_id = $1 and w.training_id = $2 and ($4::uuid[] is null or w.institution_id = any($4))
   order by "institutionName", w.created_at, w.id`,
);

/** What institutions took home, as a table that leaves. */
export const exportTakeaways = statement<
  [networkId: string, trainingId: string, languages: string[]],
  { institution: string; country: string; learned: string; adopts: string; adoptBy: string | null }
>(
  'export_takeaways',
  `select (select x.name from institution_text x where x.institution_id = w.institution_id
      order by array_position($3, x.language) nulls last limit 1) as institution, i.country, w.learned, w.adopts,
     w.adopt_by::text as "adoptBy"
   from takeaway w join institution i on i.id = w.institution_id
   where w.network_id = $1 and w.training_id = $2 order by institution, w.created_at, w.id`,
);

/** The partner networks whose institutions may ask for seats in a training. */
export const guestPartners = statement<
  [networkId: string, trainingId: string, language: string],
  { code: string; name: string }
>(
  'guest_partners',
  `select n.code, ${nameOf('n', '$3')} as name from share h join network n on n.id = h.recipient_network_id
   where h.network_id = $1 and h.object_id = $2 and h.object_kind = 'training' and h.is_active and h.takes_guests
   order by name, n.code`,
);
