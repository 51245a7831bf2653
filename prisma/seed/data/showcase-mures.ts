import { type SeedTraining, shortDay } from './training.ts';

const common = {
  network: 'un-ms-1',
  coordinator: 'coord.mures',
  trainers: ['trainer.un'],
  mode: 'onsite',
  languages: ['ro', 'hu'],
  audience: 'institution_staff',
  quota: null,
  minutes: 360,
  places: [],
} satisfies Partial<SeedTraining>;

/** A week ago, half of it online: each kind of proof stands beside it. */
export const proven: SeedTraining = {
  ...common,
  code: 'MS1-T2',
  theme: 'safeguarding',
  mode: 'hybrid',
  venue: 'Ernei / Nagyernye, online',
  joinUrl: 'https://meet.example/ms1-t2',
  capacity: 10,
  days: [['2017-01-24', ...shortDay]],
  published: '2016-12-12',
  opens: '2016-12-14',
  closes: '2017-01-20',
  texts: {
    en: [
      'After the home visit: report and follow up',
      'In the morning in Ernei, in the afternoon online: from the visit to a report that others can work with.',
      ['Write a report of one page', 'Agree on who follows up'],
    ],
    ro: [
      'După vizita la domiciliu: raport și urmărire',
      'Dimineața la Ernei, după-amiaza online: de la vizită la un raport cu care pot lucra și alții.',
      ['Redactează un raport de o pagină', 'Stabilește cine urmărește cazul'],
    ],
    hu: [
      'A családlátogatás után: jelentés és utánkövetés',
      'Délelőtt Nagyernyén, délután online: a látogatástól a jelentésig, amellyel mások is dolgozni tudnak.',
      ['Egyoldalas jelentés írása', 'Megállapodás arról, ki követi az ügyet'],
    ],
  },
};

const talk = {
  ...common,
  theme: 'empowerment',
  venue: 'Band / Mezőbánd',
  capacity: 3,
  published: '2017-01-23',
  opens: '2017-01-25',
  texts: {
    en: [
      'Listening to people in a hard time',
      'A day of practice in a small group; it is given twice, and either date will do.',
      ['Keep a conversation open', 'Know when to pass it on'],
    ],
    ro: [
      'Ascultarea persoanelor într-o perioadă grea',
      'O zi de exerciții în grup mic; se ține de două ori și oricare dată este potrivită.',
      ['Menține deschisă o conversație', 'Știe când să o transmită mai departe'],
    ],
    hu: [
      'Meghallgatás nehéz időszakban',
      'Egy nap gyakorlat kis csoportban; kétszer tartjuk, bármelyik időpont megfelel.',
      ['A beszélgetés nyitva tartása', 'Annak ismerete, mikor kell továbbadni'],
    ],
  },
} satisfies Partial<SeedTraining>;

/** Twice the same, both full: whoever waits can wait for either. */
export const eitherDate: [SeedTraining, SeedTraining] = [
  {
    ...talk,
    code: 'MS1-T3',
    days: [['2017-03-30', ...shortDay]],
    closes: '2017-03-27',
    places: [
      ['band', 2],
      ['ernei', 1],
    ],
  },
  {
    ...talk,
    code: 'MS1-T4',
    days: [['2017-04-06', ...shortDay]],
    closes: '2017-04-03',
    places: [
      ['ernei', 2],
      ['band', 1],
    ],
  },
];
export const waitsForEither = 'panet';

/** Asks what people bring along, and the coordinator decides who comes. */
export const decided: SeedTraining = {
  ...common,
  code: 'MS1-T5',
  theme: 'conflict_resolution',
  venue: 'Pănet / Mezőpanit',
  capacity: 8,
  days: [['2017-04-20', ...shortDay]],
  published: '2017-01-16',
  opens: '2017-01-18',
  closes: '2017-04-13',
  texts: {
    en: [
      'A case from your own work',
      'Everyone brings a case. The coordinator puts the group together so that the cases fit.',
      ['See a case with the eyes of others', 'Take one next step home'],
    ],
    ro: [
      'Un caz din propria activitate',
      'Fiecare aduce un caz. Coordonatorul alcătuiește grupul astfel încât cazurile să se potrivească.',
      ['Privește un caz cu ochii altora', 'Pleacă acasă cu un pas următor'],
    ],
    hu: [
      'Egy eset a saját munkából',
      'Mindenki hoz egy esetet. A koordinátor úgy állítja össze a csoportot, hogy az esetek összeilljenek.',
      ['Egy eset mások szemével', 'Egy következő lépés hazavitele'],
    ],
  },
};

export const ownQuestions = [
  {
    name: 'case_about',
    kind: 'choice',
    isRequired: true,
    texts: {
      en: { text: 'What is your case about?', choices: 'Family\nSchool\nHousing' },
      ro: { text: 'Despre ce este cazul dumneavoastră?', choices: 'Familie\nȘcoală\nLocuință' },
      hu: { text: 'Miről szól az Ön esete?', choices: 'Család\nIskola\nLakhatás' },
    },
  },
  {
    name: 'hoped_for',
    kind: 'text',
    isRequired: false,
    texts: {
      en: { text: 'What do you hope to take home?' },
      ro: { text: 'Cu ce sperați să plecați acasă?' },
      hu: { text: 'Mit szeretne hazavinni?' },
    },
  },
] as const;

type Asking = [
  institution: string,
  answers: Record<string, string[]>,
  decision: 'approve' | 'reject' | null,
  reason: string,
];

/** Who asks to come, with their answers, and what the coordinator decides; the last one still waits for it. */
export const askedFor: Asking[] = [
  ['band', { case_about: ['c1'], hoped_for: ['Un pas pe care să îl încerc luni.'] }, 'approve', ''],
  [
    'ernei',
    { case_about: ['c1'] },
    'reject',
    'Două cazuri asemănătoare într-un grup mic: vă propunem data din toamnă.',
  ],
  ['panet', { case_about: ['c2'], hoped_for: ['Hogy más szemmel lássam.'] }, null, ''],
];
