import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { linkToken } from '../identity/secrets.server.ts';
import { purgeNetwork } from '../privacy/retention.server.ts';
import { seatToken } from '../seats/leave.server.ts';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import type { RegistrationWay } from './rules.ts';

await useTestDatabase();

type World = { network: TestNetwork; coordinator: TestPerson; trainingId: string; code: string };

async function newWorld(
  ways: RegistrationWay[],
  {
    capacity = 5,
    needsApproval = false,
    pendingCounts = true,
    ...changes
  }: { capacity?: number; needsApproval?: boolean; pendingCounts?: boolean; promotion?: 'offer' } = {},
): Promise<World> {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const trainingId = await newTraining(network, coordinator, { capacity, ...changes });
  const world = { network, coordinator, trainingId, code: network.code };
  await setWays(world, ways, { needsApproval, pendingCounts });
  return world;
}

function setWays(
  { code: network, trainingId, coordinator }: World,
  ways: RegistrationWay[],
  rest: { needsApproval?: boolean; pendingCounts?: boolean; linkEndsAt?: Date } = {},
) {
  return as(coordinator).registering.setWays({ network, trainingId, ways, ...rest });
}

const waysIn = ({ code: network, trainingId, coordinator }: World) =>
  as(coordinator).registering.ways({ network, trainingId });

const person = (email = `${randomUUID()}@example.org`) => ({
  givenName: 'Ilka',
  familyName: 'Novak',
  email,
  language: 'hu',
});

async function ask(world: World, email?: string, more: { website?: string } = {}) {
  const { link } = await waysIn(world);
  const { code: network, trainingId } = world;
  await as(null).registering.ask({ network, trainingId, token: link.token, ...person(email), ...more });
}

const requests = ({ network: { id: networkId } }: World) =>
  inNetwork(networkId, (tx) => tx.prisma.seatRequest.findMany({ orderBy: { askedAt: 'asc' } }));

async function linkOf(world: World) {
  const [request] = (await requests(world)).reverse();
  const seatRequestId = request?.id ?? '';
  return { network: world.code, seatRequestId, token: linkToken('seat_request', seatRequestId) };
}

async function seatsIn(world: World) {
  const { code: network, trainingId, coordinator } = world;
  return (await as(coordinator).trainings.manage({ network, trainingId })).seats;
}

/** What the row of the training counts, which must be what its seats say. */
async function countsIn(world: World) {
  const { id: networkId } = world.network;
  return inNetwork(networkId, async ({ prisma }) => {
    const training = await prisma.training.findFirst({ where: { networkId, id: world.trainingId } });
    const states = (await prisma.seat.findMany({ where: { networkId, trainingId: world.trainingId } })).map(
      ({ state }) => state,
    );
    const count = (...of: string[]) => states.filter((state) => of.includes(state)).length;
    expect(training?.takenCount).toBe(count('confirmed', 'offered', 'pending'));
    expect(training?.waitingCount).toBe(count('waiting'));
    return { taken: training?.takenCount, waiting: training?.waitingCount };
  });
}

test('a citizen asks by the public link, has no seat before the address is confirmed, and one after it', async () => {
  const world = await newWorld(['link']);
  await ask(world, 'Ilka@Example.org');
  expect(await seatsIn(world)).toEqual([]);

  const link = await linkOf(world);
  const page = await as(null).registering.requestPage(link);
  expect(page.asked).toMatchObject({ familyName: 'Novak', email: 'ilka@example.org' });
  expect(page.seat).toBeNull();
  expect(await seatsIn(world)).toEqual([]);

  await Promise.all(Array.from({ length: 6 }, () => as(null).registering.confirm(link)));
  const [seat, ...others] = await seatsIn(world);
  expect(others).toEqual([]);
  expect(seat).toMatchObject({ state: 'confirmed', familyName: 'Novak', institutionId: null });
  expect(await requests(world)).toEqual([]);
  const after = await as(null).registering.requestPage(link);
  expect(after).toMatchObject({ asked: null, seat: { id: seat?.id, state: 'confirmed' } });

  const leaveLink = { network: world.code, seatId: seat?.id ?? '', token: after.seat?.token ?? '' };
  await as(null).seats.leave(leaveLink);
  expect((await as(null).seats.leavePage(leaveLink)).state).toBe('cancelled');
  expect(await countsIn(world)).toEqual({ taken: 0, waiting: 0 });
});

test('one address has one seat in a training, however often and at once it is confirmed', async () => {
  const world = await newWorld(['link']);
  const email = `${randomUUID()}@example.org`;
  await ask(world, email);
  const first = await linkOf(world);
  await ask(world, email);
  const second = await linkOf(world);
  expect(second.seatRequestId).not.toBe(first.seatRequestId);
  const answers = await Promise.allSettled([
    as(null).registering.confirm(first),
    as(null).registering.confirm(second),
  ]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await seatsIn(world)).toHaveLength(1);

  await ask(world, email);
  expect(await refusal(as(null).registering.confirm(await linkOf(world)))).toBe('already_registered');
});

test('whoever is registered by an institution gets the same answer, and no second seat', async () => {
  const world = await newWorld(['link', 'institution']);
  const { network, code, trainingId } = world;
  const manager = await newPerson(network, 'institution_manager', await newInstitution(network));
  const email = `${randomUUID()}@example.org`;
  await as(manager).seats.register({
    network: code,
    trainingId,
    places: [{ givenName: 'Ilka', familyName: 'Novak', email }],
    requestKey: randomUUID(),
  });
  await expect(ask(world, email)).resolves.toBeUndefined();
  expect(await refusal(as(null).registering.confirm(await linkOf(world)))).toBe('already_registered');
});

test('an institution cannot name somebody who sits there by the public link already, whichever comes first', async () => {
  const world = await newWorld(['link', 'institution']);
  const { network, code, trainingId } = world;
  const manager = await newPerson(network, 'institution_manager', await newInstitution(network));
  const email = `${randomUUID()}@example.org`;
  const place = { givenName: 'Ilka', familyName: 'Novak', email };
  const register = (places: object[]) =>
    as(manager).seats.register({ network: code, trainingId, places, requestKey: randomUUID() });
  await ask(world, email);
  await as(null).registering.confirm(await linkOf(world));
  await register([{}]);
  const unnamed = (await seatsIn(world)).find(({ familyName }) => familyName === null);

  expect(await refusal(register([place]))).toBe('already_registered');
  expect(await refusal(as(manager).seats.name({ network: code, seatId: unnamed?.id ?? '', ...place }))).toBe(
    'already_registered',
  );
  await register([{ ...place, email: `${randomUUID()}@example.org` }]);

  expect((await seatsIn(world)).filter(({ familyName }) => familyName !== null)).toHaveLength(2);
});

test('one address that confirms two trainings at once is one participant', async () => {
  const one = await newWorld(['link']);
  const two = { ...one, trainingId: await newTraining(one.network, one.coordinator) };
  await setWays(two, ['link']);
  const email = `${randomUUID()}@example.org`;
  await ask(one, email);
  const first = await linkOf(one);
  await ask(two, email);
  const second = await linkOf(two);
  await Promise.all([as(null).registering.confirm(first), as(null).registering.confirm(second)]);
  const [a] = await seatsIn(one);
  const [b] = await seatsIn(two);
  expect(a?.participantId).toBeTruthy();
  expect(a?.participantId).toBe(b?.participantId);
});

test('a link opens nothing after it was renewed, switched off or has ended, and what it brought can go on', async () => {
  const world = await newWorld(['link']);
  const { code: network, trainingId, coordinator } = world;
  const before = (await waysIn(world)).link.token;
  await as(coordinator).registering.renewLink({ network, trainingId });
  const page = (token: string, now?: Date) =>
    as(null, now).registering.linkPage({ network, trainingId, token });
  expect(await refusal(page(before))).toBe('not_found');
  const { token } = (await waysIn(world)).link;
  expect((await page(token)).window).toBe('open');

  await setWays(world, ['link'], { linkEndsAt: new Date(Date.now() + hours(1)) });
  expect(await refusal(page(token, new Date(Date.now() + hours(2))))).toBe('link_expired');

  await ask(world);
  await setWays(world, ['institution']);
  expect(await refusal(page(token))).toBe('link_expired');
  expect(await refusal(as(null).registering.confirm(await linkOf(world)))).toBe('way_closed');
});

test('what is not confirmed within 48 hours cannot be, and the night deletes it; a program that fills every field leaves nothing', async () => {
  const world = await newWorld(['link']);
  await ask(world, undefined, { website: 'https://spam.example' });
  expect(await requests(world)).toEqual([]);
  await ask(world);
  const link = await linkOf(world);
  const later = new Date(Date.now() + hours(49));
  expect(await refusal(as(null, later).registering.confirm(link))).toBe('link_expired');
  const networkId = world.network.id;
  const mails = () => inNetwork(networkId, ({ prisma }) => prisma.message.findMany({ where: { networkId } }));
  await inNetwork(networkId, async (tx) => {
    const event = await tx.prisma.domainEvent.findFirst({ where: { networkId, kind: 'seat.requested' } });
    const mail = { id: randomUUID(), kind: 'seat-request', email: 'typed@example.org', language: 'hu' };
    await tx.prisma.message.create({ data: { ...mail, networkId, eventId: event?.id ?? '', state: 'sent' } });
  });
  await purgeNetwork({ networkId, now: new Date(Date.now() + hours(47)) });
  expect(await requests(world)).toHaveLength(1);
  expect(await mails()).toMatchObject([{ email: 'typed@example.org' }]);
  await purgeNetwork({ networkId, now: later });
  expect(await requests(world)).toEqual([]);
  expect(await mails()).not.toMatchObject([{ email: 'typed@example.org' }]);
});

test('an address gets five mails an hour', async () => {
  const world = await newWorld(['link']);
  const email = `${randomUUID()}@example.org`;
  for (let index = 0; index < 5; index++) await ask(world, email);
  expect(await refusal(ask(world, email))).toBe('too_many_attempts');
});

test('by whatever way a training is not open, nobody but the coordinator registers', async () => {
  const world = await newWorld(['link']);
  const { network, code, trainingId, coordinator } = world;
  const mentor = await newPerson(network, 'mentor');
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const register = (by: TestPerson) =>
    as(by).seats.register({
      network: code,
      trainingId,
      institutionId: by === coordinator ? institutionId : undefined,
      places: by === mentor ? places(null) : places(randomUUID()),
      requestKey: randomUUID(),
    });
  expect(await refusal(register(mentor))).toBe('way_closed');
  expect(await refusal(register(manager))).toBe('way_closed');
  expect(await register(coordinator)).toMatchObject({ confirmed: 1 });
  await setWays(world, ['person']);
  expect(await register(mentor)).toMatchObject({ confirmed: 1 });
});

test('pasted addresses are invited, answer once, and can be sent again or taken back', async () => {
  const world = await newWorld(['invitation']);
  const { code: network, trainingId, coordinator } = world;
  const invite = (people: string) => as(coordinator).registering.invite({ network, trainingId, people });
  expect(await refusal(invite('a@example.org\nnobody'))).toBe('invitation_lines_invalid');
  expect(await invite('Ana Pop <ana@example.org>\nben@example.org')).toEqual({ sent: 2 });
  expect(await invite('ben@example.org')).toEqual({ sent: 1 });

  const invitations = (await waysIn(world)).invitations;
  const of = (email: string) => invitations.find((row) => row.email === email)?.id ?? '';
  const link = (email: string) => ({
    network,
    seatInvitationId: of(email),
    token: linkToken('seat_invitation', of(email)),
  });
  const ana = link('ana@example.org');
  expect((await as(null).registering.invitation(ana)).invited).toMatchObject({ name: 'Ana Pop' });
  const answer = { ...ana, givenName: 'Ana', familyName: 'Pop', language: 'ro' };
  await Promise.all([
    as(null).registering.answerInvitation(answer),
    as(null).registering.answerInvitation(answer),
  ]);
  expect(await seatsIn(world)).toMatchObject([{ state: 'confirmed', email: 'ana@example.org' }]);
  expect((await as(null).registering.invitation(ana)).seat).toMatchObject({ state: 'confirmed' });

  const ben = link('ben@example.org');
  await as(coordinator).registering.revokeInvitation({ network, seatInvitationId: of('ben@example.org') });
  expect(await refusal(as(null).registering.invitation(ben))).toBe('link_expired');
  await as(coordinator).registering.resendInvitation({ network, seatInvitationId: of('ben@example.org') });
  expect((await as(null).registering.invitation(ben)).invited).toMatchObject({ email: 'ben@example.org' });
  expect(await refusal(as(null, new Date(Date.now() + days(31))).registering.invitation(ben))).toBe(
    'link_expired',
  );
  const states = (await waysIn(world)).invitations.map(({ email, state }) => `${email} ${state}`);
  expect(states.sort()).toEqual(['ana@example.org answered', 'ben@example.org sent']);
});

async function guestSeat(world: World) {
  await ask(world);
  const link = await linkOf(world);
  await as(null).registering.confirm(link);
  const { seat } = await as(null).registering.requestPage(link);
  return seat?.id ?? '';
}

function decide(world: World, decision: 'approve' | 'reject', seatIds: string[], reason = '') {
  const { code: network, trainingId, coordinator } = world;
  return as(coordinator).registering.decide({ network, trainingId, seatIds, decision, reason });
}

test('where the organiser decides, a seat is held until then; who held none joins the line when approved', async () => {
  const world = await newWorld(['link'], { capacity: 1, needsApproval: true });
  const [first, second] = [await guestSeat(world), await guestSeat(world)];
  expect((await seatsIn(world)).map(({ state }) => state)).toEqual(['pending', 'requested']);
  expect(await countsIn(world)).toEqual({ taken: 1, waiting: 0 });

  expect(await decide(world, 'approve', [first, second])).toEqual({ confirmed: 1, waiting: 1, rejected: 0 });
  expect(await countsIn(world)).toEqual({ taken: 1, waiting: 1 });
  expect(await decide(world, 'reject', [first], 'too late')).toEqual({
    confirmed: 0,
    waiting: 0,
    rejected: 0,
  });
});

test('a refusal says why, frees the seat that was held, and goes to the next in line', async () => {
  const world = await newWorld(['link'], { capacity: 1, needsApproval: true });
  const [first, second] = [await guestSeat(world), await guestSeat(world)];
  await decide(world, 'approve', [second]);
  expect(await countsIn(world)).toEqual({ taken: 1, waiting: 1 });
  expect(await refusal(decide(world, 'reject', [first]))).toBe('reason_needed');
  await decide(world, 'reject', [first], 'Only for municipalities');
  const seats = await seatsIn(world);
  expect(seats.find(({ id }) => id === first)).toMatchObject({
    state: 'rejected',
    decisionReason: 'Only for municipalities',
  });
  expect(seats.find(({ id }) => id === second)?.state).toBe('confirmed');
  expect(await countsIn(world)).toEqual({ taken: 1, waiting: 0 });
  const participantId = seats.find(({ id }) => id === first)?.participantId ?? null;
  const page = await as(null).seats.leavePage({
    network: world.code,
    seatId: first,
    token: seatToken({ id: first, participantId }),
  });
  expect(page).toMatchObject({ state: 'rejected', reason: 'Only for municipalities', canLeave: false });
});

test('where nothing is held until the decision, places go to who is approved', async () => {
  const world = await newWorld(['link'], { capacity: 1, needsApproval: true, pendingCounts: false });
  const [, second] = [await guestSeat(world), await guestSeat(world)];
  expect(await countsIn(world)).toEqual({ taken: 0, waiting: 0 });
  expect(await decide(world, 'approve', [second])).toMatchObject({ confirmed: 1 });
});

test('a new name for an approved seat is decided on again and keeps its seat; the organiser names without asking', async () => {
  const world = await newWorld(['institution'], { capacity: 2, needsApproval: true });
  const { network, code, trainingId, coordinator } = world;
  const manager = await newPerson(network, 'institution_manager', await newInstitution(network));
  const answer = await as(manager).seats.register({
    network: code,
    trainingId,
    places: places('Unu', 'Doi', 'Trei'),
    requestKey: randomUUID(),
  });
  expect(answer).toMatchObject({ confirmed: 0, waiting: 0, undecided: 3 });
  const ids = (await seatsIn(world)).map(({ id }) => id);
  await decide(world, 'approve', ids);
  expect(await countsIn(world)).toEqual({ taken: 2, waiting: 1 });
  const rename = (by: TestPerson, seatId: string) =>
    as(by).seats.name({ network: code, seatId, givenName: 'Ana', familyName: randomUUID() });
  const [held = '', , waiting = ''] = ids;
  expect(await rename(coordinator, held)).toEqual({ isAskedAgain: false });
  expect(await rename(manager, held)).toEqual({ isAskedAgain: true });
  expect(await rename(manager, waiting)).toEqual({ isAskedAgain: true });
  expect(await countsIn(world)).toEqual({ taken: 2, waiting: 0 });
  const states = new Map((await seatsIn(world)).map(({ id, state }) => [id, state]));
  expect([states.get(held), states.get(waiting)]).toEqual(['pending', 'requested']);
});

test('an offer is accepted with the link of its mail, without a login', async () => {
  const world = await newWorld(['link'], { capacity: 1, promotion: 'offer' });
  const [first, second] = [await guestSeat(world), await guestSeat(world)];
  const linkTo = async (seatId: string) => {
    const found = (await seatsIn(world)).find(({ id }) => id === seatId);
    const participantId = found?.participantId ?? null;
    return { network: world.code, seatId, token: seatToken({ id: seatId, participantId }) };
  };
  await as(null).seats.leave(await linkTo(first));
  const link = await linkTo(second);
  expect(await as(null).seats.leavePage(link)).toMatchObject({ state: 'offered', canAccept: true });
  await as(null).seats.accept(link);
  expect((await as(null).seats.leavePage(link)).state).toBe('confirmed');
  expect(await refusal(as(null).seats.accept({ ...link, token: 'x' }))).toBe('not_found');
});

test('many confirmations, approvals and refusals at once never give more seats than there are', async () => {
  const world = await newWorld(['link'], { capacity: 3, needsApproval: true });
  const links: Awaited<ReturnType<typeof linkOf>>[] = [];
  for (let index = 0; index < 8; index++) {
    await ask(world);
    links.push(await linkOf(world));
  }
  await Promise.all(links.map((link) => as(null).registering.confirm(link)));
  const ids = (await seatsIn(world)).map(({ id }) => id);
  await Promise.all([
    ...ids.map((id) => decide(world, 'approve', [id])),
    decide(world, 'reject', ids.slice(0, 2), 'x'),
    decide(world, 'approve', ids),
  ]);
  const { taken = 0 } = await countsIn(world);
  expect(taken).toBe(3);
  expect(
    (await seatsIn(world)).every(({ state }) => ['confirmed', 'waiting', 'rejected'].includes(state)),
  ).toBe(true);
});

test('a person without an institution is marked present, gets a certificate and stands in every list', async () => {
  const world = await newWorld(['link']);
  const { code: network, trainingId, coordinator } = world;
  const seatId = await guestSeat(world);
  const { training } = await as(coordinator).trainings.manage({ network, trainingId });
  const later = new Date(new Date(training.endsAt).getTime() + hours(1));
  for (const { id: sessionId } of training.sessions)
    await as(coordinator, later).attendance.mark({
      network,
      trainingId,
      sessionId,
      marks: [{ seatId, state: 'present' }],
    });
  const sheet = await as(coordinator, later).attendance.sheet({ network, trainingId });
  expect(sheet.rows).toMatchObject([{ seatId, familyName: 'Novak' }]);
  await as(coordinator, later).certificates.issue({ network, trainingId });
  const certificates = await as(coordinator, later).certificates.list({ network });
  expect(certificates).toHaveLength(1);
  const participantId = sheet.rows[0]?.participantId ?? null;
  const link = { network, seatId, token: seatToken({ id: seatId, participantId }) };
  expect((await as(null).certificates.byLink(link)).verifyCode).toBe(certificates[0]?.verifyCode);
  expect(await refusal(as(null).certificates.byLink({ ...link, token: 'x' }))).toBe('not_found');
});

test('what waits for a decision stands among what waits for the coordinator, and for nobody else', async () => {
  const world = await newWorld(['link'], { needsApproval: true });
  await guestSeat(world);
  const seatId = await guestSeat(world);
  const undecided = async (person: TestPerson) =>
    (await as(person).needs.own()).networks.flatMap(({ tasks }) =>
      tasks.filter(({ kind }) => kind === 'undecided'),
    );
  expect(await undecided(world.coordinator)).toMatchObject([{ id: world.trainingId, count: 2 }]);
  expect(await undecided(await newPerson(world.network, 'trainer'))).toEqual([]);
  await decide(world, 'reject', [seatId], 'x');
  expect(await undecided(world.coordinator)).toMatchObject([{ count: 1 }]);
});
