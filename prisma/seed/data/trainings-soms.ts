import { type SeedTraining, shortDay } from './training.ts';

const common = {
  network: 'soms',
  coordinator: 'coord.soms',
  audience: 'institution_staff',
} satisfies Partial<SeedTraining>;

export const somsTrainings: SeedTraining[] = [
  {
    ...common,
    code: 'SOMS-T1',
    theme: 'outreach_method',
    mode: 'online',
    venue: 'Online',
    languages: ['de'],
    trainers: ['trainer.soms', 'trainer2.soms'],
    capacity: 40,
    quota: 3,
    minutes: 360,
    days: [['2024-07-09', ...shortDay]],
    published: '2024-05-13',
    opens: '2024-05-21',
    closes: '2024-07-05',
    texts: {
      de: [
        'Digitale Straßensozialarbeit für EhAP-Plus-Träger',
        'Ein Tag online: Fragen in Gruppen finden, unter eigenem Namen antworten, Falschinformationen richtigstellen und gut an Angebote vor Ort verweisen.',
        [
          'Räume finden und ihre Regeln lesen',
          'Eine kurze, geprüfte Antwort schreiben',
          'An ein Angebot vor Ort verweisen',
        ],
      ],
      en: [
        'Online outreach for EhAP Plus providers',
        'A day online: find questions in groups, answer under your own name, correct misinformation, and refer people well to services nearby.',
        ['Find spaces and read their rules', 'Write a short, checked answer', 'Refer to a service nearby'],
      ],
      ro: [
        'Consiliere online de proximitate pentru furnizorii EhAP Plus',
        'O zi online: găsim întrebări în grupuri, răspundem sub nume propriu, corectăm informații false și îndrumăm către servicii locale.',
        [
          'Găsește spații și citește regulile lor',
          'Scrie un răspuns scurt și verificat',
          'Îndrumă către un serviciu din apropiere',
        ],
      ],
    },
    places: [
      ['minor', 3],
      ['bagw', 2],
    ],
    selves: ['adviser.ro', 'adviser2.de', 'jurist'],
  },
  {
    ...common,
    code: 'SOMS-T2',
    theme: 'anti_discrimination',
    mode: 'onsite',
    venue: 'Berlin',
    languages: ['de'],
    trainers: ['trainer.soms'],
    capacity: 24,
    quota: 2,
    minutes: 420,
    days: [['2024-03-19', '09:00–12:30', '13:30–17:00']],
    published: '2024-01-22',
    opens: '2024-01-29',
    closes: '2024-03-15',
    texts: {
      de: [
        'Antiziganismus und Diskriminierung',
        'Was Beraterinnen und Berater erkennen, wie sie antworten und wo Betroffene Unterstützung finden.',
        ['Antiziganistische Aussagen erkennen', 'Betroffene an Beratungsstellen verweisen'],
      ],
      en: [
        'Antigypsyism and discrimination',
        'What advisers can recognise, how they answer, and where people find support.',
        ['Recognise antigypsyist statements', 'Refer people to advice centres'],
      ],
      ro: [
        'Antițigănism și discriminare',
        'Ce pot recunoaște consilierii, cum răspund și unde găsesc sprijin persoanele afectate.',
        ['Recunoaște afirmații antițigănești', 'Îndrumă persoanele către centre de consiliere'],
      ],
    },
    places: [['bagw', 2]],
    selves: [
      'adviser.ro',
      'adviser2.ro',
      'adviser.de',
      'adviser2.de',
      'adviser.bg',
      'adviser2.bg',
      'adviser.pl',
      'adviser2.pl',
      'adviser.it',
      'adviser2.it',
      'adviser.hr',
      'adviser2.hr',
      'adviser.en',
      'jurist',
    ],
    held: { never: 1, partly: 1 },
  },
];
