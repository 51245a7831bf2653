import { statement } from './statement.server.ts';

// What readers find: the links of the version that holds, and the addresses in its words, but for those longer than a link can be.
const shownLinks = `select i.url, i.resource_id from resource r
  join resource_item i on i.network_id = r.network_id and i.resource_id = r.id
  where r.network_id = $1 and r.state in ('published', 'review_due') and i.until_version is null and i.url <> ''
  union select w.url, x.resource_id from resource r
  join resource_text x on x.network_id = r.network_id and x.resource_id = r.id and not x.is_prepared
  cross join lateral app.links_in(x.description) w(url)
  where r.network_id = $1 and r.state in ('published', 'review_due') and length(w.url) <= 1000`;

// Whether the words of a resource `r` name the address $2, in any language. Most of them do not hold its letters at all.
const namesLink = `exists (select from resource_text x where x.network_id = r.network_id and x.resource_id = r.id
  and position($2 in x.description) > 0 and $2 in (select app.links_in(x.description)))`;

/** Keeps the list of addresses that readers find: new ones are to be looked at now, those that nobody uses go. */
export const syncLinks = statement<[networkId: string, now: Date], { count: number }>(
  'sync_links',
  `with used as (select distinct s.url from (${shownLinks}) s),
   gone as (delete from link_check l where l.network_id = $1 and not exists (select from used u where u.url = l.url)
     returning l.key),
   added as (insert into link_check (network_id, key, url, due_at) select $1, md5(u.url), u.url, $2 from used u
     on conflict (network_id, key) do nothing returning key)
   select (select count(*) from gone)::int + (select count(*) from added)::int as count`,
);

export type DueLink = { key: string; url: string; state: string; failingSince: Date | null };

/** Takes links that are to be looked at; until `until` nobody else takes them. */
export const claimLinks = statement<[networkId: string, now: Date, until: Date, most: number], DueLink>(
  'claim_links',
  `update link_check l set due_at = $3
   from (select c.key from link_check c where c.network_id = $1 and c.due_at <= $2
     order by c.due_at, c.key limit $4 for update skip locked) d
   where l.network_id = $1 and l.key = d.key
   returning l.key, l.url, l.state, l.failing_since as "failingSince"`,
);

/** Links whose host answered when it was looked at last, and that are not to be looked at now. */
export const linksThatWorked = statement<[networkId: string, now: Date, most: number], { url: string }>(
  'links_that_worked',
  `select l.url from link_check l where l.network_id = $1 and l.state in ('works', 'moved') and l.due_at > $2
   order by l.looked_at desc, l.key limit $3`,
);

/** Keeps what was found behind an address. Once it works again, the next failure is a new one. */
export const keepLook = statement<
  [
    networkId: string,
    key: string,
    state: string,
    reason: string,
    movedTo: string,
    failingSince: Date | null,
    lookedAt: Date,
    dueAt: Date,
  ],
  { key: string }
>(
  'keep_look',
  `update link_check l set state = $3, reason = $4, moved_to = $5, failing_since = $6, looked_at = $7, due_at = $8,
     told_at = case when $3 = 'broken' then l.told_at end
   where l.network_id = $1 and l.key = $2 returning l.key`,
);

/** Marks broken links as told, each once, and says which resources lead to them. */
export const tellBrokenLinks = statement<
  [networkId: string, now: Date],
  { resourceId: string; count: number }
>(
  'tell_broken_links',
  `with told as (update link_check l set told_at = $2
     where l.network_id = $1 and l.state = 'broken' and l.told_at is null returning l.url)
   select s.resource_id as "resourceId", count(distinct s.url)::int as count
   from told t join (${shownLinks}) s on s.url = t.url group by 1 order by 1`,
);

/** Asks for all links that were not looked at since `before`. */
export const askForLinks = statement<[networkId: string, now: Date, before: Date], { key: string }>(
  'ask_for_links',
  `update link_check l set due_at = $2
   where l.network_id = $1 and (l.looked_at is null or l.looked_at < $3) returning l.key`,
);

export type LinkCounts = { state: string; count: number; lookedAt: Date | null };

/** How many links are in which state, and when the last one was looked at. */
export const linkCounts = statement<[networkId: string], LinkCounts>(
  'link_counts',
  `select l.state, count(*)::int as count, max(l.looked_at) as "lookedAt" from link_check l
   where l.network_id = $1 group by 1 order by 1`,
);

const titleOf = (
  resource: string,
  language: string,
) => `(select json_build_object('title', x.title, 'language', x.language)
  from resource_text x where x.network_id = ${resource}.network_id and x.resource_id = ${resource}.id
  order by array_position(array[${language}, ${resource}.source_language], x.language) nulls last, x.language limit 1)`;

export type LinkUse = { id: string; state: string; text: { title: string; language: string } | null };
export type TroubledLink = {
  url: string;
  state: string;
  reason: string;
  movedTo: string;
  lookedAt: Date | null;
  failingSince: Date | null;
  uses: LinkUse[];
};

/** The links that fail or have moved, with the resources that lead to them; the broken ones first. */
export const troubledLinks = statement<[networkId: string, language: string, most: number], TroubledLink>(
  'troubled_links',
  `with shown as materialized (${shownLinks})
   select l.url, l.state, l.reason, l.moved_to as "movedTo", l.looked_at as "lookedAt", l.failing_since as "failingSince",
     coalesce((select json_agg(json_build_object('id', r.id, 'state', r.state, 'text', ${titleOf('r', '$2')}) order by r.id)
       from shown s join resource r on r.network_id = $1 and r.id = s.resource_id where s.url = l.url), '[]') as uses
   from link_check l where l.network_id = $1 and l.state in ('moved', 'failing', 'broken')
   order by array_position(array['broken', 'failing', 'moved'], l.state), l.url limit $3`,
);

/** The resources that lead to an address now, drafts included; what is archived stays as it is. */
export const usesOfLink = statement<[networkId: string, url: string, language: string], LinkUse>(
  'uses_of_link',
  `select r.id, r.state, ${titleOf('r', '$3')} as text from resource r
   where r.network_id = $1 and r.state <> 'archived' and (${namesLink} or exists (
     select from resource_item i where i.network_id = r.network_id and i.resource_id = r.id and i.until_version is null
       and i.url = $2))
   order by r.id`,
);

export type Replacement = {
  id: string;
  oldUrl: string;
  newUrl: string;
  resources: number;
  createdAt: Date;
  undoneAt: Date | null;
};

/** The last addresses that were replaced everywhere. */
export const lastReplacements = statement<[networkId: string, most: number], Replacement>(
  'last_replacements',
  `select p.id, p.old_url as "oldUrl", p.new_url as "newUrl", p.resources, p.created_at as "createdAt",
     p.undone_at as "undoneAt"
   from link_replacement p where p.network_id = $1 order by p.created_at desc, p.id limit $2`,
);

/**
 * Locks the resources that are not archived and have an address among their links or in their words, or are among `others`, in the
 * order of their ids.
 */
export const lockLinkUses = statement<
  [networkId: string, url: string, others: readonly string[]],
  { id: string }
>(
  'lock_link_uses',
  `select r.id from resource r where r.network_id = $1 and r.state <> 'archived' and (
     r.id = any($3::uuid[]) or ${namesLink} or exists (
       select from resource_item i where i.network_id = r.network_id and i.resource_id = r.id and i.url = $2))
   order by r.id for update`,
);

/** The links of the versions that hold with an address; with `replacementId` only those that it wrote. */
export const linkItems = statement<
  [networkId: string, url: string, resourceIds: readonly string[], replacementId: string | null],
  { id: string }
>(
  'link_items',
  `select i.id from resource_item i where i.network_id = $1 and i.url = $2 and i.resource_id = any($3::uuid[])
     and i.until_version is null and ($4::uuid is null or i.replacement_id = $4)
   order by i.id`,
);

export type TextOfResource = { resourceId: string; language: string; version: number; description: string };
export type TextWithLink = TextOfResource & {
  /** All addresses that it names, in its order */
  links: string[];
};

/** The words of resources that name an address. */
export const textsWithLink = statement<
  [networkId: string, url: string, resourceIds: readonly string[]],
  TextWithLink
>(
  'texts_with_link',
  `select x.resource_id as "resourceId", x.language, r.version, x.description, array(select app.links_in(x.description)) as links
   from resource_text x join resource r on r.network_id = x.network_id and r.id = x.resource_id
   where x.network_id = $1 and x.resource_id = any($3::uuid[]) and position($2 in x.description) > 0
     and $2 in (select app.links_in(x.description))
   order by x.resource_id, x.language`,
);

/** Some texts of resources: the languages stand in the order of their resources. */
export const textsOf = statement<
  [networkId: string, resourceIds: readonly string[], languages: readonly string[]],
  TextOfResource
>(
  'texts_of',
  `select x.resource_id as "resourceId", x.language, r.version, x.description
   from unnest($2::uuid[], $3::text[]) w(resource_id, language)
   join resource_text x on x.network_id = $1 and x.resource_id = w.resource_id and x.language = w.language
   join resource r on r.network_id = x.network_id and r.id = x.resource_id
   order by x.resource_id, x.language`,
);

/** The addresses that each of some texts names, whether they are stored or not. */
export const linksInWords = statement<[texts: readonly string[]], { links: string[] }>(
  'links_in_words',
  `select array(select app.links_in(w.words)) as links from unnest($1::text[]) with ordinality w(words, place)
   order by w.place`,
);

/** Writes other words into texts of resources: a small change, which no translation has to follow. */
export const writeLinkTexts = statement<
  [
    networkId: string,
    resourceIds: readonly string[],
    languages: readonly string[],
    descriptions: readonly string[],
    now: Date,
  ],
  never
>(
  'write_link_texts',
  `with written as (select * from unnest($2::uuid[], $3::text[], $4::text[]) w(resource_id, language, description)),
   changed as (update resource r set changed_at = $5 where r.network_id = $1 and r.id in (select resource_id from written))
   update resource_text x set description = w.description, changed_at = $5 from written w
   where x.network_id = $1 and x.resource_id = w.resource_id and x.language = w.language`,
);

/** A text in which an address was exchanged: the letters at which the new one begins, and a hash of the text that it became. */
export type ExchangedText = { resourceId: string; language: string; places: number[]; hash: string };

/** Marks a replacement as undone, once. */
export const endReplacement = statement<
  [networkId: string, replacementId: string, now: Date],
  { oldUrl: string; newUrl: string; texts: ExchangedText[] }
>(
  'end_replacement',
  `update link_replacement p set undone_at = $3 where p.network_id = $1 and p.id = $2 and p.undone_at is null
   returning p.old_url as "oldUrl", p.new_url as "newUrl", p.texts`,
);

/**
 * Writes another address into links. What was shown gets a minor version in which a new row stands in the place of the old
 * one; a draft is written over. A label that was nothing but the host follows.
 */
export const exchangeLinks = statement<
  [
    networkId: string,
    itemIds: readonly string[],
    newIds: readonly string[],
    url: string,
    replacementId: string | null,
    note: string,
    now: Date,
    personId: string,
    oldHost: string,
    newHost: string,
  ],
  { resourceId: string; version: number }
>(
  'exchange_links',
  `with change as (
     select i.id, n.new_id, i.resource_id, i.position, i.language, case when i.label = $9 then $10 else i.label end as label,
       r.version, r.published_at is not null as was_shown
     from unnest($2::uuid[], $3::uuid[]) n(id, new_id) join resource_item i on i.network_id = $1 and i.id = n.id
     join resource r on r.network_id = i.network_id and r.id = i.resource_id),
   raised as (update resource r set version = r.version + 1, changed_at = $7
     from (select distinct c.resource_id from change c where c.was_shown) c
     where r.network_id = $1 and r.id = c.resource_id returning r.id, r.version),
   noted as (insert into resource_version (network_id, resource_id, number, note, is_minor, created_at, created_by_id)
     select $1, a.id, a.version, $6, true, $7, $8::uuid from raised a),
   ended as (update resource_item i set until_version = a.version from change c join raised a on a.id = c.resource_id
     where i.network_id = $1 and i.id = c.id),
   made as (insert into resource_item (network_id, id, resource_id, position, from_version, language, label, url, replacement_id)
     select $1, c.new_id, c.resource_id, c.position, a.version, c.language, c.label, $4, $5::uuid
     from change c join raised a on a.id = c.resource_id),
   written as (update resource_item i set url = $4, label = c.label, replacement_id = $5::uuid from change c
     where not c.was_shown and i.network_id = $1 and i.id = c.id)
   select distinct c.resource_id as "resourceId", coalesce(a.version, c.version) as version
   from change c left join raised a on a.id = c.resource_id order by 1`,
);
