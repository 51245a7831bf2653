import pg from 'pg';

/** What the relay may know of an event: that something of a kind happened in a network, not what. */
export type OutboxEvent = { id: string; networkId: string; kind: string; round: number };

export type Outbox = {
  /**
   * Takes up to `limit` undelivered events, gives them to `hand`, and marks them as delivered. If `hand` throws, or the
   * process ends in between, they stay undelivered; so `hand` must be safe to repeat.
   * @returns how many were taken
   */
  deliver(limit: number, hand: (events: OutboxEvent[]) => Promise<void>): Promise<number>;
  /**
   * Puts an event on the list of dead jobs. `failure` is a short code without personal data.
   * @returns false when it stands there already or was opened again meanwhile
   */
  markFailed(event: Pick<OutboxEvent, 'id' | 'networkId' | 'round'>, failure: string): Promise<boolean>;
  /** Calls `onHint` when events were committed; lost connections are opened again. Gives a function that stops it. */
  listen(onHint: () => void): () => Promise<void>;
  close(): Promise<void>;
};

/** Opens the outbox with the login of the relay, which reads no content. */
export function openOutbox(connectionString: string): Outbox {
  const pool = new pg.Pool({
    connectionString,
    max: 4,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    keepAlive: true,
  });
  pool.on('error', () => {});
  // A connection that ends while it is used reports through its query; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    deliver: (limit, hand) => deliver(pool, limit, hand),
    markFailed: async ({ id, networkId, round }, failure) => {
      const { rowCount } = await pool.query(markFailedText, [networkId, id, round, failure.slice(0, 200)]);
      return rowCount === 1;
    },
    listen: (onHint) => listen(connectionString, onHint),
    close: () => pool.end(),
  };
}

async function deliver(
  pool: pg.Pool,
  limit: number,
  hand: (events: OutboxEvent[]) => Promise<void>,
): Promise<number> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const { rows } = await client.query<OutboxEvent>(takeText, [limit]);
    if (rows.length > 0) {
      await hand(rows);
      await client.query(markDeliveredText, [
        rows.map(({ networkId }) => networkId),
        rows.map(({ id }) => id),
      ]);
    }
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

const takeText = `select id, network_id as "networkId", kind, round from domain_event
  where delivered_at is null order by id limit $1 for update skip locked`;

const markDeliveredText = `update domain_event e set delivered_at = now()
  from unnest($1::uuid[], $2::uuid[]) as d(network_id, id) where e.network_id = d.network_id and e.id = d.id`;

const markFailedText = `update domain_event set failed_at = now(), failure = $4
  where network_id = $1 and id = $2 and round = $3 and delivered_at is not null and failed_at is null`;

const firstWait = 500;
const longestWait = 4_000;

function listen(connectionString: string, onHint: () => void): () => Promise<void> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let wait = firstWait;

  async function open(): Promise<void> {
    const opened = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000, keepAlive: true });
    client = opened;
    opened.on('notification', onHint);
    opened.on('error', () => {});
    opened.once('end', again);
    try {
      await opened.connect();
      await opened.query('listen tessera_events');
      wait = firstWait;
      // What was committed while nobody listened.
      onHint();
    } catch {
      // `end` follows a lost connection, but not every failed one.
      await opened.end().catch(() => {});
      again();
    }
  }

  function again(): void {
    if (isStopped || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      void open();
    }, wait);
    wait = Math.min(wait * 2, longestWait);
  }

  void open();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
