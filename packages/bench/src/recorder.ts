import { statementsIn } from '@tessera/db/batch.server.ts';
import type { Statement } from '@tessera/db/statement.server.ts';
import pg from 'pg';

/** Everything that a page asks of PostgreSQL, as one message. */
export type Message = Statement<unknown>[];

/**
 * Notes the reading statements that this process sends while `work` runs, each once, in one transaction that changes its
 * scope where they do.
 * @throws when it sends none
 */
export async function record(work: () => Promise<unknown>): Promise<Message> {
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const scopes = new Map<unknown, Statement<unknown>>();
  const found = new Map<string, { scope: Statement<unknown> | undefined; statement: Statement<unknown> }>();
  function noting(this: pg.Client, ...args: unknown[]) {
    for (const { name = '', text, values = [] } of statementsIn(args[0])) {
      const statement = { name, text, values };
      if (name === 'carry_scope') scopes.set(this, statement);
      else if (isReading(text)) {
        const scope = scopes.get(this);
        found.set(JSON.stringify([scope?.values, name, values]), { scope, statement });
      }
    }
    return original.apply(this, args);
  }
  pg.Client.prototype.query = noting as typeof pg.Client.prototype.query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
  }
  if (found.size === 0) throw new Error('nothing was read: L would be no bound');
  return inOneTransaction([...found.values()]);
}

function isReading(text: string): boolean {
  return /^\s*(select|with)\b/i.test(text) && !/\b(insert|update|delete)\b/i.test(text);
}

function inOneTransaction(
  found: { scope: Statement<unknown> | undefined; statement: Statement<unknown> }[],
): Message {
  // Those of one scope stand together, so that the scope changes as seldom as it can.
  const scopes = new Map(found.map(({ scope }) => [JSON.stringify(scope?.values), scope]));
  const steps = [...scopes].flatMap(([key, scope]) => [
    ...(scope ? [scope] : []),
    ...found.filter((each) => JSON.stringify(each.scope?.values) === key).map(({ statement }) => statement),
  ]);
  return [
    { name: 'begin', text: 'BEGIN', values: [] },
    ...steps,
    { name: 'commit', text: 'COMMIT', values: [] },
  ];
}
