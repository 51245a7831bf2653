import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';

/** One statement: how often it was sent and how many buffers it touched. */
export type Each = { text: string; calls: number; buffers: number };

export type Cost = { statements: number; buffers: number };

/** Counts what the product asks of PostgreSQL. */
export type Meter = {
  /** The cost of `work`; what begins, scopes and ends a transaction does not count. */
  of: (work: () => Promise<unknown>) => Promise<Cost>;
  /** The statements of `work` with how often each was sent and how many buffers it touched. */
  each: (work: () => Promise<unknown>) => Promise<Each[]>;
};

/** Counts during `use` only: the statistics cost a little, and nothing else shall pay for them. */
export async function withMeter<Result>(
  admin: pg.Client,
  use: (meter: Meter) => Promise<Result>,
): Promise<Result> {
  await track(admin, 'top');
  try {
    const each: Meter['each'] = async (work) => {
      const before = new Map((await read(admin)).map((row) => [row.text, row]));
      await work();
      return (await read(admin))
        .map((row) => ({
          text: row.text,
          calls: row.calls - (before.get(row.text)?.calls ?? 0),
          buffers: row.buffers - (before.get(row.text)?.buffers ?? 0),
        }))
        .filter(({ calls }) => calls > 0);
    };
    return await use({
      each,
      of: async (work) => {
        const rows = await each(work);
        const sum = (read: (row: (typeof rows)[number]) => number) =>
          rows.reduce((total, row) => total + read(row), 0);
        return { statements: sum(({ calls }) => calls), buffers: sum(({ buffers }) => buffers) };
      },
    });
  } finally {
    await track(admin, 'none');
  }
}

/** The cost of the cheapest of several visits: the first ones of a connection read the catalogue of the database as well. */
export async function leastOf(meter: Meter, visits: number, work: () => Promise<unknown>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let visit = 0; visit < visits; visit++) costs.push(await meter.of(work));
  return costs.reduce((least, cost) => (cost.buffers < least.buffers ? cost : least));
}

async function track(admin: pg.Client, what: 'top' | 'none'): Promise<void> {
  await admin.query(`alter system set pg_stat_statements.track = '${what}'`);
  await admin.query('select pg_reload_conf()');
  for (;;) {
    const { rows } = await admin.query<{ now: string }>(
      `select current_setting('pg_stat_statements.track') as now`,
    );
    if (rows[0]?.now === what) return;
    await wait(20);
  }
}

async function read(admin: pg.Client) {
  const { rows } = await admin.query<Each>(
    `select query as text, sum(calls)::int as calls, sum(shared_blks_hit + shared_blks_read)::int as buffers
     from pg_stat_statements
     where userid = 'tessera_app'::regrole and dbid = (select oid from pg_database where datname = current_database())
       and query !~* '^\\s*(begin|commit|rollback|deallocate|set local|select set_config)' group by query`,
  );
  return rows;
}
