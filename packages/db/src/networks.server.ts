import { statement } from './statement.server.ts';

export type ResolvedNetwork = {
  id: string;
  code: string;
  kind: string;
  parentId: string | null;
  accent: string;
  timeZone: string;
  state: string;
  country: string | null;
  defaultLanguage: string;
  interfaceLanguages: string[];
  contentLanguages: string[];
  clockOffset: number;
  name: string;
  summary: string;
  /** The network's own settings and those that it inherits, nearest first */
  settings: StoredSetting[] | null;
  roles: HeldRole[];
  /** Whether the person of the transaction has a second step at sign-in */
  hasSecondStep: boolean;
};

/** A role that somebody holds now. */
export type HeldRole = {
  role: string;
  institutionId: string | null;
  objectKind: string | null;
  objectId: string | null;
  /** Those that are valid now. */
  capabilities: string[];
};

/** A setting as it is stored; `depth` is 0 for the network's own, 1 for its parent's. */
export type StoredSetting = { key: string; value: unknown; from: string; depth: number };

/**
 * The card of a network, the settings that hold in it and the roles that the transaction's person holds in it now, in one
 * statement. Roles are judged by the real clock, as sessions are. Without a language it is the person's own; that needs
 * the door "identity".
 */
export const resolveNetwork = statement<
  [code: string, realNow: Date, language: string | null],
  ResolvedNetwork
>(
  'resolve_network',
  `select n.id, n.code, n.kind, n.parent_id as "parentId", n.accent, n.time_zone as "timeZone", n.state, n.country,
     n.default_language as "defaultLanguage", n.interface_languages as "interfaceLanguages",
     n.content_languages as "contentLanguages", n.clock_offset as "clockOffset",
     coalesce(t.name, n.code) as name, coalesce(t.summary, '') as summary, app.settings_of(n.id) as settings,
     app.has_second_step() as "hasSecondStep",
     coalesce((select json_agg(json_build_object('role', r.role, 'institutionId', r.institution_id,
         'objectKind', r.object_kind, 'objectId', r.object_id,
         'capabilities', array(select c.capability from role_capability c
            where c.network_id = r.network_id and c.role_assignment_id = r.id
              and c.valid_from <= $2 and (c.valid_until is null or c.valid_until > $2))))
       from role_assignment r
       where r.network_id = n.id and r.person_id = (select app.person_id())
         and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)), '[]') as roles
   from network n
   left join lateral (
     select x.name, x.summary from network_text x where x.network_id = n.id
     order by array_position(array[coalesce($3, (select p.language from person p where p.id = (select app.person_id())), ''),
       n.default_language, 'en'], x.language) nulls last limit 1) t on true
   where n.code = $1`,
);

export type NetworkNode = {
  id: string;
  code: string;
  kind: string;
  parentCode: string | null;
  accent: string;
  name: string;
  institutions: number;
  openTrainings: number;
};

/** Every network that a visitor may know of, with public figures only. */
export const networkTree = statement<[language: string, realNow: Date], NetworkNode>(
  'network_tree',
  `select n.id, n.code, n.kind, p.code as "parentCode", n.accent, coalesce(t.name, n.code) as name,
     (select count(*)::int from membership m where m.network_id = n.id and m.is_public and m.state = 'active') as institutions,
     (select count(*)::int from training g where g.network_id = n.id and g.visibility = 'public' and g.state = 'published'
        and g.starts_at > $2::timestamptz + make_interval(secs => n.clock_offset)) as "openTrainings"
   from network n
   left join network p on p.id = n.parent_id and p.state <> 'draft'
   left join lateral (
     select x.name from network_text x where x.network_id = n.id
     order by array_position(array[$1, n.default_language, 'en'], x.language) nulls last limit 1) t on true
   where n.kind <> 'platform' and n.state = 'active'
   order by n.code`,
);

export type MyNetwork = {
  code: string;
  name: string;
  accent: string;
  roles: string[];
  /** Each role with the end of its validity, for a page that shows them. */
  held: { role: string; institution: string | null; validFrom: string; validUntil: string | null }[];
};

/** The networks in which a person holds a role now. */
export const networksOfPerson = statement<[personId: string, realNow: Date, language: string], MyNetwork>(
  'networks_of_person',
  `select n.code, coalesce(t.name, n.code) as name, n.accent, array_agg(distinct r.role) as roles,
     json_agg(json_build_object('role', r.role, 'validFrom', r.valid_from, 'validUntil', r.valid_until,
       'institution', (select x.name from institution_text x where x.institution_id = r.institution_id
          order by array_position(array[$3, n.default_language, 'en'], x.language) nulls last limit 1))
       order by r.valid_from, r.role) as held
   from role_assignment r join network n on n.id = r.network_id
   left join lateral (
     select x.name from network_text x where x.network_id = n.id
     order by array_position(array[$3, n.default_language, 'en'], x.language) nulls last limit 1) t on true
   where r.person_id = $1 and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)
   group by n.id, t.name order by t.name`,
);

export type NetworkPage = {
  parent: { code: string; name: string } | null;
  children: {
    code: string;
    name: string;
    accent: string;
    institutions: number;
    /** The one county in which its municipalities lie; null where they lie in several or in none */
    county: string | null;
  }[];
  institutions: number;
  /** Public trainings that took place */
  trainingsHeld: number;
  partners: { id: string; name: string; role: string; kind: string }[];
  /** Stories of initiatives that are public */
  stories: number;
  hasCards: boolean;
  phases: {
    id: string;
    title: string;
    startsOn: string;
    endsOn: string;
    note: string;
    participantForm: string;
    /** True when the phase is the parent's and this network inherits it */
    isInherited: boolean;
    funders: { name: string; url: string; disclaimer: string; logoId: string | null }[];
    budget: { kind: string; amountMinor: string; currency: string }[];
  }[];
};

/**
 * The public face of a network in one statement. A network without phases of its own shows its parent's.
 * @param seesAll whether what is not public of phases and budgets is shown as well
 */
export const networkPage = statement<
  [networkId: string, language: string, seesAll: boolean, now: Date],
  NetworkPage
>(
  'network_page',
  `with me as (select id, parent_id, default_language from network where id = $1),
   phase_owner as (
     select coalesce((select p.network_id from phase p where p.network_id = me.id and (p.is_public or $3) limit 1),
       me.parent_id) as id from me)
   select
     (select json_build_object('code', p.code, 'name', coalesce(
        (select x.name from network_text x where x.network_id = p.id
         order by array_position(array[$2, p.default_language, 'en'], x.language) nulls last limit 1), p.code))
      from network p where p.id = (select parent_id from me) and p.state = 'active') as parent,
     coalesce((select json_agg(json_build_object('code', c.code, 'accent', c.accent, 'name', coalesce(
        (select x.name from network_text x where x.network_id = c.id
         order by array_position(array[$2, c.default_language, 'en'], x.language) nulls last limit 1), c.code),
        'institutions', (select count(*) from membership m where m.network_id = c.id and m.is_public and m.state = 'active'),
        'county', (select min(i.county) from membership m join institution i on i.id = m.institution_id
           where m.network_id = c.id and m.is_public and m.state = 'active' and i.kind = 'municipality' and i.county <> ''
           having count(distinct i.county) = 1)) order by c.code)
      from network c where c.parent_id = $1 and c.state = 'active'), '[]') as children,
     (select count(*)::int from membership m where m.network_id = $1 and m.is_public and m.state = 'active') as institutions,
     (select count(*)::int from training g where g.network_id = $1 and g.visibility = 'public' and g.ends_at <= $4
        and g.state in ('published', 'registration_closed', 'running', 'completed', 'documented')) as "trainingsHeld",
     coalesce((select json_agg(json_build_object('id', i.id, 'role', m.role, 'kind', i.kind, 'name',
        (select x.name from institution_text x where x.institution_id = i.id
         order by array_position(array[$2, (select default_language from me), 'en'], x.language) nulls last limit 1))
        order by array_position(array['lead','partner','associated_policy_authority'], m.role), i.id)
      from membership m join institution i on i.id = m.institution_id
      where m.network_id = $1 and m.is_public and m.state = 'active'
        and m.role in ('lead', 'partner', 'associated_policy_authority')), '[]') as partners,
     (select count(*)::int from initiative_story s where s.network_id = $1 and s.is_public) as stories,
     exists (select 1 from communication_card c where c.network_id = $1 and c.state = 'published') as "hasCards",
     coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title, 'startsOn', p.starts_on, 'endsOn', p.ends_on,
        'note', p.note, 'participantForm', p.participant_form, 'isInherited', p.network_id <> $1,
        'funders', coalesce((select json_agg(json_build_object('name', f.name, 'url', f.url, 'disclaimer', f.disclaimer, 'logoId', f.logo_id)
           order by f."order") from funder f where f.network_id = p.network_id and f.phase_id = p.id), '[]'),
        'budget', coalesce((select json_agg(json_build_object('kind', b.kind, 'amountMinor', b.amount_minor::text, 'currency', b.currency)
             order by array_position(array['total','own_contribution','grant','other'], b.kind)) from budget_line b
           where b.network_id = p.network_id and b.phase_id = p.id and (b.is_public or $3)), '[]')) order by p.starts_on, p.id)
      from phase p where p.network_id = (select id from phase_owner) and (p.is_public or $3)), '[]') as phases
   `,
);

export type PublicAddresses = { institutions: string[]; trainings: { id: string; updatedAt: string }[] };

/** What has a public page in a network; a part of a sitemap holds 50,000 addresses at most. */
export const publicAddresses = statement<[networkId: string], PublicAddresses>(
  'public_addresses',
  `select
     coalesce((select json_agg(i.id order by i.id) from (
        select i.id from membership m join institution i on i.id = m.institution_id
        where m.network_id = $1 and m.is_public and m.state = 'active' and not m.is_guest and i.state <> 'merged'
        order by i.id limit 20000) i), '[]') as institutions,
     coalesce((select json_agg(json_build_object('id', t.id, 'updatedAt', t.updated_at) order by t.starts_at desc, t.id) from (
        select t.id, t.updated_at, t.starts_at from training t
        where t.network_id = $1 and t.visibility = 'public' and t.state not in ('draft', 'submitted', 'archived')
        order by t.starts_at desc, t.id limit 20000) t), '[]') as trainings`,
);
