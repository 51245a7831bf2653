import pg from 'pg';

/** Everything that a page asks of PostgreSQL, as one message. */
export type Message = (string | { name: string; text: string; values: unknown[] })[];

type Query = Message[number];

/**
 * Notes the reading statements that this process sends while `work` runs, each once, in one transaction that changes its
 * scope where they do.
 */
export async function record(work: () => Promise<unknown>): Promise<Message> {
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const scopes = new Map<unknown, string>();
  const found = new Map<string, { scope: string; query: Query }>();
  function noting(this: pg.Client, ...args: unknown[]) {
    const [query] = args as [Query];
    if (typeof query === 'string') {
      if (query.startsWith('BEGIN;')) scopes.set(this, query.slice('BEGIN;'.length));
    } else if (isReading(query.text)) {
      const { name, text, values } = query;
      const scope = scopes.get(this) ?? '';
      found.set(JSON.stringify([scope, name, values]), { scope, query: { name, text, values } });
    }
    return original.apply(this, args);
  }
  pg.Client.prototype.query = noting as typeof pg.Client.prototype.query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
  }
  return inOneTransaction([...found.values()]);
}

function isReading(text: string): boolean {
  return /^\s*(select|with)\b/i.test(text) && !/\b(insert|update|delete)\b/i.test(text);
}

function inOneTransaction(found: { scope: string; query: Query }[]): Message {
  // Those of one scope stand together, so that the scope changes as seldom as it can.
  const scopes = [...new Set(found.map(({ scope }) => scope))];
  const steps = scopes.flatMap((scope, index) => [
    index === 0 ? `BEGIN;${scope}` : scope,
    ...found.filter((each) => each.scope === scope).map(({ query }) => query),
  ]);
  return [...steps, 'COMMIT'];
}
