import { type Statement, statement } from './statement.server.ts';

type Values = [networkId: string, objectId: string];
const lock = (name: string, text: string) => statement<Values, { isShown: boolean }>(name, text);

/** Lock what a text belongs to, and tell whether its members see it: who writes its words waits here. */
export const lockTextOwner = {
  network: lock(
    'lock_text_network',
    `select true as "isShown" from network where id = $1 and id = $2 for no key update`,
  ),
  training: lock(
    'lock_text_training',
    `select app.is_shown(state) as "isShown" from training where network_id = $1 and id = $2 for no key update`,
  ),
  programme: lock(
    'lock_text_programme',
    `select state <> 'design' as "isShown" from mentoring_programme where network_id = $1 and id = $2 for no key update`,
  ),
  resource: lock(
    'lock_text_resource',
    `select state in ('published', 'review_due') as "isShown" from resource
     where network_id = $1 and id = $2 and state <> 'archived' for no key update`,
  ),
};

export type TextRow = {
  language: string;
  version: number;
  sourceLanguage: string | null;
  sourceVersion: number;
  origin: string;
  changedAt: string;
  fields: Record<string, string>;
};
export type WorkRow = {
  language: string;
  draft: Record<string, string> | null;
  sourceLanguage: string;
  sourceVersion: number;
  sourceWords: Record<string, string>;
  changedAt: string;
};
export type TextsRow = {
  /** Members read it */
  isShown: boolean;
  /** Everybody reads it */
  isPublic: boolean;
  texts: TextRow[];
  works: WorkRow[];
};

const marks = `'language', x.language, 'version', x.version, 'sourceLanguage', x.source_language,
  'sourceVersion', x.source_version, 'origin', x.origin`;

type Owner = 'network' | 'training' | 'programme' | 'resource';
type Words = { from: string; joined: string; fields: string };

/** When the members of a network read something, and when everybody does. */
const readers: Record<Owner, { isShown: string; isPublic: string }> = {
  network: { isShown: 'true', isPublic: `o.state <> 'draft'` },
  training: {
    isShown: 'app.is_shown(o.state)',
    isPublic: `app.is_shown(o.state) and o.visibility = 'public'`,
  },
  programme: { isShown: `o.state <> 'design'`, isPublic: 'false' },
  resource: {
    isShown: `o.state in ('published', 'review_due')`,
    isPublic: `o.state in ('published', 'review_due') and o.visibility = 'public'`,
  },
};

const words: Record<Owner, Words> = {
  network: {
    from: 'network o where o.id = $1',
    joined: 'network_text x where x.network_id = o.id',
    fields: `'name', x.name, 'summary', x.summary`,
  },
  training: {
    from: 'training o where o.network_id = $1',
    joined: 'training_text x where x.network_id = o.network_id and x.training_id = o.id',
    fields: `'title', x.title, 'summary', x.summary, 'outcomes', array_to_string(x.outcomes, E'\\n')`,
  },
  programme: {
    from: 'mentoring_programme o where o.network_id = $1',
    joined: 'mentoring_programme_text x where x.network_id = o.network_id and x.programme_id = o.id',
    fields: `'title', x.title, 'summary', x.summary`,
  },
  resource: {
    from: `resource o where o.state <> 'archived' and o.network_id = $1`,
    joined: 'resource_text x where x.network_id = o.network_id and x.resource_id = o.id',
    fields: `'title', x.title, 'description', x.description`,
  },
};

const selected = (kind: Owner, which: string) => {
  const { from, joined, fields } = words[kind];
  const { isShown, isPublic } = readers[kind];
  return `select '${kind}' as kind, o.id as id, ${isShown} as "isShown", ${isPublic} as "isPublic",
       coalesce((select json_agg(json_build_object(${marks}, 'changedAt', x.changed_at, 'fields', json_build_object(${fields}))
         order by x.language) from ${joined}), '[]') as texts,
       coalesce((select json_agg(json_build_object('language', w.language, 'draft', w.draft, 'sourceLanguage', w.source_language,
           'sourceVersion', w.source_version, 'sourceWords', w.source_words, 'changedAt', w.changed_at) order by w.language)
         from translation_work w where w.network_id = $1 and w.kind = '${kind}' and w.object_id = o.id), '[]') as works
     from ${from} and o.id ${which}`;
};
const textsOf = (kind: Owner) => statement<Values, TextsRow>(`texts_of_${kind}`, selected(kind, '= $2'));

/** The words of one thing in every language, and the work on them. */
export const textsOfOwner = {
  network: textsOf('network'),
  training: textsOf('training'),
  programme: textsOf('programme'),
  resource: textsOf('resource'),
};

/** As `textsOfOwner`, of many things of any kind. */
export const textsOfMany = statement<
  [networkId: string, objectIds: readonly string[]],
  TextsRow & { kind: string; id: string }
>(
  'texts_of_many',
  (Object.keys(words) as Owner[]).map((kind) => selected(kind, '= any($2)')).join('\n union all\n '),
);

/** Keeps the work on one translation, in place of what was there; with `keepsSource` it is still known what the source said before. */
export const keepTranslationWork = statement<
  [
    networkId: string,
    kind: string,
    objectId: string,
    language: string,
    draft: string | null,
    sourceLanguage: string,
    sourceVersion: number,
    sourceWords: string,
    at: Date,
    keepsSource: boolean,
  ],
  object
>(
  'keep_translation_work',
  `insert into translation_work as w (network_id, kind, object_id, language, draft, source_language, source_version, source_words, changed_at)
   values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8::jsonb, $9)
   on conflict (network_id, kind, object_id, language) do update set draft = excluded.draft, changed_at = excluded.changed_at,
     source_language = case when $10 then w.source_language else excluded.source_language end,
     source_version = case when $10 then w.source_version else excluded.source_version end,
     source_words = case when $10 then w.source_words else excluded.source_words end`,
);

/** Gives the copy of a training the standing of the texts that it was made from. */
export const copyTextMarks = statement<
  [networkId: string, fromTrainingId: string, toTrainingId: string],
  object
>(
  'copy_text_marks',
  `update training_text x set version = y.version, source_language = y.source_language, source_version = y.source_version,
     origin = y.origin, changed_at = y.changed_at
   from training_text y where y.network_id = $1 and y.training_id = $2
     and x.network_id = $1 and x.training_id = $3 and x.language = y.language`,
);

export type ContentRow = {
  kind: string;
  id: string;
  title: string;
  titleLanguage: string;
  /** The titles in all languages, to be searched */
  titles: string;
  /** Everybody reads it */
  isPublic: boolean;
  /** Its members read it */
  isShown: boolean;
  changedAt: Date;
  texts: Omit<TextRow, 'changedAt' | 'fields'>[];
  drafts: string[];
};

const content = (kind: Owner, title: string, rows: string) =>
  `select '${kind}' as kind, o.id as id, ${readers[kind].isShown} as "isShown", ${readers[kind].isPublic} as "isPublic",
     string_agg(${title}, ' ') as titles, json_agg(json_build_object(${marks}) order by x.language) as texts, max(x.changed_at) as "changedAt",
     (array_agg(${title} order by array_position(array[$2, $3], x.language) nulls last, x.language))[1] as title,
     (array_agg(x.language order by array_position(array[$2, $3], x.language) nulls last, x.language))[1] as "titleLanguage"
   from ${rows}`;

const contents: Record<string, string> = {
  network: content(
    'network',
    'x.name',
    `network o join network_text x on x.network_id = o.id where o.id = $1 group by o.id`,
  ),
  // What is over is not translated any more.
  training: content(
    'training',
    'x.title',
    `training o join training_text x on x.network_id = o.network_id and x.training_id = o.id
     where o.network_id = $1 and o.ends_at > $4 and o.state not in ('cancelled', 'archived')
     group by o.network_id, o.id`,
  ),
  programme: content(
    'programme',
    'x.title',
    `mentoring_programme o join mentoring_programme_text x on x.network_id = o.network_id and x.programme_id = o.id
     where o.network_id = $1 and o.state <> 'closed' group by o.network_id, o.id`,
  ),
  resource: content(
    'resource',
    'x.title',
    `resource o join resource_text x on x.network_id = o.network_id and x.resource_id = o.id
     where o.network_id = $1 and o.state <> 'archived' group by o.network_id, o.id`,
  ),
};

const contentOfNetwork = statement<
  [networkId: string, language: string, own: string, now: Date, kinds: readonly string[]],
  ContentRow
>(
  'content_of_network',
  `select c.*, coalesce(w.drafts, '[]') as drafts
   from (${Object.values(contents).join('\n union all\n ')}) c
   left join (select w.kind, w.object_id, json_agg(w.language) as drafts from translation_work w
     where w.network_id = $1 and w.draft is not null group by 1, 2) w on w.kind = c.kind and w.object_id = c.id
   where c.kind = any($5) order by c."isPublic" desc, c."changedAt" desc, c.id`,
);

/** Everything of a network that is written in several languages, with what its texts say of themselves but without their words. */
export function contentOf(
  networkId: string,
  wish: { language: string; own: string; now: Date; kinds: readonly string[] },
): Statement<ContentRow> {
  return contentOfNetwork(networkId, wish.language, wish.own, wish.now, wish.kinds);
}

const levels = `hashtextextended('levels ' || $1::text, 0)`;

/** Whoever writes a text, or says that a card is shown, waits here while the languages in preparation change. */
export const shareLevels = statement<[networkId: string], never>(
  'share_levels',
  `select pg_advisory_xact_lock_shared(${levels})`,
);

/** Whoever says which languages are in preparation waits here for everybody who writes a text. */
export const lockLevels = statement<[networkId: string], never>(
  'lock_levels',
  `select pg_advisory_xact_lock(${levels})`,
);

/** What a network says of the languages in preparation at this moment; no row where it never said anything. */
export const storedLevels = statement<[networkId: string], { value: unknown }>(
  'stored_levels',
  `select s.value from network_setting s where s.network_id = $1 and s.key = 'languages.prepared'`,
);

/** The trigger of each table says anew which texts are in preparation. */
const markedAnew = (table: string) =>
  `update ${table} set is_prepared = not is_prepared where network_id = $1 and source_language is not null
     and is_prepared <> (language = any($2))`;

/** Brings the texts of a network in line with the languages that are in preparation now; after the setting was written. */
export const settlePreparedTexts = statement<[networkId: string, prepared: readonly string[]], never>(
  'settle_prepared_texts',
  `with network_texts as (${markedAnew('network_text')}), trainings as (${markedAnew('training_text')}),
     programmes as (${markedAnew('mentoring_programme_text')})
   ${markedAnew('resource_text')}`,
);
