import { statement } from './statement.server.ts';

/**
 * Takes the code of a window of time, once: a second use of it, or of an older one, finds no row, and of two at once one
 * waits for the other and finds none; door "identity".
 */
export const useTimeCode = statement<[personId: string, window: number], { personId: string }>(
  'use_time_code',
  `update second_step set last_step = $2 where person_id = $1 and confirmed_at is not null and last_step < $2
   returning person_id as "personId"`,
);

/** The first code of an app switches the second step on, once; door "identity". */
export const confirmSecondStep = statement<
  [personId: string, window: number, now: Date],
  { personId: string }
>(
  'confirm_second_step',
  `update second_step set confirmed_at = $3, last_step = $2 where person_id = $1 and confirmed_at is null
   returning person_id as "personId"`,
);

/** Whether a second step is on, after whoever switches it on at this moment; door "identity". */
export const secondStepNow = statement<[personId: string], { isOn: boolean }>(
  'second_step_now',
  `select confirmed_at is not null as "isOn" from second_step where person_id = $1 for share`,
);

/** Keeps a new key while the second step is not on; door "identity". */
export const beginSecondStep = statement<[personId: string, secret: Uint8Array, now: Date], never>(
  'begin_second_step',
  `insert into second_step (person_id, secret, begun_at) values ($1, $2, $3)
   on conflict (person_id) do update set secret = excluded.secret, begun_at = excluded.begun_at, last_step = 0
   where second_step.confirmed_at is null`,
);

/** Marks a recovery code as used, once; door "identity". */
export const useRecoveryCode = statement<[id: string, now: Date], { id: string }>(
  'use_recovery_code',
  `update recovery_code set used_at = $2 where id = $1 and used_at is null returning id`,
);
