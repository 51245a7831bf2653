import type { PlanOwner } from '@tessera/core/mentoring/plan.ts';
import { keyOf } from '../play.server.ts';

const id = (what: string) => keyOf('bg-model', 'LEADERS', what);

/** The four modules of the leaders, by the beginning of the codes of their trainings. */
export const modules = [
  { code: 'BG-L-M1', bg: 'Лидерски умения', en: 'Leadership skills' },
  { code: 'BG-L-M2', bg: 'Мобилизиране на общността', en: 'Mobilising a community' },
  { code: 'BG-L-M3', bg: 'Организиране на кампании', en: 'Organising campaigns' },
  { code: 'BG-L-M4', bg: 'Разрешаване на конфликти', en: 'Resolving conflicts' },
].map((module) => ({ ...module, moduleId: id(module.code) }));

type Task = { owner: PlanOwner; after: string | null; days: number; module?: string; bg: string; en: string };

const tasks: Record<string, Task> = {
  modules: {
    owner: 'mentee',
    after: null,
    days: 0,
    module: 'BG-L-M4',
    bg: 'Последният модул е посетен',
    en: 'The last module is attended',
  },
  together: { owner: 'mentor', after: null, days: 7, bg: 'Първа среща', en: 'First meeting' },
  goals: { owner: 'mentor', after: 'together', days: 14, bg: 'Целите са договорени', en: 'Goals are agreed' },
  team: {
    owner: 'mentee',
    after: 'goals',
    days: 30,
    bg: 'Екипът за инициативата е събран',
    en: 'The team for the initiative has come together',
  },
  half: {
    owner: 'coordinator',
    after: null,
    days: 90,
    bg: 'Разговор за първата половина',
    en: 'Talk about the first half',
  },
  farewell: {
    owner: 'mentor',
    after: null,
    days: 160,
    bg: 'Последната среща е подготвена',
    en: 'The last meeting is prepared',
  },
};

/** What is to be done in each relation, and when. */
export const planTasks = Object.entries(tasks).map(([name, { after, module, ...task }]) => ({
  ...task,
  taskId: id(name),
  after: after && id(after),
  moduleId: modules.find(({ code }) => code === module)?.moduleId ?? null,
}));
