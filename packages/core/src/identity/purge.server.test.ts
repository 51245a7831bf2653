import { newId } from '@tessera/db/id.server.ts';
import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import { workerDatabase } from '@tessera/db/testing.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPerson } from './people.server.ts';
import { purgeIdentity } from './purge.server.ts';

beforeAll(async () => {
  const { appUrl } = await workerDatabase({ empty: true });
  Object.assign(process.env, { NODE_ENV: 'test', DATABASE_URL: appUrl });
});
afterAll(closeDatabase);

test('what has ended is deleted, what still works stays', async () => {
  const now = new Date();
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  const key = newId();
  const personId = await inScope({ door: 'identity' }, async (tx) => {
    const names = { givenName: 'Ana', familyName: 'Pop', nameOrder: 'given_first' as const };
    const id = await createPerson(tx, { ...names, email: null, language: null, passwordHash: null }, now);
    for (const [label, hours] of [
      ['old', -1],
      ['new', 1],
    ] as const) {
      await tx.prisma.session.create({ data: { id: `${key}-${label}`, personId: id, expiresAt: at(hours) } });
      const expire = BigInt(at(hours).getTime());
      await tx.prisma.rateLimit.create({ data: { key: `${key}-${label}`, points: 1, expire } });
    }
    for (const hours of [-25, -1, 1]) {
      await tx.prisma.loginToken.create({
        data: { id: newId(), personId: id, purpose: 'code', expiresAt: at(hours) },
      });
    }
    const secret = new Uint8Array();
    await tx.prisma.secondStep.create({ data: { personId: id, secret, begunAt: at(-25) } });
    return id;
  });

  await purgeIdentity(now);

  const left = await inScope({ door: 'identity' }, async ({ prisma }) => ({
    sessions: (await prisma.session.findMany({ where: { personId } })).map(({ id }) => id),
    limits: (await prisma.rateLimit.findMany({ where: { key: { startsWith: key } } })).map((row) => row.key),
    secondSteps: await prisma.secondStep.count({ where: { personId } }),
    tokens: await prisma.loginToken.count({ where: { personId } }),
  }));
  expect(left).toEqual({ sessions: [`${key}-new`], limits: [`${key}-new`], secondSteps: 0, tokens: 2 });
});
