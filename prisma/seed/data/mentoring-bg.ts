import type { availability, topics } from '@tessera/core/mentoring/rules.ts';
import type { PrerequisiteCode } from '@tessera/core/prerequisites/rules.ts';

type Topic = (typeof topics)[number];
type Slot = (typeof availability)[number];

export type SeedMentor = {
  mailbox: string;
  languages: string[];
  topics: Topic[];
  availability: Slot[];
  place: string;
  /** What was seen before they began, where the proof on record is a later one. */
  seen?: Partial<Record<PrerequisiteCode, string>>;
};

/** What became of a goal. */
export type GoalEnd = 'achieved' | 'partly' | 'in_progress' | 'dropped';

export type SeedLeader = {
  alias: string;
  languages: string[];
  topics: Topic[];
  availability: Slot[];
  /** Of those without a login: the institution that nominates them and answers for them. */
  institution?: string;
  goals: GoalEnd[];
  /** Who went before the relation ended, and how. */
  left?: { on: string; as: 'graduated' | 'moved_away' | 'withdrawn' };
};

export type SeedGroup = {
  mentor: SeedMentor;
  leaders: SeedLeader[];
  from: string;
  /** The day of the last meeting. */
  until: string;
  /** It is still going on. */
  isActive?: boolean;
  isArabic?: boolean;
  missed: number;
  cancelled: number;
};

export type SeedCohort = {
  name: string;
  place: string;
  /** When its modules began. */
  startsOn: string;
  matchedOn: string;
  groups: SeedGroup[];
};

/** Meetings of a group: so many for each of its leaders. */
export const meetingsPerLeader = 12;

export const programme = {
  network: 'bg-model',
  coordinator: 'coord.bg',
  code: 'LEADERS',
  designedOn: '2022-10-03',
  startsOn: '2022-11-07',
  endsOn: '2024-05-31',
  texts: [
    {
      language: 'bg',
      title: 'Лидери на общности',
      summary:
        'Двадесет лидери от общностите на бежанци и мигранти работят с ментор по въпрос, който е важен за хората около тях.',
    },
    {
      language: 'en',
      title: 'Community leaders',
      summary:
        'Twenty leaders from refugee and migrant communities work with a mentor on a question that matters to the people around them.',
    },
  ],
};

const centre = 'reception-harmanli';

/** Twelve leaders and eight; of twenty, those from L13 on have no login. */
export const cohorts: SeedCohort[] = [
  {
    name: 'Първи випуск',
    place: 'Харманли',
    startsOn: '2022-11-07',
    matchedOn: '2023-01-09',
    groups: [
      {
        mentor: {
          mailbox: 'mentor.c',
          languages: ['bg', 'en', 'ar'],
          topics: ['community', 'health', 'offices'],
          availability: ['tue_evening', 'sat_morning'],
          place: 'Харманли',
          seen: { background_check: '2022-11-21', safeguarding_training: '2022-11-19' },
        },
        leaders: [
          leader('L01', ['ar', 'en'], ['health', 'community'], ['achieved', 'achieved', 'achieved']),
          leader('L02', ['ar', 'bg'], ['offices', 'community'], ['achieved', 'achieved', 'partly']),
          leader('L03', ['ar', 'en'], ['family', 'education'], ['achieved', 'achieved']),
        ],
        from: '2023-01-16',
        until: '2023-07-10',
        missed: 2,
        cancelled: 2,
      },
      {
        mentor: {
          mailbox: 'mentor.d',
          languages: ['bg', 'en'],
          topics: ['housing', 'work', 'language'],
          availability: ['wed_evening', 'sun_afternoon'],
          place: 'Харманли',
          seen: { safeguarding_training: '2022-11-19' },
        },
        leaders: [
          leader('L04', ['fa', 'en'], ['housing', 'work'], ['achieved', 'achieved', 'partly']),
          leader('L05', ['fa', 'en'], ['language'], ['partly', 'dropped'], {
            on: '2023-03-22',
            as: 'moved_away',
          }),
          leader('L06', ['prs', 'fa'], ['work', 'digital'], ['achieved', 'achieved', 'achieved']),
        ],
        from: '2023-01-16',
        until: '2023-07-11',
        missed: 2,
        cancelled: 2,
      },
      {
        mentor: {
          mailbox: 'mentor.e',
          languages: ['bg', 'uk', 'ru'],
          topics: ['family', 'community', 'culture'],
          availability: ['mon_evening', 'thu_evening'],
          place: 'Хасково',
          seen: { background_check: '2022-11-21', safeguarding_training: '2022-11-19' },
        },
        leaders: [
          leader('L10', ['uk', 'ru', 'bg'], ['community', 'culture'], ['achieved', 'partly']),
          leader('L11', ['uk', 'ru'], ['work'], ['partly', 'dropped'], { on: '2023-05-17', as: 'withdrawn' }),
        ],
        from: '2023-01-16',
        until: '2023-07-06',
        missed: 1,
        cancelled: 1,
      },
      {
        mentor: {
          mailbox: 'mentor.f',
          languages: ['bg', 'en', 'kmr'],
          topics: ['education', 'sport', 'digital'],
          availability: ['fri_afternoon', 'sat_afternoon'],
          place: 'Свиленград',
          seen: { background_check: '2022-11-22', safeguarding_training: '2022-11-19' },
        },
        leaders: [
          leader('L12', ['kmr', 'en'], ['sport', 'education'], ['achieved', 'achieved', 'achieved']),
          leader('L13', ['kmr', 'ar'], ['education'], ['achieved', 'partly'], undefined, centre),
        ],
        from: '2023-01-16',
        until: '2023-07-13',
        missed: 1,
        cancelled: 2,
      },
      {
        mentor: {
          mailbox: 'mentor.g',
          languages: ['bg', 'en'],
          topics: ['language', 'health', 'work'],
          availability: ['tue_morning', 'sat_morning'],
          place: 'Харманли',
          seen: { background_check: '2022-11-22', safeguarding_training: '2022-11-19' },
        },
        leaders: [
          leader('L14', ['ps', 'prs'], ['language', 'health'], ['achieved', 'achieved'], undefined, centre),
          leader('L15', ['ps', 'en'], ['work'], ['achieved', 'partly'], undefined, centre),
        ],
        from: '2023-01-16',
        until: '2023-07-12',
        missed: 1,
        cancelled: 1,
      },
    ],
  },
  {
    name: 'Втори випуск',
    place: 'Стара Загора',
    startsOn: '2023-09-04',
    matchedOn: '2023-10-30',
    groups: [
      {
        mentor: {
          mailbox: 'mentor.k',
          languages: ['bg', 'en', 'fa'],
          topics: ['community', 'culture', 'education'],
          availability: ['mon_evening', 'wed_evening', 'sat_morning'],
          place: 'Стара Загора',
        },
        leaders: [
          leader('L07', ['en', 'fa'], ['community', 'education'], ['achieved', 'in_progress', 'in_progress']),
          leader('L08', ['en', 'fa'], ['culture'], ['in_progress', 'in_progress', 'in_progress']),
          leader('L09', ['fa', 'prs'], ['community'], ['achieved', 'achieved'], {
            on: '2024-04-05',
            as: 'graduated',
          }),
        ],
        from: '2023-11-06',
        until: '2024-04-25',
        isActive: true,
        missed: 2,
        cancelled: 2,
      },
      {
        mentor: {
          mailbox: 'mentor.a',
          languages: ['bg', 'ar'],
          topics: ['family', 'health', 'language'],
          availability: ['thu_afternoon', 'sun_morning'],
          place: 'Нова Загора',
        },
        leaders: [
          leader(
            'L16',
            ['ar'],
            ['health', 'family'],
            ['achieved', 'in_progress', 'in_progress'],
            undefined,
            centre,
          ),
          leader('L17', ['ar'], ['family'], ['achieved', 'achieved'], { on: '2024-03-29', as: 'graduated' }),
          leader('L18', ['ar', 'ckb'], ['language'], ['achieved', 'partly'], {
            on: '2024-03-29',
            as: 'graduated',
          }),
        ],
        from: '2023-11-06',
        until: '2024-04-09',
        isActive: true,
        isArabic: true,
        missed: 1,
        cancelled: 3,
      },
      {
        mentor: {
          mailbox: 'mentor.b',
          languages: ['bg', 'en'],
          topics: ['work', 'digital', 'offices'],
          availability: ['tue_evening', 'fri_evening'],
          place: 'Стара Загора',
        },
        leaders: [
          leader('L19', ['en', 'bg'], ['work', 'offices'], ['achieved', 'dropped']),
          leader('L20', ['en'], ['digital'], ['achieved', 'partly']),
        ],
        from: '2023-11-06',
        until: '2024-04-18',
        missed: 1,
        cancelled: 2,
      },
    ],
  },
];

function leader(
  alias: string,
  languages: string[],
  leaderTopics: Topic[],
  goals: GoalEnd[],
  left?: SeedLeader['left'],
  institution?: string,
): SeedLeader {
  const slots: Slot[] = ['tue_evening', 'sat_morning', 'wed_evening'];
  const turn = Number(alias.slice(1));
  return {
    alias,
    languages,
    topics: leaderTopics,
    availability: slots.filter((_slot, index) => index !== turn % slots.length),
    goals,
    ...(left ? { left } : {}),
    ...(institution ? { institution } : {}),
  };
}
