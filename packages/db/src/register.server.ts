import { statement } from './statement.server.ts';

// One row of `participant` is a person as one institution knows them. The same address, or the same account, is the same
// person; who left no address counts by the row.
const people = `
  select p.*, coalesce(p.person_id::text,
      case when p.email is not null then max(p.person_id::text) over (partition by p.email) end, p.email, p.id::text) as who
  from participant p where p.network_id = $1`;

export type RegisterCount = {
  stated: string | null;
  /** Kind of the institution */
  kind: string | null;
  county: string;
  people: number;
};

/** How many different people a network knows, by what tells their category and by county. */
export const registerCounts = statement<[networkId: string], RegisterCount>(
  'register_counts',
  `with p as (${people}),
   one as (select distinct on (p.who) p.category as stated, i.kind, coalesce(nullif(p.county, ''), i.county, '') as county
     from p left join institution i on i.id = p.institution_id order by p.who, p.category nulls last, p.created_at, p.id)
   select stated, kind, county, count(*)::int as people from one group by 1, 2, 3 order by 1, 2, 3`,
);

export type RegisteredPerson = {
  id: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  institutionName: string | null;
  /** In how many events they have or had a place */
  events: number;
};

/** The people whom a network knows, each once, in the order of their names; who was forgotten is counted and not listed. */
export const registeredPeople = statement<
  [networkId: string, languages: string[], limit: number, offset: number],
  RegisteredPerson & { people: number }
>(
  'registered_people',
  `with p as (${people}),
   one as (select distinct on (p.who) p.* from p where p.purged_at is null order by p.who, p.created_at, p.id),
   page as (select o.*, count(*) over ()::int as people from one o
     order by app.fold(o.family_name), app.fold(o.given_name), o.id limit $3 offset $4)
   select g.id, g.given_name as "givenName", g.family_name as "familyName", g.name_order as "nameOrder", g.people,
     (select x.name from institution_text x where x.institution_id = g.institution_id
      order by array_position($2::text[], x.language) nulls last limit 1) as "institutionName",
     (select count(distinct s.training_id)::int from p join seat s on s.network_id = $1 and s.participant_id = p.id
       join training t on t.network_id = $1 and t.id = s.training_id and t.state <> 'cancelled'
      where p.who = g.who and s.state = 'confirmed') as events
   from page g order by app.fold(g.family_name), app.fold(g.given_name), g.id`,
);
