/** How many resources all libraries hold together. A tenth each is the measured network's own and shared with it. */
export type LibrarySize = { resources: number; own: number };

/** Those of whom the measured network reads shares, by their numbers. */
const PARTNERS = [2, 3, 4, 5];

/** In one of two resources in every language of Latin letters, and in none but those in Bulgarian. */
export const commonWords = ['forum', 'manual'];

// A rare word stands in so many texts, and in a few files.
const TEXTS_OF_RARE = 40;

/** What a resource is about, in ten languages. */
const vocabulary: Record<string, string> = {
  en: 'housing residence permit family benefits health insurance school childcare language course labour law contract volunteer municipality consultation rights participation',
  de: 'Wohnung Aufenthalt Erlaubnis Familie Leistungen Gesundheit Versicherung Schule Kinderbetreuung Sprachkurs Arbeitsrecht Vertrag Ehrenamt Gemeinde Beratung Rechte Teilhabe',
  ro: 'locuință ședere permis familie prestații sănătate asigurare școală grădiniță limbă curs dreptul muncii contract voluntar primărie consultare drepturi participare',
  sl: 'stanovanje prebivanje dovoljenje družina prejemki zdravje zavarovanje šola vrtec jezik tečaj delovno pravo pogodba prostovoljec občina posvet pravice udeležba',
  bg: 'жилище пребиваване разрешение семейство помощи здраве осигуряване училище детска градина език курс трудово право договор доброволец община консултация права участие',
  hu: 'lakhatás tartózkodás engedély család juttatások egészség biztosítás iskola óvoda nyelv tanfolyam munkajog szerződés önkéntes önkormányzat tanácsadás jogok részvétel',
  fi: 'asuminen oleskelu lupa perhe etuudet terveys vakuutus koulu päiväkoti kieli kurssi työoikeus sopimus vapaaehtoinen kunta neuvonta oikeudet osallistuminen',
  pt: 'habitação residência autorização família prestações saúde seguro escola creche língua curso direito trabalho contrato voluntário município consulta direitos participação',
  pl: 'mieszkanie pobyt zezwolenie rodzina świadczenia zdrowie ubezpieczenie szkoła przedszkole język kurs prawo pracy umowa wolontariusz gmina konsultacje prawa uczestnictwo',
  it: 'alloggio soggiorno permesso famiglia prestazioni salute assicurazione scuola asilo lingua corso diritto lavoro contratto volontario comune consultazione diritti partecipazione',
};
const libraryLanguages = Object.keys(vocabulary);

/** The statements that fill the libraries: resources, their words, and for every fifth of them a file that has been read. */
export function librarySteps(
  { resources, own }: LibrarySize,
  networks: number,
  now: string,
): { what: string; sql: string }[] {
  const words = Object.values(vocabulary)
    .map((each) => `'${each}'`)
    .join(', ');
  // Some words of a language, which ones depends on the resource.
  const some = (salt: string, count: number) =>
    `(select string_agg(v.words[1 + (('x' || substr(md5(n || '${salt}' || i), 1, 7))::bit(28)::int % cardinality(v.words))], ' ')
      from generate_series(1, ${count}) i)`;
  const rare = resources / TEXTS_OF_RARE;
  const partner = `(array[${PARTNERS.join(', ')}])[1 + n % ${PARTNERS.length}]`;
  const network = `case when n <= ${own} then 1 when n <= ${2 * own} then ${partner} else 2 + n % ${networks - 1} end`;
  return [
    {
      what: `${resources} resources in ${libraryLanguages.length} languages, and what is in their files`,
      sql: `
        create function pg_temp.rare(n bigint) returns text language sql immutable as $$
          select string_agg((array['ba','ke','ri','mo','zu','fan','tel','dor','gis','pum','va','xo','nir','lus','cha','wy'])
            [1 + ('x' || substr(md5('rare' || n), i, 1))::bit(4)::int], '') from generate_series(1, 4) i $$;
        create temp table planned as
        select n, w, v.language, v.words, n % 40 = 0 as is_draft, pg_temp.rare(n % ${rare}) as rare,
          array[pg_temp.id('network', w)] || case when n > ${own} and n <= ${2 * own} then array[pg_temp.id('network', 1)] else '{}' end as listed_by,
          case when n % 2 = 0 then ' forum' else '' end || case when n % 3 = 0 then ' manual' else '' end as common
        from (select n, ${network} as w from generate_series(1, ${resources}) n) r
        join (select l.place, l.language, string_to_array(t.words, ' ') as words
          from unnest('{${libraryLanguages.join(',')}}'::text[]) with ordinality l(language, place)
          join unnest(array[${words}]) with ordinality t(words, place) using (place)) v on v.place = 1 + (n / 7) % ${libraryLanguages.length};
        insert into resource (id, network_id, kind, state, visibility, source_language, topics, audiences, licence, languages,
          review_by, checked_on, created_at, changed_at, published_at)
        select pg_temp.id('resource', n), pg_temp.id('network', w), (array['guideline','leaflet','video','form','template','study'])[1 + n % 6],
          case when is_draft then 'draft' else 'published' end, 'network', language,
          array[(array['housing','family','health','language','participation'])[1 + n % 5], 'method'],
          array[(array['newcomers','leaders','advisers'])[1 + n % 3]], 'cc-by-4.0', array[language],
          '2027-01-01', '2026-01-01', '${now}'::timestamptz - n * interval '1 minute', '${now}', '${now}'::timestamptz - n * interval '1 minute'
        from planned;
        insert into resource_text (network_id, resource_id, language, title, description, source_version, listed_by, folded_title, folded, stems)
        select t.network_id, t.resource_id, t.language, t.title, t.description, 1, t.listed_by, app.fold(t.title),
          app.fold(t.title || ' ' || t.description), to_tsvector(app.stemmer(t.language), t.title || ' ' || t.description)
        from (select pg_temp.id('network', w) as network_id, pg_temp.id('resource', n) as resource_id, language, listed_by,
            ${some('title', 3)} || case when n % 4 = 0 then common else '' end as title,
            ${some('text', 14)} || ' ' || rare || case when n % 4 = 0 or language = 'bg' then '' else common end as description
          from planned v) t;
        insert into stored_file (id, network_id, kind, name, mime, size, sha256, storage_key, created_at)
        select pg_temp.id('file', n), pg_temp.id('network', w), 'resource_file', n || '.pdf', 'application/pdf', 1000,
          md5('file' || n), 'bench/' || n, '${now}' from planned where n % 5 = 1;
        insert into resource_item (id, network_id, resource_id, position, from_version, language, label, file_id)
        select pg_temp.id('item', n), pg_temp.id('network', w), pg_temp.id('resource', n), 0, 1, language, n || '.pdf',
          pg_temp.id('file', n) from planned where n % 5 = 1;
        insert into resource_words (network_id, item_id, resource_id, language, state, words, listed_by, folded, stems)
        select f.network_id, f.item_id, f.resource_id, f.language, 'read', f.words, f.listed_by, app.fold(f.words),
          to_tsvector(app.stemmer(f.language), f.words)
        from (select pg_temp.id('network', w) as network_id, pg_temp.id('item', n) as item_id, pg_temp.id('resource', n) as resource_id,
            language, listed_by, ${some('file', 120)} || ' ' || pg_temp.rare((n * 7) % ${rare}) as words
          from planned v where n % 5 = 1) f;
        insert into network_link (id, network_id, other_network_id, shared_modules, state, accepted_at)
        select pg_temp.id('link', l.n * 2 + l.other), pg_temp.id('network', l.n), pg_temp.id('network', l.other), '{resources}',
          'accepted', '2026-01-01'
        from unnest('{${PARTNERS.join(',')}}'::int[]) p cross join lateral (values (p, 1), (1, p)) l(n, other);
        insert into share (id, network_id, recipient_network_id, object_kind, object_id)
        select pg_temp.id('share', n), pg_temp.id('network', w), pg_temp.id('network', 1), 'resource', pg_temp.id('resource', n)
        from planned where n > ${own} and n <= ${2 * own};
        insert into library_word (network_id, word)
        select distinct x.network_id, w from resource_text x cross join lateral app.words_of(x.folded) w;
        drop table planned`,
    },
  ];
}
