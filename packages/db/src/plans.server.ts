import { attendedModules } from './modules.server.ts';
import { statement } from './statement.server.ts';

export type StoredTask = {
  id: string;
  titles: Record<string, string>;
  owner: string;
  after: string | null;
  days: number;
  moduleId: string | null;
};

const tasksOf = (
  plan: string,
) => `(select coalesce(jsonb_agg(jsonb_build_object('id', k.task_id, 'titles', k.titles,
       'owner', k.owner, 'after', k.after_id, 'days', k.days, 'moduleId', k.module_id) order by k.position), '[]')
     from mentoring_plan_task k where k.network_id = $1 and k.plan_id = ${plan})`;

const marksOf = `(select coalesce(jsonb_agg(jsonb_build_object('taskId', m.task_id, 'doneOn', m.done_on, 'movedTo', m.moved_to,
       'isDropped', m.is_dropped)), '[]') from mentoring_task_mark m where m.network_id = $1 and m.relation_id = r.id)`;

/** Who of a relation is in it now, and who of them has attended which module. */
const whoWasThere = `(select coalesce(array_agg(m.mentee_id order by m.mentee_id), '{}') from mentoring_relation_mentee m
       where m.network_id = $1 and m.relation_id = r.id and m.left_on is null) as "menteeIds",
     (select coalesce(jsonb_agg(jsonb_build_object('moduleId', w.module_id, 'menteeId', w.mentee_id, 'day', w.day)), '[]')
       from mentoring_relation_mentee m join w on w.mentee_id = m.mentee_id
       where m.network_id = $1 and m.relation_id = r.id and m.left_on is null) as attended`;
const withAttended = `with w as materialized (select a.module_id, a.mentee_id, a.day from ${attendedModules} a)`;

export type PlanRow = { id: string; version: number; createdAt: Date; tasks: StoredTask[] };

/** The newest plan of a programme. */
export const newestPlan = statement<[networkId: string, programmeId: string], PlanRow>(
  'newest_mentoring_plan',
  `select p.id, p.version, p.created_at as "createdAt", ${tasksOf('p.id')} as tasks
   from mentoring_plan p where p.network_id = $1 and p.programme_id = $2 order by p.version desc limit 1`,
);

export type StoredMark = {
  taskId: string;
  doneOn: string | null;
  movedTo: string | null;
  isDropped: boolean;
};

export type Attended = { moduleId: string; menteeId: string; day: string };

export type FollowingRow = {
  relationId: string;
  startedOn: string;
  aliases: string[];
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  menteeIds: string[];
  attended: Attended[];
  tasks: StoredTask[];
  marks: StoredMark[];
};

/** The relations of a programme that have begun and go on, with what they follow now and what they have made of it. */
export const relationsFollowing = statement<
  [networkId: string, programmeId: string, running: readonly string[]],
  FollowingRow
>(
  'relations_following',
  `${withAttended}
   select r.id as "relationId", r.started_on::text as "startedOn", a.given_name as "givenName", a.family_name as "familyName",
     a.name_order as "nameOrder", ${tasksOf('f.plan_id')} as tasks, ${marksOf} as marks,
     (select coalesce(array_agg(e.alias order by e.alias), '{}') from mentoring_relation_mentee m
       join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
       where m.network_id = $1 and m.relation_id = r.id and m.left_on is null) as aliases,
     ${whoWasThere}
   from mentoring_relation r
   join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id
   join person a on a.id = p.person_id
   left join mentoring_relation_plan f on f.network_id = $1 and f.relation_id = r.id
   where r.network_id = $1 and r.programme_id = $2 and r.state = any($3) and r.started_on is not null
   order by r.started_on, r.id limit 500`,
);

export type RelationTasksRow = {
  state: string;
  aliases: string[];
  startedOn: string | null;
  menteeIds: string[];
  attended: Attended[];
  tasks: StoredTask[];
  marks: StoredMark[];
};

/** The tasks of one relation, with what was done by hand and by being there. */
export const relationTasks = statement<[networkId: string, relationId: string], RelationTasksRow>(
  'relation_tasks',
  `${withAttended}
   select r.state,
     (select coalesce(array_agg(e.alias order by e.alias), '{}') from mentoring_relation_mentee m
       join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
       where m.network_id = $1 and m.relation_id = r.id and m.left_on is null) as aliases,
     r.started_on::text as "startedOn", ${tasksOf('f.plan_id')} as tasks, ${marksOf} as marks,
     ${whoWasThere}
   from mentoring_relation r
   left join mentoring_relation_plan f on f.network_id = $1 and f.relation_id = r.id
   where r.network_id = $1 and r.id = $2`,
);
