import { afterAll, beforeAll, expect, test } from 'vitest';
import { statementsIn } from './batch.server.ts';
import { withClient } from './provision.server.ts';
import { closeDatabase, inScope } from './scope.server.ts';
import { type Statement, statement } from './statement.server.ts';
import { workerDatabase } from './testing.server.ts';

let adminUrl = '';

beforeAll(async () => {
  const urls = await workerDatabase({ empty: true });
  adminUrl = urls.adminUrl;
  Object.assign(process.env, { NODE_ENV: 'test', DATABASE_URL: urls.appUrl });
  await withClient(urls.adminUrl, (client) =>
    client.query(`
      create table kept (id int primary key, other int references kept deferrable initially deferred);
      grant select, insert on kept to tessera_app`),
  );
});
afterAll(async () => {
  await closeDatabase();
  // Other test files come after this one, in the same database.
  await withClient(adminUrl, (client) => client.query('drop table kept'));
});

const double = statement<[value: number], { twice: number }>('double', 'select $1::int * 2 as twice');
const divide = statement<[by: number], { quotient: number }>('divide', 'select 10 / $1::int as quotient');
const keep = statement<[id: number, other: number | null], never>('keep', 'insert into kept values ($1, $2)');
const kept = statement<[], { id: number }>('kept', 'select id from kept order by id');
const types = statement<[at: Date, text: string | null], { at: Date; text: string | null; list: string[] }>(
  'types',
  `select $1::timestamptz as at, $2::text as text, array['a', 'b'] as list`,
);

// One after the other they take the same connection, so each transaction meets what those before have prepared.
test('each statement of a batch gets its own rows, the first time and when it is known', async () => {
  const at = new Date('2026-03-01T08:00:00Z');
  for (const round of [1, 2, 3]) {
    const [doubled, typed, again] = await inScope({}, (tx) =>
      tx.runAll<[{ twice: number }, { at: Date; text: string | null; list: string[] }, { twice: number }]>([
        double(round),
        types(at, null),
        double(round + 1),
      ]),
    );
    expect([doubled, again]).toEqual([[{ twice: round * 2 }], [{ twice: round * 2 + 2 }]]);
    expect(typed).toEqual([{ at, text: null, list: ['a', 'b'] }]);
  }
});

test('what stands behind a statement that fails is not run, and nothing of the transaction stays', async () => {
  const failing = inScope({}, async (tx) => {
    const answers = await Promise.allSettled([
      tx.run(keep(1, null)),
      tx.run(divide(0)),
      tx.run(keep(2, null)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    await tx.run(kept());
  });
  await expect(failing).rejects.toThrow();
  expect(await inScope({}, (tx) => tx.run(kept()))).toEqual([]);
});

test('a statement that failed when it was new, or never came to its turn, works the next time', async () => {
  const late = statement<[], { one: number }>('late', 'select 1 as one');
  const wrong = statement<[], never>('wrong', 'select 1 / 0 as never');
  await expect(inScope({}, (tx) => tx.runAll([wrong(), late()]))).rejects.toThrow('division by zero');
  await expect(inScope({}, (tx) => tx.run(wrong()))).rejects.toThrow('division by zero');
  expect(await inScope({}, (tx) => tx.run(late()))).toEqual([{ one: 1 }]);
  expect(await inScope({}, (tx) => tx.run(late()))).toEqual([{ one: 1 }]);
  await expect(inScope({}, (tx) => tx.run(divide(0)))).rejects.toThrow('division by zero');
  expect(await inScope({}, (tx) => tx.run(divide(5)))).toEqual([{ quotient: 2 }]);
});

test('a rule that is asked at the end refuses the transaction, also when its COMMIT went out with it', async () => {
  await expect(inScope({}, (tx) => tx.run(keep(7, 99)))).rejects.toThrow('foreign key');
  const later = inScope({}, async (tx) => {
    await tx.run(keep(8, 99));
  });
  await expect(later).rejects.toThrow('foreign key');
  expect(await inScope({}, (tx) => tx.run(kept()))).toEqual([]);
});

test('a value that cannot be written fails its statement, and the connection goes on', async () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  const odd = { ...double(1), values: [circle] } as Statement<{ twice: number }>;
  await expect(inScope({}, (tx) => tx.run(odd))).rejects.toThrow('circular');
  expect(await inScope({}, (tx) => tx.run(double(4)))).toEqual([{ twice: 8 }]);
});

test('two statements of one name are refused, whichever comes first', async () => {
  const other = statement<[value: number], { twice: number }>('double', 'select $1::int * 3 as twice');
  await inScope({}, (tx) => tx.run(double(1)));
  await expect(inScope({}, (tx) => tx.run(other(1)))).rejects.toThrow('two statements are called double');
  expect(await inScope({}, (tx) => tx.run(double(4)))).toEqual([{ twice: 8 }]);
});

test('Prisma and statements of one transaction keep their order', async () => {
  const seen = await inScope({}, async (tx) => {
    const [doubled, people] = await Promise.all([tx.run(double(2)), tx.prisma.person.count()]);
    return [doubled[0]?.twice, people];
  });
  expect(seen).toEqual([4, 0]);
});

test('who counts statements sees those of a query as well', () => {
  expect(statementsIn('select 1')).toEqual([{ text: 'select 1' }]);
});
