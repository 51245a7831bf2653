import { statement } from './statement.server.ts';

/** Adds events, and wakes the relay when the transaction commits. `events` is a JSON array of rows. */
export const insertEvents = statement<[events: string], never>(
  'insert_events',
  `with added as (
     insert into domain_event (id, network_id, kind, object_kind, object_id, actor_id, payload, at)
     select e.id, e.network_id, e.kind, e.object_kind, e.object_id, e.actor_id, e.payload, e.at
     from jsonb_to_recordset($1::jsonb) as e(id uuid, network_id uuid, kind text, object_kind text, object_id uuid,
       actor_id uuid, payload jsonb, at timestamptz))
   select pg_notify('tessera_events', '')`,
);

export type FailedEvent = {
  id: string;
  networkCode: string;
  kind: string;
  at: Date;
  failedAt: Date;
  failure: string;
  round: number;
};

/** Dead jobs of every network, without their content; door "platform". */
export const failedEvents = statement<[], FailedEvent>(
  'failed_events',
  `select id, network_code as "networkCode", kind, at, failed_at as "failedAt", failure, round from app.failed_events()`,
);

/** Opens a dead job again; door "platform". No row when it is not dead. */
export const retryEvent = statement<[id: string], { networkId: string | null }>(
  'retry_event',
  `select app.retry_event($1) as "networkId"`,
);

export type HistoryRow = {
  id: string;
  kind: string;
  objectKind: string;
  objectId: string;
  at: Date;
  actorName: string | null;
  trainingId: string | null;
  trainingTitle: string | null;
  payload: Record<string, unknown>;
};

/**
 * The trail of a network, the newest first; `actorId` limits it to one person's own doings, `before` to what is older than
 * that entry. Entries of one moment keep one order, so none is lost between two pages.
 */
export const listEvents = statement<
  [networkId: string, actorId: string | null, before: string | null, language: string, limit: number],
  HistoryRow
>(
  'list_events',
  `select e.id, e.kind, e.object_kind as "objectKind", e.object_id as "objectId", e.at, e.payload,
     case p.name_order when 'family_first' then p.family_name || ' ' || p.given_name else p.given_name || ' ' || p.family_name end as "actorName",
     t.id as "trainingId",
     (select x.title from training_text x where x.network_id = t.network_id and x.training_id = t.id
      order by array_position(array[$4, (select d.default_language from network d where d.id = x.network_id), 'en'], x.language) nulls last limit 1) as "trainingTitle"
   from domain_event e
   left join person p on p.id = e.actor_id
   left join training t on t.network_id = e.network_id
     and t.id = case when e.object_kind = 'training' then e.object_id else (e.payload ->> 'trainingId')::uuid end
   where e.network_id = $1 and ($2::uuid is null or e.actor_id = $2)
     and ($3::uuid is null or (e.at, e.id) < (select b.at, b.id from domain_event b where b.network_id = $1 and b.id = $3))
   order by e.at desc, e.id desc limit $5`,
);
