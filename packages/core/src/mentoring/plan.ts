import { addDays } from '../clock/days.ts';

export const planOwners = ['mentor', 'mentee', 'coordinator'] as const;
export type PlanOwner = (typeof planOwners)[number];

/** A task of a plan template. Its id stays the same in every version of the template. */
export type PlanTask = {
  id: string;
  /** In each language. */
  titles: Readonly<Record<string, string>>;
  owner: PlanOwner;
  /** The task that it follows; null for the start of the relation. */
  after: string | null;
  days: number;
  /** What is to be attended; null for what is ticked. */
  moduleId: string | null;
};

/** What makes a plan impossible, with the tasks that do. */
export type PlanProblem = {
  /** Two tasks have one id; tasks follow what is not in the plan; each of these tasks follows the one before, in a circle. */
  is: 'twice' | 'unknown' | 'cycle';
  taskIds: string[];
};

/** What a running relation has made of a task. */
export type Mark = { doneOn: string | null; movedTo: string | null; isDropped: boolean };

/** What due days rest on in one relation; tasks without a mark are open and on their day. */
export type Course = { startsOn: string; marks: ReadonlyMap<string, Mark> };

/** The first thing that makes a plan impossible, or null. */
export function planProblem(tasks: readonly PlanTask[]): PlanProblem | null {
  const ids = tasks.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) return { is: 'twice', taskIds: [...new Set(twice)] };
  const unknown = tasks.filter(({ after }) => after !== null && !ids.includes(after));
  if (unknown.length > 0) return { is: 'unknown', taskIds: unknown.map(({ id }) => id) };
  const { cycle } = inOrder(tasks);
  return cycle.length > 0 ? { is: 'cycle', taskIds: cycle.map(({ id }) => id) } : null;
}

/**
 * The day on which each task of a plan is due in a relation: so many days after the start, or after the task before was done;
 * as long as it is not, after the day on which it is due. A day that was set by hand stays, and what follows goes by it.
 * @throws when the plan is impossible: `planProblem` is asked when a template is saved
 */
export function dueDays(tasks: readonly PlanTask[], { startsOn, marks }: Course): Map<string, string> {
  const problem = planProblem(tasks);
  if (problem) throw new Error(`Plan impossible (${problem.is}): ${problem.taskIds.join(', ')}`);
  const due = new Map<string, string>();
  for (const { id, after, days } of inOrder(tasks).order) {
    const from = after === null ? startsOn : (marks.get(after)?.doneOn ?? due.get(after) ?? startsOn);
    due.set(id, marks.get(id)?.movedTo ?? addDays(from, days));
  }
  return due;
}

/** What a changed template would change in a relation. */
export type Difference = { taskId: string } & (
  | { is: 'add' | 'remove'; dueOn: string }
  | { is: 'move'; from: string; to: string }
  | { is: 'hand_over'; from: PlanOwner; to: PlanOwner }
  | { is: 'reword' | 'relink' }
);

/**
 * What would change in a running relation if it followed the changed template instead of the one that it follows now. Tasks
 * that are done or dropped stay as they are, and so do days that were set by hand.
 */
export function differences(
  followed: readonly PlanTask[],
  changed: readonly PlanTask[],
  course: Course,
): Difference[] {
  const dueNow = dueDays(followed, course);
  const dueThen = dueDays(changed, course);
  const before = new Map(followed.map((task) => [task.id, task]));
  const isOpen = ({ id }: PlanTask) => {
    const mark = course.marks.get(id);
    return !mark?.doneOn && !mark?.isDropped;
  };
  const found: Difference[] = [];
  for (const task of changed.filter(isOpen)) {
    const old = before.get(task.id);
    const [from, to] = [dueNow.get(task.id), dueThen.get(task.id) ?? course.startsOn];
    if (!old || from === undefined) {
      found.push({ taskId: task.id, is: 'add', dueOn: to });
      continue;
    }
    if (from !== to) found.push({ taskId: task.id, is: 'move', from, to });
    if (old.owner !== task.owner) {
      found.push({ taskId: task.id, is: 'hand_over', from: old.owner, to: task.owner });
    }
    if (!hasSameTitles(old, task)) found.push({ taskId: task.id, is: 'reword' });
    if (old.moduleId !== task.moduleId) found.push({ taskId: task.id, is: 'relink' });
  }
  for (const task of followed.filter(isOpen)) {
    if (dueThen.has(task.id)) continue;
    found.push({ taskId: task.id, is: 'remove', dueOn: dueNow.get(task.id) ?? course.startsOn });
  }
  return found;
}

/** The running relations in which a changed template would change something, each with what to offer. */
export function offersFor<Relation extends Course & { followed: readonly PlanTask[] }>(
  changed: readonly PlanTask[],
  relations: readonly Relation[],
): { relation: Relation; differences: Difference[] }[] {
  return relations
    .map((relation) => ({ relation, differences: differences(relation.followed, changed, relation) }))
    .filter((offer) => offer.differences.length > 0);
}

/** When a module is done by a whole relation: on the last day that one of them took for it; null as long as one is missing. */
export function doneByAttending(
  menteeIds: readonly string[],
  attended: readonly { menteeId: string; day: string }[],
): string | null {
  const days = menteeIds.map((id) => attended.find(({ menteeId }) => menteeId === id)?.day ?? null);
  if (days.length === 0 || days.includes(null)) return null;
  return days.reduce((last, day) => ((day ?? '') > (last ?? '') ? day : last));
}

/** What a relation has made of its tasks: by hand, and of modules by having been there. */
export function courseOf({
  startsOn,
  tasks,
  marks: byHand,
  menteeIds,
  attended,
}: {
  startsOn: string;
  tasks: readonly PlanTask[];
  marks: readonly ({ taskId: string } & Mark)[];
  menteeIds: readonly string[];
  attended: readonly { moduleId: string; menteeId: string; day: string }[];
}): Course {
  const marks = new Map<string, Mark>(byHand.map(({ taskId, ...mark }) => [taskId, mark]));
  for (const { id, moduleId } of tasks) {
    if (moduleId === null) continue;
    const mark = marks.get(id) ?? { doneOn: null, movedTo: null, isDropped: false };
    const there = attended.filter((each) => each.moduleId === moduleId);
    marks.set(id, { ...mark, doneOn: mark.doneOn ?? doneByAttending(menteeIds, there) });
  }
  return { startsOn, marks };
}

export const taskMarks = ['done', 'open', 'dropped', 'moved'] as const;

/** Who may say that a task is done: whoever it waits for, and a mentor for the mentees, who may have no login. */
export function mayMark(owner: PlanOwner, as: PlanOwner): boolean {
  return owner === as || (owner === 'mentee' && as === 'mentor');
}

/** How many modules make somebody a leader: three of four, and so of any number. */
export const modulesNeeded = { of: 4, are: 3 } as const;

// Each task behind the one that it follows; or the first circle, each task behind the one that it follows.
function inOrder(tasks: readonly PlanTask[]): { order: PlanTask[]; cycle: PlanTask[] } {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const order = new Set<PlanTask>();
  for (const task of tasks) {
    const chain: PlanTask[] = [];
    for (let next: PlanTask | undefined = task; next && !order.has(next); next = byId.get(next.after ?? '')) {
      const begin = chain.indexOf(next);
      if (begin >= 0) return { order: [], cycle: chain.slice(begin).reverse() };
      chain.push(next);
    }
    for (const each of chain.reverse()) order.add(each);
  }
  return { order: [...order], cycle: [] };
}

function hasSameTitles({ titles: one }: PlanTask, { titles: other }: PlanTask): boolean {
  const languages = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...languages].every((language) => one[language] === other[language]);
}
