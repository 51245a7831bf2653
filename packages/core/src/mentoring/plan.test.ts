import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../clock/days.ts';
import {
  type Course,
  differences,
  dueDays,
  type Mark,
  offersFor,
  type PlanTask,
  planProblem,
} from './plan.ts';

const task = (id: string, after: string | null, days: number, changes: Partial<PlanTask> = {}): PlanTask => ({
  id,
  titles: { bg: id },
  owner: 'mentor',
  after,
  days,
  moduleId: null,
  ...changes,
});

const mark = (changes: Partial<Mark>): Mark => ({
  doneOn: null,
  movedTo: null,
  isDropped: false,
  ...changes,
});

const courseOf = (marks: Record<string, Partial<Mark>> = {}, startsOn = '2026-03-02'): Course => ({
  startsOn,
  marks: new Map(Object.entries(marks).map(([id, changes]) => [id, mark(changes)])),
});

const plan = [
  task('review', 'goals', 30),
  task('goals', 'meeting', 14),
  task('meeting', null, 10),
  task('closing', null, 180),
];

const due = (course: Course, tasks = plan) => Object.fromEntries(dueDays(tasks, course));

test('tasks are due so many days after the start or after another task, in whatever order they stand', () => {
  expect(due(courseOf())).toEqual({
    meeting: '2026-03-12',
    goals: '2026-03-26',
    review: '2026-04-25',
    closing: '2026-08-29',
  });
  expect(due(courseOf({}, '2024-02-19'))).toMatchObject({ meeting: '2024-02-29', goals: '2024-03-14' });
});

test('what follows goes by the day on which the task before was done, or by the day that was set for it', () => {
  expect(due(courseOf({ meeting: { doneOn: '2026-03-04' } }))).toMatchObject({
    meeting: '2026-03-12',
    goals: '2026-03-18',
    review: '2026-04-17',
  });
  expect(due(courseOf({ goals: { movedTo: '2026-04-01' } }))).toMatchObject({
    meeting: '2026-03-12',
    goals: '2026-04-01',
    review: '2026-05-01',
  });
});

test('an impossible plan names its tasks', () => {
  expect(planProblem(plan)).toBeNull();
  expect(planProblem([])).toBeNull();
  expect(planProblem([task('a', null, 1), task('b', 'a', 1), task('a', 'b', 1)])).toEqual({
    is: 'twice',
    taskIds: ['a'],
  });
  expect(planProblem([task('a', 'gone', 1), task('b', 'a', 1)])).toEqual({ is: 'unknown', taskIds: ['a'] });
  expect(planProblem([task('self', 'self', 1)])).toEqual({ is: 'cycle', taskIds: ['self'] });
  const circle = [task('leads in', 'c', 1), task('a', 'c', 1), task('b', 'a', 1), task('c', 'b', 1)];
  expect(planProblem(circle)).toEqual({ is: 'cycle', taskIds: ['a', 'b', 'c'] });
  expect(() => dueDays(circle, courseOf())).toThrow('a, b, c');
});

test('a changed template offers what is new, gone, moved, reworded and handed over', () => {
  const changed = [
    task('meeting', null, 5),
    task('goals', 'meeting', 14, { owner: 'mentee', titles: { bg: 'goals', ar: 'أهداف' } }),
    task('survey', 'goals', 2),
    task('review', 'goals', 25),
  ];
  expect(differences(plan, changed, courseOf())).toEqual([
    { taskId: 'meeting', is: 'move', from: '2026-03-12', to: '2026-03-07' },
    { taskId: 'goals', is: 'move', from: '2026-03-26', to: '2026-03-21' },
    { taskId: 'goals', is: 'hand_over', from: 'mentor', to: 'mentee' },
    { taskId: 'goals', is: 'reword' },
    { taskId: 'survey', is: 'add', dueOn: '2026-03-23' },
    { taskId: 'review', is: 'move', from: '2026-04-25', to: '2026-04-15' },
    { taskId: 'closing', is: 'remove', dueOn: '2026-08-29' },
  ]);
});

test('what is done or dropped stays, and so does a day that was set by hand', () => {
  const changed = [task('meeting', null, 5), task('goals', 'meeting', 7), task('review', 'goals', 10)];
  const course = courseOf({
    meeting: { doneOn: '2026-03-12' },
    goals: { movedTo: '2026-04-01' },
    closing: { isDropped: true },
  });
  expect(differences(plan, changed, course)).toEqual([
    { taskId: 'review', is: 'move', from: '2026-05-01', to: '2026-04-11' },
  ]);
});

test('only relations in which something changes are offered anything', () => {
  const changed = plan.map((each) => (each.id === 'meeting' ? { ...each, days: 7 } : each));
  const early = { id: 'early', followed: plan, ...courseOf() };
  const late = { id: 'late', followed: plan, ...courseOf({ meeting: { doneOn: '2026-03-09' } }) };
  const current = { id: 'current', followed: changed, ...courseOf() };
  const offers = offersFor(changed, [early, late, current]);
  expect(offers.map(({ relation }) => relation.id)).toEqual(['early']);
  expect(offers[0]?.differences.map(({ taskId }) => taskId)).toEqual(['review', 'goals', 'meeting']);
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const day = fc.integer({ min: 0, max: 400 }).map((count) => addDays('2026-01-01', count));
const anyTasks = fc
  .shuffledSubarray(ids)
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((id) =>
        fc
          .tuple(
            fc.option(fc.constantFrom(...chosen)),
            fc.integer({ min: 0, max: 90 }),
            fc.constantFrom('mentor' as const, 'mentee' as const),
            fc.constantFrom('alt', 'neu'),
          )
          .map(([after, days, owner, word]) => task(id, after, days, { owner, titles: { de: word } })),
      ),
    ),
  );
const plans = anyTasks.filter((tasks) => planProblem(tasks) === null);
const courses = fc
  .record({
    startsOn: day,
    marks: fc.dictionary(
      fc.constantFrom(...ids),
      fc.record({
        doneOn: fc.option(day, { freq: 1 }),
        movedTo: fc.option(day, { freq: 1 }),
        isDropped: fc.boolean(),
      }),
    ),
  })
  .map(({ startsOn, marks }) => courseOf(marks, startsOn));

test('a circle is found if there is one, and each named task follows the one before', () => {
  fc.assert(
    fc.property(anyTasks, (tasks) => {
      const after = new Map(tasks.map((each) => [each.id, each.after]));
      const endsAtStart = ({ id }: PlanTask) => {
        let at: string | null = id;
        for (let steps = 0; steps <= tasks.length && at !== null; steps++) at = after.get(at) ?? null;
        return at === null;
      };
      const problem = planProblem(tasks);
      expect(problem === null).toBe(tasks.every(endsAtStart));
      for (const [index, id] of (problem?.taskIds ?? []).entries()) {
        expect(after.get(id)).toBe(problem?.taskIds.at(index - 1));
      }
    }),
    { numRuns: 1000 },
  );
});

test('whatever the templates and the relation: the offered differences make the new plan of the old one, and none is too many', () => {
  fc.assert(
    fc.property(plans, plans, courses, (followed, changed, course) => {
      expect(differences(followed, followed, course)).toEqual([]);
      const isOpen = (id: string) => !course.marks.get(id)?.doneOn && !course.marks.get(id)?.isDropped;
      const open = (tasks: readonly PlanTask[]) =>
        new Map([...dueDays(tasks, course)].filter(([id]) => isOpen(id)));
      const made = open(followed);
      for (const difference of differences(followed, changed, course)) {
        const { taskId, is } = difference;
        expect(isOpen(taskId)).toBe(true);
        if (is === 'add') {
          expect(made.has(taskId)).toBe(false);
          made.set(taskId, difference.dueOn);
        }
        if (is === 'move') {
          expect(made.get(taskId)).toBe(difference.from);
          made.set(taskId, difference.to);
        }
        if (is === 'remove') expect(made.delete(taskId)).toBe(true);
      }
      expect([...made].sort()).toEqual([...open(changed)].sort());
    }),
    { numRuns: 1000 },
  );
});
