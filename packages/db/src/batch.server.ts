import type { Duplex } from 'node:stream';
import pg from 'pg';
import { prepareValue } from 'pg/lib/utils.js';
import type { Statement } from './statement.server.ts';

/** A statement as one connection knows it. Its columns are known when it has answered for the first time. */
type Prepared = { text: string; columns?: Column[]; isUncertain?: boolean };
type Column = { name: string; parse: (text: string) => unknown };

type Step = {
  statement: Statement<unknown>;
  values: unknown[];
  rows: Record<string, unknown>[];
  resolve: (rows: never) => void;
  reject: (error: Error) => void;
};

/** What the driver's connection writes. */
type Wire = {
  stream: Duplex;
  close: (message: { type: 'S'; name: string }) => void;
  parse: (message: { name: string; text: string }) => void;
  bind: (message: { statement: string; values: unknown[] }) => void;
  describe: (message: { type: 'P' }) => void;
  execute: (message: object) => void;
  sync: () => void;
};

const preparedOn = new WeakMap<pg.ClientBase, Map<string, Prepared>>();

// On a connection that is pipelined the driver takes nothing but queries of its own kind.
const DriverQuery = pg.Query as unknown as new (text: string) => object;

/**
 * Statements that travel together: written at once, with one point of synchronisation behind the last, and so answered at
 * once. The driver alone would put one behind each, at which the server writes and this process wakes, and would ask every
 * time what the columns of a prepared statement are. When one fails, those behind it are not run and fail with its error.
 */
export class Batch extends DriverQuery {
  readonly #client: pg.ClientBase;
  readonly #steps: Step[] = [];
  #answered = 0;

  constructor(client: pg.ClientBase) {
    super('batch');
    this.#client = client;
  }

  /** What it asks, in order. */
  get statements(): Statement<unknown>[] {
    return this.#steps.map(({ statement }) => statement);
  }

  /** Adds a statement, and gives its rows when the batch was sent and answered. */
  add<Row>(statement: Statement<Row>): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      // What cannot be written fails here, before anything is.
      const values = statement.values.map(prepareValue);
      this.#steps.push({ statement, values, rows: [], resolve, reject });
    });
  }

  /** Called by the driver when its turn has come. */
  submit(wire: Wire): Error | null {
    const prepared = this.#prepared();
    const clash = this.statements.find(({ name, text }) => (prepared.get(name)?.text ?? text) !== text);
    if (clash) return new Error(`two statements are called ${clash.name}`);
    wire.stream.cork();
    for (const { statement, values } of this.#steps) {
      const { name, text } = statement;
      const known = prepared.get(name);
      if (!known || known.isUncertain) {
        if (known) wire.close({ type: 'S', name });
        wire.parse({ name, text });
        prepared.set(name, { text });
      }
      wire.bind({ statement: name, values });
      if (!known?.columns) wire.describe({ type: 'P' });
      wire.execute({});
    }
    wire.sync();
    wire.stream.uncork();
    return null;
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#current().columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: this.#client.getTypeParser(dataTypeID, 'text') as Column['parse'],
    }));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const row: Record<string, unknown> = {};
    let index = 0;
    for (const { name, parse } of this.#current().columns ?? []) {
      const text = fields[index++] ?? null;
      row[name] = text === null ? null : parse(text);
    }
    this.#steps[this.#answered]?.rows.push(row);
  }

  handleCommandComplete(): void {
    const step = this.#steps[this.#answered];
    this.#current().columns ??= [];
    this.#answered += 1;
    step?.resolve(step.rows as never);
  }

  handleReadyForQuery(): void {}

  handleError(error: Error): void {
    const prepared = this.#prepared();
    for (const { statement, reject } of this.#steps.slice(this.#answered)) {
      // Whether the server still took its text nobody tells.
      const known = prepared.get(statement.name);
      if (known && !known.columns) known.isUncertain = true;
      reject(error);
    }
  }

  #current(): Prepared {
    const name = this.#steps[this.#answered]?.statement.name ?? '';
    return this.#prepared().get(name) ?? { text: '' };
  }

  #prepared(): Map<string, Prepared> {
    let prepared = preparedOn.get(this.#client);
    if (!prepared) {
      prepared = new Map();
      preparedOn.set(this.#client, prepared);
    }
    return prepared;
  }
}

/** The statements of one connection in order. Those that are asked in one tick travel together. */
export class Line {
  readonly #client: pg.ClientBase;
  #waiting: Batch | undefined;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  ask<Row>(statement: Statement<Row>): Promise<Row[]> {
    if (!this.#waiting) {
      this.#waiting = new Batch(this.#client);
      queueMicrotask(() => this.send());
    }
    return this.#waiting.add(statement);
  }

  /** Sends now what waits for the end of the tick. */
  send(): void {
    const batch = this.#waiting;
    this.#waiting = undefined;
    if (batch) this.#client.query(batch as unknown as pg.Submittable);
  }
}

/**
 * The statements in what is handed to the driver, for those who count; its own queries may have no name. A batch is known by
 * what it has, because a built server carries a class of its own.
 */
export function statementsIn(query: unknown): { name?: string; text: string; values?: unknown[] }[] {
  if (typeof query === 'object' && query !== null && 'statements' in query)
    return (query as Batch).statements;
  return [typeof query === 'string' ? { text: query } : (query as { text: string })];
}
