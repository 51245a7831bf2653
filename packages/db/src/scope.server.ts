import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@tessera/env/env.server.ts';
import pg from 'pg';
import { Line } from './batch.server.ts';
import { PrismaClient } from './generated/client.ts';
import { type Statement, statement } from './statement.server.ts';

/**
 * For whom the database answers. `networkId` opens the rows of one network; without it only public and shared rows can
 * be read. `personId` opens a person's own role assignments. A door opens one kind of global rows for writing
 * (and, for "identity", for reading); "mine" opens the events of all networks of the person, for reading.
 */
export type Scope = {
  networkId?: string | null;
  personId?: string | null;
  door?: 'identity' | 'platform' | 'register' | 'mine';
  /** Reads also the translations into languages that are in preparation. */
  isPreparing?: boolean;
};

export type Transaction = {
  /** Prisma, bound to this transaction. */
  prisma: PrismaClient;
  /** Runs one typed statement of `packages/db` and gives its rows. */
  run: <Row>(statement: Statement<Row>) => Promise<Row[]>;
  /** Runs several statements in one message. Work that is nothing else costs one way to the database and back. */
  runAll: <Rows extends object[]>(
    statements: {
      [Index in keyof Rows]: Statement<Rows[Index]>;
    },
  ) => Promise<{ [Index in keyof Rows]: Rows[Index][] }>;
};

type OpenTransaction = {
  client: pg.PoolClient;
  line: Line;
  isPoisoned: boolean;
  latest: Promise<unknown> | undefined;
};

const openTransaction = new AsyncLocalStorage<OpenTransaction>();

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const doors = ['identity', 'platform', 'register', 'mine'];

/**
 * Runs `work` in one transaction that carries the scope; the scope is set in the same message that begins the
 * transaction and ends with it. Everything that `work` does with Prisma, here or deeper, runs inside.
 * @throws whatever `work` throws, after rolling back
 */
export async function inScope<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (openTransaction.getStore()) throw new Error('a transaction is already open: pass it on instead');
  const carried = setScope(scope);
  const client = await pool().connect();
  const open: OpenTransaction = { client, line: new Line(client), isPoisoned: false, latest: undefined };
  let broken: Error | undefined;
  const keep = (failure: Error) => {
    broken = failure;
  };
  try {
    const { begun, result, committed } = begin(open, carried, work);
    // Not awaited yet: the first statement of `work` has left with it.
    begun.catch(keep);
    committed?.catch(() => {});
    const kept = await result;
    await begun;
    if (open.isPoisoned) throw new Error('a nested write was rolled back: the transaction cannot be kept');
    await (committed ?? open.line.ask(commitTransaction()));
    return kept;
  } catch (error) {
    open.line.send();
    await client.query('ROLLBACK').catch(keep);
    throw error;
  } finally {
    client.release(broken);
  }
}

type Begun<T> = { begun: Promise<unknown>; result: Promise<T>; committed: Promise<unknown> | undefined };

// Work that is one message, `(tx) => tx.run(…)`, is over with it: its COMMIT need not wait for the answer.
function begin<T>(
  open: OpenTransaction,
  scope: Statement<never>,
  work: (tx: Transaction) => Promise<T>,
): Begun<T> {
  const { line } = open;
  const begun = Promise.all([line.ask(beginTransaction()), line.ask(scope)]);
  const result = openTransaction.run(open, () => started(work, transaction(open)));
  const isOver = open.latest !== undefined && result === open.latest;
  const committed = isOver ? line.ask(commitTransaction()) : undefined;
  line.send();
  return { begun, result, committed };
}

function started<T>(work: (tx: Transaction) => Promise<T>, tx: Transaction): Promise<T> {
  try {
    const result = work(tx);
    // Prisma sends a query when someone waits for it, and that has to happen in here.
    return result instanceof Promise ? result : Promise.resolve(result);
  } catch (error) {
    return Promise.reject(error);
  }
}

/**
 * From here on the transaction speaks in the name of another network, so that a handshake of two networks is one
 * transaction. Whoever calls it has checked that the actor may do this step there.
 */
export async function speakFor(tx: Transaction, networkId: string): Promise<void> {
  await tx.run(setNetwork(networkId));
}

/**
 * Runs one statement in the name of each of several networks, all in one message: a network answers what it would answer
 * in a transaction of its own. Whoever calls it has checked that the person of the scope belongs there.
 * @returns the rows of each, in the order of `questions`
 */
export async function runInEach<Row extends object>(
  scope: Pick<Scope, 'personId'>,
  questions: readonly { networkId: string; statement: Statement<Row> }[],
): Promise<Row[][]> {
  const parts = questions.map(({ networkId, statement }) => ({
    scope: { ...scope, networkId },
    statements: [statement],
  }));
  return (await readInTurn(parts)).map(([rows]) => rows as Row[]);
}

/**
 * Reads in the name of one scope after the other, all in one message and one transaction. Each part sees what a transaction
 * of its own scope would see.
 * @returns for each part the rows of each of its statements
 */
export function readInTurn(
  parts: readonly { scope: Scope; statements: readonly Statement<object>[] }[],
): Promise<object[][][]> {
  const [first, ...others] = parts;
  if (!first) return Promise.resolve([]);
  const statements = [first.statements, ...others.map((part) => [setScope(part.scope), ...part.statements])];
  return inScope(first.scope, (tx) => tx.runAll<object[]>(statements.flat() as never)).then((answers) => {
    let from = 0;
    return statements.map(({ length }, index) => {
      const rows = (answers as object[][]).slice(from, from + length);
      from += length;
      return index === 0 ? rows : rows.slice(1);
    });
  });
}

// Who prepares languages does so in the own network.
const setNetwork = statement<[networkId: string], never>(
  'set_network',
  `select set_config('app.network_id', $1::uuid::text, true), set_config('app.preparing', '', true)`,
);

/** The typed door for reads and writes in the name of one network. */
export function inNetwork<T>(networkId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inScope({ networkId }, work);
}

/** As `inNetwork`, for what concerns every row: also the texts in languages that are in preparation. */
export function inWholeNetwork<T>(networkId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inScope({ networkId, isPreparing: true }, work);
}

/** Reads texts in preparation from here on in an open transaction, or no longer; answers whether it did before. */
export const setPreparing = statement<[isPreparing: boolean], { before: boolean }>(
  'set_preparing',
  `select app.is_preparing() as before, set_config('app.preparing', case when $1 then 'on' else '' end, true)`,
);

const beginTransaction = statement<[], never>('begin', 'BEGIN');
const commitTransaction = statement<[], never>('commit', 'COMMIT');

const carryScope = statement<[networkId: string, personId: string, door: string, preparing: string], never>(
  'carry_scope',
  `select set_config('app.network_id', $1, true), set_config('app.person_id', $2, true), set_config('app.door', $3, true),
     set_config('app.preparing', $4, true)`,
);

function setScope({ networkId, personId, door, isPreparing }: Scope): Statement<never> {
  for (const id of [networkId, personId]) {
    if (id && !uuid.test(id)) throw new Error('a scope takes lower-case UUIDs only');
  }
  if (door && !doors.includes(door)) throw new Error('unknown door');
  return carryScope(networkId ?? '', personId ?? '', door ?? '', isPreparing ? 'on' : '');
}

function transaction(open: OpenTransaction): Transaction {
  const noted = <T>(rows: Promise<T>) => {
    open.latest = rows;
    return rows;
  };
  return {
    prisma: prisma(),
    run: (statement) => noted(open.line.ask(statement)),
    runAll: (statements) =>
      noted(Promise.all(statements.map((each: Statement<object>) => open.line.ask(each))) as never),
  };
}

/**
 * A pool without connections of its own: every statement that Prisma sends goes to the open transaction of the request,
 * and without one it fails. Prisma's own transactions join the open one.
 */
class ScopedPool extends pg.Pool {
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg.Pool.query cannot be written otherwise
  override query(...args: any[]): any {
    const open = openTransaction.getStore();
    if (!open) return Promise.reject(new Error('no scope: use inScope or inNetwork'));
    open.line.send();
    return (open.client.query as (...a: unknown[]) => unknown)(...args);
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above
  override async connect(): Promise<any> {
    const open = openTransaction.getStore();
    if (!open) throw new Error('no scope: use inScope or inNetwork');
    return {
      query: async (query: { text?: string } | string, ...rest: unknown[]) => {
        const text = typeof query === 'string' ? query : query.text;
        if (text === 'ROLLBACK') open.isPoisoned = true;
        if (text === 'BEGIN' || text === 'COMMIT' || text === 'ROLLBACK')
          return { fields: [], rows: [], rowCount: 0 };
        open.line.send();
        return (open.client.query as (...a: unknown[]) => unknown)(query, ...rest);
      },
      on: () => {},
      removeListener: () => {},
      release: () => {},
    };
  }
}

let sharedPool: pg.Pool | undefined;
let sharedPrisma: PrismaClient | undefined;

function pool(): pg.Pool {
  sharedPool ??= makePool();
  return sharedPool;
}

function makePool(): pg.Pool {
  const made = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    // Statements are few and each knows its index: planning them anew costs more than a plan for one value could save, and
    // compiling them more than they take. What is asked often lies in memory, where a row by its index costs little: at the
    // default price a small table is read whole for each row of another one that a policy asks about.
    options: '-c plan_cache_mode=force_generic_plan -c jit=off -c random_page_cost=1.1',
    pipeline: true,
  } as pg.PoolConfig);
  // A connection that the server closed while idle is replaced by the pool; nothing was lost.
  made.on('error', () => {});
  // One that ends inside a transaction fails that transaction; without a listener it would end the process.
  made.on('connect', (client) => client.on('error', () => {}));
  return made;
}

function prisma(): PrismaClient {
  sharedPrisma ??= makePrisma();
  return sharedPrisma;
}

function makePrisma(): PrismaClient {
  const adapter = new PrismaPg(new ScopedPool(), { statementNameGenerator: (query) => nameOf(query.sql) });
  const client = new PrismaClient({ adapter });
  // Prisma joins findUnique calls of one tick across requests; one of them would then ask in another one's scope.
  const refuse = () => {
    throw new Error('use findFirst: findUnique may be joined with another request');
  };
  return client.$extends({
    query: { $allModels: { findUnique: refuse, findUniqueOrThrow: refuse } },
  }) as unknown as PrismaClient;
}

const names = new Map<string, string>();

// Prepared statements by text, so that the server plans each of Prisma's queries once per connection.
function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = `p_${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`;
    if (names.size < 2000) names.set(sql, name);
  }
  return name;
}

/** Closes all connections; for the end of a process and of a test file. */
export async function closeDatabase(): Promise<void> {
  const closing = sharedPool;
  sharedPool = undefined;
  await closing?.end();
}

/** True when the database answers; for /readyz. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    await pool().query('select 1');
    return true;
  } catch {
    return false;
  }
}

/** The raw pool for libraries that keep their own table (rate limiter); its statements have no network. */
export function libraryPool(): pg.Pool {
  return pool();
}
