import type { ResourceFields } from '@tessera/core/library/schema.ts';
import type { z } from 'zod';

type Fields = z.input<typeof ResourceFields>;
type Language = Fields['sourceLanguage'];

/** The words of one language; the paragraphs are what its file says. */
type Words = { title: string; description?: string; paragraphs?: string[] };

export type SeedResource = Pick<
  Fields,
  'kind' | 'topics' | 'audiences' | 'visibility' | 'licence' | 'licenceWords'
> & {
  network: string;
  coordinator: string;
  sourceLanguage: Language;
  texts: Partial<Record<Language, Words>>;
  links?: { url: string; label: string; language: Language }[];
  publishedOn: string;
  /** Where it is to be checked on another day than a year later */
  reviewBy?: string;
  /** Partners it is shared with, and what they may make of it */
  shared?: { with: string; rights: 'read' | 'translate' | 'adapt'; creditedAs: string }[];
  /** What a partner reported */
  adopted?: {
    by: string;
    coordinator: string;
    on: string;
    outcome: 'used' | 'adapted' | 'not_used';
    word: string;
  };
};

const soms = {
  network: 'soms',
  coordinator: 'coord.soms',
  sourceLanguage: 'de' as const,
  licence: 'cc-by-4.0' as const,
};
const bg = {
  network: 'bg-model',
  coordinator: 'coord.bg',
  sourceLanguage: 'bg' as const,
  licence: 'cc-by-4.0' as const,
};
const un = {
  network: 'un',
  coordinator: 'coord.un',
  sourceLanguage: 'ro' as const,
  licence: 'cc-by-sa-4.0' as const,
};

/** A selection of the resources that the networks name; what their files say is written for the demo. */
export const resources: SeedResource[] = [
  {
    ...soms,
    kind: 'leaflet',
    topics: ['housing'],
    audiences: ['newcomers', 'families'],
    visibility: 'public',
    publishedOn: '2023-03-14',
    reviewBy: '2024-09-30',
    texts: {
      de: {
        title: 'Wohnung verloren: erste Schritte',
        description: 'Was Sie in den ersten Tagen tun können und wer kostenlos hilft.',
        paragraphs: [
          'Gehen Sie noch heute zur Fachstelle für Wohnungsnotfälle Ihrer Stadt. Die Beratung kostet nichts.',
          'Nehmen Sie alle Briefe mit, auch ungeöffnete. Unterschreiben Sie nichts, was Sie nicht verstehen.',
          'Für die Nacht: Die Stadt muss Menschen ohne Obdach unterbringen, auch ohne deutschen Pass.',
        ],
      },
      bg: {
        title: 'Загуба на жилище: първи стъпки',
        paragraphs: [
          'Отидете още днес в службата за жилищни проблеми във Вашия град. Консултацията е безплатна.',
          'Вземете всички писма, дори неотворените. Не подписвайте нищо, което не разбирате.',
        ],
      },
      ro: {
        title: 'Pierderea locuinței: primii pași',
        paragraphs: [
          'Mergeți chiar astăzi la serviciul pentru urgențe locative din oraș. Consilierea este gratuită.',
          'Luați toate scrisorile, chiar și cele nedeschise. Nu semnați nimic din ce nu înțelegeți.',
        ],
      },
      en: {
        title: 'Losing your flat: first steps',
        paragraphs: [
          'Go to the housing emergency office of your city today. The advice is free.',
          'Take all letters with you, also unopened ones. Sign nothing that you do not understand.',
        ],
      },
      it: {
        title: 'Perdita dell’alloggio: primi passi',
        paragraphs: ['Andate oggi stesso all’ufficio per le emergenze abitative. La consulenza è gratuita.'],
      },
      hr: {
        title: 'Gubitak stana: prvi koraci',
        paragraphs: ['Još danas idite u službu za stambene nužde. Savjetovanje je besplatno.'],
      },
      pl: {
        title: 'Utrata mieszkania: pierwsze kroki',
        paragraphs: ['Już dziś idź do punktu pomocy mieszkaniowej. Porada jest bezpłatna.'],
      },
    },
    shared: [{ with: 'bg-model', rights: 'adapt', creditedAs: 'Social Media Streetwork' }],
    adopted: {
      by: 'bg-model',
      coordinator: 'coord.bg',
      on: '2024-02-12',
      outcome: 'used',
      word: 'Раздаваме я в приемната в Хасково.',
    },
  },
  {
    ...soms,
    kind: 'guideline',
    topics: ['method'],
    audiences: ['advisers'],
    visibility: 'network',
    publishedOn: '2023-01-20',
    reviewBy: '2024-05-31',
    texts: {
      de: {
        title: 'Leitfaden für die Beratung in sozialen Medien',
        description: 'Wie wir in Gruppen antworten, was wir nicht fragen und wann wir weiterverweisen.',
        paragraphs: [
          'Antworten Sie öffentlich und kurz; persönliche Angaben gehören nicht in die Gruppe.',
          'Nennen Sie immer die Stelle, die vor Ort hilft, und das Datum der Auskunft.',
        ],
      },
      en: { title: 'Guideline for advice in social media' },
    },
  },
  {
    ...soms,
    kind: 'netiquette',
    topics: ['method'],
    audiences: ['advisers', 'newcomers'],
    visibility: 'public',
    publishedOn: '2023-01-20',
    texts: {
      de: {
        title: 'Netiquette unserer Beiträge',
        description: 'Welche Regeln unter unseren Antworten gelten.',
        paragraphs: ['Wir antworten freundlich, sachlich und in der Sprache der Frage.'],
      },
      bg: {
        title: 'Нетикет на нашите публикации',
        paragraphs: ['Отговаряме любезно, по същество и на езика на въпроса.'],
      },
      ro: {
        title: 'Netichetă pentru postările noastre',
        paragraphs: ['Răspundem politicos, la obiect și în limba întrebării.'],
      },
    },
  },
  {
    ...soms,
    kind: 'study',
    topics: ['method'],
    audiences: ['institutions', 'advisers'],
    visibility: 'public',
    publishedOn: '2024-01-30',
    texts: {
      de: {
        title: 'Methodenhandbuch aufsuchende Arbeit im Netz',
        description: 'Wie ein Team aufgebaut wird, das Menschen dort berät, wo sie fragen.',
        paragraphs: [
          'Ein Team braucht Sprachen, eine gemeinsame Vorlagensammlung und eine juristische Prüfung.',
          'Gezählt werden Fragen und Themen, nie Personen.',
        ],
      },
      en: {
        title: 'Method handbook: outreach on the net',
        paragraphs: [
          'A team needs languages, shared templates and a legal review.',
          'Count questions and topics, never people.',
        ],
      },
    },
    shared: [{ with: 'bg-model', rights: 'translate', creditedAs: 'Social Media Streetwork' }],
  },
  {
    ...soms,
    kind: 'template',
    topics: ['method'],
    audiences: ['advisers'],
    visibility: 'network',
    publishedOn: '2023-09-05',
    texts: {
      de: {
        title: 'Prüfliste Falschmeldungen',
        description: 'Fünf Fragen, bevor eine Behauptung richtiggestellt wird.',
        paragraphs: ['Wer sagt es? Seit wann gilt es? Wo steht es geschrieben?'],
      },
    },
  },
  {
    ...soms,
    kind: 'report',
    topics: ['housing', 'health', 'training_work'],
    audiences: ['advisers'],
    visibility: 'network',
    publishedOn: '2023-11-02',
    texts: {
      de: {
        title: 'Verweiskarte: Stellen nach Bundesland',
        description: 'Wohin Fragen zu Wohnen, Arbeit und Gesundheit verwiesen werden.',
        paragraphs: ['Nach Bundesland und Sprache geordnet; zuletzt im Herbst geprüft.'],
      },
    },
    links: [
      {
        url: 'https://www.eu-gleichbehandlungsstelle.de/',
        label: 'Gleichbehandlungsstelle EU-Arbeitnehmer',
        language: 'de',
      },
    ],
  },
  {
    ...bg,
    kind: 'leaflet',
    topics: ['health'],
    audiences: ['newcomers', 'families'],
    visibility: 'public',
    publishedOn: '2023-06-15',
    texts: {
      bg: {
        title: 'При лекар: Вашите права',
        description: 'Как се записвате при личен лекар и какво да кажете при спешност.',
        paragraphs: [
          'При спешност се обадете на 112. Помощ получава всеки.',
          'Личен лекар може да изберете с картата си.',
        ],
      },
      en: {
        title: 'At the doctor: your rights',
        paragraphs: ['In an emergency call 112. Everybody gets help.'],
      },
    },
  },
  {
    ...bg,
    kind: 'guideline',
    topics: ['mentoring'],
    audiences: ['leaders'],
    visibility: 'network',
    publishedOn: '2023-10-10',
    texts: {
      bg: {
        title: 'Наръчник за ментори',
        description: 'Първа среща, цели, граници и кога да потърсите помощ.',
        paragraphs: ['Уговорете си място и време, в които и двамата се чувствате сигурни.'],
      },
    },
  },
  {
    ...bg,
    kind: 'form',
    topics: ['safeguarding'],
    audiences: ['institutions'],
    visibility: 'network',
    publishedOn: '2023-11-20',
    texts: {
      bg: {
        title: 'Формуляр за насочване към партньор',
        paragraphs: ['Попълва се само със съгласието на човека.'],
      },
    },
  },
  {
    ...un,
    kind: 'guideline',
    topics: ['participation'],
    audiences: ['institutions'],
    visibility: 'tree',
    publishedOn: '2016-05-20',
    reviewBy: '2017-05-20',
    texts: {
      ro: {
        title: 'Ghid de planificare participativă',
        description: 'Pas cu pas, de la harta riscurilor la strategia adoptată de consiliul local.',
        paragraphs: [
          'Invitați de la început oamenii din localitate, și pe cei care nu vin la ședințe.',
          'Județele Mureș, Harghita și Covasna au câte un exemplu în anexă.',
        ],
      },
      hu: {
        title: 'Útmutató a részvételi tervezéshez',
        description: 'Lépésről lépésre, a kockázati térképtől az elfogadott stratégiáig.',
        paragraphs: [
          'Hívja meg kezdettől fogva a helyieket, azokat is, akik nem járnak gyűlésekre.',
          'Maros, Hargita és Kovászna megyéből egy-egy példa van a mellékletben.',
        ],
      },
    },
    shared: [{ with: 'bg-model', rights: 'adapt', creditedAs: 'Rețeaua United Networks' }],
    adopted: {
      by: 'bg-model',
      coordinator: 'coord.bg',
      on: '2024-03-04',
      outcome: 'adapted',
      word: 'Използвахме стъпките за среща с доброволци.',
    },
  },
  {
    ...un,
    kind: 'template',
    topics: ['participation'],
    audiences: ['institutions'],
    visibility: 'tree',
    publishedOn: '2016-06-10',
    texts: {
      ro: {
        title: 'Model de fișă de proiect',
        paragraphs: ['O pagină: problema, oamenii, pașii, costurile.'],
      },
      hu: {
        title: 'Projektlap-sablon',
        paragraphs: ['Egy oldal: a gond, az emberek, a lépések, a költségek.'],
      },
    },
  },
  {
    ...un,
    kind: 'study',
    topics: ['other'],
    audiences: ['institutions'],
    visibility: 'public',
    publishedOn: '2016-11-15',
    texts: {
      ro: {
        title: 'Harta riscurilor sociale în trei județe',
        description: 'Ce arată indicatorii pentru 214 unități teritoriale și cum se citesc.',
        paragraphs: ['Clasele: risc scăzut, moderat, ridicat și zone marginalizate.'],
      },
      hu: {
        title: 'Társadalmi kockázatok térképe három megyében',
        paragraphs: ['Osztályok: alacsony, mérsékelt, magas és marginalizált.'],
      },
    },
  },
];
