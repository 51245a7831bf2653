import { statement } from './statement.server.ts';

export type DirectoryRow = {
  id: string;
  name: string;
  otherNames: string[];
  kind: string;
  locality: string;
  county: string;
  country: string;
  website: string;
  role: string;
  track: string;
};

/** The directory of a network, by name. Search folds case and diacritics and looks at every name of an institution. */
export const directory = statement<
  [networkId: string, language: string, query: string, kind: string],
  DirectoryRow
>(
  'directory',
  `select i.id, i.kind, i.locality, i.county, i.country, i.website, m.role, m.track, t.names[1] as name,
     t.names[2:] as "otherNames"
   from membership m join institution i on i.id = m.institution_id
   cross join lateral (
     select array_agg(x.name order by array_position(array[$2, (select default_language from network where id = $1), 'en'], x.language) nulls last) as names,
       bool_or($3 = '' or app.fold(x.name) like '%' || app.fold($3) || '%') as hit
     from institution_text x where x.institution_id = i.id) t
   where m.network_id = $1 and m.state = 'active' and not m.is_guest and ($4 = '' or i.kind = $4)
     and (t.hit or app.fold(i.locality || ' ' || i.county) like '%' || app.fold($3) || '%')
   order by app.fold(t.names[1]), i.id`,
);

export type InstitutionOption = { id: string; name: string; kind: string };

/** Institutions by id with the reader's name for them, for choices and headings. */
export const institutionNames = statement<
  [networkId: string, language: string, ids: string[] | null],
  InstitutionOption
>(
  'institution_names',
  `select m.institution_id as id, i.kind,
     (select x.name from institution_text x where x.institution_id = i.id
      order by array_position(array[$2, (select default_language from network where id = $1), 'en'], x.language) nulls last limit 1) as name
   from membership m join institution i on i.id = m.institution_id
   where m.network_id = $1 and m.state = 'active' and ($3::uuid[] is null or m.institution_id = any($3))
   order by app.fold((select x.name from institution_text x where x.institution_id = i.id
      order by array_position(array[$2, (select default_language from network where id = $1), 'en'], x.language) nulls last limit 1))`,
);
