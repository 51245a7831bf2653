import { type Statement, statement } from './statement.server.ts';

const nameOf = (
  network: string,
  language: string,
) => `coalesce((select y.name from network_text y where y.network_id = ${network}.id
     order by array_position(array[${language}, ${network}.default_language, 'en'], y.language) nulls last, y.language limit 1), ${network}.code)`;
const institutionName = (
  id: string,
  language: string,
) => `(select x.name from institution_text x where x.institution_id = ${id}
     order by array_position(array[${language}, 'en'], x.language) nulls last, x.language limit 1)`;

export type LockedResource = {
  state: string;
  version: number;
  sourceLanguage: string;
  licence: string;
  licenceWords: string;
  reviewBy: string | null;
  ownerInstitutionId: string | null;
  createdById: string | null;
  publishedAt: Date | null;
};

/** Locks a resource: whatever changes, shares or archives it waits here, and reads after it. */
export const lockResource = statement<[networkId: string, resourceId: string], LockedResource>(
  'lock_resource',
  `select r.state, r.version, r.source_language as "sourceLanguage", r.licence, r.licence_words as "licenceWords",
     r.review_by::text as "reviewBy", r.owner_institution_id as "ownerInstitutionId", r.created_by_id as "createdById",
     r.published_at as "publishedAt"
   from resource r where r.network_id = $1 and r.id = $2 for update`,
);

export type ResourceTextRow = {
  language: string;
  title: string;
  description: string;
  version: number;
  sourceLanguage: string | null;
  sourceVersion: number;
  origin: string;
};
export type ResourceItemRow = {
  id: string;
  fromVersion: number;
  untilVersion: number | null;
  language: string;
  label: string;
  url: string;
  /** Empty for a link */
  name: string | null;
  mime: string | null;
  size: number | null;
  /** Its words could not be read, so that it is found by its title alone */
  isUnreadable: boolean;
  /** The size of what shows how it looks */
  preview: { width: number; height: number } | null;
};
export type ResourceRow = {
  networkId: string;
  ownerCode: string;
  ownerName: string;
  id: string;
  kind: string;
  state: string;
  visibility: string;
  sourceLanguage: string;
  topics: string[];
  audiences: string[];
  licence: string;
  licenceWords: string;
  languages: string[];
  version: number;
  reviewBy: string | null;
  checkedOn: string | null;
  publishedAt: Date | null;
  decisionComment: string;
  createdById: string | null;
  ownerInstitutionId: string | null;
  ownerInstitution: string | null;
  originId: string | null;
  originKind: string | null;
  originCode: string | null;
  originTitle: string;
  originCredit: string;
  texts: ResourceTextRow[];
  versions: { number: number; note: string; isMinor: boolean; createdAt: string }[];
  items: ResourceItemRow[];
  /** What the network of the transaction may make of it; empty where no share leads to it */
  rights: string | null;
  creditedAs: string | null;
  adoption: { outcome: string; word: string; reportedAt: string } | null;
};

/** One resource with its words, versions, files and links, as far as the policies show it. */
export const resourceRow = statement<[ownerCode: string, resourceId: string, language: string], ResourceRow>(
  'resource_row',
  `select r.network_id as "networkId", n.code as "ownerCode", ${nameOf('n', '$3')} as "ownerName", r.id, r.kind, r.state,
     r.visibility, r.source_language as "sourceLanguage", r.topics, r.audiences, r.licence, r.licence_words as "licenceWords",
     r.languages, r.version, r.review_by::text as "reviewBy", r.checked_on::text as "checkedOn", r.published_at as "publishedAt",
     r.decision_comment as "decisionComment", r.created_by_id as "createdById", r.owner_institution_id as "ownerInstitutionId",
     ${institutionName('r.owner_institution_id', '$3')} as "ownerInstitution",
     r.origin_id as "originId", r.origin_kind as "originKind", o.code as "originCode",
     r.origin_title as "originTitle", r.origin_credit as "originCredit",
     coalesce((select json_agg(json_build_object('language', x.language, 'title', x.title, 'description', x.description,
         'version', x.version, 'sourceLanguage', x.source_language,
         'sourceVersion', x.source_version, 'origin', x.origin)
         order by x.language <> r.source_language, x.language)
       from resource_text x where x.network_id = r.network_id and x.resource_id = r.id), '[]') as texts,
     coalesce((select json_agg(json_build_object('number', v.number, 'note', v.note, 'isMinor', v.is_minor, 'createdAt', v.created_at)
         order by v.number desc)
       from resource_version v where v.network_id = r.network_id and v.resource_id = r.id), '[]') as versions,
     coalesce((select json_agg(json_build_object('id', i.id, 'fromVersion', i.from_version, 'untilVersion', i.until_version,
         'language', i.language, 'label', i.label, 'url', i.url, 'name', f.name, 'mime', f.mime, 'size', f.size,
         'isUnreadable', coalesce(w.state = 'unreadable', false),
         'preview', case when p.state = 'drawn' then json_build_object('width', p.width, 'height', p.height) end)
         order by i.position, i.id)
       from resource_item i left join stored_file f on f.network_id = i.network_id and f.id = i.file_id
       left join resource_words w on w.network_id = i.network_id and w.item_id = i.id
       left join file_preview p on p.network_id = i.network_id and p.file_id = i.file_id
       where i.network_id = r.network_id and i.resource_id = r.id), '[]') as items,
     s.rights, s.credited_as as "creditedAs",
     (select json_build_object('outcome', a.outcome, 'word', a.word, 'reportedAt', a.reported_at) from resource_adoption a
       where a.network_id = (select app.network_id()) and a.owner_network_id = r.network_id and a.resource_id = r.id) as adoption
   from network n join resource r on r.network_id = n.id
   left join network o on o.id = r.origin_network_id
   left join share s on s.network_id = r.network_id and s.object_id = r.id and s.object_kind = 'resource'
     and s.recipient_network_id = (select app.network_id()) and s.is_active
   where n.code = $1 and r.id = $2`,
);

export type ResourceFile = { name: string; mime: string; size: number; sha256: string; storageKey: string };

/** The file of one item of a resource, as far as the policies show it. */
export const resourceFile = statement<[networkId: string, resourceId: string, itemId: string], ResourceFile>(
  'resource_file',
  `select f.name, f.mime, f.size, f.sha256, f.storage_key as "storageKey" from resource_item i
   join stored_file f on f.network_id = i.network_id and f.id = i.file_id
   where i.network_id = $1 and i.resource_id = $2 and i.id = $3 and f.removed_at is null`,
);

/** Where a file lies that shows how it looks, as far as the policies show it. */
export const resourcePreview = statement<
  [networkId: string, resourceId: string, itemId: string],
  { storageKey: string; sha256: string }
>(
  'resource_preview',
  `select f.storage_key as "storageKey", f.sha256 from resource_item i
   join stored_file f on f.network_id = i.network_id and f.id = i.file_id
   join file_preview p on p.network_id = f.network_id and p.file_id = f.id and p.state = 'drawn'
   where i.network_id = $1 and i.resource_id = $2 and i.id = $3 and f.removed_at is null`,
);

export type ResourceUse = {
  code: string;
  name: string;
  isShared: boolean;
  rights: string | null;
  creditedAs: string | null;
  outcome: string | null;
  word: string | null;
  reportedAt: Date | null;
};

/** The networks that a resource is shared with, and those that said what they did with it. */
export const resourceUses = statement<[networkId: string, resourceId: string, language: string], ResourceUse>(
  'resource_uses',
  `select n.code, ${nameOf('n', '$3')} as name, coalesce(s.is_active, false) as "isShared", s.rights, s.credited_as as "creditedAs",
     a.outcome, a.word, a.reported_at as "reportedAt"
   from (select recipient_network_id as id from share where network_id = $1 and object_id = $2 and is_active
     union select network_id from resource_adoption where owner_network_id = $1 and resource_id = $2) u
   join network n on n.id = u.id
   left join share s on s.network_id = $1 and s.object_id = $2 and s.recipient_network_id = u.id and s.is_active
   left join resource_adoption a on a.owner_network_id = $1 and a.resource_id = $2 and a.network_id = u.id
   order by name, n.code`,
);

/** Who is asked in a list, and what it is narrowed by; an empty text leaves nothing out. */
export type LibraryWish = {
  language: string;
  networkId: string;
  personId: string | null;
  /** Drafts of everybody */
  seesAll: boolean;
  /** Drafts of these institutions */
  institutionIds: readonly string[];
  /** What is for members */
  seesInternal: boolean;
  /** What is looked for, in each of its wordings; none leaves everything in */
  queries: readonly string[];
  kind: string;
  topic: string;
  audience: string;
  contentLanguage: string;
  from: string;
  state: string;
};

type WishValues = [
  language: string,
  networkId: string,
  personId: string | null,
  seesAll: boolean,
  institutionIds: readonly string[],
  seesInternal: boolean,
  queries: readonly string[],
  kind: string,
  topic: string,
  audience: string,
  contentLanguage: string,
  from: string,
  state: string,
];

const valuesOf = (wish: LibraryWish): WishValues => [
  wish.language,
  wish.networkId,
  wish.personId,
  wish.seesAll,
  wish.institutionIds,
  wish.seesInternal,
  wish.queries,
  wish.kind,
  wish.topic,
  wish.audience,
  wish.contentLanguage,
  wish.from,
  wish.state,
];

const passes = {
  kind: `$8 = '' or r.kind = $8`,
  topic: `$9 = '' or $9 = any(r.topics)`,
  audience: `$10 = '' or $10 = any(r.audiences)`,
  language: `$11 = '' or $11 = any(r.languages)`,
  from: `$12 = '' or ($12 = 'own' and r.network_id = $2) or r.network_id = (select n.id from network n where n.code = $12)`,
  state: `case when $13 = '' then r.state <> 'archived' else r.state = $13 end`,
};
export type LibraryFilter = keyof typeof passes;
const filters = Object.keys(passes) as LibraryFilter[];
const allBut = (left?: LibraryFilter) =>
  filters
    .filter((name) => name !== left)
    .map((name) => `b.has_${name}`)
    .join(' and ');

const readers = `(r.network_id <> $2 or r.state in ('published', 'review_due') or $4 or r.created_by_id = $3
        or r.owner_institution_id = any($5))
      and ($6 or r.visibility = 'public' or r.created_by_id = $3)`;
const columns = `r.network_id, r.id, r.kind, r.state, r.visibility, r.source_language, r.topics, r.audiences, r.languages,
      r.checked_on, r.owner_institution_id, coalesce(r.published_at, r.changed_at) as shown_at,
      ${filters.map((name) => `(${passes[name]}) as has_${name}`).join(', ')}`;

/** So many of the closest are listed; whoever finds more adds a word or a filter. */
export const mostFound = 250;
// A filter looks among many more: what it leaves would seldom be among the closest of a common word. So does who reads only what
// everybody may.
const reach = `(case when $6::boolean and concat($8::text, $9::text, $10::text, $11::text, $12::text, $13::text) = '' then ${mostFound} else 10000 end)`;

// The own ones, those of the networks above, and those that are shared; the policies leave out what may not be read.
const browsing = `shared as materialized (
    select s.network_id, s.object_id from share s
    where s.recipient_network_id = (select app.network_id()) and s.object_kind = 'resource' and s.is_active),
  base as materialized (
    select ${columns}, 0::real as closeness, false as in_file
    from resource r
    where (r.network_id = $2 or (r.network_id, r.id) in (select network_id, object_id from shared)
        or (r.visibility = 'tree' and r.network_id = any(array(select a.id from app.ancestors((select app.network_id())) a))))
      and ${readers})`;

// What is found is one of these already; read is only that.
const searching = `found as materialized (
    select f.network_id, f.resource_id, max(f.closeness) as closeness, bool_or(f.in_file) as in_file
    from unnest($7::text[]) w(query) cross join lateral app.find_resources(w.query, $2, ${reach} + 1) f group by 1, 2
    order by 3 desc, 2 desc limit ${reach} + 1),
  base as materialized (
    select ${columns}, f.closeness, f.in_file
    from (select * from found order by closeness desc, resource_id desc limit ${reach}) f
    join resource r on r.network_id = f.network_id and r.id = f.resource_id
    where ${readers})`;

const titleOf = `(select x.folded_title from resource_text x
  where x.network_id = b.network_id and x.resource_id = b.id
  order by array_position(array[$1, b.source_language], x.language) nulls last, x.language limit 1)`;

// As texts, so that one comparison says where a page goes on.
const orders = {
  new: `lpad((99999999999999 - (extract(epoch from b.shown_at) * 1000)::bigint)::text, 15, '0')`,
  title: titleOf,
  match: `lpad(((2 - coalesce(b.closeness, 0)) * 1000000)::int::text, 8, '0')`,
};
export type LibraryOrder = keyof typeof orders;

export type LibraryRow = {
  id: string;
  ownerCode: string;
  ownerName: string;
  isOwn: boolean;
  kind: string;
  state: string;
  visibility: string;
  title: string;
  titleLanguage: string;
  description: string;
  languages: string[];
  topics: string[];
  checkedOn: string | null;
  creditedAs: string | null;
  ownerInstitution: string | null;
  /** The first words that are looked for, in a file, with what stands around them */
  found: { label: string; language: string; words: string } | null;
  /** What the first file looks like, in the reader's language where there is one */
  preview: { itemId: string; label: string; mime: string; width: number; height: number } | null;
  /** Where this row stands in the order */
  key: string;
};

export type LibraryCount = {
  filter: LibraryFilter | 'all';
  value: string;
  label: string | null;
  count: number;
};

const values: Record<LibraryFilter, string> = {
  kind: 'b.kind',
  topic: 'unnest(b.topics)',
  audience: 'unnest(b.audiences)',
  language: 'unnest(b.languages)',
  from: `b.network_id::text`,
  state: 'b.state',
};

// How many match, and for each value of a filter how many it would leave; all other filters hold.
const counting = `counted as (
     select 'all' as filter, '' as value, count(*)::int as count from base b where ${allBut()}
     union all
     ${filters
       .map(
         (
           name,
         ) => `select '${name}', v.value, count(*)::int from base b cross join lateral (select ${values[name]} as value) v
            where ${allBut(name)} group by v.value`,
       )
       .join(' union all ')}),
   names as materialized (
     select n.id, n.code, ${nameOf('n', '$1')} as name
     from (select distinct b.network_id from base b) o join network n on n.id = o.network_id),
   counts as (
     select c.filter, coalesce(case when n.id = $2 then 'own' else n.code end, c.value) as value, c.count,
       case when n.id <> $2 then n.name end as label
     from counted c left join names n on n.id = case c.filter when 'from' then c.value::uuid end)`;

// What is not in every page, words of files and pictures, is asked by functions, and only when files are there: a statement
// prepares for all that it may read, with the policies of each table, before it reads anything.
const paging = (order: string, words: string) => `keyed as (
     select b.*, coalesce(${order}, '') collate "C" as key from base b where ${allBut()}),
   one_page as materialized (
     select k.* from keyed k where $15::uuid is null or (k.key, k.id) > ($14 collate "C", $15::uuid)
     order by k.key, k.id limit $16),
   files as materialized (
     select i.network_id, i.resource_id, i.id, i.file_id, i.label, i.language, r.in_file,
       row_number() over (order by i.language <> $1, i.position, i.id) as place
     from one_page r join resource_item i on i.network_id = r.network_id and i.resource_id = r.id
     where i.until_version is null and i.file_id is not null),
   words as materialized (${words}),
   pictures as materialized (
     select p.* from (
       select array_agg(f.network_id) as networks, array_agg(f.resource_id) as resources, array_agg(f.file_id) as files,
         array_agg(f.place) as places
       from files f having count(*) > 0) a
     cross join lateral app.pictures_of(a.networks, a.resources, a.files, a.places) p),
   rows as (
     select r.id, n.code as "ownerCode", n.name as "ownerName", r.network_id = $2 as "isOwn", r.kind, r.state,
       r.visibility, x.title, x.language as "titleLanguage", x.description, r.languages, r.topics,
       r.checked_on::text as "checkedOn", ${institutionName('r.owner_institution_id', '$1')} as "ownerInstitution", r.key,
       case when r.network_id <> $2 then (select s.credited_as from share s where s.network_id = r.network_id
         and s.object_id = r.id and s.is_active and s.recipient_network_id = (select app.network_id())) end as "creditedAs",
       (select json_build_object('label', f.label, 'language', f.language, 'words', w.words)
         from files f join words w on w.place = f.place
         where f.network_id = r.network_id and f.resource_id = r.id) as found,
       (select json_build_object('itemId', f.id, 'label', f.label, 'mime', p.mime, 'width', p.width, 'height', p.height)
         from files f join pictures p on p.place = f.place
         where f.network_id = r.network_id and f.resource_id = r.id) as preview
     from one_page r join names n on n.id = r.network_id
     join lateral (select y.title, y.language, y.description from resource_text y
       where y.network_id = r.network_id and y.resource_id = r.id
       order by array_position(array[$1, r.source_language], y.language) nulls last, y.language limit 1) x on true)`;
// Only in files in which the search found a word.
const wordsFound = `
     select w.* from (
       select array_agg(f.network_id) as networks, array_agg(f.resource_id) as resources, array_agg(f.id) as items,
         array_agg(f.place) as places
       from files f where f.in_file having count(*) > 0) a
     cross join lateral app.words_found(a.networks, a.resources, a.items, a.places, $7) w`;
// The parameters of a statement are all used in it.
const noWords = `select 0::bigint as place, ''::text as words where cardinality($7::text[]) < 0`;

export type LibraryPage = {
  rows: LibraryRow[];
  counts: LibraryCount[];
  /** More is found than is listed */
  isCut: boolean;
};
type PageValues = [...WishValues, afterKey: string, afterId: string | null, limit: number];

// What matches is read once, for the page and for the counts.
const pagesOf = (kind: string, base: string, words: string, isCut: string) =>
  Object.fromEntries(
    Object.entries(orders).map(([name, order]) => [
      name,
      statement<PageValues, LibraryPage>(
        `${kind}_by_${name}`,
        `with ${base}, ${counting}, ${paging(order, words)}
         select coalesce((select json_agg(r order by r.key, r.id) from rows r), '[]') as rows,
           coalesce((select json_agg(c order by c.filter, c.count desc, c.value) from counts c), '[]') as counts,
           ${isCut} as "isCut"`,
      ),
    ]),
  ) as Record<LibraryOrder, (...values: PageValues) => Statement<LibraryPage>>;
const browsed = pagesOf('library', browsing, noWords, 'false');
const searched = pagesOf(
  'search_of_library',
  searching,
  wordsFound,
  `(select count(*) > ${reach} from found)`,
);

/**
 * One page of a library, from behind `after` on; with it how many resources match, and for each value of a filter how many it
 * would leave. One row.
 */
export function libraryPage(
  order: LibraryOrder,
  wish: LibraryWish,
  after: { key: string; id: string } | null,
  limit: number,
): Statement<LibraryPage> {
  const pages = wish.queries.length > 0 ? searched : browsed;
  return pages[order](...valuesOf(wish), after?.key ?? '', after?.id ?? null, limit);
}

export type LibraryFigures = { shared: number; adopted: number; brokenLinks: number };

/** How many resources of a network are shared with partners, how many of them were used or adapted, and how many links are broken. */
export const libraryFigures = statement<[networkId: string], LibraryFigures>(
  'library_figures',
  `select (select count(distinct s.object_id)::int from share s
       where s.network_id = $1 and s.object_kind = 'resource' and s.is_active) as shared,
     (select count(distinct a.resource_id)::int from resource_adoption a
       where a.owner_network_id = $1 and a.outcome in ('used', 'adapted')) as adopted,
     (select count(*)::int from link_check l where l.network_id = $1 and l.state = 'broken') as "brokenLinks"`,
);

/** Marks what is to be checked by `today`; each is told once for each day that it was to be checked by. */
export const markReviewDue = statement<[networkId: string, today: string], { id: string }>(
  'mark_review_due',
  `update resource r set state = 'review_due'
   where r.network_id = $1 and r.state = 'published' and r.review_by < $2::date returning r.id`,
);

/** Says what a network did with a resource of another one; saying it again replaces it. */
export const putAdoption = statement<
  [
    networkId: string,
    ownerNetworkId: string,
    resourceId: string,
    outcome: string,
    word: string,
    now: Date,
    personId: string,
  ],
  { outcome: string }
>(
  'put_adoption',
  `insert into resource_adoption as a (network_id, owner_network_id, resource_id, outcome, word, reported_at, reported_by_id)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (network_id, owner_network_id, resource_id) do update set outcome = excluded.outcome,
     word = excluded.word, reported_at = excluded.reported_at, reported_by_id = excluded.reported_by_id
   returning a.outcome`,
);

/** The files of a resource whose words nobody has read yet. */
export const unreadItems = statement<
  [networkId: string, resourceId: string],
  { itemId: string; mime: string; storageKey: string }
>(
  'unread_items',
  `select i.id as "itemId", f.mime, f.storage_key as "storageKey" from resource_item i
   join stored_file f on f.network_id = i.network_id and f.id = i.file_id
   where i.network_id = $1 and i.resource_id = $2 and f.removed_at is null and not exists (
     select from resource_words w where w.network_id = i.network_id and w.item_id = i.id)`,
);

/** Keeps the words of a file, once. */
export const keepWords = statement<
  [networkId: string, itemId: string, state: 'read' | 'unreadable', words: string],
  { itemId: string }
>(
  'keep_words',
  `insert into resource_words (network_id, item_id, resource_id, language, state, words)
   select i.network_id, i.id, i.resource_id, i.language, $3, $4 from resource_item i
   where i.network_id = $1 and i.id = $2
   on conflict (network_id, item_id) do nothing returning item_id as "itemId"`,
);

/**
 * Takes resources out of the libraries that they were shared with. A share that ends shows nothing from then on; that it is not
 * looked for any more is done later and a few at a time, because each text of each file is written anew.
 * @param most so many resources at once
 */
export const unlistEnded = statement<[networkId: string, most: number], { id: string }>(
  'unlist_ended',
  `select s.object_id as id, app.list_resource(s.network_id, s.object_id)
   from (select distinct s.network_id, s.object_id from share s
     where s.network_id = $1 and s.object_kind = 'resource' and not s.is_active
       and exists (select from resource_text x where x.network_id = s.network_id and x.resource_id = s.object_id
         and s.recipient_network_id = any(x.listed_by)) limit $2) s`,
);

/** Forgets the words that no title and no description of a network holds any more. */
export const forgetLibraryWords = statement<[networkId: string], { word: string }>(
  'forget_library_words',
  `with held as materialized (
     select distinct w as word from resource_text x cross join lateral app.words_of(x.folded) w where x.network_id = $1)
   delete from library_word l where l.network_id = $1 and not exists (select from held h where h.word = l.word)
   returning l.word`,
);
