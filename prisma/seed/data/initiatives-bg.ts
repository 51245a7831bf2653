type Words = { bg: string; en: string };

export type SeedStory = {
  title: Words;
  body: Words;
  writtenOn: string;
  /** When the team answered, one after the other; those of it who have not said anything yet are left out. */
  agreed: [alias: string, on: string][];
  /** When the coordinator put it on the public pages. */
  publishedOn?: string;
};

export type SeedInitiative = {
  title: Words;
  question: Words;
  plan: Words;
  /** By alias; the first one plans it and has a login. */
  team: [lead: string, ...others: string[]];
  begunOn: string;
  approvedOn: string;
  /** What the coordinator said with the approval. */
  comment: string;
  startsOn: string;
  endsOn: string;
  /** Whose it is, when it is due, and when it was done; nobody's is everybody's. */
  tasks: { title: string; owner?: string; dueOn: string; doneOn?: string }[];
  costs: [label: string, amount: string][];
  /** An institution of the network by its key, or the name of somebody else. */
  partners: ({ institution: string } | { name: string })[];
  /** Of those that came to their end. */
  ended?: { on: string; peopleReached: number };
  story?: SeedStory;
};

/** Four of the first cohort and three of the second one; five came to their end, and reached 412 people together. */
export const initiatives: SeedInitiative[] = [
  {
    title: { bg: 'Печене за празника', en: 'Baking for a holiday' },
    question: {
      bg: 'Как да посрещнат празника хората, които са далеч от близките си?',
      en: 'How can people who are far from their families spend the holiday?',
    },
    plan: {
      bg: 'Събираме се два следобеда, печем сладки по рецепти от дома и каним съседите на обща трапеза.',
      en: 'We meet on two afternoons, bake sweets from our own recipes and invite the neighbours to one table.',
    },
    team: ['L01', 'L02', 'L03'],
    begunOn: '2023-02-27',
    approvedOn: '2023-03-06',
    comment: 'Хубава идея. Моля, напишете съставките на всяка сладка заради алергиите.',
    startsOn: '2023-03-27',
    endsOn: '2023-04-21',
    tasks: [
      { title: 'Уговаряне на кухня с фурна', owner: 'L02', dueOn: '2023-04-03', doneOn: '2023-03-30' },
      { title: 'Покупка на брашно, фурми и ядки', owner: 'L01', dueOn: '2023-04-17', doneOn: '2023-04-16' },
      {
        title: 'Покани на арабски, български и английски',
        owner: 'L03',
        dueOn: '2023-04-14',
        doneOn: '2023-04-12',
      },
      { title: 'Обща трапеза', dueOn: '2023-04-21', doneOn: '2023-04-21' },
    ],
    costs: [
      ['Продукти', '164,50'],
      ['Опаковки и покани', '38,00'],
    ],
    partners: [{ institution: 'ngo-harmanli' }, { name: 'Квартална пекарна' }],
    ended: { on: '2023-04-24', peopleReached: 92 },
    story: {
      title: { bg: 'Една трапеза за целия квартал', en: 'One table for the whole neighbourhood' },
      body: {
        bg: 'Два следобеда месихме и пекохме заедно. На празника дойдоха 92 души – хора от центъра и съседи, които дотогава само се поздравяваха. Накрая всички искаха рецептите, затова ги написахме на три езика.',
        en: 'We kneaded and baked together on two afternoons. On the holiday 92 people came: people from the centre, and neighbours who until then had only nodded to each other. In the end everybody asked for the recipes, so we wrote them down in three languages.',
      },
      writtenOn: '2023-05-02',
      agreed: [
        ['L01', '2023-05-02'],
        ['L02', '2023-05-03'],
        ['L03', '2023-05-05'],
      ],
      publishedOn: '2023-05-08',
    },
  },
  {
    title: { bg: 'Ателие по рисуване', en: 'Painting workshop' },
    question: {
      bg: 'Къде могат хора без общ език да прекарат време заедно?',
      en: 'Where can people who share no language spend time together?',
    },
    plan: {
      bg: 'Четири съботи рисуваме на открито. Не е нужно да се говори един и същ език. Накрая показваме картините.',
      en: 'We paint outdoors on four Saturdays. Nobody needs to speak the same language. At the end we show the pictures.',
    },
    team: ['L10', 'L14'],
    begunOn: '2023-03-20',
    approvedOn: '2023-03-28',
    comment: 'Одобрено. При дъжд може да се ползва залата на училището.',
    startsOn: '2023-04-22',
    endsOn: '2023-05-20',
    tasks: [
      { title: 'Бои, четки и хартия', owner: 'L10', dueOn: '2023-04-20', doneOn: '2023-04-19' },
      { title: 'Място при лошо време', owner: 'L14', dueOn: '2023-04-20', doneOn: '2023-04-20' },
      { title: 'Изложба на картините', dueOn: '2023-05-20', doneOn: '2023-05-20' },
    ],
    costs: [
      ['Бои, четки и хартия', '142,80'],
      ['Рамки за изложбата', '65,00'],
    ],
    partners: [{ institution: 'school-harmanli' }],
    ended: { on: '2023-05-22', peopleReached: 48 },
    story: {
      title: { bg: 'Четири съботи с бои', en: 'Four Saturdays with paint' },
      body: {
        bg: 'Рисувахме четири съботи. Дойдоха 48 души, най-малкият участник беше на пет години. На изложбата всеки застана до своята картина и каза една дума за нея на своя език.',
        en: 'We painted on four Saturdays. 48 people came, and the youngest was five years old. At the exhibition each of them stood beside the own picture and said one word about it in the own language.',
      },
      writtenOn: '2023-06-01',
      agreed: [['L10', '2023-06-01']],
    },
  },
  {
    title: { bg: 'Спортен ден за деца', en: 'Sports day for children' },
    question: {
      bg: 'Как децата от центъра и от града да играят заедно?',
      en: 'How can the children of the centre and of the town play together?',
    },
    plan: {
      bg: 'Един ден с футбол, щафети и народна топка на училищното игрище, в смесени отбори.',
      en: 'One day with football, relay races and dodgeball on the school’s field, in mixed teams.',
    },
    team: ['L12', 'L13', 'L04'],
    begunOn: '2023-04-03',
    approvedOn: '2023-04-11',
    comment: 'Одобрено. Моля, осигурете човек с аптечка и вода за всички.',
    startsOn: '2023-05-08',
    endsOn: '2023-06-03',
    tasks: [
      { title: 'Разрешение за игрището', owner: 'L12', dueOn: '2023-05-12', doneOn: '2023-05-11' },
      { title: 'Смесени отбори и правила', owner: 'L04', dueOn: '2023-05-26', doneOn: '2023-05-25' },
      { title: 'Вода, плодове и аптечка', owner: 'L13', dueOn: '2023-06-01', doneOn: '2023-06-01' },
      { title: 'Подреждане на игрището след деня', dueOn: '2023-06-03', doneOn: '2023-06-03' },
    ],
    costs: [
      ['Топки и конуси', '118,00'],
      ['Вода и плодове', '96,40'],
      ['Медали от дърво', '55,00'],
    ],
    partners: [{ institution: 'school-harmanli' }, { institution: 'municipality-harmanli' }],
    ended: { on: '2023-06-05', peopleReached: 146 },
    story: {
      title: { bg: 'Всички отбори бяха смесени', en: 'All the teams were mixed' },
      body: {
        bg: 'На игрището дойдоха 146 деца и родители. Нямаше отбор на центъра и отбор на града: имената се теглеха от една шапка. След последната щафета децата сами поискаха реванш и сега играят всяка сряда.',
        en: '146 children and parents came to the field. There was no team of the centre and no team of the town: the names were drawn from one hat. After the last relay race the children asked for another round, and now they play every Wednesday.',
      },
      writtenOn: '2023-06-12',
      agreed: [
        ['L12', '2023-06-12'],
        ['L13', '2023-06-13'],
        ['L04', '2023-06-14'],
      ],
      publishedOn: '2023-06-15',
    },
  },
  {
    title: { bg: 'Поправка на дрехи', en: 'Clothes repair' },
    question: {
      bg: 'Какво да правят хората с дрехи, които само трябва да се зашият?',
      en: 'What can people do with clothes that only need a few stitches?',
    },
    plan: {
      bg: 'Всеки вторник има маса за шиене с две машини. Който донесе дреха, се учи сам да я поправи.',
      en: 'A sewing table with two machines every Tuesday. Whoever brings clothes learns to mend them.',
    },
    team: ['L06', 'L15'],
    begunOn: '2023-04-24',
    approvedOn: '2023-05-02',
    comment: 'Одобрено за седем вторника.',
    startsOn: '2023-05-16',
    endsOn: '2023-06-27',
    tasks: [
      { title: 'Две шевни машини назаем', owner: 'L06', dueOn: '2023-05-15', doneOn: '2023-05-13' },
      { title: 'Конци, игли и копчета', owner: 'L15', dueOn: '2023-05-15', doneOn: '2023-05-15' },
      { title: 'Лист с прости поправки в картинки', dueOn: '2023-05-30', doneOn: '2023-06-02' },
    ],
    costs: [
      ['Конци, игли, копчета и ципове', '87,30'],
      ['Ремонт на шевна машина', '60,00'],
    ],
    partners: [{ institution: 'social-harmanli' }, { name: 'Шивашко ателие' }],
    ended: { on: '2023-06-29', peopleReached: 57 },
  },
  {
    title: { bg: 'Вечер за здравето на жените', en: 'Women’s health evening' },
    question: {
      bg: 'Кого могат да попитат жените за здравето си на своя език?',
      en: 'Whom can women ask about their health in their own language?',
    },
    plan: {
      bg: 'Две вечери с акушерка и преводачка. Въпросите се събират предварително и без имена.',
      en: 'Two evenings with a midwife and an interpreter. Questions are collected beforehand and without names.',
    },
    team: ['L09', 'L16', 'L17'],
    begunOn: '2024-01-15',
    approvedOn: '2024-01-22',
    comment: 'Одобрено. Децата могат да бъдат в съседната стая, ще осигурим доброволка.',
    startsOn: '2024-02-12',
    endsOn: '2024-03-08',
    tasks: [
      { title: 'Уговорка с акушерката', owner: 'L09', dueOn: '2024-02-09', doneOn: '2024-02-08' },
      { title: 'Кутия за въпроси без имена', owner: 'L17', dueOn: '2024-02-16', doneOn: '2024-02-15' },
      { title: 'Преводачка от арабски', owner: 'L16', dueOn: '2024-02-19', doneOn: '2024-02-19' },
      { title: 'Две вечери', dueOn: '2024-03-08', doneOn: '2024-03-07' },
    ],
    costs: [
      ['Превод', '180,00'],
      ['Чай и плодове', '42,60'],
    ],
    partners: [{ institution: 'hospital-stara-zagora' }, { institution: 'social-stara-zagora' }],
    ended: { on: '2024-03-11', peopleReached: 69 },
  },
  {
    title: { bg: 'Компютърен курс', en: 'Computer course' },
    question: {
      bg: 'Как да подават хората документи, които се приемат само по интернет?',
      en: 'How can people file papers that are taken only online?',
    },
    plan: {
      bg: 'Осем вечери: електронна поща, формуляри на институциите, търсене на работа, сигурни пароли.',
      en: 'Eight evenings: e-mail, the forms of the offices, looking for work, safe passwords.',
    },
    team: ['L08', 'L19', 'L20'],
    begunOn: '2024-02-19',
    approvedOn: '2024-02-27',
    comment: 'Одобрено. Бюрото по труда предлага свой лектор за вечерта за търсене на работа.',
    startsOn: '2024-03-26',
    endsOn: '2024-05-14',
    tasks: [
      { title: 'Зала с десет компютъра', owner: 'L19', dueOn: '2024-03-15', doneOn: '2024-03-14' },
      { title: 'Списък на записаните', owner: 'L20', dueOn: '2024-03-22', doneOn: '2024-03-22' },
      { title: 'Упражнения с формуляри', owner: 'L08', dueOn: '2024-04-16', doneOn: '2024-04-15' },
      { title: 'Вечер за търсене на работа', owner: 'L20', dueOn: '2024-05-07' },
    ],
    costs: [
      ['Учебни материали', '74,00'],
      ['Флаш памети', '90,00'],
    ],
    partners: [{ institution: 'school-stara-zagora' }, { institution: 'labour-haskovo' }],
  },
  {
    title: { bg: 'Придружители по пътя до училище', en: 'School-route companions' },
    question: {
      bg: 'Как децата да стигат спокойно до училище през първите седмици?',
      en: 'How can children get to school without fear in the first weeks?',
    },
    plan: {
      bg: 'Доброволци вървят с децата по три пътя до училище, докато намерят приятели за по пътя.',
      en: 'Volunteers walk with the children on three ways to school until they have found friends for the way.',
    },
    team: ['L07', 'L18'],
    begunOn: '2024-03-04',
    approvedOn: '2024-03-12',
    comment: 'Одобрено. Всеки придружител представя декларация преди първия ден.',
    startsOn: '2024-04-08',
    endsOn: '2024-05-31',
    tasks: [
      { title: 'Карта на трите пътя', owner: 'L18', dueOn: '2024-03-29', doneOn: '2024-03-28' },
      { title: 'Съгласие на родителите', owner: 'L07', dueOn: '2024-04-05', doneOn: '2024-04-05' },
      { title: 'Светлоотразителни жилетки', owner: 'L18', dueOn: '2024-04-22' },
      { title: 'Разговор с учителите след първия месец', owner: 'L07', dueOn: '2024-05-10' },
    ],
    costs: [['Светлоотразителни жилетки', '110,00']],
    partners: [{ institution: 'school-stara-zagora' }, { institution: 'police-stara-zagora' }],
  },
];

/** The budgets are in leva. */
export const currency = 'BGN';
