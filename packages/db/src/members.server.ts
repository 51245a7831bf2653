import { statement } from './statement.server.ts';

export type MemberRow = {
  personId: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  email: string | null;
  roles: { role: string; institution: string | null }[];
};

/** People who hold a role in the network now; `institutionIds` limits them to those institutions. */
export const listMembers = statement<
  [networkId: string, now: Date, language: string, institutionIds: string[] | null],
  MemberRow
>(
  'list_members',
  `select p.id as "personId", p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder", p.email,
     json_agg(json_build_object('role', r.role, 'institution', (select x.name from institution_text x
        where x.institution_id = r.institution_id
        order by array_position(array[$3, (select default_language from network where id = $1), 'en'], x.language) nulls last limit 1))) as roles
   from role_assignment r join person p on p.id = r.person_id
   where r.network_id = $1 and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)
     and ($4::uuid[] is null or r.institution_id = any($4))
   group by p.id order by p.family_name, p.given_name, p.id`,
);
