import pg from 'pg';
import { v7 } from 'uuid';

/**
 * The bound of P1: the same rows as a registration writes, by the fastest SQL that one can send. Same login, same walls,
 * same pool; no permission is asked, no input is checked, nothing is read twice.
 */
export type RawRegistration = {
  /** Locks and reads in one message, decides here, writes and commits in a second one. */
  twoMessages: (request: Request) => Promise<void>;
  /** Locks, decides in the database, writes and commits in one message. */
  oneMessage: (request: Request) => Promise<void>;
  close: () => Promise<void>;
};

type Request = { networkId: string; trainingId: string; institutionId: string; personId: string; now: Date };

const write = `
  r as (insert into registration (id, network_id, training_id, institution_id, submitted_by_id, request_key, note, created_at)
    values ($3, $1, $2, $6, $7, $8, '', $9)),
  s as (insert into seat (id, network_id, training_id, registration_id, institution_id, state, queue, created_at, changed_at)
    select $4, $1, $2, $3, $6, d.state, d.queue, $9, $9 from d)
  insert into domain_event (id, network_id, kind, object_kind, object_id, actor_id, payload, at)
  select $5, $1, 'seats.registered', 'registration', $3, $7,
    jsonb_build_object('trainingId', $2, 'institutionId', $6, 'confirmed', (d.state = 'confirmed')::int,
      'waiting', (d.state = 'waiting')::int), $9 from d`;

const decided = `
  with d as (update training set taken_count = taken_count + ($10::text = 'confirmed')::int,
      waiting_count = waiting_count + ($10::text = 'waiting')::int, next_queue = next_queue + 1
    where network_id = $1 and id = $2 returning $10::text as state, next_queue - 1 as queue), ${write}`;

const deciding = `
  with l as (select capacity, taken_count, waiting_count, next_queue, taken_count < capacity as fits
    from training where network_id = $1 and id = $2 and state = 'published' and starts_at > $9 for update),
  d as (update training t set taken_count = l.taken_count + l.fits::int, waiting_count = l.waiting_count + (not l.fits)::int,
      next_queue = l.next_queue + 1 from l where t.network_id = $1 and t.id = $2
    returning case when l.fits then 'confirmed' else 'waiting' end as state, l.next_queue as queue), ${write}`;

/** Opens the connections of the bound. */
export function openRaw(url: string, connections: number): RawRegistration {
  const pool = new pg.Pool({ connectionString: url, max: connections, pipeline: true } as pg.PoolConfig);
  const begin = (networkId: string) =>
    `BEGIN; SELECT set_config('app.network_id','${networkId}',true),set_config('app.person_id','',true),set_config('app.door','',true)`;
  const values = ({ networkId, trainingId, institutionId, personId, now }: Request) => [
    networkId,
    trainingId,
    v7(),
    v7(),
    v7(),
    institutionId,
    personId,
    v7(),
    now,
  ];
  return {
    async twoMessages(request) {
      const { networkId, trainingId, now } = request;
      const client = await pool.connect();
      const begun = client.query(begin(networkId));
      const { rows } = await client.query<{ capacity: number; taken_count: number }>({
        name: 'raw_lock',
        text: `select capacity, taken_count from training
          where network_id = $1 and id = $2 and state = 'published' and starts_at > $3 for update`,
        values: [networkId, trainingId, now],
      });
      const [training] = rows;
      if (!training) throw new Error('the training is not open');
      const state = training.taken_count < training.capacity ? 'confirmed' : 'waiting';
      await Promise.all([
        begun,
        client.query({ name: 'raw_decided', text: decided, values: [...values(request), state] }),
        client.query('COMMIT'),
      ]);
      client.release();
    },
    async oneMessage(request) {
      const client = await pool.connect();
      await Promise.all([
        client.query(begin(request.networkId)),
        client.query({ name: 'raw_deciding', text: deciding, values: values(request) }),
        client.query('COMMIT'),
      ]);
      client.release();
    },
    close: () => pool.end(),
  };
}
