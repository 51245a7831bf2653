import { linkToken } from '@tessera/core/identity/secrets.server.ts';
import { sweepSeats } from '@tessera/core/seats/sweep.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from './notify.server.ts';
import {
  apiOf,
  callerOf,
  ledgerOf,
  makeWorld,
  newestEvent,
  openMailbox,
  openTestDatabase,
  person,
  registerPlaces,
  type TestWorld,
} from './testing.server.ts';

beforeAll(openTestDatabase);
afterAll(closeDatabase);

const dayMs = 86_400_000;

/** Runs the job of the newest event of a kind; gives address, subject and text of its mails, by address. */
async function mailsOf(networkId: string, kind: string) {
  const mailbox = await openMailbox();
  const { job } = await newestEvent(networkId, kind);
  await notify(job, { ...mailbox.settings, realNow: new Date() });
  const mails = await mailbox.list();
  return mails
    .map(({ to, subject, text }) => ({ to: to.email, subject, text }))
    .sort((a, b) => a.to.localeCompare(b.to));
}

const addressesOf = async (networkId: string, kind: string) =>
  (await mailsOf(networkId, kind)).map(({ to }) => to);

async function seatOf(world: TestWorld, manager: number, state: string): Promise<string> {
  const { seats } = await callerOf(world, manager).seats.mine({ network: world.code });
  const found = seats.find((seat) => seat.state === state);
  if (!found) throw new Error(`no seat is ${state}`);
  return found.id;
}

test('a job that runs twice, even at once, sends each mail once', async () => {
  const world = await makeWorld();
  await registerPlaces(world, 0, ['Dan']);
  const mailbox = await openMailbox();
  const { id, job } = await newestEvent(world.networkId, 'seats.registered');
  const run = () => notify(job, { ...mailbox.settings, realNow: new Date() });

  const together = await Promise.allSettled([run(), run()]);
  await run();

  expect(together.map(({ status }) => status)).toContain('fulfilled');
  expect((await ledgerOf(world.networkId, id)).map(({ state, attempts }) => [state, attempts])).toEqual([
    ['sent', 1],
  ]);
  expect(await mailbox.list()).toHaveLength(1);
});

test('whoever moves up is told, and so is the person who had registered them', async () => {
  const world = await makeWorld({ capacity: 1 });
  await registerPlaces(world, 0, ['Dan']);
  await registerPlaces(world, 1, ['Mia']);

  await callerOf(world, 0).seats.cancel({ network: world.code, seatId: await seatOf(world, 0, 'confirmed') });

  expect(await addressesOf(world.networkId, 'seat.promoted')).toEqual([
    world.address('manager2'),
    world.address('mia'),
  ]);
});

test('a cancelled place is confirmed to the institution and told to the coordinators', async () => {
  const world = await makeWorld({ capacity: 1 });
  await person(world.networkId, world.address('second'), 'coordinator', null);
  await registerPlaces(world, 0, ['Dan']);
  await registerPlaces(world, 1, ['Mia']);
  await callerOf(world, 0).seats.cancel({ network: world.code, seatId: await seatOf(world, 0, 'confirmed') });

  const mails = await mailsOf(world.networkId, 'seat.cancelled');

  expect(mails.map(({ to }) => to)).toEqual([
    world.address('coordinator'),
    world.address('manager1'),
    world.address('second'),
  ]);
  expect(mails[0]?.text).toContain(`/n/${world.code}/trainings/${world.trainingId}/manage`);
  expect(mails[1]?.text).not.toContain('/manage');
  expect(mails.map(({ text }) => text).join()).not.toContain('Mia');
});

test('an offer is told while it stands, and not once it was declined', async () => {
  const world = await makeWorld({ capacity: 1, promotion: 'offer' });
  await registerPlaces(world, 0, ['Dan']);
  await registerPlaces(world, 1, ['Mia']);
  await callerOf(world, 0).seats.cancel({ network: world.code, seatId: await seatOf(world, 0, 'confirmed') });
  const seatId = await seatOf(world, 1, 'offered');

  const mails = await mailsOf(world.networkId, 'seat.offered');
  await callerOf(world, 1).seats.answerOffer({ network: world.code, seatId, answer: 'decline' });

  expect(mails.map(({ to }) => to)).toEqual([world.address('manager2'), world.address('mia')]);
  expect(mails[0]?.text).toContain(`/seats/${seatId}/offer`);
  const { id } = await newestEvent(world.networkId, 'seat.offered');
  expect((await ledgerOf(world.networkId, id)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(await addressesOf(world.networkId, 'seat.offered')).toEqual([]);
});

test('a cancelled training reaches every address once', async () => {
  const world = await makeWorld({ capacity: 2 });
  await registerPlaces(world, 0, ['Dan', 'Mia', null]);
  await registerPlaces(world, 0, [null]);
  await registerPlaces(world, 1, ['Ion']);
  await world.coordinator.api.trainings.cancel({
    network: world.code,
    trainingId: world.trainingId,
    reason: 'The trainer is ill.',
  });

  const mails = await mailsOf(world.networkId, 'training.cancelled');

  expect(mails.map(({ to }) => to)).toEqual(
    ['dan', 'ion', 'manager1', 'manager2', 'mia'].map((name) => world.address(name)),
  );
  expect(mails[0]?.text).toContain('The trainer is ill.');
});

test('each reader gets the mail in their own language', async () => {
  const world = await makeWorld();
  await registerPlaces(world, 0, ['Dan']);
  const { networkId } = world;
  await inScope({ networkId }, ({ prisma }) =>
    prisma.participant.updateMany({
      where: { networkId, email: world.address('dan') },
      data: { language: 'ro' },
    }),
  );
  await world.coordinator.api.trainings.cancel({ network: world.code, trainingId: world.trainingId });

  await mailsOf(networkId, 'training.cancelled');

  const { id } = await newestEvent(networkId, 'training.cancelled');
  expect((await ledgerOf(networkId, id)).map(({ email, language }) => [email, language])).toEqual([
    [world.address('dan'), 'ro'],
    [world.address('manager1'), 'en'],
  ]);
});

test('a new date is told beside the old one', async () => {
  const world = await makeWorld();
  await registerPlaces(world, 0, ['Dan']);
  const later = new Date(Date.now() + 20 * 86_400_000);
  await world.coordinator.api.trainings.edit({
    ...world.training,
    network: world.code,
    trainingId: world.trainingId,
    sessions: [{ startsAt: later, endsAt: new Date(later.getTime() + 3_600_000), halfDay: 'am' }],
  });

  expect(await addressesOf(world.networkId, 'training.rescheduled')).toEqual([
    world.address('dan'),
    world.address('manager1'),
  ]);
});

test('another venue alone is told beside the one until now, once, and not as a new date', async () => {
  const world = await makeWorld();
  await registerPlaces(world, 0, ['Dan']);
  const { coordinator, code: network, trainingId } = world;
  const { sessions } = await coordinator.api.trainings.page({ network, trainingId });
  const edit = (venue: string) =>
    coordinator.api.trainings.edit({ ...world.training, network, trainingId, sessions, venue });
  await edit('Town library');
  await mailsOf(world.networkId, 'training.relocated');
  await edit('School');

  const mails = await mailsOf(world.networkId, 'training.relocated');

  expect(mails.map(({ to }) => to)).toEqual([world.address('dan'), world.address('manager1')]);
  expect(mails[0]?.subject).toContain('New place');
  expect(mails[0]?.text).toContain('School');
  expect(mails[0]?.text).toContain('Town library');
  expect(mails[0]?.text).not.toContain('new date');
});

test('a later half-day that moves is told with all half-days, and nothing is called the date before', async () => {
  const world = await makeWorld();
  await registerPlaces(world, 0, ['Dan']);
  const { coordinator, code: network, trainingId } = world;
  const first = await coordinator.api.trainings.page({ network, trainingId });
  const halfDay = (startsAt: Date) => ({
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3_600_000),
    halfDay: 'am' as const,
  });
  const edit = (after: number) =>
    coordinator.api.trainings.edit({
      ...world.training,
      network,
      trainingId,
      sessions: [
        { ...first.sessions[0], ...halfDay(first.startsAt) },
        halfDay(new Date(first.startsAt.getTime() + after)),
      ],
    });
  await edit(dayMs);
  await addressesOf(world.networkId, 'training.rescheduled');

  await edit(2 * dayMs);

  const { settings, to } = await openMailbox();
  const { job } = await newestEvent(world.networkId, 'training.rescheduled');
  await notify(job, { ...settings, realNow: new Date() });
  const [mail] = await to(world.address('dan'));
  expect(mail?.subject).toContain('Half-days changed');
  expect(mail?.text).toContain('Half-days');
  expect(mail?.text).not.toContain('Before:');
  expect(mail?.text).not.toContain('new date');
});

test('what was postponed, got other dates and is published is told with its date to everyone, once', async () => {
  const world = await makeWorld();
  await registerPlaces(world, 0, ['Dan']);
  const { code: network, trainingId } = world;
  const { trainings } = world.coordinator.api;
  await trainings.postpone({ network, trainingId, reason: 'Snow' });
  const startsAt = new Date(Date.now() + 40 * dayMs);
  const sessions = [{ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), halfDay: 'am' as const }];
  await trainings.edit({ ...world.training, network, trainingId, sessions });
  await trainings.edit({ ...world.training, network, trainingId, sessions, venue: 'Sala 3' });

  await trainings.move({ network, trainingId, move: 'publish' });
  await trainings.move({ network, trainingId, move: 'publish' });

  const mails = await mailsOf(world.networkId, 'training.rescheduled');
  expect(mails.map(({ to }) => to)).toEqual([world.address('dan'), world.address('manager1')]);
  expect(mails[0]?.subject).toContain('New date');
  expect(mails[0]?.text).toContain('Before:');
});

test('what was postponed and is published at its old date is told, too', async () => {
  const world = await makeWorld();
  await registerPlaces(world, 0, ['Dan']);
  const where = { network: world.code, trainingId: world.trainingId };
  await world.coordinator.api.trainings.postpone({ ...where, reason: 'Snow' });

  await world.coordinator.api.trainings.move({ ...where, move: 'publish' });

  const mails = await mailsOf(world.networkId, 'training.rescheduled');
  expect(mails.map(({ subject }) => subject.includes('New date'))).toEqual([true, true]);
});

test('who leads a training hears of its new date among what they organise', async () => {
  const world = await makeWorld();
  const trainer = await person(world.networkId, world.address('trainer'), 'trainer', null);
  const later = new Date(Date.now() + 20 * dayMs);
  await world.coordinator.api.trainings.edit({
    ...world.training,
    network: world.code,
    trainingId: world.trainingId,
    trainerIds: [trainer.personId],
    sessions: [{ startsAt: later, endsAt: new Date(later.getTime() + 3_600_000), halfDay: 'am' }],
  });

  expect(await addressesOf(world.networkId, 'training.rescheduled')).toEqual([world.address('trainer')]);
  const { notices } = await trainer.api.messages.notices({});
  expect(notices.map(({ kind, topic }) => [kind, topic])).toEqual([['training-rescheduled', 'organised']]);
});

test('an invitation carries its link, and is not sent once it was taken back', async () => {
  const world = await makeWorld();
  const { api } = world.coordinator;
  const invite = (name: string) =>
    api.members.invite({ network: world.code, email: world.address(name), role: 'trainer' });
  const { invitationId } = await invite('new');

  const [mail] = await mailsOf(world.networkId, 'invitation.sent');
  const second = await invite('other');
  await api.members.revokeInvitation({ network: world.code, invitationId: second.invitationId });

  expect(mail?.to).toBe(world.address('new'));
  expect(mail?.text).toContain(linkToken('invitation', invitationId));
  expect(await addressesOf(world.networkId, 'invitation.sent')).toEqual([]);
});

test('a link for a new password is sent while it works', async () => {
  const world = await makeWorld();
  await apiOf(null).identity.requestReset({ email: world.address('manager1') });
  const { payload } = await newestEvent(platformNetworkId, 'password.reset_requested');
  const { tokenId } = payload as { tokenId: string };

  const [mail] = await mailsOf(platformNetworkId, 'password.reset_requested');
  await apiOf(null).identity.requestReset({ email: world.address('manager1') });
  await inScope({ door: 'identity' }, ({ prisma }) =>
    prisma.loginToken.updateMany({ data: { usedAt: new Date() }, where: { purpose: 'password_reset' } }),
  );

  expect(mail?.to).toBe(world.address('manager1'));
  expect(mail?.text).toContain(`/password-reset/${tokenId}/${linkToken('password_reset', tokenId)}`);
  expect(await addressesOf(platformNetworkId, 'password.reset_requested')).toEqual([]);
});

test('a person is told by mail of every change of their second step, with no code in it', async () => {
  const world = await makeWorld();
  const { secondStep } = callerOf(world, 0);
  await secondStep.begin();
  const { key } = await secondStep.key();
  const { codes } = await secondStep.confirm({ code: new TOTP({ secret: key }).generate() });
  await secondStep.switchOff({ code: codes[0] ?? '' });
  const kinds = ['second_step.switched_on', 'second_step.recovery_used', 'second_step.switched_off'];

  const mails = [];
  for (const kind of kinds) mails.push(...(await mailsOf(platformNetworkId, kind)));

  expect(mails.map(({ to }) => to)).toEqual(kinds.map(() => world.address('manager1')));
  expect(new Set(mails.map(({ subject }) => subject)).size).toBe(3);
  expect(mails[1]?.text).toContain('9');
  for (const secret of [key, ...codes]) expect(JSON.stringify(mails)).not.toContain(secret);
});

test('an offer that nobody answered is told to have ended', async () => {
  const world = await makeWorld({ capacity: 1, promotion: 'offer' });
  await registerPlaces(world, 0, ['Dan']);
  await registerPlaces(world, 1, ['Mia']);
  await callerOf(world, 0).seats.cancel({
    network: world.code,
    seatId: await seatOf(world, 0, 'confirmed'),
  });

  await sweepSeats(new Date(Date.now() + 3 * dayMs));

  expect(await addressesOf(world.networkId, 'seat.lapsed')).toEqual([
    world.address('manager2'),
    world.address('mia'),
  ]);
});

test('a certificate is brought to the learner, and without an address to who had registered; issuing again mails nobody again', async () => {
  const world = await makeWorld({ capacity: 3 });
  const { networkId, code: network, trainingId, coordinator } = world;
  await registerPlaces(world, 0, ['Dan', 'Mia']);
  await inScope({ networkId }, async ({ prisma }) => {
    const mia = { networkId, email: world.address('mia') };
    await prisma.participant.updateMany({ where: mia, data: { email: null } });
    await prisma.network.update({ where: { id: networkId }, data: { clockOffset: (11 * dayMs) / 1000 } });
  });
  const { seats } = await coordinator.api.trainings.manage({ network, trainingId });
  const sessionId = await inScope({ networkId }, async ({ prisma }) => {
    return (await prisma.trainingSession.findFirstOrThrow({ where: { networkId, trainingId } })).id;
  });
  const marks = seats.map(({ id }) => ({ seatId: id, state: 'present' as const }));
  await coordinator.api.attendance.mark({ network, trainingId, sessionId, marks });
  await coordinator.api.certificates.issue({ network, trainingId });
  const mailbox = await openMailbox();

  const sendAll = async () => {
    const events = await inScope({ networkId }, ({ prisma }) =>
      prisma.domainEvent.findMany({ where: { networkId, kind: 'certificate.issued' } }),
    );
    for (const { id, kind, round } of events)
      await notify({ eventId: id, networkId, kind, round }, { ...mailbox.settings, realNow: new Date() });
  };
  await sendAll();
  expect(await coordinator.api.certificates.issue({ network, trainingId })).toMatchObject({ issued: 0 });
  await sendAll();

  const mails = await mailbox.list();
  expect(mails.map(({ to }) => to.email).sort()).toEqual([world.address('dan'), world.address('manager1')]);
  const toManager = mails.find(({ to }) => to.email === world.address('manager1'));
  expect(toManager?.text).toContain('Mia Pop');
});

test('who took part online is asked by mail, with a link that is theirs alone', async () => {
  const world = await makeWorld({ capacity: 3 });
  const { networkId, code: network, trainingId, coordinator } = world;
  await registerPlaces(world, 0, ['Dan', 'Mia']);
  const sessionId = await inScope({ networkId }, async ({ prisma }) => {
    await prisma.network.update({ where: { id: networkId }, data: { clockOffset: (11 * dayMs) / 1000 } });
    await prisma.trainingSession.updateMany({ where: { networkId, trainingId }, data: { mode: 'online' } });
    return (await prisma.trainingSession.findFirstOrThrow({ where: { networkId, trainingId } })).id;
  });
  await coordinator.api.attendance.askPresence({ network, trainingId, sessionId });

  const mails = await mailsOf(networkId, 'attendance.presence_asked');

  expect(mails.map(({ to }) => to)).toEqual([world.address('dan'), world.address('mia')]);
  const links = mails.map(({ text }) => text.match(/\/seats\/([^/]+)\/presence\/([^/]+)\/([\w-]{43})/));
  expect(links.map((link) => link?.[2])).toEqual([sessionId, sessionId]);
  expect(new Set(links.map((link) => link?.[3])).size).toBe(2);
});

test('coordinators are told when the glass is to break, is broken and was used; never what is behind it', async () => {
  const world = await makeWorld();
  const { networkId, code: network, coordinator } = world;
  const second = await person(networkId, world.address('second'), 'coordinator', null);
  const mentor = await person(networkId, world.address('mentor'), 'mentor', null);
  const { consentId } = await mentor.api.consents.record({
    network,
    purpose: 'public_listing',
    language: 'en',
    subject: 'Mircea Secret',
    givenHow: 'signature',
    answer: 'give',
  });
  const reason = 'The child protection office asks by letter.';
  const { accessId } = await coordinator.api.privacy.askAccess({ network, consentId, reason });
  await second.api.privacy.decideOnAccess({ network, accessId, decision: 'approve' });
  await coordinator.api.consents.open({ network, consentId });

  const mails = [
    await mailsOf(networkId, 'access.requested'),
    await mailsOf(networkId, 'access.approved'),
    await mailsOf(networkId, 'access.used'),
  ];

  const both = [world.address('coordinator'), world.address('second')];
  expect(mails.map((step) => step.map(({ to }) => to))).toEqual([both, both, both]);
  expect(mails.flat()[0]?.text).toContain(`/n/${network}/settings/privacy/accesses`);
  expect(JSON.stringify(mails)).not.toMatch(/Mircea|child protection/);
});

test('a code that ran out before its mail left is not sent', async () => {
  const world = await makeWorld();
  await apiOf(null).identity.requestCode({ email: world.address('manager1') });
  const { job } = await newestEvent(platformNetworkId, 'sign_in.code_requested');
  const mailbox = await openMailbox();

  await notify(job, { ...mailbox.settings, realNow: new Date(Date.now() + 11 * 60_000) });

  expect(await mailbox.list()).toEqual([]);
});
