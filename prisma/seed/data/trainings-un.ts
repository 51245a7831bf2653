import { municipalities } from './institutions-un.ts';
import { slug } from './names.ts';
import { fullDay, type SeedTraining, shortDay } from './training.ts';

const keys = municipalities.map(({ ro }) => slug(ro));
const trackA = municipalities.filter(({ track }) => track === 'A').map(({ ro }) => slug(ro));

const common = {
  network: 'un',
  coordinator: 'coord.un',
  mode: 'onsite',
  languages: ['ro', 'hu'],
  audience: 'institution_staff',
  quota: 2,
} satisfies Partial<SeedTraining>;

/** Four municipalities want a third place; the order is that in which they ask for it. */
export const wantThree = ['panet', 'band', 'corund', 'zabala'];
/** Gives a place back after the quota's release. */
export const cancelsLate = 'deda';

export const unTrainings: SeedTraining[] = [
  {
    ...common,
    code: 'UN-T1',
    theme: 'participatory_planning',
    venue: 'Târgu Mureș / Marosvásárhely',
    trainers: ['trainer.un', 'trainer.ubb'],
    capacity: 36,
    quotaEnds: ['2015-10-07', '09:00'],
    minutes: 1200,
    attendanceThreshold: 80,
    days: [
      ['2015-10-13', '09:00–12:30', '13:30–16:40'],
      ['2015-10-14', '09:00–12:30', '13:30–16:40'],
      ['2015-10-15', '09:00–12:30', '13:30–16:40'],
    ],
    published: '2015-09-01',
    opens: '2015-09-07',
    closes: '2015-10-09',
    texts: {
      en: [
        'Participatory planning and integrated development',
        'Three days on how a municipality maps its situation together with the people who live there, agrees on a few goals, and turns them into a strategy and an action plan. Each municipality works on its own case.',
        [
          'Lead a community process from mapping to action plan',
          'Involve people who are rarely asked',
          'Write goals and measures that can be checked',
        ],
      ],
      ro: [
        'Planificare participativă și dezvoltare integrată',
        'Trei zile despre cum o comună își cartografiază situația împreună cu locuitorii, stabilește câteva obiective și le transformă într-o strategie și un plan de acțiune. Fiecare comună lucrează pe propriul caz.',
        [
          'Conduce un proces comunitar de la cartografiere la planul de acțiune',
          'Implică persoane care sunt rar întrebate',
          'Formulează obiective și măsuri care pot fi verificate',
        ],
      ],
      hu: [
        'Részvételi tervezés és integrált fejlesztés',
        'Három nap arról, hogyan térképezi fel egy község a helyzetét az ott élőkkel együtt, hogyan állapodik meg néhány célban, és hogyan lesz ezekből stratégia és cselekvési terv. Minden község a saját esetén dolgozik.',
        [
          'Közösségi folyamat vezetése a felméréstől a cselekvési tervig',
          'A ritkán megkérdezettek bevonása',
          'Ellenőrizhető célok és intézkedések megfogalmazása',
        ],
      ],
    },
    places: [],
    held: { never: 3, partly: 2 },
  },
  {
    ...common,
    code: 'UN-T2',
    kind: 'study_visit',
    theme: 'good_practice',
    venue: 'Odorheiu Secuiesc / Székelyudvarhely',
    trainers: ['trainer2.un', 'trainer.un'],
    capacity: 30,
    minutes: 720,
    attendanceThreshold: 75,
    days: [
      ['2016-03-08', ...shortDay],
      ['2016-03-09', ...shortDay],
    ],
    published: '2016-01-18',
    opens: '2016-01-25',
    closes: '2016-03-01',
    texts: {
      en: [
        'Good practices in social inclusion: exchange visit',
        'Two days of visits to local services that work: a day centre for children, a mobile health team, a community house. Hosts tell what it cost, what failed, and what they would do again.',
        ['Know four tested practices and their costs', 'Choose one practice that fits the own municipality'],
      ],
      ro: [
        'Bune practici de incluziune socială: vizită de schimb',
        'Două zile de vizite la servicii locale care funcționează: un centru de zi pentru copii, o echipă medicală mobilă, o casă comunitară. Gazdele spun cât a costat, ce nu a mers și ce ar face din nou.',
        [
          'Cunoaște patru practici verificate și costurile lor',
          'Alege o practică potrivită pentru propria comună',
        ],
      ],
      hu: [
        'Jó gyakorlatok a társadalmi befogadásban: tapasztalatcsere',
        'Kétnapos látogatás jól működő helyi szolgáltatásoknál: gyermekek nappali központja, mozgó egészségügyi csapat, közösségi ház. A házigazdák elmondják, mennyibe került, mi nem sikerült, és mit csinálnának újra.',
        ['Négy kipróbált gyakorlat és költségeik ismerete', 'A saját községhez illő gyakorlat kiválasztása'],
      ],
    },
    places: trackA.map((key) => [key, 2]),
    held: { never: 2, partly: 0 },
  },
  {
    ...common,
    code: 'UN-T3',
    theme: 'safeguarding',
    mode: 'hybrid',
    venue: 'Miercurea Ciuc / Csíkszereda, online',
    trainers: ['trainer2.un', 'trainer.ubb'],
    capacity: 60,
    quota: 3,
    minutes: 360,
    days: [['2016-06-21', ...shortDay]],
    published: '2016-05-09',
    opens: '2016-05-16',
    closes: '2016-06-17',
    texts: {
      en: [
        'Working with children and young people at risk',
        'One day on site or online: how to notice early that a child needs help, how to talk with the child and the family, and whom to call in the county.',
        [
          'Recognise early signs of risk',
          'Hold a first conversation with child and family',
          'Know the way to the county directorate',
        ],
      ],
      ro: [
        'Lucrul cu copii și tineri în situații de risc',
        'O zi la fața locului sau online: cum observăm din timp că un copil are nevoie de ajutor, cum vorbim cu copilul și cu familia și pe cine sunăm în județ.',
        [
          'Recunoaște semnele timpurii de risc',
          'Poartă o primă discuție cu copilul și familia',
          'Cunoaște drumul către direcția județeană',
        ],
      ],
      hu: [
        'Munka veszélyeztetett gyermekekkel és fiatalokkal',
        'Egynapos képzés a helyszínen vagy online: hogyan vesszük észre időben, hogy egy gyermeknek segítségre van szüksége, hogyan beszélünk a gyermekkel és a családdal, és kit hívjunk a megyében.',
        [
          'A veszély korai jeleinek felismerése',
          'Első beszélgetés a gyermekkel és a családdal',
          'A megyei igazgatósághoz vezető út ismerete',
        ],
      ],
    },
    places: keys.map((key, index) => [key, index < 11 ? 3 : 2]),
    held: { never: 6, partly: 2 },
  },
  {
    ...common,
    code: 'UN-T4',
    theme: 'participatory_planning',
    venue: 'Târgu Mureș / Marosvásárhely',
    trainers: ['trainer.un'],
    capacity: 20,
    minutes: 780,
    days: [
      ['2017-02-28', ...fullDay],
      ['2017-03-01', ...fullDay],
    ],
    published: '2017-01-09',
    opens: '2017-01-12',
    closes: '2017-02-24',
    texts: {
      en: [
        'From idea to project proposal',
        'Two practical days for municipalities that have a strategy and now look for funding. Bring one idea from your action plan; you go home with a draft proposal and a budget.',
        [
          'Match an idea with a funding source',
          'Write a proposal with goals, activities and budget',
          'Check a proposal before it is sent',
        ],
      ],
      ro: [
        'De la idee la cererea de finanțare',
        'Două zile practice pentru comunele care au o strategie și caută acum finanțare. Aduceți o idee din planul de acțiune; plecați acasă cu o schiță de proiect și un buget.',
        [
          'Potrivește o idee cu o sursă de finanțare',
          'Scrie un proiect cu obiective, activități și buget',
          'Verifică un proiect înainte de depunere',
        ],
      ],
      hu: [
        'Az ötlettől a pályázatig',
        'Két gyakorlati nap azoknak a községeknek, amelyeknek már van stratégiájuk, és most forrást keresnek. Hozzanak egy ötletet a cselekvési tervből; pályázati vázlattal és költségvetéssel térnek haza.',
        [
          'Ötlet és forrás összeillesztése',
          'Pályázat írása célokkal, tevékenységekkel és költségvetéssel',
          'A pályázat ellenőrzése beküldés előtt',
        ],
      ],
    },
    places: trackA
      .filter((key) => key !== 'band')
      .slice(0, 9)
      .map((key) => [key, 2]),
  },
  {
    ...common,
    code: 'UN-T5',
    theme: 'safeguarding',
    venue: 'Sfântu Gheorghe / Sepsiszentgyörgy',
    trainers: ['trainer2.un'],
    capacity: 16,
    minutes: 360,
    promotion: 'offer',
    offerHours: 336,
    days: [['2017-03-14', ...shortDay]],
    published: '2017-01-09',
    opens: '2017-01-16',
    closes: '2017-03-10',
    texts: {
      en: [
        'Child protection: notice, report, follow up',
        'A day for people who meet children at work: what the law asks of a town hall and a school, how a report is made, and what happens after it.',
        [
          'Know when a report is a duty',
          'Make a report that helps the child',
          'Keep in touch with the county directorate afterwards',
        ],
      ],
      ro: [
        'Protecția copilului: observăm, semnalăm, urmărim',
        'O zi pentru cei care întâlnesc copii la locul de muncă: ce cere legea de la primărie și școală, cum se face o sesizare și ce urmează după ea.',
        [
          'Știe când sesizarea este obligatorie',
          'Face o sesizare care ajută copilul',
          'Păstrează legătura cu direcția județeană',
        ],
      ],
      hu: [
        'Gyermekvédelem: észrevétel, jelzés, nyomon követés',
        'Egy nap azoknak, akik munkájukban gyermekekkel találkoznak: mit vár el a törvény a polgármesteri hivataltól és az iskolától, hogyan készül a jelzés, és mi történik utána.',
        [
          'Annak ismerete, mikor kötelező a jelzés',
          'A gyermeket segítő jelzés megírása',
          'Kapcsolattartás a megyei igazgatósággal',
        ],
      ],
    },
    places: [
      ...['zetea', 'corund', 'dealu', 'zabala', 'ghelinta', 'batani', 'remetea', 'sanmartin'].map(
        (key): [string, number] => [key, 2],
      ),
      ['band', 2],
      ['panet', 1],
    ],
  },
  {
    ...common,
    code: 'UN-T6',
    kind: 'meeting',
    theme: 'good_practice',
    mode: 'online',
    venue: 'Online',
    trainers: ['trainer.ubb'],
    visibility: 'network',
    quota: 1,
    capacity: 24,
    minutes: 180,
    days: [['2017-03-21', '10:00–13:00']],
    published: '2017-01-23',
    opens: '2017-01-24',
    closes: '2017-03-20',
    texts: {
      en: [
        'How local networks stay alive after the project',
        'Three hours among members only: who invites, who pays for the room, who keeps the minutes when the funding has ended. Two networks tell how they do it.',
        ['Agree on the next three meetings of the own network'],
      ],
      ro: [
        'Cum rămân vii rețelele locale după proiect',
        'Trei ore doar între membri: cine invită, cine plătește sala, cine ține procesul-verbal după încheierea finanțării. Două rețele povestesc cum procedează.',
        ['Stabilește următoarele trei întâlniri ale propriei rețele'],
      ],
      hu: [
        'Hogyan maradnak életben a helyi hálózatok a projekt után',
        'Három óra csak tagoknak: ki hív meg, ki fizeti a termet, ki vezeti a jegyzőkönyvet a támogatás lejárta után. Két hálózat elmondja, hogyan csinálja.',
        ['A saját hálózat következő három találkozójának rögzítése'],
      ],
    },
    places: [
      ['ernei', 1],
      ['simonesti', 1],
      ['dgaspc-ms', 1],
      ['dgaspc-hr', 1],
    ],
  },
  {
    ...common,
    code: 'UN-T7',
    theme: 'conflict_resolution',
    venue: 'Odorheiu Secuiesc / Székelyudvarhely',
    trainers: ['trainer2.un'],
    capacity: 24,
    minutes: 780,
    days: [
      ['2017-05-16', ...fullDay],
      ['2017-05-17', ...fullDay],
    ],
    published: null,
    opens: '2017-04-03',
    closes: '2017-05-12',
    texts: {
      en: [
        'Conflict resolution in community work',
        'Two days of exercises on listening, mediating and agreeing, with cases from the participants.',
        ['Mediate between two sides', 'Write down an agreement that holds'],
      ],
      ro: [
        'Soluționarea conflictelor în munca comunitară',
        'Două zile de exerciții despre ascultare, mediere și înțelegere, cu cazuri aduse de participanți.',
        ['Mediază între două părți', 'Consemnează o înțelegere care ține'],
      ],
      hu: [
        'Konfliktuskezelés a közösségi munkában',
        'Két nap gyakorlat a meghallgatásról, a közvetítésről és a megállapodásról, a résztvevők eseteivel.',
        ['Közvetítés két fél között', 'Tartós megállapodás írásba foglalása'],
      ],
    },
    places: [],
  },
  {
    ...common,
    code: 'UN-T8',
    theme: 'anti_discrimination',
    mode: 'hybrid',
    venue: 'Cluj-Napoca / Kolozsvár, online',
    trainers: ['trainer.ubb', 'trainer.un'],
    capacity: 30,
    minutes: 780,
    days: [
      ['2017-04-04', ...fullDay],
      ['2017-04-05', ...fullDay],
    ],
    moved: {
      on: '2017-01-26',
      from: [
        ['2017-03-28', ...fullDay],
        ['2017-03-29', ...fullDay],
      ],
    },
    published: '2017-01-16',
    opens: '2017-01-18',
    closes: '2017-03-31',
    texts: {
      en: [
        'Equal access to local services',
        'Why do some families never come to the town hall, the doctor, the kindergarten? Two days on barriers that can be removed, with people from Roma communities as co-trainers.',
        [
          'Name the barriers of one own service',
          'Plan three changes that cost little',
          'Work with a mediator from the community',
        ],
      ],
      ro: [
        'Acces egal la serviciile locale',
        'De ce unele familii nu ajung niciodată la primărie, la medic, la grădiniță? Două zile despre bariere care pot fi înlăturate, cu formatori din comunitățile de romi.',
        [
          'Numește barierele unui serviciu propriu',
          'Planifică trei schimbări cu costuri mici',
          'Lucrează cu un mediator din comunitate',
        ],
      ],
      hu: [
        'Egyenlő hozzáférés a helyi szolgáltatásokhoz',
        'Miért nem jutnak el egyes családok soha a hivatalba, az orvoshoz, az óvodába? Két nap az elhárítható akadályokról, roma közösségekből érkező képzőkkel.',
        [
          'Egy saját szolgáltatás akadályainak megnevezése',
          'Három olcsó változtatás megtervezése',
          'Együttműködés egy közösségi közvetítővel',
        ],
      ],
    },
    places: [
      ['simonesti', 2],
      ['ojdula', 1],
      ['school-band', 1],
      ['ngo-dealu', 2],
    ],
  },
];
