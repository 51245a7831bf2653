import type { NewNetwork } from '@tessera/core/networks/schema.ts';
import type { z } from 'zod';

/** A network of the demo as the sources draw it; `today` is the day at which its story stands. */
export type SeedNetwork = Omit<z.input<typeof NewNetwork>, 'clockOffset' | 'isDemo' | 'texts'> & {
  texts: Record<string, [name: string, summary: string]>;
};

/** The day at which the story of a network and its children stands, and the zone in which that day is meant. */
export const today: Record<string, string> = {
  soms: '2024-06-11',
  involvim: '2026-06-30',
  'bg-model': '2024-04-30',
  un: '2017-01-31',
};

/** Parents before children. */
export const networks: SeedNetwork[] = [
  {
    code: 'soms',
    kind: 'outreach',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    accent: '#3d6b9e',
    defaultLanguage: 'de',
    interfaceLanguages: ['de', 'en', 'ro', 'bg', 'it', 'hr', 'pl'],
    contentLanguages: ['bg', 'de', 'en', 'hr', 'it', 'pl', 'ro'],
    texts: {
      de: [
        'Social Media Streetwork',
        'Beratung dort, wo Menschen fragen: Beraterinnen und Berater antworten in sozialen Medien auf Fragen von Zugewanderten aus EU-Staaten, in sieben Sprachen. Sie informieren zu Wohnen, Arbeit, Familie und Leistungen und verweisen an Angebote vor Ort.',
      ],
      en: [
        'Social Media Streetwork',
        'Advice where people ask: advisers answer questions from newcomers from EU countries in social media, in seven languages. They inform about housing, work, family and benefits, and refer people to services nearby.',
      ],
      ro: [
        'Social Media Streetwork',
        'Consiliere acolo unde oamenii întreabă: consilierii răspund pe rețelele sociale la întrebările persoanelor venite din alte state UE, în șapte limbi. Ei informează despre locuință, muncă, familie și prestații și îndrumă către servicii locale.',
      ],
      bg: [
        'Social Media Streetwork',
        'Съвет там, където хората питат: консултанти отговарят в социалните мрежи на въпроси на новодошли от държави от ЕС, на седем езика. Те информират за жилище, работа, семейство и помощи и насочват към услуги наблизо.',
      ],
    },
  },
  {
    code: 'involvim',
    kind: 'partnership',
    country: null,
    timeZone: 'Europe/Helsinki',
    accent: '#5b5ea6',
    defaultLanguage: 'en',
    interfaceLanguages: ['en', 'fi', 'pt', 'pl', 'sl'],
    contentLanguages: ['en'],
    texts: {
      en: [
        'INVOLVIM partnership',
        'Five European regions learn from each other how informal and voluntary services can include immigrants who are often overlooked: people who work, domestic workers, pensioners.',
      ],
      sl: [
        'Partnerstvo INVOLVIM',
        'Pet evropskih regij se uči druga od druge, kako lahko neformalne in prostovoljske storitve vključijo pogosto spregledane priseljence: zaposlene, gospodinjske delavke in delavce, upokojence.',
      ],
    },
  },
  {
    code: 'inv-fi',
    kind: 'regional',
    parentCode: 'involvim',
    country: 'FI',
    timeZone: 'Europe/Helsinki',
    accent: '#2f7f8f',
    defaultLanguage: 'fi',
    interfaceLanguages: ['fi', 'en'],
    contentLanguages: ['fi', 'en', 'uk', 'ar', 'ru'],
    texts: {
      fi: [
        'Etelä-Pohjanmaa',
        'Kunnat, järjestöt, seurakunnat ja työnantajat kehittävät yhdessä matalan kynnyksen palveluja maahanmuuttajille. Etelä-Pohjanmaan liitto johtaa kumppanuutta.',
      ],
      en: [
        'South Ostrobothnia',
        'Municipalities, associations, parishes and employers develop easy-to-reach services for immigrants together. The Regional Council of South Ostrobothnia leads the partnership.',
      ],
    },
  },
  {
    code: 'inv-pt',
    kind: 'municipal',
    parentCode: 'involvim',
    country: 'PT',
    timeZone: 'Europe/Lisbon',
    accent: '#b0633a',
    defaultLanguage: 'pt',
    interfaceLanguages: ['pt', 'en'],
    contentLanguages: ['pt', 'en', 'uk', 'hi', 'fr'],
    texts: {
      pt: [
        'Fundão',
        'O município, empregadores, escolas e associações acolhem quem chega para trabalhar: casa, língua, tempos livres e contactos no dia a dia.',
      ],
      en: [
        'Fundão',
        'The municipality, employers, schools and associations welcome people who come to work: housing, language, leisure and everyday contacts.',
      ],
    },
  },
  {
    code: 'inv-pl',
    kind: 'municipal',
    parentCode: 'involvim',
    country: 'PL',
    timeZone: 'Europe/Warsaw',
    accent: '#a8485c',
    defaultLanguage: 'pl',
    interfaceLanguages: ['pl', 'en'],
    contentLanguages: ['pl', 'uk', 'ru', 'en'],
    texts: {
      pl: [
        'Płock',
        'Miasto, ośrodki edukacyjne, parafie i organizacje pozarządowe łączą wolontariat z pomocą dla nowych mieszkanek i mieszkańców.',
      ],
      en: [
        'Płock',
        'The city, education centres, parishes and NGOs bring volunteering and support for new residents together.',
      ],
    },
  },
  {
    code: 'inv-si',
    kind: 'municipal',
    parentCode: 'involvim',
    country: 'SI',
    timeZone: 'Europe/Ljubljana',
    accent: '#4d8a4a',
    defaultLanguage: 'sl',
    interfaceLanguages: ['sl', 'en'],
    contentLanguages: ['sl', 'bs', 'sq', 'en'],
    texts: {
      sl: [
        'Litija',
        'Občina, Izobraževalni center Geoss, delodajalci in društva razvijajo neformalne storitve za priseljence: pomoč pri jeziku, stanovanju, izobraževanju in prostem času.',
      ],
      en: [
        'Litija',
        'The municipality, the Education Centre Geoss, employers and associations develop informal services for immigrants: help with language, housing, education and leisure.',
      ],
    },
  },
  {
    code: 'inv-ie',
    kind: 'county',
    parentCode: 'involvim',
    country: 'IE',
    timeZone: 'Europe/Dublin',
    accent: '#7a6a2e',
    defaultLanguage: 'en',
    interfaceLanguages: ['en'],
    contentLanguages: ['en', 'pl', 'pt', 'uk', 'ar'],
    texts: {
      en: [
        'Louth',
        'The county council, employers, schools, parishes and community groups offer conversation circles, advice and activities for people who have moved to the county.',
      ],
    },
  },
  {
    code: 'bg-model',
    kind: 'regional',
    country: 'BG',
    timeZone: 'Europe/Sofia',
    accent: '#9a5a8a',
    defaultLanguage: 'bg',
    interfaceLanguages: ['bg', 'en'],
    contentLanguages: ['bg', 'en', 'ar', 'fa', 'prs', 'ps', 'kmr', 'uk'],
    texts: {
      bg: [
        'Регионален модел за овластяване на уязвими бежанци и мигранти, търсещи закрила в страната',
        'Институции, организации, ментори и лидери на общности работят заедно, за да получат бежанците и мигрантите достъп до здравни, социални, културни и образователни услуги.',
      ],
      en: [
        'Regional model for empowering vulnerable refugees and migrants',
        'Institutions, organisations, mentors and community leaders work together so that refugees and migrants get access to health, social, cultural and educational services.',
      ],
    },
  },
  {
    code: 'un',
    kind: 'regional',
    country: 'RO',
    timeZone: 'Europe/Bucharest',
    accent: '#8c4a32',
    defaultLanguage: 'ro',
    interfaceLanguages: ['ro', 'hu', 'en'],
    contentLanguages: ['ro', 'hu', 'en'],
    texts: {
      ro: [
        'United Networks',
        'O rețea regională și șase rețele județene din Mureș, Harghita și Covasna previn excluziunea socială: primării, direcții județene, școli, ONG-uri, parohii și firme învață și planifică împreună.',
      ],
      hu: [
        'United Networks',
        'Egy regionális és hat megyei hálózat dolgozik Maros, Hargita és Kovászna megyében a társadalmi kirekesztés ellen: önkormányzatok, megyei igazgatóságok, iskolák, civil szervezetek, egyházközségek és cégek tanulnak és terveznek együtt.',
      ],
      en: [
        'United Networks',
        'One regional and six county networks in Mureș, Harghita and Covasna work against social exclusion: municipalities, county directorates, schools, NGOs, parishes and firms learn and plan together.',
      ],
    },
  },
  ...[
    county(
      'un-ms-1',
      '#b5792a',
      ['Mureș', 'Maros', 'Mureș'],
      1,
      'Band, Ernei, Pănet',
      'Mezőbánd, Nagyernye, Mezőpanit',
    ),
    county(
      'un-ms-2',
      '#6f8a2f',
      ['Mureș', 'Maros', 'Mureș'],
      2,
      'Bahnea, Gănești, Deda',
      'Bonyha, Vámosgálfalva, Déda',
    ),
    county(
      'un-hr-1',
      '#2f6f5e',
      ['Harghita', 'Hargita', 'Harghita'],
      1,
      'Corund, Dealu, Zetea, Șimonești',
      'Korond, Oroszhegy, Zetelaka, Siménfalva',
    ),
    county(
      'un-hr-2',
      '#4a7fb0',
      ['Harghita', 'Hargita', 'Harghita'],
      2,
      'Sânmartin, Remetea',
      'Csíkszentmárton, Gyergyóremete',
    ),
    county(
      'un-cv-1',
      '#7d5fb0',
      ['Covasna', 'Kovászna', 'Covasna'],
      1,
      'Zăbala, Ghelința, Ojdula',
      'Zabola, Gelence, Ozsdola',
    ),
    county(
      'un-cv-2',
      '#b0506f',
      ['Covasna', 'Kovászna', 'Covasna'],
      2,
      'Bățani, Vâlcele, Dobârlău',
      'Nagybacon, Előpatak, Dobolló',
    ),
  ],
];

function county(
  code: string,
  accent: string,
  [ro, hu, en]: [string, string, string],
  number: number,
  placesRo: string,
  placesHu: string,
): SeedNetwork {
  return {
    code,
    kind: 'county',
    parentCode: 'un',
    country: 'RO',
    timeZone: 'Europe/Bucharest',
    accent,
    defaultLanguage: 'ro',
    interfaceLanguages: ['ro', 'hu', 'en'],
    contentLanguages: ['ro', 'hu'],
    texts: {
      ro: [
        `Rețeaua județeană ${ro} ${number}`,
        `Instituții și organizații locale din județul ${ro} lucrează împreună pentru copii, tineri și familii. Comune: ${placesRo}.`,
      ],
      hu: [
        `${hu} megyei hálózat ${number}`,
        `${hu} megyei intézmények és helyi szervezetek dolgoznak együtt a gyermekekért, a fiatalokért és a családokért. Községek: ${placesHu}.`,
      ],
      en: [
        `${en} county network ${number}`,
        `Institutions and local organisations in ${en} county work together for children, young people and families. Municipalities: ${placesRo}.`,
      ],
    },
  };
}

/** The operators' own network; its people see counts and health, never content. */
export const platformNetwork: SeedNetwork = {
  code: 'platform',
  kind: 'platform',
  country: null,
  timeZone: 'Europe/Berlin',
  accent: '#4a5568',
  defaultLanguage: 'en',
  interfaceLanguages: ['en'],
  contentLanguages: ['en'],
  texts: { en: ['Tessera', ''] },
};

/** Partner networks; sharing is possible between them. */
export const partnerLinks: [string, string, sharedModules: string[]][] = [
  ['bg-model', 'soms', ['trainings', 'resources']],
  ['un', 'bg-model', ['trainings', 'resources']],
  // For the transnational exchange of soms, in which five countries take part.
  ['soms', 'involvim', ['trainings']],
  ...pairs(['inv-fi', 'inv-pt', 'inv-pl', 'inv-si', 'inv-ie']).map(
    ([one, other]): [string, string, string[]] => [one, other, ['trainings', 'resources']],
  ),
];

function pairs(codes: string[]): [string, string][] {
  return codes.flatMap((one, index) => codes.slice(index + 1).map((other): [string, string] => [one, other]));
}
