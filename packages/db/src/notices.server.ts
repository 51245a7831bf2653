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
  { personId: string; topic: string; channel: 'mail' | 'digest' | 'in_app' }
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

export type DueDigests = { networkId: string; clockOffset: number; day: string; collectedUntil: Date };

/** Networks in which digests are due now, with their own day (`2026-05-01`); door "platform". */
export const dueDigests = statement<[realNow: Date], DueDigests>(
  'due_digests',
  `select network_id as "networkId", clock_offset as "clockOffset", day::text, collected_until as "collectedUntil"
   from app.due_digests($1)`,
);

/** One worker at a time collects in a network. */
export const lockDigests = statement<[networkId: string], never>(
  'lock_digests',
  `select pg_advisory_xact_lock(725022, hashtext($1::uuid::text))`,
);

const isCollected = `n.network_id = $1 and n.is_for_digest and n.digest_id is null and n.read_at is null and n.created_at < $2`;

/** People whose notices were collected and who had no digest on that day. */
export const digestReaders = statement<
  [networkId: string, collectedUntil: Date, day: string],
  { personId: string; count: number }
>(
  'digest_readers',
  `select n.person_id as "personId", count(*)::int as count from notice n where ${isCollected}
     and not exists (select 1 from domain_event e where e.network_id = $1 and e.object_id = n.person_id
       and e.kind = 'digest.due' and e.payload ->> 'day' = $3)
   group by n.person_id order by n.person_id`,
);

/** Puts what was collected into the digests of their readers. `digests` is a JSON array of rows. */
export const fillDigests = statement<[networkId: string, collectedUntil: Date, digests: string], never>(
  'fill_digests',
  `update notice n set digest_id = d."eventId" from jsonb_to_recordset($3::jsonb) as d("eventId" uuid, "personId" uuid)
   where ${isCollected} and n.person_id = d."personId"`,
);
