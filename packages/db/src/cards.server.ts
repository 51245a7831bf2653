import { statement } from './statement.server.ts';

/** The order of a deck: by situation as its values say, then as the cards are numbered. */
const inDeck = (situations: string) =>
  `array_position(${situations}, c.situation), c.priority, c.concept_key`;

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
    instruction: string | null;
  }[];
  answers: { key: string; host: string; text: string }[];
  withdrawn: { id: string; at: string }[];
};

/** One deck with everything that stands in it and what left it. What is shown is verified in both languages. */
export const cardPack = statement<
  [networkId: string, host: string, language: string, situations: readonly string[]],
  PackRow
>(
  'card_pack',
  `with shown as (
     select c.*, h.text as host, h.instruction, t.text, t.transliteration
     from communication_card c
     join card_text h on h.network_id = $1 and h.card_id = c.id and h.language = $2 and h.is_shown
     join card_text t on t.network_id = $1 and t.card_id = c.id and t.language = $3 and t.is_shown
     where c.network_id = $1 and c.state = 'published')
   select
     (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'situation', c.situation, 'side', c.side, 'answer', c.answer_type,
        'priority', c.priority, 'pictogram', c.pictogram, 'host', c.host, 'text', c.text,
        'transliteration', nullif(c.transliteration, ''), 'instruction', nullif(c.instruction, '')) order by ${inDeck('$4::text[]')}), '[]')
      from shown c where c.situation = any($4)) as cards,
     (select coalesce(jsonb_agg(jsonb_build_object('key', c.concept_key, 'host', c.host, 'text', c.text) order by c.concept_key), '[]')
      from shown c where c.situation = 'answers') as answers,
     (select coalesce(jsonb_agg(jsonb_build_object('id', w.card_id, 'at', w.at) order by w.card_id), '[]')
      from (select card_id, max(withdrawn_at) as at from card_withdrawal
        where network_id = $1 and language in ($2, $3) and not exists (select 1 from shown c where c.id = card_id)
        group by card_id) w) as withdrawn`,
);

/** How many cards the deck of each language holds. */
export const cardDecks = statement<
  [networkId: string, host: string, situations: readonly string[]],
  { language: string; cards: number }
>(
  'card_decks',
  `select t.language, count(*)::int as cards
   from communication_card c
   join card_text h on h.network_id = $1 and h.card_id = c.id and h.language = $2 and h.is_shown
   join card_text t on t.network_id = $1 and t.card_id = c.id and t.is_shown
   where c.network_id = $1 and c.state = 'published' and c.situation = any($3)
   group by t.language order by count(*) desc, t.language`,
);

export type LockedCard = { id: string; situation: string; state: string; pictogram: string | null };

/** Locks a card: whatever changes it or one of its texts waits here, and reads after it. */
export const lockCard = statement<[networkId: string, cardId: string], LockedCard>(
  'lock_card',
  `select id, situation, state, pictogram from communication_card where network_id = $1 and id = $2 for update`,
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

/** Puts the texts of a card into their decks, and takes them out; `shown` are the languages that are in theirs. */
export const settleDecks = statement<
  [networkId: string, cardId: string, shown: readonly string[], at: Date],
  { language: string }
>(
  'settle_card_decks',
  `update card_text set is_shown = language = any($3), changed_at = $4
   where network_id = $1 and card_id = $2 and is_shown is distinct from (language = any($3)) returning language`,
);
