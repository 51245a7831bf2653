import { randomUUID } from 'node:crypto';
import { oneTimeCode } from '@tessera/core/identity/secrets.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { closeDatabase } from '@tessera/db/scope.server.ts';
import type { DatabaseUrls } from '@tessera/db/template.server.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  apiOf,
  callerOf,
  ledgerOf,
  makeWorld,
  newestEvent,
  openMailbox,
  openTestDatabase,
  readableLog,
  registerPlaces,
} from './testing.server.ts';
import { startWorker } from './worker.server.ts';

let urls: DatabaseUrls;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let worker: Awaited<ReturnType<typeof startWorker>>;
const { log, text } = readableLog();

beforeAll(async () => {
  urls = await openTestDatabase();
  mailbox = await openMailbox();
  worker = await startWorker({ mail: mailbox.settings, log });
});

afterAll(async () => {
  await worker.close();
  await closeDatabase();
});

test('a registration brings exactly one mail to the person who made it', async () => {
  const world = await makeWorld({ capacity: 2 });

  await registerPlaces(world, 0, ['Dan', 'Mia', null]);

  const [mail] = await vi.waitFor(
    async () => {
      const mails = await mailbox.to(world.address('manager1'));
      expect(mails).toHaveLength(1);
      return mails;
    },
    { timeout: 15_000 },
  );
  expect(mail?.subject).toContain('Planning together');
  expect(mail?.text).toContain('Dan Pop');
  expect(mail?.text).toContain(`https://t.example/n/${world.code}/registrations`);
  const { id } = await newestEvent(world.networkId, 'seats.registered');
  await vi.waitFor(
    async () => {
      expect((await ledgerOf(world.networkId, id)).map(({ email, state }) => [email, state])).toEqual([
        [world.address('manager1'), 'sent'],
      ]);
    },
    { timeout: 15_000 },
  );
});

test('a sign-in code is in the mail, and in no event, job, ledger or log', async () => {
  const world = await makeWorld();
  const email = world.address('manager1');

  const { tokenId } = await apiOf(null).identity.requestCode({ email });

  const code = oneTimeCode(tokenId);
  await vi.waitFor(
    async () => {
      const mails = (await mailbox.to(email)).filter((mail) => mail.text.includes(code));
      expect(mails).toHaveLength(1);
    },
    { timeout: 15_000 },
  );
  const written = await withClient(urls.adminUrl, async (client) => {
    const { rows } = await client.query<{ line: string }>(
      `select to_jsonb(e)::text as line from domain_event e where network_id = $1
       union all select to_jsonb(j)::text from bullmq.job j
       union all select to_jsonb(v)::text from bullmq.event v
       union all select to_jsonb(m) - 'email' #>> '{}' from message m`,
      [platformNetworkId],
    );
    return rows.map(({ line }) => line).join('\n');
  });
  expect(written).toContain(tokenId);
  expect(written).not.toMatch(new RegExp(`\\b${code}\\b`));
  expect(written).not.toContain(email);
  expect(text()).toContain('sign_in.code_requested');
  expect(text()).not.toMatch(new RegExp(`\\b${code}\\b`));
  expect(text()).not.toContain('@demo.example');
});

test('mails leave again after the database lost every connection', async () => {
  const world = await makeWorld();

  await withClient(urls.adminUrl, (client) =>
    client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename in ('tessera_app', 'tessera_jobs')`,
    ),
  );
  // A connection of the pool that broke is found broken by the request that uses it.
  await vi.waitFor(() => registerPlaces(world, 0, ['Dan']), { timeout: 10_000 });

  await vi.waitFor(
    async () => {
      expect(await mailbox.to(world.address('manager1'))).toHaveLength(1);
    },
    { timeout: 15_000 },
  );
});

test('a seat on one of several dates: told once, and the other lines are left', async () => {
  const world = await makeWorld({ capacity: 1 });
  const { code: network, trainingId, coordinator, training } = world;
  const week = 7 * 86_400_000;
  const later = training.sessions.map((session) => ({
    ...session,
    startsAt: new Date(session.startsAt.getTime() + week),
    endsAt: new Date(session.endsAt.getTime() + week),
  }));
  const { trainingId: other } = await coordinator.api.trainings.create({
    network,
    ...training,
    code: `${training.code}b`,
    texts: [{ language: 'en', title: 'Planning together again' }],
    sessions: later,
  });
  await coordinator.api.trainings.move({ network, trainingId: other, move: 'publish' });
  await registerPlaces(world, 0, [null]);
  await registerPlaces({ ...world, trainingId: other }, 0, [null]);
  await callerOf(world, 1).seats.register({
    network,
    trainingId,
    places: [{}],
    dates: [other],
    requestKey: randomUUID(),
  });

  const { seats } = await coordinator.api.trainings.manage({ network, trainingId: other });
  const held = seats.find(({ state }) => state === 'confirmed');
  await coordinator.api.seats.cancel({ network, seatId: held?.id ?? '' });

  await vi.waitFor(
    async () => {
      const mine = await callerOf(world, 1).seats.mine({ network });
      expect(mine.seats.map((seat) => [seat.trainingId, seat.state])).toEqual([
        [other, 'confirmed'],
        [trainingId, 'cancelled'],
      ]);
    },
    { timeout: 15_000 },
  );
  await vi.waitFor(
    async () => {
      const mails = await mailbox.to(world.address('manager2'));
      expect(mails.map(({ subject }) => subject).toSorted()).toEqual([
        'On the waiting list: Planning together',
        'Place confirmed: Planning together again',
      ]);
      const about = (start: string) => mails.find(({ subject }) => subject?.startsWith(start))?.text;
      expect(about('On the waiting list')).toContain('Planning together again');
      expect(about('Place confirmed')).toContain('The other dates are given up now');
    },
    { timeout: 15_000 },
  );
});
