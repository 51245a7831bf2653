import { involvimInstitutions } from './institutions-involvim.ts';
import { fullDay, type SeedTraining, shortDay } from './training.ts';

const common = {
  mode: 'onsite',
  audience: 'institution_staff',
  capacity: 20,
  quota: 2,
} satisfies Partial<SeedTraining>;

/** The institutions of a region in their order. */
function keysIn(network: string): string[] {
  return involvimInstitutions
    .filter(({ memberships }) => memberships.some((membership) => membership.network === network))
    .map(({ key }) => key);
}

function places(network: string, ...counts: number[]): [string, number][] {
  return keysIn(network).flatMap((key, index) =>
    counts[index] ? [[key, counts[index]] as [string, number]] : [],
  );
}

export const involvimTrainings: SeedTraining[] = [
  {
    ...common,
    network: 'inv-fi',
    code: 'FI-T1',
    coordinator: 'coord.fi',
    trainers: ['trainer.fi'],
    theme: 'community_mobilisation',
    venue: 'Seinäjoki',
    languages: ['fi', 'en'],
    minutes: 780,
    days: [
      ['2026-05-19', ...fullDay],
      ['2026-05-20', ...fullDay],
    ],
    published: '2026-04-01',
    opens: '2026-04-07',
    closes: '2026-05-15',
    texts: {
      fi: [
        'Vapaaehtoistoiminnan koordinointi',
        'Kaksi päivää niille, jotka etsivät, ohjaavat ja kiittävät vapaaehtoisia maahanmuuttajien palveluissa.',
        ['Osaa kuvata vapaaehtoisen tehtävän', 'Osaa tukea vapaaehtoista alusta alkaen'],
      ],
      en: [
        'Coordinating volunteers',
        'Two days for people who find, guide and thank volunteers in services for immigrants.',
        ['Describe the task of a volunteer', 'Support volunteers from the first day'],
      ],
    },
    places: places('inv-fi', 2, 2, 2, 2, 2, 2, 2, 2, 2, 2),
    held: { never: 2, partly: 1 },
  },
  {
    ...common,
    network: 'inv-pt',
    code: 'PT-T1',
    coordinator: 'coord.pt',
    trainers: ['trainer.pt'],
    theme: 'social_inclusion_refugees',
    venue: 'Fundão',
    languages: ['pt'],
    minutes: 360,
    days: [['2026-09-22', ...shortDay]],
    published: '2026-06-01',
    opens: '2026-06-08',
    closes: '2026-09-18',
    texts: {
      pt: [
        'Acolher no trabalho',
        'Um dia para empregadores e serviços: os primeiros noventa dias de quem chega para trabalhar, da casa à língua e aos tempos livres.',
        ['Preparar o primeiro dia de trabalho', 'Encontrar apoio local para língua e habitação'],
      ],
      en: [
        'Welcoming people at work',
        'A day for employers and services: the first ninety days of people who come to work, from housing to language and leisure.',
        ['Prepare the first working day', 'Find local support for language and housing'],
      ],
    },
    places: places('inv-pt', 2, 0, 1, 2, 1, 0, 2),
  },
  {
    ...common,
    network: 'inv-pl',
    code: 'PL-T1',
    coordinator: 'coord.pl',
    trainers: ['trainer.pl'],
    theme: 'community_mobilisation',
    venue: 'Płock',
    languages: ['pl', 'uk'],
    minutes: 360,
    days: [['2026-04-14', ...shortDay]],
    published: '2026-02-16',
    opens: '2026-02-23',
    closes: '2026-04-10',
    texts: {
      pl: [
        'Wolontariat w integracji',
        'Warsztat o tym, jak łączyć wolontariuszy z nowymi mieszkańcami: zadania, granice, bezpieczeństwo i wspólne działania.',
        ['Zaplanować zadania dla wolontariuszy', 'Ustalić granice i zasady bezpieczeństwa'],
      ],
      en: [
        'Volunteering in integration',
        'A workshop on bringing volunteers and new residents together: tasks, limits, safety and joint activities.',
        ['Plan tasks for volunteers', 'Agree on limits and rules of safety'],
      ],
    },
    places: places('inv-pl', 2, 2, 2, 2, 2, 2, 2, 2, 2),
    held: { never: 2, partly: 0 },
  },
  {
    ...common,
    network: 'inv-si',
    code: 'SI-T1',
    coordinator: 'coord.si',
    trainers: ['trainer.si'],
    theme: 'social_inclusion_refugees',
    venue: 'Litija',
    languages: ['sl'],
    minutes: 360,
    days: [['2026-09-15', ...shortDay]],
    published: '2026-06-03',
    opens: '2026-06-09',
    closes: '2026-09-11',
    texts: {
      sl: [
        'Neformalne storitve za priseljence',
        'Dan o storitvah, ki jih ponujajo društva, župnije in delodajalci: kako jih najti, povezati in predstaviti ljudem, ki so pogosto spregledani.',
        ['Popisati neformalne storitve v kraju', 'Predstaviti storitev v preprostem jeziku'],
      ],
      en: [
        'Informal services for immigrants',
        'A day on services that associations, parishes and employers offer: how to find them, link them, and present them to people who are often overlooked.',
        ['List the informal services of a place', 'Present a service in plain language'],
      ],
    },
    places: places('inv-si', 2, 2, 2, 1, 2, 0, 1, 2, 2),
  },
  {
    ...common,
    network: 'inv-ie',
    code: 'IE-T1',
    coordinator: 'coord.ie',
    trainers: ['trainer.ie'],
    theme: 'leadership',
    venue: 'Dundalk',
    languages: ['en'],
    minutes: 360,
    days: [['2026-10-06', ...shortDay]],
    published: '2026-06-08',
    opens: '2026-06-15',
    closes: '2026-10-02',
    texts: {
      en: [
        'Conversation circle leader',
        'A day for volunteers and staff who want to run a weekly conversation circle: topics, small groups, and how everyone gets to speak.',
        ['Plan six meetings of a circle', 'Include people who speak little English'],
      ],
    },
    places: places('inv-ie', 2, 1, 0, 0, 0, 2, 0, 1),
  },
  {
    ...common,
    network: 'involvim',
    code: 'INV-W1',
    coordinator: 'coord.fi',
    trainers: ['trainer.fi', 'trainer.si'],
    theme: 'good_practice',
    mode: 'online',
    venue: 'Online',
    languages: ['en'],
    capacity: 40,
    minutes: 180,
    days: [['2026-09-08', '10:00–13:00']],
    published: '2026-06-10',
    opens: '2026-06-15',
    closes: '2026-09-04',
    texts: {
      en: [
        'Thematic workshop: people who are overlooked',
        'Five regions present one informal service each that reaches employed immigrants, domestic workers or pensioners, and discuss what can be transferred.',
        ['Know five practices from partner regions', 'Choose one practice to transfer'],
      ],
      sl: [
        'Tematska delavnica: spregledani ljudje',
        'Pet regij predstavi po eno neformalno storitev, ki doseže zaposlene priseljence, gospodinjske delavke in delavce ali upokojence, in razpravlja o prenosu.',
        ['Poznati pet praks iz partnerskih regij', 'Izbrati eno prakso za prenos'],
      ],
    },
    places: [
      ['council-fi', 2],
      ['fundao', 1],
      ['plock', 2],
      ['geoss', 2],
    ],
  },
];
