import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
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
  useTestDatabase,
} from '../testing.server.ts';
import { presenceToken } from './presence.server.ts';

await useTestDatabase();

/** An online half-day that ended an hour ago, with two people who have an address and one who has none. */
async function halfDay(mode: 'online' | 'onsite' = 'online', ended = true) {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const institutionId = await newInstitution(network);
  const end = new Date(Date.now() + (ended ? -hours(1) : hours(1)));
  const trainingId = await newTraining(network, coordinator, {
    mode,
    sessions: [{ startsAt: new Date(end.getTime() - hours(3)), endsAt: end, halfDay: 'am' }],
  });
  const named = places('Pop', 'Dan', 'Nimeni').map((place, index) => ({
    ...place,
    email: index < 2 ? `x${randomUUID().slice(0, 8)}@demo.example` : null,
  }));
  await as(coordinator, new Date(Date.now() - days(2))).seats.register({
    network: network.code,
    trainingId,
    institutionId,
    places: named,
    requestKey: randomUUID(),
  });
  const where = { network: network.code, trainingId };
  const { rows, sessions } = await as(coordinator).attendance.sheet(where);
  const sessionId = sessions[0]?.id ?? '';
  const seatOf = (name: string) => {
    const row = rows.find(({ familyName }) => familyName === name);
    if (!row) throw new Error(`nobody is called ${name}`);
    return row;
  };
  const linkOf = (name: string) => {
    const { seatId, participantId } = seatOf(name);
    const token = presenceToken({ sessionId, seatId, participantId });
    return { network: network.code, sessionId, seatId, token };
  };
  const at = { ...where, sessionId };
  const ask = () => as(coordinator).attendance.askPresence(at);
  const confirm = (name: string, now?: Date) => as(null, now).attendance.confirmPresence(linkOf(name));
  const markOf = async (name: string) => {
    const sheet = await as(coordinator).attendance.sheet(where);
    return sheet.rows.find(({ familyName }) => familyName === name)?.marks[sessionId];
  };
  return { network, coordinator, where, at, ask, linkOf, confirm, markOf, seatOf };
}

test('who takes part online is asked once, and their word stands as proof with its hash', async () => {
  const { coordinator, at, ask, linkOf, confirm, markOf } = await halfDay();
  expect(await refusal(as(null).attendance.presencePage(linkOf('Pop')))).toBe('not_found');

  const asked = await Promise.allSettled([ask(), ask()]);

  expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await refusal(ask())).toBe('presence_asked');
  expect(await as(null).attendance.presencePage(linkOf('Pop'))).toMatchObject({
    state: 'open',
    givenAt: null,
  });
  expect(await markOf('Pop')).toBeUndefined();

  const both = await Promise.all([confirm('Pop'), confirm('Pop')]);

  expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await markOf('Pop')).toBe('present');
  expect(await as(null).attendance.presencePage(linkOf('Pop'))).toMatchObject({ state: 'given' });
  const { presence } = await as(coordinator).attendance.evidence(at);
  expect(presence).toMatchObject({ people: 2, canAsk: false });
  expect(presence.given.map(({ familyName, sha256 }) => [familyName, sha256.length])).toEqual([['Pop', 64]]);
  const { changes } = await as(coordinator).attendance.trail(at);
  expect(changes.map(({ way, toState }) => [way, toState])).toEqual([['mail', 'present']]);
});

test('a mark that a trainer gave stays, and the list shows that the two differ', async () => {
  const { coordinator, at, ask, confirm, markOf, seatOf } = await halfDay();
  await ask();
  const { seatId } = seatOf('Dan');
  await as(coordinator).attendance.mark({ ...at, marks: [{ seatId, state: 'absent' }] });

  await confirm('Dan');

  expect(await markOf('Dan')).toBe('absent');
  const { sessions } = await as(coordinator).attendance.sheet(at);
  expect(sessions[0]?.evidence.map(({ kind, seatId }) => [kind, seatId])).toEqual([
    ['email_confirmation', seatId],
  ]);
});

test('the link ends after a week, with the lock of the list, and with the person; no other link opens it', async () => {
  const { network, coordinator, at, ask, linkOf, confirm, seatOf } = await halfDay();
  await ask();
  const link = linkOf('Pop');

  expect(await refusal(confirm('Pop', new Date(Date.now() + days(8))))).toBe('link_expired');
  expect(await refusal(as(null).attendance.confirmPresence({ ...link, seatId: seatOf('Dan').seatId }))).toBe(
    'not_found',
  );
  await as(coordinator).attendance.mark({
    ...at,
    marks: ['Pop', 'Dan', 'Nimeni'].map((name) => ({
      seatId: seatOf(name).seatId,
      state: 'excused' as const,
    })),
  });
  await as(coordinator).attendance.lock(at);
  expect(await refusal(confirm('Pop'))).toBe('attendance_locked');
  expect(await as(null).attendance.presencePage(link)).toMatchObject({ state: 'locked' });
  await inNetwork(network.id, ({ prisma }) =>
    prisma.seat.updateMany({ where: { id: link.seatId }, data: { participantId: null } }),
  );
  expect(await refusal(as(null).attendance.presencePage(link))).toBe('not_found');
});

test('a proof that was taken back does not come back by the same link', async () => {
  const { coordinator, at, ask, confirm } = await halfDay();
  await ask();
  await confirm('Pop');
  const { presence } = await as(coordinator).attendance.evidence(at);

  await as(coordinator).attendance.withdrawEvidence({ ...at, evidenceId: presence.given[0]?.id ?? '' });

  expect(await confirm('Pop')).toEqual({ isNew: false });
  expect((await as(coordinator).attendance.evidence(at)).presence.given).toEqual([]);
});

test('nobody is asked before the end, and nobody who takes part on site', async () => {
  const early = await halfDay('online', false);
  const onsite = await halfDay('onsite');

  expect(await refusal(early.ask())).toBe('presence_too_early');
  expect(await refusal(onsite.ask())).toBe('presence_nobody');
});
