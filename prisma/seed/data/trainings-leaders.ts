import { cohorts } from './mentoring-bg.ts';
import { fullDay, type SeedTraining } from './training.ts';

type Module = { theme: SeedTraining['theme']; bg: [string, string, string]; en: [string, string, string] };

/** What every leader learns before a mentor comes: four themes. */
const modules: Module[] = [
  {
    theme: 'leadership',
    bg: [
      'Лидерски умения',
      'Да говориш за другите, да слушаш и да носиш отговорност.',
      'Води среща на общността',
    ],
    en: [
      'Leadership skills',
      'Speaking for others, listening, and answering for it.',
      'Lead a meeting of the community',
    ],
  },
  {
    theme: 'community_mobilisation',
    bg: [
      'Мобилизиране на общността',
      'От един въпрос до група хора, които действат.',
      'Събира екип около един въпрос',
    ],
    en: [
      'Mobilising a community',
      'From one question to a group of people who act.',
      'Gather a team around a question',
    ],
  },
  {
    theme: 'campaigns',
    bg: ['Организиране на кампании', 'Цел, послание, задачи и срокове.', 'Планира малка кампания'],
    en: ['Organising campaigns', 'Goal, message, tasks and dates.', 'Plan a small campaign'],
  },
  {
    theme: 'conflict_resolution',
    bg: ['Разрешаване на конфликти', 'Как спорът остава разговор.', 'Посредничи в лек спор'],
    en: ['Resolving conflicts', 'How a dispute stays a conversation.', 'Mediate in a light dispute'],
  },
];

const fortnight = 14 * 86_400_000;

/** Four modules for each cohort, a fortnight apart, from the day on which its training begins. */
export const leaderModules: (SeedTraining & { cohort: number })[] = cohorts.flatMap((cohort, round) =>
  modules.map(({ theme, bg, en }, index) => {
    const day = new Date(Date.parse(cohort.startsOn) + index * fortnight).toISOString().slice(0, 10);
    const leaders = cohort.groups.flatMap((group) => group.leaders);
    const opens = new Date(Date.parse(cohort.startsOn) - fortnight / 2).toISOString().slice(0, 10);
    return {
      cohort: round,
      network: 'bg-model',
      coordinator: 'coord.bg',
      code: `BG-L-M${index + 1}-${round + 1}`,
      theme,
      audience: 'leaders',
      mode: 'onsite',
      venue: cohort.place,
      languages: ['bg', 'en', 'ar'],
      visibility: 'network',
      trainers: [index % 2 === 0 ? 'trainer.bg' : 'trainer2.bg'],
      capacity: 16,
      quota: null,
      givesCertificate: false,
      minutes: 390,
      days: [[day, ...fullDay]],
      published: opens,
      opens,
      closes: day,
      texts: { bg: [bg[0], bg[1], [bg[2]]], en: [en[0], en[1], [en[2]]] },
      places: [],
      selves: leaders.map(({ alias }) => alias.toLowerCase()).filter(hasLogin),
      // One leader of each cohort missed the third module.
      held: { never: index === 2 ? 1 : 0, partly: 0 },
    };
  }),
);

/** The first twelve leaders have a login. */
function hasLogin(mailbox: string): boolean {
  return Number(mailbox.slice(1)) <= 12;
}
