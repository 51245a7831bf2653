import { isAt, isShownSomewhere, type RegisterRow } from './institutions.server.ts';
import { statement } from './statement.server.ts';

export type ApplicationRow = {
  id: string;
  name: string;
  kind: string;
  locality: string;
  county: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  confirmedAt: Date;
  reviewedAt: Date | null;
  decidedAt: Date | null;
  decision: string | null;
  /** What it became, where it was admitted */
  institutionId: string | null;
  /** All of them, on every page */
  total: number;
};

/** Confirmed applications: those that wait, the longest first, or those that are decided, the latest first. */
export const applicationList = statement<
  [networkId: string, isDecided: boolean, limit: number, offset: number],
  ApplicationRow
>(
  'application_list',
  `select id, name, kind, locality, county, given_name as "givenName", family_name as "familyName", name_order as "nameOrder",
     confirmed_at as "confirmedAt", reviewed_at as "reviewedAt", decided_at as "decidedAt", decision,
     institution_id as "institutionId", (count(*) over ())::int as total
   from membership_application
   where network_id = $1 and confirmed_at is not null and (decided_at is not null) = $2
   order by decided_at desc, confirmed_at, id limit $3 offset $4`,
);

/**
 * What the register has that could be the institution of an application: a name that is like its name, or one of the same
 * kind in the same place. Those of the same place come first, then the closest name.
 */
export const similarInstitutions = statement<
  [
    networkId: string,
    language: string,
    name: string,
    kind: string,
    locality: string,
    country: string,
    limit: number,
  ],
  RegisterRow
>(
  'similar_institutions',
  `select c.*, (select m.state from membership m where m.network_id = $1 and m.institution_id = c.id) as "stateHere",
     t.names[1] as name, t.names[2:] as "otherNames"
   from (
     select i.id, i.kind, i.locality, i.county, i.country, i.country = $6 and ${isAt('$5')} as near,
       (select max(greatest(word_similarity(app.fold($3), app.fold(x.name)), word_similarity(app.fold(x.name), app.fold($3))))
        from institution_text x where x.institution_id = i.id) as score
     from institution i where i.state <> 'merged' and ${isShownSomewhere}) c
   cross join lateral (
     select array_agg(x.name order by array_position(array[$2, (select default_language from network where id = $1), 'en'], x.language) nulls last, x.language) as names
     from institution_text x where x.institution_id = c.id) t
   where c.score >= 0.6 or (c.near and c.kind = $4)
   order by c.near desc, c.score desc, c.id limit $7`,
);

/** Waits until nobody else decides on an application; until the transaction ends. */
export const lockApplication = statement<[networkId: string, id: string], unknown>(
  'lock_application',
  'select 1 from membership_application where network_id = $1 and id = $2 for update',
);

/** Ends applications that nobody confirmed in time, and those that were decided so many months ago. */
export const endApplications = statement<
  [networkId: string, now: Date, askedBefore: Date, months: number],
  never
>(
  'end_applications',
  `delete from membership_application where network_id = $1
     and ((confirmed_at is null and asked_at <= $3) or decided_at + make_interval(months => $4) <= $2)`,
);
