import { linkToken } from '@tessera/core/identity/secrets.server.ts';
import { messageKinds } from '@tessera/core/messages/kinds.ts';
import { closeDatabase } from '@tessera/db/scope.server.ts';
import { mailKinds } from '@tessera/emails/mails.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageWords } from './notices/preview.server.ts';
import { notify } from './notify.server.ts';
import { makeWorld, newestEvent, openMailbox, openTestDatabase, registerPlaces } from './testing.server.ts';

beforeAll(openTestDatabase);
afterAll(closeDatabase);

type World = Awaited<ReturnType<typeof makeWorld>>;

async function run(world: World, kind: string, mailbox: Awaited<ReturnType<typeof openMailbox>>) {
  const { job } = await newestEvent(world.networkId, kind);
  return notify(job, { ...mailbox.settings, realNow: new Date() });
}

/** A registration whose confirmation was sent, and its line in the log. */
async function sentConfirmation() {
  const world = await makeWorld();
  const mailbox = await openMailbox();
  await registerPlaces(world, 0, ['Dan']);
  await run(world, 'seats.registered', mailbox);
  const { messages } = await world.coordinator.api.messages.list({ network: world.code });
  const [line] = messages;
  if (!line) throw new Error('nothing in the log');
  return { world, mailbox, line, ask: { network: world.code, messageId: line.id } };
}

test('every kind that a network sends has its word in the log', () => {
  const ofPlatform = ['sign-in-code', 'password-reset', 'second-step-notice'];
  expect(mailKinds.filter((kind) => !ofPlatform.includes(kind)).toSorted()).toEqual(
    [...messageKinds].toSorted(),
  );
});

test('a resend goes out once as a mail of its own, to that one address', async () => {
  const { world, mailbox, line, ask } = await sentConfirmation();
  const { api } = world.coordinator;

  const together = await Promise.allSettled([api.messages.resend(ask), api.messages.resend(ask)]);
  await Promise.allSettled([run(world, 'message.resent', mailbox), run(world, 'message.resent', mailbox)]);
  await run(world, 'message.resent', mailbox);

  expect(together.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const mails = await mailbox.list();
  expect(mails.map(({ id }) => id).toSorted()).toEqual([line.id, `${line.id}-1`]);
  expect(new Set(mails.map(({ to }) => to.email))).toEqual(new Set([world.address('manager1')]));
  const after = await api.messages.one(ask);
  expect([after.state, after.round, after.resends.length]).toEqual(['sent', 1, 1]);
});

test('what time has overtaken is not sent again, but can still be read', async () => {
  const world = await makeWorld({ capacity: 1 });
  const mailbox = await openMailbox();
  await registerPlaces(world, 0, ['Dan']);
  await registerPlaces(world, 1, ['Mia']);
  const { seats } = await world.coordinator.api.trainings.manage({
    network: world.code,
    trainingId: world.trainingId,
  });
  const idOf = (state: string) => seats.find((seat) => seat.state === state)?.id ?? '';
  const [confirmed, waiting] = [idOf('confirmed'), idOf('waiting')];
  await world.coordinator.api.seats.cancel({ network: world.code, seatId: confirmed });
  await run(world, 'seat.promoted', mailbox);
  await world.coordinator.api.seats.cancel({ network: world.code, seatId: waiting });
  const { api } = world.coordinator;
  const { messages } = await api.messages.list({ network: world.code, kind: 'seat-promoted' });
  const [line] = messages;
  const ask = { network: world.code, messageId: line?.id ?? '' };

  const sent = (await mailbox.list()).length;
  await api.messages.resend(ask);
  await run(world, 'message.resent', mailbox);

  const after = await api.messages.one(ask);
  expect([after.state, after.error]).toEqual(['failed', 'overtaken']);
  expect(await mailbox.list()).toHaveLength(sent);
  expect((await messageWords(after, new Date()))?.text).toContain('is now confirmed');
});

test('an invitation is read without its link, and is sent again as an invitation', async () => {
  const world = await makeWorld();
  const mailbox = await openMailbox();
  const { api } = world.coordinator;
  const { invitationId } = await api.members.invite({
    network: world.code,
    email: world.address('new'),
    role: 'trainer',
  });
  await run(world, 'invitation.sent', mailbox);
  const { messages } = await api.messages.list({ network: world.code, q: world.address('new') });
  const ask = { network: world.code, messageId: messages[0]?.id ?? '' };

  const words = await messageWords(await api.messages.one(ask), new Date());
  await api.messages.resend(ask);
  await run(world, 'invitation.sent', mailbox);

  expect(words?.text).toContain(invitationId);
  expect(JSON.stringify(words)).not.toContain(linkToken('invitation', invitationId));
  const mails = await mailbox.to(world.address('new'));
  expect(mails).toHaveLength(2);
  expect(mails.every(({ text }) => text.includes(linkToken('invitation', invitationId)))).toBe(true);
});

test('one message is sent again three times an hour at most', async () => {
  const { world, mailbox, ask } = await sentConfirmation();
  const { api } = world.coordinator;
  for (let time = 1; time <= 3; time += 1) {
    await api.messages.resend(ask);
    await run(world, 'message.resent', mailbox);
  }

  await expect(api.messages.resend(ask)).rejects.toThrow('too_many_attempts');
  expect(await mailbox.list()).toHaveLength(4);
});
