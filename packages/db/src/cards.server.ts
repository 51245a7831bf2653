import { statement } from './statement.server.ts';

/** The order of a deck: by situation as its values say, then as the cards are numbered. */
const inDeck = (situations: string) =>
  `array_position(${situations}, c.situation), c.priority, c.concept_key`;

/** The confirmed recording `r` of the words that stand in a text, with its file `f`. */
const heard = (text: string) =>
  `(card_recording r join stored_file f on f.network_id = $1 and f.id = r.file_id and f.removed_at is null)
     on r.network_id = $1 and r.card_id = ${text}.card_id and r.language = ${text}.language and r.version = ${text}.version and r.is_confirmed`;

/**
 * The cards that everybody sees, in each language with which they are verified; `$2` is the host's. Those of the languages
 * `trials` are in no deck yet: they are read by those who prepare them.
 */
const shownCards = (
  trials: string,
) => `select c.*, t.language, t.is_verified_twice and h.is_verified_twice as is_sure, h.text as host, coalesce(n.notes, '{}') as notes, coalesce(n.noted, 0) as noted, t.text, t.transliteration, f.size as sound,
       case when f.id is not null then jsonb_build_object('id', f.id, 'seconds', r.seconds, 'bytes', f.size) end as recording
     from communication_card c
     join card_text h on h.network_id = $1 and h.card_id = c.id and h.language = $2 and h.is_shown
     join card_text t on t.network_id = $1 and t.card_id = c.id
       and (t.is_shown or (t.state = 'verified' and t.language = any(${trials})))
     left join ${heard('t')}
     left join lateral (select jsonb_object_agg(x.language, x.instruction) as notes, count(*)::int as noted from card_text x
       where x.network_id = $1 and x.card_id = c.id and x.is_shown and x.instruction <> '') n on true
     where c.network_id = $1 and c.state = 'published'`;

/**
 * Beneath which of the cards `shown` which of them can be pointed at: both are verified in the language, and beneath those of
 * the situations `strict` by two people. The one with the key `last` ends every such list.
 */
const pointedAt = (strict: string, last: string) =>
  `select n.language, n.card_id, jsonb_agg(n.answer_id order by n.position) as choices
   from (select c.language, c.id as card_id, a.id as answer_id, k.position, count(*) filter (where k.position < 99) over (partition by c.language, c.id) as named
     from shown c
     cross join lateral (select x.answer_id, x.position from card_choice x where x.network_id = $1 and x.card_id = c.id
       union all select e.id, 99 from shown e where e.situation = 'answers' and e.concept_key = ${last} and e.language = c.language
         and not exists (select 1 from card_choice x where x.network_id = $1 and x.card_id = c.id and x.answer_id = e.id)) k
     join shown a on a.id = k.answer_id and a.language = c.language and a.situation = 'answers'
       and (a.is_sure or c.situation <> all(${strict}))
     where c.answer_type = 'point_list') n
   where n.named > 0 group by n.language, n.card_id`;

const packChoice = `jsonb_build_object('pictogram', c.pictogram, 'host', c.host, 'text', c.text, 'transliteration', nullif(c.transliteration, ''))`;

const packCard = `jsonb_build_object('id', c.id, 'situation', c.situation, 'side', c.side, 'answer', c.answer_type, 'priority', c.priority, 'pictogram', c.pictogram, 'host', c.host, 'text', c.text, 'transliteration', nullif(c.transliteration, ''), 'notes', c.notes, 'recording', c.recording, 'choices', coalesce(p.choices, '[]'))`;

export type PackRow = {
  cards: {
    id: string;
    situation: string;
    side: string;
    answer: string;
    priority: number;
    pictogram: string;
    host: string;
    text: string;
    transliteration: string | null;
    notes: Record<string, string>;
    recording: { id: string; seconds: number; bytes: number } | null;
    choices: string[];
  }[];
  choices: Record<string, { pictogram: string; host: string; text: string; transliteration: string | null }>;
  answers: { key: string; host: string; text: string }[];
  withdrawn: { id: string; at: string }[];
};

/** One deck with everything that stands in it and what left it. What is shown is verified in both languages. */
export const cardPack = statement<
  [
    networkId: string,
    host: string,
    language: string,
    situations: readonly string[],
    trials: readonly string[],
    strict: readonly string[],
    last: string,
  ],
  PackRow
>(
  'card_pack',
  `with shown as (${shownCards('$5::text[]')} and t.language = $3), pointed as (${pointedAt('$6::text[]', '$7')})
   select
     (select coalesce(jsonb_agg(${packCard} order by ${inDeck('$4::text[]')}), '[]')
      from shown c left join pointed p on p.card_id = c.id where c.situation = any($4)) as cards,
     (select coalesce(jsonb_object_agg(c.id, ${packChoice}), '{}')
      from shown c where exists (select 1 from pointed p join shown s on s.id = p.card_id and s.situation = any($4)
        where p.choices ? c.id::text)) as choices,
     (select coalesce(jsonb_agg(jsonb_build_object('key', c.concept_key, 'host', c.host, 'text', c.text) order by c.concept_key), '[]')
      from shown c where c.situation = 'answers') as answers,
     (select coalesce(jsonb_agg(jsonb_build_object('id', w.card_id, 'at', w.at) order by w.card_id), '[]')
      from (select card_id, max(withdrawn_at) as at from card_withdrawal
        where network_id = $1 and language in ($2, $3) and not exists (select 1 from shown c where c.id = card_id)
        group by card_id) w) as withdrawn`,
);

export type DeckRow = {
  language: string;
  cards: number;
  pictograms: string[];
  /** Of its cards as they stand in the pack, without blanks between its parts */
  bytes: number;
  /** Of its recordings */
  sound: number;
};

/** How long an object of `names` names is without the blanks between its parts. */
const compact = (json: string, names: number) => `octet_length(${json}::text) - ${2 * names - 1}`;

/** How many cards the deck of each language holds, and how much they weigh with the words to point at. */
export const cardDecks = statement<
  [
    networkId: string,
    host: string,
    situations: readonly string[],
    trials: readonly string[],
    strict: readonly string[],
    last: string,
  ],
  DeckRow
>(
  'card_decks',
  `with shown as materialized (${shownCards('$4::text[]')}), pointed as materialized (${pointedAt('$5::text[]', '$6')}),
   choice as (select c.language, array_agg(c.pictogram) as pictograms,
       sum(${compact(packChoice, 4)} + octet_length(to_json(c.id)::text) + 1)::int + count(*)::int - 1 as bytes
     from shown c where exists (select 1 from pointed p join shown s on s.id = p.card_id and s.language = p.language and s.situation = any($3)
       where p.language = c.language and p.choices ? c.id::text) group by c.language)
   select d.language, d.cards, d.sound, d.bytes + coalesce(o.bytes, 0) as bytes,
     array(select distinct unnest(d.pictograms || coalesce(o.pictograms, '{}'))) as pictograms
   from (select c.language, count(*)::int as cards, array_agg(distinct c.pictogram) as pictograms,
       sum(${compact(packCard, 12)} - case when c.sound is null then 0 else 5 end - greatest(0, 2 * c.noted - 1)
         - greatest(0, jsonb_array_length(coalesce(p.choices, '[]')) - 1))::int + count(*)::int - 1 as bytes,
       coalesce(sum(c.sound), 0)::int as sound
     from shown c left join pointed p on p.card_id = c.id and p.language = c.language where c.situation = any($3)
     group by c.language) d
   left join choice o on o.language = d.language
   order by d.cards desc, d.language`,
);

export type LockedCard = {
  id: string;
  situation: string;
  conceptKey: string;
  answer: string;
  state: string;
  pictogram: string | null;
};

/** Locks a card: whatever changes it or one of its texts waits here, and reads after it. */
export const lockCard = statement<[networkId: string, cardId: string], LockedCard>(
  'lock_card',
  `select id, situation, concept_key as "conceptKey", answer_type as answer, state, pictogram from communication_card where network_id = $1 and id = $2 for update`,
);

/** Locks several cards, in the order of their ids. */
export const lockCards = statement<[networkId: string, cardIds: readonly string[]], LockedCard>(
  'lock_cards',
  `select id, situation, concept_key as "conceptKey", answer_type as answer, state, pictogram from communication_card
   where network_id = $1 and id = any($2::uuid[]) order by id for update`,
);

/** The situations of the living cards that name one as a word to point at. */
export const situationsNaming = statement<[networkId: string, answerId: string], { situation: string }>(
  'situations_naming_card',
  `select distinct c.situation from card_choice k join communication_card c on c.network_id = $1 and c.id = k.card_id and c.state <> 'retired'
   where k.network_id = $1 and k.answer_id = $2`,
);

/** The words to point at that a card names, in their order. */
export const choicesOfCard = statement<[networkId: string, cardId: string], { id: string }>(
  'choices_of_card',
  `select answer_id as id from card_choice where network_id = $1 and card_id = $2 order by position`,
);

/** Puts words to point at beneath a card that has none, in the order of the list. */
export const addChoices = statement<[networkId: string, cardId: string, answerIds: readonly string[]], never>(
  'add_card_choices',
  `insert into card_choice (network_id, card_id, answer_id, position)
   select $1, $2, a.id, a.position from unnest($3::uuid[]) with ordinality as a (id, position)`,
);

export type StoredText = {
  language: string;
  text: string;
  state: string;
  version: number;
  writtenById: string | null;
  /** Of those who approved of this version; with the reader's own word. */
  approvals: number;
  hasSpoken: boolean;
};

/** The texts of a card as they stand, with what was said of this version of each. */
export const textsOfCard = statement<[networkId: string, cardId: string, personId: string], StoredText>(
  'texts_of_card',
  `select t.language, t.text, t.state, t.version, t.written_by_id as "writtenById",
     (select count(*)::int from card_verdict v where v.network_id = $1 and v.card_id = t.card_id and v.language = t.language
       and v.version = t.version and v.is_approved) as approvals,
     exists (select 1 from card_verdict v where v.network_id = $1 and v.card_id = t.card_id and v.language = t.language
       and v.version = t.version and v.given_by_id = $3) as "hasSpoken"
   from card_text t where t.network_id = $1 and t.card_id = $2 order by t.language`,
);

/** Puts the texts of a card into their decks, and takes them out; `shown` are the languages that are in theirs. Says which of them two people verified. */
export const settleDecks = statement<
  [networkId: string, cardId: string, shown: readonly string[], at: Date],
  { language: string }
>(
  'settle_card_decks',
  `update card_text t set is_shown = s.is_shown, is_verified_twice = s.is_twice, changed_at = $4
   from (select x.language, x.language = any($3) as is_shown, x.state = 'verified' and (select count(*) from card_verdict v
         where v.network_id = $1 and v.card_id = x.card_id and v.language = x.language and v.version = x.version and v.is_approved) > 1 as is_twice
       from card_text x where x.network_id = $1 and x.card_id = $2) s
   where t.network_id = $1 and t.card_id = $2 and t.language = s.language
     and (t.is_shown is distinct from s.is_shown or t.is_verified_twice is distinct from s.is_twice) returning t.language`,
);

export type CardLine = {
  id: string;
  situation: string;
  conceptKey: string;
  state: string;
  pictogram: string | null;
  reviewBy: string | null;
  host: string;
  hostState: string;
  text: string | null;
  textState: string | null;
  shownIn: number;
  waiting: number;
};

/** Cards in the order of the deck, each with its text in one language; from outside those alone that everybody may see. */
export const cardLines = statement<
  [
    networkId: string,
    host: string,
    language: string,
    situations: readonly string[],
    situation: string | null,
    state: string | null,
    textState: string | null,
    isInside: boolean,
    words: string | null,
  ],
  CardLine
>(
  'card_lines',
  `select c.id, c.situation, c.concept_key as "conceptKey", c.state, c.pictogram, c.review_by::text as "reviewBy",
     h.text as host, h.state as "hostState", t.text, t.state as "textState",
     (select count(*)::int from card_text x where x.network_id = $1 and x.card_id = c.id and x.is_shown) as "shownIn",
     (select count(*)::int from card_text x where x.network_id = $1 and x.card_id = c.id and x.state = 'reviewed' and $8) as waiting
   from communication_card c
   join card_text h on h.network_id = $1 and h.card_id = c.id and h.language = $2 and ($8 or h.is_shown)
   left join card_text t on t.network_id = $1 and t.card_id = c.id and t.language = $3 and ($8 or t.is_shown)
   where c.network_id = $1 and ($8 or c.state = 'published') and ($5::text is null or c.situation = $5)
     and case when $6::text is null then c.state <> 'retired' else c.state = $6 end and ($7::text is null or coalesce(t.state, 'missing') = $7)
     and ($9::text is null or position(app.fold($9) in app.fold(concat_ws(' ', h.text, t.text, t.transliteration, c.concept_key))) > 0)
   order by ${inDeck('$4::text[]')} limit 500`,
);

export type CardRow = {
  id: string;
  situation: string;
  conceptKey: string;
  side: string;
  answer: string;
  priority: number;
  pictogram: string | null;
  state: string;
  reviewBy: string | null;
  publishedAt: Date | null;
  texts: {
    language: string;
    text: string;
    transliteration: string;
    instruction: string;
    state: string;
    version: number;
    isShown: boolean;
    writtenById: string | null;
    writer: PersonName | null;
    changedAt: string;
    approvals: number;
    hasSpoken: boolean;
    recording: {
      id: string;
      seconds: number;
      bytes: number;
      isConfirmed: boolean;
      recordedById: string | null;
      by: PersonName | null;
    } | null;
  }[];
  verdicts: {
    id: string;
    language: string;
    version: number;
    isApproved: boolean;
    reason: string;
    by: PersonName | null;
    at: string;
  }[];
  /** The words to point at that it names, each with the languages in which it stands in a deck */
  choices: {
    id: string;
    text: string;
    pictogram: string | null;
    state: string;
    shown: { language: string; isTwice: boolean }[];
  }[];
  /** The cards beneath which it stands as a word to point at */
  namedBy: { id: string; text: string; situation: string }[];
  tests: {
    id: string;
    language: string;
    testedOn: string;
    shown: number;
    understood: number;
    remark: string;
  }[];
};
type PersonName = { givenName: string; familyName: string; nameOrder: 'given_first' | 'family_first' };

const nameOf = (
  id: string,
) => `(select jsonb_build_object('givenName', p.given_name, 'familyName', p.family_name, 'nameOrder', p.name_order)
  from person p where p.id = ${id})`;

/** One card with its texts, what was said of them, and how it did where it was tried out. */
export const cardRow = statement<
  [networkId: string, cardId: string, personId: string, isInside: boolean, host: string],
  CardRow
>(
  'card_row',
  `select c.id, c.situation, c.concept_key as "conceptKey", c.side, c.answer_type as answer, c.priority, c.pictogram, c.state,
     c.review_by::text as "reviewBy", c.published_at as "publishedAt",
     (select coalesce(jsonb_agg(jsonb_build_object('language', t.language, 'text', t.text, 'transliteration', t.transliteration,
        'instruction', t.instruction, 'state', t.state, 'version', t.version, 'isShown', t.is_shown, 'writtenById', t.written_by_id,
        'writer', case when $4 then ${nameOf('t.written_by_id')} end, 'changedAt', t.changed_at,
        'approvals', (select count(*) from card_verdict v where v.network_id = $1 and v.card_id = t.card_id and v.language = t.language
          and v.version = t.version and v.is_approved),
        'hasSpoken', exists (select 1 from card_verdict v where v.network_id = $1 and v.card_id = t.card_id and v.language = t.language
          and v.version = t.version and v.given_by_id = $3),
        'recording', (select jsonb_build_object('id', f.id, 'seconds', r.seconds, 'bytes', f.size, 'isConfirmed', r.is_confirmed,
            'recordedById', r.recorded_by_id, 'by', case when $4 then ${nameOf('r.recorded_by_id')} end)
          from card_recording r join stored_file f on f.network_id = $1 and f.id = r.file_id and f.removed_at is null
          where r.network_id = $1 and r.card_id = t.card_id and r.language = t.language and r.version = t.version and ($4 or r.is_confirmed)))
        order by t.language), '[]')
      from card_text t where t.network_id = $1 and t.card_id = c.id and ($4 or t.is_shown)) as texts,
     (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'language', v.language, 'version', v.version, 'isApproved', v.is_approved,
        'reason', v.reason, 'by', ${nameOf('v.given_by_id')}, 'at', v.given_at) order by v.given_at desc, v.id), '[]')
      from card_verdict v where v.network_id = $1 and v.card_id = c.id and $4) as verdicts,
     (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'text', h.text, 'pictogram', a.pictogram, 'state', a.state, 'shown',
        (select coalesce(jsonb_agg(jsonb_build_object('language', t.language, 'isTwice', t.is_verified_twice) order by t.language), '[]')
          from card_text t where t.network_id = $1 and t.card_id = a.id and t.is_shown)) order by k.position), '[]')
      from card_choice k join communication_card a on a.network_id = $1 and a.id = k.answer_id and ($4 or a.state = 'published')
      join card_text h on h.network_id = $1 and h.card_id = a.id and h.language = $5 and ($4 or h.is_shown)
      where k.network_id = $1 and k.card_id = c.id) as choices,
     (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'text', h.text, 'situation', n.situation) order by n.situation, n.priority), '[]')
      from card_choice k join communication_card n on n.network_id = $1 and n.id = k.card_id and n.state <> 'retired' and ($4 or n.state = 'published')
      join card_text h on h.network_id = $1 and h.card_id = n.id and h.language = $5 and ($4 or h.is_shown)
      where k.network_id = $1 and k.answer_id = c.id) as "namedBy",
     (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'language', s.language, 'testedOn', s.tested_on, 'shown', s.shown,
        'understood', s.understood, 'remark', s.remark) order by s.tested_on desc, s.id), '[]')
      from card_test s where s.network_id = $1 and s.card_id = c.id and $4) as tests
   from communication_card c where c.network_id = $1 and c.id = $2 and ($4 or c.state = 'published')`,
);

export type LanguageProgress = {
  language: string;
  shown: number;
  waiting: number;
  rejected: number;
};

/** How far the texts of the cards are in each language; the host's stands among them. */
export const cardLanguages = statement<[networkId: string, situations: readonly string[]], LanguageProgress>(
  'card_languages',
  `select t.language, count(*) filter (where t.is_shown)::int as shown,
     count(*) filter (where t.state in ('draft', 'reviewed'))::int as waiting,
     count(*) filter (where t.state = 'rejected')::int as rejected
   from card_text t join communication_card c on c.network_id = $1 and c.id = t.card_id and c.state <> 'retired' and c.situation = any($2)
   where t.network_id = $1 group by t.language order by t.language`,
);

export type CardFigure = { situation: string; published: number; languages: number };

/** For each situation, how many cards are published, and in how many languages the card with the most can be shown. */
export const cardFigures = statement<[networkId: string, situations: readonly string[]], CardFigure>(
  'card_figures',
  `select c.situation, count(*)::int as published, max(s.languages)::int as languages
   from communication_card c
   cross join lateral (select count(*) as languages from card_text t where t.network_id = $1 and t.card_id = c.id and t.is_shown) s
   where c.network_id = $1 and c.state = 'published' and c.situation = any($2) group by c.situation`,
);

/** The file of a recording: for everybody while it is heard in a deck, else for those who work on cards. */
export const recordingFile = statement<
  [networkId: string, fileId: string, isInside: boolean],
  { mime: string; storageKey: string }
>(
  'card_recording_file',
  `select f.mime, f.storage_key as "storageKey"
   from card_recording r
   join card_text t on t.network_id = $1 and t.card_id = r.card_id and t.language = r.language and t.version = r.version
   join stored_file f on f.network_id = $1 and f.id = r.file_id and f.removed_at is null
   where r.network_id = $1 and r.file_id = $2 and ($3 or (r.is_confirmed and t.is_shown))`,
);

/** Recordings that belong to no text go after `until`; those that do, stay. */
export const settleRecordings = statement<[networkId: string, until: Date], never>(
  'settle_card_recordings',
  `update stored_file s set delete_after = case when s.delete_after is null then $2::timestamptz end
   where s.network_id = $1 and s.kind = 'card_recording' and s.removed_at is null
     and (s.delete_after is null) <> exists (select 1 from card_recording r where r.network_id = $1 and r.file_id = s.id)`,
);

/**
 * Takes every text of the languages `prepared` out of its deck, and puts those of other languages that were taken out so back
 * into theirs. What leaves a deck is remembered, as ever.
 */
export const settlePreparedDecks = statement<
  [networkId: string, host: string, prepared: readonly string[], at: Date],
  never
>(
  'settle_prepared_decks',
  `update card_text t set is_shown = s.is_shown, changed_at = $4
   from (select x.card_id, x.language, not x.language = any($3) and x.state = 'verified' and c.state = 'published'
       and h.state = 'verified' as is_shown
     from card_text x join communication_card c on c.network_id = $1 and c.id = x.card_id
     join card_text h on h.network_id = $1 and h.card_id = x.card_id and h.language = $2
     where x.network_id = $1) s
   where t.network_id = $1 and t.card_id = s.card_id and t.language = s.language and t.is_shown <> s.is_shown`,
);
