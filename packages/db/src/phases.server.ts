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
  funders: { name: string; url: string; disclaimer: string }[];
  budget: { kind: string; amountMinor: string; currency: string; isPublic: boolean }[];
};

/** The phases of a network with funders and budget, in the order of time; one alone when `phaseId` is given. */
export const phasesOf = statement<[networkId: string, phaseId: string | null], PhaseRow>(
  'phases_of',
  `select p.id, p.title, to_char(p.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(p.ends_on, 'YYYY-MM-DD') as "endsOn",
     p.note, p.reporting_cycle as "reportingCycle", p.participant_form as "participantForm", p.is_public as "isPublic",
     coalesce((select json_agg(json_build_object('name', f.name, 'url', f.url, 'disclaimer', f.disclaimer) order by f."order")
       from funder f where f.network_id = p.network_id and f.phase_id = p.id), '[]') as funders,
     coalesce((select json_agg(json_build_object('kind', b.kind, 'amountMinor', b.amount_minor::text, 'currency', b.currency,
         'isPublic', b.is_public) order by array_position(array['total','own_contribution','grant','other'], b.kind))
       from budget_line b where b.network_id = p.network_id and b.phase_id = p.id), '[]') as budget
   from phase p where p.network_id = $1 and ($2::uuid is null or p.id = $2) order by p.starts_on, p.id`,
);

/** The names of those who fund a network on a day, in their order; without phases of its own, those of its parent. */
export const fundersOn = statement<[networkId: string, day: string], { name: string }>(
  'funders_on',
  `with owner as (
     select coalesce((select p.network_id from phase p where p.network_id = n.id limit 1), n.parent_id) as id
     from network n where n.id = $1)
   select f.name from phase p join funder f on f.network_id = p.network_id and f.phase_id = p.id
   where p.network_id = (select id from owner) and $2::date between p.starts_on and p.ends_on
   group by f.name order by min(p.starts_on), min(f."order")`,
);
