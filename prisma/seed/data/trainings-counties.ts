import { municipalities } from './institutions-un.ts';
import { slug } from './names.ts';
import { type SeedTraining, shortDay } from './training.ts';

type Short = [
  network: string,
  coordinator: string,
  trainer: string,
  date: string,
  theme: SeedTraining['theme'],
  venue: string,
  texts: SeedTraining['texts'],
];

const list: Short[] = [
  [
    'un-ms-1',
    'coord.mures',
    'trainer.un',
    '2017-03-07',
    'social_inclusion_refugees',
    'Band / Mezőbánd',
    {
      en: [
        'Home visits: prepare, talk, write down',
        'A practical day for social workers and school mediators of the county network.',
        ['Prepare a home visit', 'Write a short and fair record'],
      ],
      ro: [
        'Vizita la domiciliu: pregătire, discuție, consemnare',
        'O zi practică pentru asistenții sociali și mediatorii școlari din rețeaua județeană.',
        ['Pregătește o vizită la domiciliu', 'Redactează o consemnare scurtă și corectă'],
      ],
      hu: [
        'Családlátogatás: felkészülés, beszélgetés, feljegyzés',
        'Gyakorlati nap a megyei hálózat szociális munkásainak és iskolai közvetítőinek.',
        ['Családlátogatás előkészítése', 'Rövid és tisztességes feljegyzés írása'],
      ],
    },
  ],
  [
    'un-ms-2',
    'coord.mures',
    'trainer.un',
    '2017-03-09',
    'other',
    'Bahnea / Bonyha',
    {
      en: [
        'Plain language in letters and forms',
        'Bring a letter that people do not understand; take home one that they do.',
        ['Shorten a letter to one page', 'Test a form with a reader'],
      ],
      ro: [
        'Limbaj simplu în scrisori și formulare',
        'Aduceți o scrisoare pe care oamenii nu o înțeleg; plecați cu una pe care o înțeleg.',
        ['Scurtează o scrisoare la o pagină', 'Testează un formular cu un cititor'],
      ],
      hu: [
        'Közérthető nyelv a levelekben és űrlapokon',
        'Hozzanak egy levelet, amelyet az emberek nem értenek; olyannal mennek haza, amelyet igen.',
        ['Levél egyoldalasra rövidítése', 'Űrlap kipróbálása egy olvasóval'],
      ],
    },
  ],
  [
    'un-hr-1',
    'coord.harghita',
    'trainer2.un',
    '2017-03-16',
    'safeguarding',
    'Corund / Korond',
    {
      en: [
        'First contact with families in need',
        'How the first ten minutes decide whether a family comes back.',
        ['Open a conversation without a form', 'Agree on one next step'],
      ],
      ro: [
        'Primul contact cu familiile aflate în nevoie',
        'Cum decid primele zece minute dacă o familie revine.',
        ['Începe o discuție fără formular', 'Stabilește un pas următor'],
      ],
      hu: [
        'Első kapcsolat a rászoruló családokkal',
        'Hogyan dönti el az első tíz perc, hogy a család visszajön-e.',
        ['Beszélgetés kezdése űrlap nélkül', 'Megállapodás a következő lépésről'],
      ],
    },
  ],
  [
    'un-hr-2',
    'coord.harghita',
    'trainer2.un',
    '2017-03-23',
    'empowerment',
    'Remetea / Gyergyóremete',
    {
      en: [
        'Keeping children in school',
        'Schools, town halls and parents: what helps before a child drops out.',
        ['See the signs in the class register', 'Plan a talk with the parents'],
      ],
      ro: [
        'Prevenirea abandonului școlar',
        'Școli, primării și părinți: ce ajută înainte ca un copil să renunțe la școală.',
        ['Observă semnele din catalog', 'Planifică o discuție cu părinții'],
      ],
      hu: [
        'Az iskolaelhagyás megelőzése',
        'Iskolák, polgármesteri hivatalok és szülők: mi segít, mielőtt egy gyermek kimarad.',
        ['A jelek észrevétele a naplóban', 'Beszélgetés tervezése a szülőkkel'],
      ],
    },
  ],
  [
    'un-cv-1',
    'coord.covasna',
    'trainer2.un',
    '2017-03-28',
    'community_mobilisation',
    'Zăbala / Zabola',
    {
      en: [
        'Volunteers in the community',
        'Finding, guiding and thanking people who give their time.',
        ['Describe a task for a volunteer', 'Accompany volunteers through the first month'],
      ],
      ro: [
        'Voluntari în comunitate',
        'Cum găsim, îndrumăm și apreciem oamenii care își oferă timpul.',
        ['Descrie o sarcină pentru un voluntar', 'Însoțește voluntarii în prima lună'],
      ],
      hu: [
        'Önkéntesek a közösségben',
        'Hogyan találjuk meg, kísérjük és becsüljük meg azokat, akik az idejüket adják.',
        ['Önkéntes feladat leírása', 'Az önkéntesek kísérése az első hónapban'],
      ],
    },
  ],
  [
    'un-cv-2',
    'coord.covasna',
    'trainer2.un',
    '2017-04-11',
    'conflict_resolution',
    'Bățani / Nagybacon',
    {
      en: [
        'The case conference step by step',
        'Several institutions, one family, one plan: how to chair a case conference in an hour.',
        ['Chair a case conference', 'Write a plan with names and dates'],
      ],
      ro: [
        'Conferința de caz pas cu pas',
        'Mai multe instituții, o familie, un plan: cum se conduce o conferință de caz într-o oră.',
        ['Conduce o conferință de caz', 'Scrie un plan cu nume și termene'],
      ],
      hu: [
        'Az esetmegbeszélés lépésről lépésre',
        'Több intézmény, egy család, egy terv: hogyan vezessünk esetmegbeszélést egy óra alatt.',
        ['Esetmegbeszélés vezetése', 'Terv írása nevekkel és határidőkkel'],
      ],
    },
  ],
];

/** One small training in each county network, open for registration. */
export const countyTrainings: SeedTraining[] = list.map(
  ([network, coordinator, trainer, date, theme, venue, texts]) => {
    const [first, second] = municipalities
      .filter((municipality) => municipality.network === network)
      .map(({ ro }) => slug(ro));
    return {
      network,
      coordinator,
      trainers: [trainer],
      theme,
      venue,
      texts,
      code: `${network.slice(3).replace('-', '').toUpperCase()}-T1`,
      mode: 'onsite',
      languages: ['ro', 'hu'],
      audience: 'institution_staff',
      capacity: 12,
      quota: 2,
      minutes: 360,
      days: [[date, ...shortDay]],
      published: '2017-01-18',
      opens: '2017-01-20',
      closes: date,
      places: [
        [first ?? '', 2],
        [second ?? '', 1],
      ],
    };
  },
);
