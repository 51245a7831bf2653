import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Reader } from './p10.ts';
import type { Count } from './report.ts';

const least = 0.9;

/** What is in the library, and how people write it: without marks, in another form, with a letter that is wrong or lacks. */
const labelled: { language: string; title: string; asked: string[] }[] = [
  {
    language: 'ro',
    title: 'Ghid pentru județul Harghita',
    asked: ['Hagita', 'harghita', 'Hargita', 'ghidul Harghita'],
  },
  {
    language: 'ro',
    title: 'Sprijin pentru familii în Mureș',
    asked: ['Mures', 'Mureş', 'Maros', 'Mureșului'],
  },
  {
    language: 'ro',
    title: 'Recunoașterea diplomelor străine',
    asked: ['recunoasterea', 'diplomă', 'recunoastrea', 'străină diploma'],
  },
  {
    language: 'hu',
    title: 'Szülői értekezletek előkészítése',
    asked: ['szuloi', 'értekezlet', 'ertekezleteken', 'elokeszites'],
  },
  {
    language: 'bg',
    title: 'Признаване на чуждестранни дипломи',
    asked: ['диплома', 'дипломите', 'признаванне', 'чуждестранните'],
  },
  {
    language: 'fi',
    title: 'Vuokrasopimuksen tekeminen',
    asked: ['vuokrasopimus', 'vuokrasopimusta', 'vuokrasopimukset', 'tekemisen'],
  },
  {
    language: 'pl',
    title: 'Wynajmowanie pokoju w Łodzi',
    asked: ['lodzi', 'Łódź', 'wynajmowania', 'wynajmowane pokoje'],
  },
  {
    language: 'sl',
    title: 'Zdravstvena izkaznica za otroke',
    asked: ['izkaznico', 'zdravstvene', 'zdravstevna', 'otrok'],
  },
  {
    language: 'pt',
    title: 'Inscrição dos filhos na escola pública',
    asked: ['inscricao', 'inscrições', 'incrição', 'públicas filhos'],
  },
  {
    language: 'it',
    title: 'Ricongiungimento con i genitori',
    asked: ['ricongiungimenti', 'ricongiungimeto', 'genitore', 'genitrice ricongiunto'],
  },
  {
    language: 'de',
    title: 'Anerkennung ausländischer Abschlüsse',
    asked: ['Abschluss', 'auslandische', 'Anerkenung', 'Abschlüssen anerkannt'],
  },
  {
    language: 'en',
    title: 'Reporting a hate crime to the police',
    asked: ['report crimes', 'polise', 'hate-crime', 'reported'],
  },
];

/** How many of the labelled resources stand among the first 20 that are found for them. They are gone afterwards. */
export async function recallOf(admin: pg.Client, { networkId, code, call }: Reader): Promise<Count> {
  const ids = labelled.map(() => randomUUID());
  const missed: string[] = [];
  let asked = 0;
  await admin.query(
    `with made as (insert into resource (id, network_id, kind, state, source_language, licence, languages, topics, audiences,
         review_by, checked_on, created_at, changed_at, published_at)
       select r.id, $1, 'leaflet', 'published', r.language, 'cc-by-4.0', array[r.language], '{}', '{}', '2027-01-01', '2026-01-01',
         now(), now(), now() from unnest($2::uuid[], $3::text[]) r(id, language) returning id)
     select count(*) from made`,
    [networkId, ids, labelled.map(({ language }) => language)],
  );
  try {
    await admin.query(
      `insert into resource_text (network_id, resource_id, language, title, source_version)
       select $1, r.id, r.language, r.title, 1 from unnest($2::uuid[], $3::text[], $4::text[]) r(id, language, title)`,
      [networkId, ids, labelled.map(({ language }) => language), labelled.map(({ title }) => title)],
    );
    for (const [at, { asked: queries }] of labelled.entries())
      for (const q of queries) {
        asked++;
        const { resources } = await call.library.list({ network: code, q });
        if (!resources.slice(0, 20).some(({ id }) => id === ids[at])) missed.push(q);
      }
  } finally {
    await admin.query('delete from resource where network_id = $1 and id = any($2)', [networkId, ids]);
    await admin.query(
      `delete from library_word w where w.network_id = $1 and w.word in (select app.words_of(app.fold(t)) from unnest($2::text[]) t)
         and not exists (select from resource_text x where x.network_id = $1 and x.folded like '%' || w.word || '%')`,
      [networkId, labelled.map(({ title }) => title)],
    );
  }
  const recall = (asked - missed.length) / asked;
  return {
    id: 'P10',
    what: `recall@20 of ${asked} labelled searches${missed.length > 0 ? `, missed: ${missed.join(', ')}` : ''}`,
    value: recall.toFixed(3),
    bar: `≥ ${least}`,
    isMet: recall >= least,
  };
}
