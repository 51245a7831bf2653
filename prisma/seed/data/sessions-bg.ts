import type { InfoTopic } from '@tessera/core/headcounts/rules.ts';
import type { SeedTraining } from './training.ts';

type Topic = { code: InfoTopic; theme: SeedTraining['theme']; bg: string; en: string };

/** What people are told about, as the story names it. */
export const topics: Topic[] = [
  { code: 'health', theme: 'other', bg: 'Здраве', en: 'Health' },
  { code: 'social_rights', theme: 'civil_rights', bg: 'Социални права', en: 'Social rights' },
  { code: 'education', theme: 'social_inclusion_refugees', bg: 'Образование', en: 'Education' },
  { code: 'work', theme: 'social_inclusion_refugees', bg: 'Работа', en: 'Work' },
  { code: 'violence', theme: 'safeguarding', bg: 'Насилие', en: 'Violence' },
  { code: 'womens_rights', theme: 'civil_rights', bg: 'Права на жените', en: 'Women’s rights' },
  { code: 'right_to_protection', theme: 'civil_rights', bg: 'Право на закрила', en: 'Right to protection' },
];

const places = ['Харманли', 'Хасково', 'Стара Загора'];
const firstDay = Date.UTC(2022, 4, 12);

function dayOf(turn: number): string {
  return new Date(firstDay + turn * 33 * 86_400_000).toISOString().slice(0, 10);
}

/** Three information sessions on each topic, open to everyone; nobody registers and nobody is named. */
export const bgSessions: SeedTraining[] = places.flatMap((venue, round) =>
  topics.map(({ code, theme, bg, en }, index): SeedTraining => {
    const turn = round * topics.length + index;
    const opens = dayOf(turn - 1);
    return {
      network: 'bg-model',
      coordinator: 'coord.bg',
      code: `BG-I-${code}-${round + 1}`,
      kind: 'information_session',
      theme,
      audience: 'public',
      mode: 'onsite',
      venue,
      languages: ['bg', 'ar', 'fa'],
      trainers: [index % 2 === 0 ? 'trainer.bg' : 'trainer2.bg'],
      capacity: 40,
      quota: null,
      givesCertificate: false,
      minutes: 120,
      days: [[dayOf(turn), '16:00–18:00']],
      published: opens,
      opens,
      closes: dayOf(turn),
      texts: {
        bg: [
          `Информационна сесия: ${bg}`,
          'За хора, които търсят или имат закрила, с преводачи. Влизането е свободно.',
          [],
        ],
        en: [
          `Information session: ${en}`,
          'For people who seek or hold protection, with interpreters. Everyone may come.',
          [],
        ],
      },
      places: [],
      held: { never: 0, partly: 0 },
    };
  }),
);
