import { statement } from './statement.server.ts';

export type PhaseRow = {
  id: string;
  title: string;
  startsOn: string;
  endsOn: string;
  note: string;
  reportingCycle: string;
  participantForm: string;
  isPublic: boolean;
  funders: { name: string; url: string; disclaimer: string; logoId: string | null }[];
  budget: { kind: string; amountMinor: string; currency: string; isPublic: boolean }[];
};

/** The phases of a network with funders and budget, in the order of time; one alone when `phaseId` is given. */
export const phasesOf = statement<[networkId: string, phaseId: string | null], PhaseRow>(
  'phases_of',
  `select p.id, p.title, to_char(p.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(p.ends_on, 'YYYY-MM-DD') as "endsOn",
     p.note, p.reporting_cycle as "reportingCycle", p.participant_form as "participantForm", p.is_public as "isPublic",
     coalesce((select json_agg(json_build_object('name', f.name, 'url', f.url, 'disclaimer', f.disclaimer,
         'logoId', f.logo_id) order by f."order")
       from funder f where f.network_id = p.network_id and f.phase_id = p.id), '[]') as funders,
     coalesce((select json_agg(json_build_object('kind', b.kind, 'amountMinor', b.amount_minor::text, 'currency', b.currency,
         'isPublic', b.is_public) order by array_position(array['total','own_contribution','grant','other'], b.kind))
       from budget_line b where b.network_id = p.network_id and b.phase_id = p.id), '[]') as budget
   from phase p where p.network_id = $1 and ($2::uuid is null or p.id = $2) order by p.starts_on, p.id`,
);

/** Those who fund a network on a day, in their order; without phases of its own, those of its parent. */
export const fundersOn = statement<[networkId: string, day: string], { name: string; logoId: string | null }>(
  'funders_on',
  `with owner as (
     select coalesce((select p.network_id from phase p where p.network_id = n.id limit 1), n.parent_id) as id
     from network n where n.id = $1)
   select f.name, (array_agg(f.logo_id order by p.starts_on) filter (where f.logo_id is not null))[1] as "logoId"
   from phase p join funder f on f.network_id = p.network_id and f.phase_id = p.id
   where p.network_id = (select id from owner) and $2::date between p.starts_on and p.ends_on
   group by f.name order by min(p.starts_on), min(f."order")`,
);

/**
 * The file of a logo that a network shows: its own, or that of its parent, whose phases it may inherit.
 * @param seesAll whether a logo is shown that stands in no public phase, or in none yet
 */
export const logoFile = statement<
  [networkId: string, fileId: string, seesAll: boolean],
  { mime: string; storageKey: string; isPublic: boolean }
>(
  'logo_file',
  `with shown as (select s.mime, s.storage_key, exists (
       select 1 from funder f join phase p on p.network_id = f.network_id and p.id = f.phase_id
       where f.network_id = s.network_id and f.logo_id = s.id and p.is_public) as is_public
     from stored_file s where s.id = $2 and s.kind = 'logo' and s.removed_at is null
       and s.network_id in (select unnest(array[n.id, n.parent_id]) from network n where n.id = $1))
   select mime, storage_key as "storageKey", is_public as "isPublic" from shown where is_public or $3`,
);

/** Logos that certificates printed, own ones or those of the parent. */
export const printedLogos = statement<[logoIds: string[]], { id: string; storageKey: string }>(
  'printed_logos',
  `select id, storage_key as "storageKey" from stored_file where kind = 'logo' and removed_at is null and id = any($1::uuid[])`,
);

/** Logos that stand beside no funder and on no certificate any more go after `until`; those that do again, stay. */
export const settleLogos = statement<[networkId: string, until: Date], never>(
  'settle_logos',
  `update stored_file s set delete_after = case when s.delete_after is null then $2::timestamptz end
   where s.network_id = $1 and s.kind = 'logo' and s.removed_at is null
     and (s.delete_after is null) <> (exists (select 1 from funder f where f.network_id = $1 and f.logo_id = s.id)
       or exists (select 1 from certificate c where c.network_id = $1
         and c.snapshot -> 'logos' @> jsonb_build_array(jsonb_build_object('logoId', s.id))))`,
);
