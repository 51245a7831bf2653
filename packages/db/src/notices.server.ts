import { statement } from './statement.server.ts';

// What a person is told inside the application, over all their networks; the scope names the person.

export type OwnNotice = {
  id: string;
  kind: string;
  topic: string;
  params: { trainingId?: string; seatId?: string; certificateId?: string };
  networkCode: string;
};

/** One page of a person's notices, the newest first. */
export const ownNotices = statement<
  [language: string, limit: number, offset: number],
  OwnNotice & {
    createdAt: Date;
    readAt: Date | null;
    networkName: string;
    timeZone: string;
    /** Of the training that it is about */
    title: string | null;
    total: number;
    unread: number;
  }
>(
  'own_notices',
  `select id, kind, topic, params, created_at as "createdAt", read_at as "readAt", network_code as "networkCode",
     network_name as "networkName", time_zone as "timeZone", title, total, unread from app.own_notices($1, $2, $3)`,
);

/** Marks one notice of the person as read, or all of them; gives those that it found. */
export const readOwnNotices = statement<[id: string | null, realNow: Date], OwnNotice>(
  'read_own_notices',
  `select id, kind, topic, params, network_code as "networkCode" from app.read_own_notices($1, $2)`,
);

/** How people want to be told; door "identity". Who chose nothing has no row. */
export const noticeChoices = statement<
  [personIds: string[]],
  { personId: string; topic: string; channel: 'mail' | 'in_app' }
>(
  'notice_choices',
  `select person_id as "personId", topic, channel from notice_choice where person_id = any($1::uuid[])`,
);

/** Keeps what a person chose; door "identity". `choices` is a JSON object of channels by topic. */
export const keepNoticeChoices = statement<[personId: string, choices: string], never>(
  'keep_notice_choices',
  `insert into notice_choice (person_id, topic, channel) select $1, c.key, c.value from jsonb_each_text($2::jsonb) c
   on conflict (person_id, topic) do update set channel = excluded.channel`,
);
