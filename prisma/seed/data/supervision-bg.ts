/** The agreement of the programme in the languages that its leaders read. */
export const agreementTexts = [
  {
    language: 'bg',
    confidentiality:
      'Каквото си кажем, остава между нас. Изключение има, когато някой е в опасност: тогава менторът говори с отговорника по закрила и Ви казва за това.',
    places: 'Срещаме се на обществени места, в общността или онлайн. Не се срещаме в дома на никого от нас.',
    hours: 'Пишем си и се обаждаме от 9 до 20 часа. Който не може да дойде, казва предния ден.',
    gifts: 'Не си даваме пари, заеми и подаръци. Не се возим с лични автомобили.',
    ending:
      'Всеки може да спре, когато поиска, без да казва защо. Ако можем, се срещаме още веднъж, за да си кажем довиждане.',
  },
  {
    language: 'en',
    confidentiality:
      'What we say stays between us. The exception is when somebody is in danger: then the mentor speaks with the safeguarding lead and tells you so.',
    places:
      'We meet in public places, at the community centre or online. We do not meet at the home of either of us.',
    hours: 'We write and call from 9 to 20. Whoever cannot come says so the day before.',
    gifts: 'We give each other no money, loans or presents. We do not travel in private cars.',
    ending:
      'Each of us can stop at any time without saying why. If we can, we meet once more to say goodbye.',
  },
  {
    language: 'ar',
    confidentiality:
      'ما نقوله يبقى بيننا. الاستثناء هو أن يكون أحد في خطر: عندها يتحدث المرشد مع مسؤول الحماية ويخبرك بذلك.',
    places: 'نلتقي في أماكن عامة أو في المركز المجتمعي أو عبر الإنترنت. لا نلتقي في بيت أي منا.',
    hours: 'نتراسل ونتصل من الساعة 9 إلى الساعة 20. من لا يستطيع الحضور يخبر الآخر قبل يوم.',
    gifts: 'لا نتبادل المال أو القروض أو الهدايا. لا نتنقل بسيارات خاصة.',
    ending: 'يستطيع كل منا أن يتوقف متى شاء دون ذكر السبب. إن أمكن نلتقي مرة أخيرة لنتودّع.',
  },
] as const;

/** Supervision of a cohort's mentors, one meeting in each quarter. */
export const supervision = [
  { cohort: 0, on: '2023-02-16', themes: 'Първите срещи: как се слага граница и как се казва „не“.' },
  { cohort: 0, on: '2023-05-18', themes: 'Работа с преводач. Какво правим, когато човек дълго не идва.' },
  { cohort: 0, on: '2023-08-17', themes: 'Сбогуване: какво научихме от първия випуск.' },
  { cohort: 1, on: '2023-11-16', themes: 'Начало на втория випуск: очаквания и тревоги на менторите.' },
  {
    cohort: 1,
    on: '2024-02-15',
    themes: 'Умора на менторите. Цели, които не вървят, и кога да се обърнем към координатора.',
    nextOn: '2024-05-16',
  },
] as const;

/** What was asked of the coordinator in one relation that goes on, and answered. */
export const asks = {
  alias: 'L07',
  mentor: 'mentor.k',
  askedOn: '2024-04-11',
  answeredOn: '2024-04-12',
  ofMentor: {
    what: 'more_information',
    answer: 'done',
    words: 'Обадете ми се в петък след 10 часа, ще разкажа повече за новите модули.',
  },
  ofMentee: {
    what: 'more_time',
    answer: 'done',
    words: 'Of course. The group goes on until the end of June; there is no hurry.',
  },
} as const;
