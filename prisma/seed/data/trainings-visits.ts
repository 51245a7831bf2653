import { ownOrigin } from '@tessera/core/seats/rules.ts';
import { fullDay, type SeedTraining, shortDay } from './training.ts';

const regions = {
  'inv-fi': ['council-fi', 'fi-social-seinajoki'],
  'inv-pt': ['fundao', 'pt-social-fundao'],
  'inv-pl': ['plock', 'pl-school-plock'],
  'inv-si': ['litija', 'geoss'],
  'inv-ie': ['louth', 'ie-ngo-blackrock'],
} as const;
type Region = keyof typeof regions;
const codes = Object.keys(regions) as Region[];

type Visit = {
  network: Region;
  tag: string;
  coordinator: string;
  trainer: string;
  place: string;
  days: [first: string, second: string];
  published: string;
  opens: string;
  closes: string;
  title: string;
  summary: string;
  local?: [language: string, title: string, summary: string];
  takeaways?: SeedTraining['takeaways'];
};

const outcomes = ['Know two informal services of the host region', 'Choose what the own region can adopt'];

const visits: Visit[] = [
  {
    network: 'inv-fi',
    tag: 'FI',
    coordinator: 'coord.fi',
    trainer: 'trainer.fi',
    place: 'Seinäjoki',
    days: ['2024-10-15', '2024-10-16'],
    published: '2024-08-19',
    opens: '2024-08-26',
    closes: '2024-10-11',
    title: 'Study visit to South Ostrobothnia: volunteers beside employers',
    summary:
      'Two days with employers and associations that find homes, hobbies and language partners for new workers.',
    local: [
      'fi',
      'Opintovierailu Etelä-Pohjanmaalle: vapaaehtoiset työnantajien rinnalla',
      'Kaksi päivää työnantajien ja yhdistysten luona, jotka etsivät uusille työntekijöille koteja, harrastuksia ja kielikavereita.',
    ],
    takeaways: [
      [
        'inv-si',
        'geoss',
        'Employers name one person who helps with housing in the first month.',
        'A contact person for housing in two companies of Litija',
        '2025-03-31',
      ],
      [
        'inv-pl',
        'plock',
        'Hobby groups keep two places free for newcomers.',
        'Two free places in each sports group of the city',
        '2025-06-30',
      ],
      [
        'inv-fi',
        'council-fi',
        'Guests asked for one page that explains who offers what.',
        'One page in four languages for new workers',
        '2025-02-28',
      ],
    ],
  },
  {
    network: 'inv-pt',
    tag: 'PT',
    coordinator: 'coord.pt',
    trainer: 'trainer.pt',
    place: 'Fundão',
    days: ['2025-04-08', '2025-04-09'],
    published: '2025-02-10',
    opens: '2025-02-17',
    closes: '2025-04-04',
    title: 'Study visit to Fundão: a migration centre in a small town',
    summary:
      'Two days in the reception centre, in a school and on a farm: how a town of nine thousand welcomes workers.',
    local: [
      'pt',
      'Visita de estudo ao Fundão: um centro de migrações numa cidade pequena',
      'Dois dias no centro de acolhimento, numa escola e numa exploração agrícola.',
    ],
    takeaways: [
      [
        'inv-ie',
        'louth',
        'One desk answers for housing, papers and school on the same day.',
        'A shared desk in Dundalk on Thursdays',
        '2025-10-31',
      ],
      [
        'inv-fi',
        'council-fi',
        'A welcome kit is given by the employer, not by the town.',
        'A kit for the seasonal workers of 2026',
        '2026-04-30',
      ],
    ],
  },
  {
    network: 'inv-pl',
    tag: 'PL',
    coordinator: 'coord.pl',
    trainer: 'trainer.pl',
    place: 'Płock',
    days: ['2025-10-14', '2025-10-15'],
    published: '2025-08-18',
    opens: '2025-08-25',
    closes: '2025-10-10',
    title: 'Study visit to Płock: schools and parishes as meeting places',
    summary:
      'Two days in a school, a parish and a sports club: language cafés, family weekends, and who keeps them running.',
    local: [
      'pl',
      'Wizyta studyjna w Płocku: szkoły i parafie jako miejsca spotkań',
      'Dwa dni w szkole, parafii i klubie sportowym: kawiarenki językowe i weekendy rodzinne.',
    ],
    takeaways: [
      [
        'inv-si',
        'litija',
        'Language cafés work when a retired teacher leads them.',
        'A language café in the library of Litija',
        '2026-03-31',
      ],
    ],
  },
  {
    network: 'inv-si',
    tag: 'SI',
    coordinator: 'coord.si',
    trainer: 'trainer.si',
    place: 'Litija',
    days: ['2026-04-21', '2026-04-22'],
    published: '2026-02-23',
    opens: '2026-03-02',
    closes: '2026-04-17',
    title: 'Study visit to Litija: learning together in a small municipality',
    summary:
      'Two days with Geoss and the municipality: study circles, neighbours who teach, and work with families.',
    local: [
      'sl',
      'Študijski obisk v Litiji: skupno učenje v majhni občini',
      'Dva dni z Geossom in občino: študijski krožki, sosedje, ki poučujejo, in delo z družinami.',
    ],
    takeaways: [
      [
        'inv-pt',
        'fundao',
        'Study circles are led by neighbours who get half a day of preparation.',
        'Three circles in the villages around Fundão',
        '2026-11-30',
      ],
      [
        'inv-ie',
        'louth',
        'Families are invited by name, not by poster.',
        'Personal invitations to the autumn courses',
        '2026-09-30',
      ],
    ],
  },
  {
    network: 'inv-ie',
    tag: 'IE',
    coordinator: 'coord.ie',
    trainer: 'trainer.ie',
    place: 'Dundalk',
    days: ['2026-10-06', '2026-10-07'],
    published: '2026-06-08',
    opens: '2026-06-15',
    closes: '2026-10-02',
    title: 'Study visit to Louth: conversation circles along the border',
    summary:
      'Two days with the county council, a library and associations: circles that last, and how they are paid for.',
  },
];

/** One study visit in each region, with four seats for every region. */
export const visitTrainings: SeedTraining[] = visits.map((visit): SeedTraining => {
  const { network, tag, trainer, place, days, title, summary, local, ...rest } = visit;
  const guests = codes.filter((code) => code !== network);
  const own = regions[network];
  return {
    ...rest,
    network,
    code: `${tag}-V1`,
    kind: 'study_visit',
    theme: 'good_practice',
    audience: 'institution_staff',
    mode: 'onsite',
    venue: place,
    languages: ['en'],
    trainers: [trainer],
    capacity: 20,
    quota: 2,
    minutes: 780,
    days: days.map((day) => [day, ...fullDay]),
    texts: {
      en: [title, summary, outcomes],
      ...(local ? { [local[0]]: [local[1], local[2], []] } : {}),
    },
    places: own.map((key) => [key, 2]),
    guests: guests.flatMap((code) => regions[code].map((key): [string, string, number] => [code, key, 2])),
    seatsByOrigin: { [ownOrigin]: 4, ...Object.fromEntries(guests.map((code) => [code, 4])) },
    ...(visit.takeaways ? { held: { never: 1, partly: 0 } } : {}),
  };
});

type Workshop = [number: number, day: string, opens: string, title: string, summary: string, isHeld: boolean];

// The first one stands beside the trainings of the regions.
const workshops: Workshop[] = [
  [
    2,
    '2024-11-19',
    '2024-10-01',
    'housing in the first ninety days',
    'Five regions compare who helps with a first flat.',
    true,
  ],
  [
    3,
    '2025-02-11',
    '2025-01-07',
    'language beside work',
    'What works for people on shifts: short, near, with colleagues.',
    true,
  ],
  [
    4,
    '2025-06-03',
    '2025-04-22',
    'religious communities',
    'Parishes as places where people meet, and where their help ends.',
    true,
  ],
  [
    5,
    '2025-11-25',
    '2025-10-07',
    'volunteers who stay',
    'How to find, prepare and thank volunteers over years.',
    true,
  ],
  [
    6,
    '2026-10-20',
    '2026-06-15',
    'from practice to policy',
    'How a practice becomes part of a regional programme.',
    false,
  ],
];

type Review = [number: number, day: string, opens: string, venue: string, title: string, summary: string];

const reviews: Review[] = [
  [
    1,
    '2025-09-16',
    '2025-07-01',
    'Litija',
    'Peer review: the informal services of Litija',
    'Peers from four regions look at three services and advise.',
  ],
  [
    2,
    '2026-05-26',
    '2026-04-07',
    'Fundão',
    'Peer review: the migration centre of Fundão',
    'Peers from four regions look at how the centre works and advise.',
  ],
];

const partnership = {
  network: 'involvim',
  coordinator: 'coord.fi',
  audience: 'institution_staff',
  theme: 'good_practice',
  languages: ['en'],
} satisfies Partial<SeedTraining>;

/** What all regions do together: thematic workshops and peer reviews. */
export const partnershipTrainings: SeedTraining[] = [
  ...workshops.map(
    ([number, day, opens, title, summary, isHeld]): SeedTraining => ({
      ...partnership,
      code: `INV-W${number}`,
      mode: 'online',
      venue: 'Online',
      trainers: ['trainer.fi', 'trainer.si'],
      capacity: 40,
      quota: 2,
      minutes: 180,
      days: [[day, '10:00–13:00']],
      published: opens,
      opens,
      closes: day,
      texts: { en: [`Thematic workshop: ${title}`, summary, ['Choose one practice to transfer']] },
      places: codes.map((code) => [regions[code][0], 2]),
      ...(isHeld ? { held: { never: 1, partly: 0 } } : {}),
    }),
  ),
  ...reviews.map(
    ([number, day, opens, venue, title, summary]): SeedTraining => ({
      ...partnership,
      code: `INV-P${number}`,
      kind: 'meeting',
      mode: 'onsite',
      venue,
      trainers: ['trainer.fi'],
      capacity: 12,
      quota: 2,
      givesCertificate: false,
      minutes: 360,
      days: [[day, ...shortDay]],
      published: opens,
      opens,
      closes: day,
      texts: { en: [title, summary, []] },
      places: codes.map((code) => [regions[code][0], 2]),
      held: { never: 0, partly: 0 },
    }),
  ),
];
