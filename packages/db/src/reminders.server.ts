import { statement } from './statement.server.ts';

type Training = [networkId: string, trainingId: string];

/** Events with a reminder that is due by the clock of their network and that nobody noted; door "platform". */
export const dueReminders = statement<
  [realNow: Date],
  { networkId: string; trainingId: string; clockOffset: number }
>(
  'due_reminders',
  `select network_id as "networkId", training_id as "trainingId", clock_offset as "clockOffset" from app.due_reminders($1)`,
);

export type NotedReminder = {
  /** The day on which the event would begin, as `2026-05-13` */
  startsOn: string;
  daysBefore: number;
  /** False when it was left out */
  isTold: boolean;
  notedAt: Date;
};

/** The reminders of an event whose hour came. */
export const notedReminders = statement<Training, NotedReminder>(
  'noted_reminders',
  `select starts_on::text as "startsOn", days_before as "daysBefore", is_told as "isTold", noted_at as "notedAt"
   from training_reminder where network_id = $1 and training_id = $2`,
);

/**
 * Notes reminders, each once for the day on which the event begins. `reminders` is a JSON array of
 * `{ daysBefore, isTold }`.
 * @returns those that nobody else noted meanwhile
 */
export const noteReminders = statement<
  [...Training, startsOn: string, now: Date, reminders: string],
  { daysBefore: number; isTold: boolean }
>(
  'note_reminders',
  `insert into training_reminder (network_id, training_id, starts_on, days_before, is_told, noted_at)
   select $1, $2, $3::date, r."daysBefore", r."isTold", $4
   from jsonb_to_recordset($5::jsonb) as r("daysBefore" int, "isTold" boolean)
   on conflict do nothing returning days_before as "daysBefore", is_told as "isTold"`,
);
