import { collectDigests } from '@tessera/core/messages/digest.server.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import { MailError } from '@tessera/emails/transport.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageWords } from './notices/preview.server.ts';
import { notify } from './notify.server.ts';
import {
  callerOf,
  ledgerOf,
  makeWorld,
  newestEvent,
  openMailbox,
  openTestDatabase,
  registerPlaces,
  type TestWorld,
} from './testing.server.ts';

let urls: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  urls = await openTestDatabase();
});
afterAll(closeDatabase);

const minute = 60_000;
const day = 24 * 60 * minute;
const allOnceADay = { own: 'digest', institution: 'digest', organised: 'digest' } as const;

/** The next seven o'clock in Bucharest. */
function nextMorning(): Date {
  const hour = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Bucharest',
    hour: '2-digit',
    hour12: false,
  });
  let at = Math.ceil(Date.now() / (15 * minute)) * 15 * minute + 15 * minute;
  while (hour.format(at) === '07') at += 15 * minute;
  while (hour.format(at) !== '07') at += 15 * minute;
  return new Date(at);
}

/** A world in which `names` were registered, one submission each, by a manager who hears once a day. */
async function collectedWorld(names = ['Dan', 'Mia']) {
  const world = await makeWorld({ capacity: 9 });
  await callerOf(world, 0).messages.choose(allOnceADay);
  const mailbox = await openMailbox();
  for (const name of names) {
    await registerPlaces(world, 0, [name]);
    await tell(world, 'seats.registered', mailbox);
  }
  return { world, mailbox, manager: callerOf(world, 0), address: world.address('manager1') };
}

type Mailbox = Awaited<ReturnType<typeof openMailbox>>;

async function tell({ networkId }: TestWorld, kind: string, mailbox: Mailbox, realNow = new Date()) {
  const { job } = await newestEvent(networkId, kind);
  return notify(job, { ...mailbox.settings, realNow });
}

const digestsOf = (networkId: string) =>
  inScope({ networkId }, ({ prisma }) =>
    prisma.domainEvent.findMany({ where: { networkId, kind: 'digest.due' }, orderBy: { id: 'asc' } }),
  );

test('once a day, from seven o’clock: one mail with each sentence and its page, and nothing before', async () => {
  const { world, mailbox, manager, address } = await collectedWorld();
  const morning = nextMorning();
  expect(await mailbox.to(address)).toEqual([]);
  expect((await manager.messages.notices({})).unread).toBe(2);

  await collectDigests(new Date(morning.getTime() - 1));
  expect(await digestsOf(world.networkId)).toEqual([]);
  await collectDigests(morning);
  await tell(world, 'digest.due', mailbox, morning);

  const mails = await mailbox.to(address);
  expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^2 notices: Network /)]);
  expect(mails[0]?.text.match(/Registration received: Planning together/g)).toHaveLength(2);
  expect(mails[0]?.html).toContain(`https://t.example/n/${world.code}/registrations`);
});

test('a digest is written in the language of its reader', async () => {
  const { world, mailbox, address } = await collectedWorld();
  await inScope({ networkId: world.networkId, door: 'identity' }, ({ prisma }) =>
    prisma.person.updateMany({ where: { email: address }, data: { language: 'bg' } }),
  );
  const morning = nextMorning();
  await collectDigests(morning);
  await tell(world, 'digest.due', mailbox, morning);

  const [mail] = await mailbox.to(address);
  expect(mail?.subject).toMatch(/^2 известия/);
  expect(mail?.text).toContain('Получено записване: Planning together');
});

test('two workers that collect and send at once make one digest for each reader', async () => {
  const { world, mailbox, address } = await collectedWorld();
  await callerOf(world, 1).messages.choose(allOnceADay);
  await registerPlaces(world, 1, ['Ion']);
  await tell(world, 'seats.registered', mailbox);
  const morning = nextMorning();

  await Promise.all([collectDigests(morning), collectDigests(morning), collectDigests(morning)]);
  const digests = await digestsOf(world.networkId);
  const jobs = digests.map(({ id, networkId, kind, round }) => ({ eventId: id, networkId, kind, round }));
  const sending = [...jobs, ...jobs].map((job) => notify(job, { ...mailbox.settings, realNow: morning }));
  await Promise.allSettled(sending);
  for (const job of jobs) await notify(job, { ...mailbox.settings, realNow: morning });

  expect(digests).toHaveLength(2);
  const subjects = async (to: string) => (await mailbox.to(to)).map(({ subject }) => subject.split(':')[0]);
  expect(await subjects(address)).toEqual(['2 notices']);
  expect(await subjects(world.address('manager2'))).toEqual(['1 notice']);
});

test('a process that ends while it collects leaves nothing behind, and the next one collects all', async () => {
  const { world, mailbox, address } = await collectedWorld();
  const morning = nextMorning();
  const admin = (text: string) => withClient(urls.adminUrl, (client) => client.query(text));
  await admin(`create function public.break_here() returns trigger language plpgsql as $$ begin raise 'ended'; end $$;
    create trigger break_here before update on notice for each row when (new.digest_id is not null) execute function public.break_here()`);

  await expect(collectDigests(morning)).rejects.toThrow('ended');
  expect(await digestsOf(world.networkId)).toEqual([]);
  await admin('drop function public.break_here cascade');
  await collectDigests(morning);
  await tell(world, 'digest.due', mailbox, morning);

  expect((await mailbox.to(address)).map(({ subject }) => subject.split(':')[0])).toEqual(['2 notices']);
});

test('a digest that was collected and not sent is sent later, once, and is not collected again', async () => {
  const { world, mailbox, address } = await collectedWorld();
  const morning = nextMorning();
  await collectDigests(morning);
  const broken = {
    ...mailbox.settings.transport,
    send: () => Promise.reject(new MailError('unavailable', 'down')),
  };
  const { id, job } = await newestEvent(world.networkId, 'digest.due');
  const run = () => notify(job, { ...mailbox.settings, transport: broken, realNow: morning });

  await expect(run()).rejects.toThrow('mail_unavailable');
  await expect(run()).rejects.toThrow('mail_unavailable');
  const nextDay = new Date(morning.getTime() + day);
  await collectDigests(nextDay);
  await notify(job, { ...mailbox.settings, realNow: nextDay });
  await notify(job, { ...mailbox.settings, realNow: nextDay });

  expect(await digestsOf(world.networkId)).toHaveLength(1);
  expect((await ledgerOf(world.networkId, id)).map(({ state }) => state)).toEqual([
    expect.stringMatching(/sent|uncertain/),
  ]);
  expect(await mailbox.to(address)).toHaveLength(1);
});

test('what happens after seven o’clock waits for the next day; nobody gets two on one day', async () => {
  const { world, mailbox } = await collectedWorld(['Dan']);
  const morning = nextMorning();
  await collectDigests(morning);
  await registerPlaces(world, 0, ['Mia']);
  await tell(world, 'seats.registered', mailbox);
  await collectDigests(new Date(morning.getTime() + 60 * minute));
  const sameDay = await digestsOf(world.networkId);

  await collectDigests(new Date(morning.getTime() + day + minute));

  expect(sameDay).toHaveLength(1);
  const days = (await digestsOf(world.networkId)).map(({ payload }) => payload);
  expect(days.map((payload) => (payload as { count: number }).count)).toEqual([1, 1]);
});

test('what was read here is not mailed, and an empty digest is not sent', async () => {
  const { world, manager, mailbox, address } = await collectedWorld();
  await manager.messages.readAllNotices();
  await collectDigests(nextMorning());

  expect(await digestsOf(world.networkId)).toEqual([]);
  expect(await mailbox.to(address)).toEqual([]);
});

test('what is cancelled within 48 hours of its start comes at once, and not a second time', async () => {
  const { world, mailbox, address } = await collectedWorld(['Dan']);
  await inScope({ networkId: world.networkId }, ({ prisma }) =>
    prisma.network.updateMany({ where: { id: world.networkId }, data: { clockOffset: (8.5 * day) / 1000 } }),
  );
  await world.coordinator.api.trainings.cancel({ network: world.code, trainingId: world.trainingId });
  await tell(world, 'training.cancelled', mailbox);

  expect((await mailbox.to(address)).map(({ subject }) => subject)).toEqual([
    'Event cancelled: Planning together',
  ]);
  const collected = await inScope({ networkId: world.networkId }, ({ prisma }) =>
    prisma.notice.findMany({
      where: { networkId: world.networkId, isForDigest: true },
      select: { kind: true },
    }),
  );
  expect(collected).toEqual([{ kind: 'seats-registered' }]);
});

test('a cancellation long before waits for the digest', async () => {
  const { world, mailbox, address } = await collectedWorld(['Dan']);
  await world.coordinator.api.trainings.cancel({ network: world.code, trainingId: world.trainingId });
  await tell(world, 'training.cancelled', mailbox);

  expect(await mailbox.to(address)).toEqual([]);
});

test('who chooses anew is not told twice of what was collected before', async () => {
  const { world, manager, mailbox, address } = await collectedWorld(['Dan']);
  await manager.messages.choose({ own: 'mail', institution: 'mail', organised: 'mail' });
  await tell(world, 'seats.registered', mailbox);
  expect(await mailbox.to(address)).toEqual([]);

  const morning = nextMorning();
  await collectDigests(morning);
  await tell(world, 'digest.due', mailbox, morning);

  expect(await mailbox.to(address)).toHaveLength(1);
});

test('the log shows a digest with its words, and it can be sent again', async () => {
  const { world, mailbox, address } = await collectedWorld();
  const morning = nextMorning();
  const { api } = world.coordinator;
  await collectDigests(morning);
  await tell(world, 'digest.due', mailbox, morning);
  const { messages } = await api.messages.list({ network: world.code, kind: 'digest' });
  const messageId = messages[0]?.id ?? '';

  const one = await api.messages.one({ network: world.code, messageId });
  const words = await messageWords(one, morning);
  await api.messages.resend({ network: world.code, messageId });
  await tell(world, 'message.resent', mailbox, morning);

  expect(messages.map(({ email, state }) => [email, state])).toEqual([[address, 'sent']]);
  expect(words?.text).toContain('Registration received: Planning together');
  const mails = await mailbox.to(address);
  expect(mails.map(({ subject }) => subject)).toEqual([words?.subject, words?.subject]);
});
