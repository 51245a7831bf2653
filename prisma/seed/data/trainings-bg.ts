import { bgInstitutions } from './institutions-bg.ts';
import { fullDay, type SeedTraining, shortDay } from './training.ts';

const common = {
  network: 'bg-model',
  coordinator: 'coord.bg',
  mode: 'onsite',
  languages: ['bg'],
  audience: 'institution_staff',
} satisfies Partial<SeedTraining>;

type Theme = { code: string; theme: SeedTraining['theme']; trainers: string[]; texts: SeedTraining['texts'] };

const themes: Theme[] = [
  {
    code: 'BG-T1',
    theme: 'empowerment',
    trainers: ['trainer.bg'],
    texts: {
      bg: [
        'Овластяване в ежедневната работа',
        'Как служителите в институциите помагат на хората сами да получат достъп до услуги: крачка по крачка, без да решават вместо тях.',
        [
          'Разпознава какво човек може да направи сам',
          'Съгласува следващата стъпка заедно с човека',
          'Проследява самостоятелния достъп до услуги',
        ],
      ],
      en: [
        'Empowerment in everyday work',
        'How staff of institutions help people get access to services by themselves: step by step, without deciding for them.',
        [
          'See what a person can do alone',
          'Agree on the next step together',
          'Follow up independent access to services',
        ],
      ],
    },
  },
  {
    code: 'BG-T2',
    theme: 'civil_rights',
    trainers: ['trainer2.bg'],
    texts: {
      bg: [
        'Граждански права на бежанци и мигранти',
        'Права и задължения според статута, документи и срокове, и къде се получава правна помощ в областта.',
        ['Познава правата според статута', 'Насочва към правна помощ навреме'],
      ],
      en: [
        'Civil rights of refugees and migrants',
        'Rights and duties by status, documents and deadlines, and where legal help is found in the region.',
        ['Know the rights that go with a status', 'Refer to legal help in time'],
      ],
    },
  },
  {
    code: 'BG-T3',
    theme: 'social_inclusion_refugees',
    trainers: ['trainer.bg', 'trainer.ubb'],
    texts: {
      bg: [
        'Социално включване и интеграция на бежанци',
        'Жилище, училище, работа и съседство: как институциите в един град действат заедно. С примери от друга мрежа.',
        ['Планира включване заедно с други институции', 'Използва примери от други региони'],
      ],
      en: [
        'Social inclusion and integration of refugees',
        'Housing, school, work and neighbourhood: how the institutions of one town act together. With examples from another network.',
        ['Plan inclusion together with other institutions', 'Use examples from other regions'],
      ],
    },
  },
];

type Held = [theme: number, event: 1 | 2, date: string, opens: string, venue: string, confirmed: number];

const held: Held[] = [
  [0, 1, '2022-03-15', '2022-02-14', 'Хасково', 24],
  [0, 2, '2022-10-18', '2022-09-19', 'Стара Загора', 23],
  [1, 1, '2023-02-14', '2023-01-16', 'Харманли', 23],
  [1, 2, '2023-06-13', '2023-05-15', 'Стара Загора', 23],
  [2, 1, '2023-10-17', '2023-09-18', 'Хасково', 23],
  [2, 2, '2024-02-20', '2024-01-22', 'Димитровград', 23],
];

const keys = bgInstitutions.map(({ key }) => key).filter((key) => key !== 'lead-ngo');

/** Two colleagues each from institutions in turn, so that every institution comes to some training. */
function places(turn: number, confirmed: number): [string, number][] {
  const pairs = Array.from(
    { length: Math.ceil(confirmed / 2) },
    (_, index) => keys[(turn * 12 + index) % keys.length] ?? '',
  );
  return pairs.map((key, index) => [key, Math.min(2, confirmed - index * 2)]);
}

export const bgTrainings: SeedTraining[] = [
  ...held.map(([index, event, date, opens, venue, confirmed], turn): SeedTraining => {
    const { code, ...theme } = themes[index] ??
      themes[0] ?? { code: '', theme: 'other' as const, trainers: [], texts: {} };
    return {
      ...common,
      ...theme,
      code: `${code}-${event}`,
      venue,
      capacity: 25,
      quota: 2,
      minutes: 420,
      days: [[date, '09:00–12:30', '13:30–17:00']],
      published: opens,
      opens,
      closes: date,
      // One more than the limit for an institution allows: it waits.
      places: [...places(turn, confirmed), [keys[(turn * 12) % keys.length] ?? '', 1]],
      held: { never: 2, partly: 1 },
    };
  }),
  {
    ...common,
    code: 'BG-T4',
    theme: 'outreach_method',
    mode: 'online',
    venue: 'Online',
    trainers: ['trainer2.bg'],
    languages: ['bg', 'en'],
    visibility: 'network',
    sharedWith: 'soms',
    capacity: 30,
    quota: 2,
    minutes: 210,
    days: [['2024-06-18', '09:30–13:00']],
    published: '2024-04-08',
    opens: '2024-04-10',
    closes: '2024-06-17',
    texts: {
      bg: [
        'Разговор без общ език',
        'Половин ден с комуникационните карти: как се разговаря в спешен случай, когато няма преводач. За членовете на мрежата и на партньорската мрежа.',
        ['Води кратък разговор с карти', 'Знае кога картата не стига'],
      ],
      en: [
        'Talking without a shared language',
        'Half a day with the communication cards: how to talk in an emergency when there is no interpreter. For members of the network and of the partner network.',
        ['Hold a short conversation with cards', 'Know when a card is not enough'],
      ],
      de: [
        'Verständigung ohne gemeinsame Sprache',
        'Ein halber Tag mit den Kommunikationskarten: wie ein Gespräch im Notfall gelingt, wenn niemand dolmetscht. Für Mitglieder des Netzwerks und des Partnernetzwerks.',
        ['Ein kurzes Gespräch mit Karten führen', 'Wissen, wann eine Karte nicht reicht'],
      ],
    },
    places: [
      ['police-harmanli', 2],
      ['hospital-harmanli', 2],
      ['emergency-haskovo', 1],
      ['reception-harmanli', 2],
    ],
  },
  {
    ...common,
    code: 'BG-L1',
    theme: 'campaigns',
    audience: 'leaders',
    venue: 'Харманли',
    trainers: ['trainer.bg'],
    languages: ['bg', 'en'],
    capacity: 16,
    quota: null,
    minutes: 780,
    days: [
      ['2024-06-04', ...fullDay],
      ['2024-06-05', ...fullDay],
    ],
    published: '2024-04-10',
    opens: '2024-04-15',
    closes: '2024-05-31',
    texts: {
      bg: [
        'Кампании, в които хората се включват',
        'Два дни за лидери на общности: от въпрос, който вълнува общността, до малка кампания с ясна цел.',
        ['Формулира целта на кампания', 'Разпределя задачи в екип'],
      ],
      en: [
        'Campaigns that people join',
        'Two days for community leaders: from a question that matters to the community to a small campaign with a clear goal.',
        ['Put the goal of a campaign into words', 'Share out tasks in a team'],
      ],
    },
    places: [],
    selves: ['l01', 'l03', 'l04', 'l07', 'l09', 'l11', 'mentor.k'],
  },
  {
    ...common,
    code: 'BG-T5',
    theme: 'safeguarding',
    venue: 'Стара Загора',
    trainers: ['trainer2.bg'],
    capacity: 25,
    quota: 2,
    minutes: 360,
    days: [['2024-06-11', ...shortDay]],
    published: '2024-04-15',
    opens: '2024-04-18',
    closes: '2024-06-07',
    texts: {
      bg: [
        'Деца без придружител: първите 48 часа',
        'Полиция, болница, закрила на детето и приемателен център упражняват заедно първите две денонощия.',
        ['Познава реда за първите 48 часа', 'Предава случай без загуба на информация'],
      ],
      en: [
        'Unaccompanied children: the first 48 hours',
        'Police, hospital, child protection and reception centre practise the first two days together.',
        ['Know the order of the first 48 hours', 'Hand over a case without losing information'],
      ],
    },
    places: [
      ['child-protection-haskovo', 2],
      ['police-svilengrad', 2],
      ['social-harmanli', 2],
      ['school-harmanli', 1],
    ],
  },
];
