import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { sweepCare } from '../care/sweep.server.ts';
import { addDays } from '../clock/days.ts';
import { dayOf } from '../clock/zoned-time.ts';
import { newMentor, newProgramme, newRelation } from '../mentoring/mentoring.testing.server.ts';
import { purgeNetwork } from '../privacy/retention.server.ts';
import { as, newNetwork, newPerson, refusal, useTestDatabase } from '../testing.server.ts';

await useTestDatabase();

const secret = 'How to end a meeting that goes on for hours';
const today = dayOf(new Date(), 'Europe/Bucharest');
const dayAfter = (count: number) => addDays(today, count);
const later = (count: number) => new Date(`${dayAfter(count)}T10:00:00Z`);

async function world() {
  const network = await newNetwork();
  const where = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const other = await newPerson(network, 'coordinator');
  const [there, away] = [await newPerson(network, 'mentor'), await newPerson(network, 'mentor')];
  const mentorId = await newMentor(network, coordinator, there);
  const awayId = await newMentor(network, coordinator, away);
  const record = (changes: object = {}) =>
    as(coordinator).supervision.record({
      ...where,
      nonce: randomUUID(),
      day: today,
      kind: 'group',
      mentorIds: [mentorId],
      themes: secret,
      ...changes,
    });
  const relate = async (alias: string) => {
    const programmeId = await newProgramme(network, coordinator);
    const { menteeId } = await as(coordinator).mentoring.addMentee({ ...where, programmeId, alias });
    const relating = { programmeId, mentor: there, mentorId, menteeIds: [menteeId] };
    return newRelation(network, coordinator, relating);
  };
  const told = (kind: string) =>
    inNetwork(network.id, (tx) =>
      tx.prisma.domainEvent.findMany({
        where: { networkId: network.id, kind },
        orderBy: { id: 'asc' },
        select: { objectId: true, payload: true },
      }),
    );
  return { network, where, coordinator, other, there, away, mentorId, awayId, record, relate, told };
}

test('the themes are read by who was there and who led it; a coordinator sees day and number, another mentor nothing', async () => {
  const { network, where, coordinator, other, there, away, record } = await world();
  const { supervisionId } = await record();
  const page = (person: typeof there) => as(person).supervision.page({ ...where, supervisionId });

  expect(await page(there)).toMatchObject({ themes: secret, mentors: 1, isOpen: true, canChange: false });
  expect(await page(coordinator)).toMatchObject({ themes: secret, state: 'held', canChange: true });
  const seen = await page(other);
  expect(seen).toMatchObject({ themes: null, people: [], mentors: 1, isOpen: false, canChange: false });
  expect(JSON.stringify([seen, await as(other).supervision.list(where)])).not.toContain(secret);
  expect(await refusal(page(away))).toBe('not_found');
  expect((await as(away).supervision.list(where)).meetings).toEqual([]);
  for (const role of ['viewer', 'institution_manager', 'community_leader'] as const) {
    const person = await newPerson(network, role);
    expect(await refusal(as(person).supervision.list(where))).toBe('not_allowed');
  }
  const stored = await inNetwork(network.id, (tx) => tx.prisma.supervisionMeeting.findMany());
  expect(
    JSON.stringify(stored.map((row) => Buffer.from(row.supervisionThemes ?? []).toString())),
  ).not.toContain(secret);
});

test('who asks whether a meeting shall be cancelled opens nothing of it', async () => {
  const { where, coordinator, away, record, told } = await world();
  const { supervisionId } = await record({ day: dayAfter(5) });
  const held = await record();
  const cancellable = (id: string, person = coordinator) =>
    as(person).supervision.cancellable({ ...where, supervisionId: id });

  expect(await cancellable(supervisionId)).toEqual({ id: supervisionId, day: dayAfter(5), kind: 'group' });
  expect(await refusal(cancellable(held.supervisionId))).toBe('not_found');
  expect(await refusal(cancellable(supervisionId, away))).toBe('not_allowed');
  expect(await told('record.read')).toEqual([]);
});

test('each reading of the themes leaves an entry, and the trail says nothing of them', async () => {
  const { there, where, record, told, network } = await world();
  const { supervisionId } = await record();

  await as(there).supervision.page({ ...where, supervisionId });

  expect(await told('record.read')).toMatchObject([{ objectId: supervisionId }]);
  const trail = await inNetwork(network.id, (tx) => tx.prisma.domainEvent.findMany());
  expect(JSON.stringify(trail)).not.toContain(secret);
});

test('who leads it alone changes a meeting; a coordinator may cancel one that is to come', async () => {
  const { where, coordinator, other, mentorId, record } = await world();
  const { supervisionId } = await record({ day: dayAfter(5) });
  const change = { ...where, supervisionId, day: today, kind: 'single' as const, mentorIds: [mentorId] };

  expect(await refusal(as(other).supervision.change(change))).toBe('not_allowed');
  await as(other).supervision.cancel({ ...where, supervisionId });
  expect(await refusal(as(coordinator).supervision.change(change))).toBe('state_changed');
  expect(await refusal(as(other).supervision.cancel({ ...where, supervisionId }))).toBe('state_changed');
});

test('an alias of a mentee in the themes is asked about, and stands when the writer says so', async () => {
  const { record, relate } = await world();
  await relate('Blue Heron 7');
  const words = 'We spoke of blue heron 7 at length';

  expect(await refusal(record({ themes: words }))).toBe('themes_name_somebody');
  await record({ themes: words, isNoName: true });
});

test('what is sent twice is one meeting, one to one is with one mentor, and a mentor of nowhere comes to none', async () => {
  const { where, coordinator, mentorId, awayId, record } = await world();
  const nonce = randomUUID();
  const [one, two] = await Promise.all([record({ nonce }), record({ nonce })]);

  expect(one).toEqual(two);
  expect((await as(coordinator).supervision.list(where)).meetings).toHaveLength(1);
  expect(await refusal(record({ kind: 'single', mentorIds: [mentorId, awayId] }))).toBe('supervision_alone');
  expect(await refusal(record({ mentorIds: [randomUUID()] }))).toBe('not_found');
  expect(await refusal(record({ nextDay: today }))).toBe('day_behind');
});

test('the next meeting stands on the mentor’s page, is told three days before and once, and waits to be written down', async () => {
  const { where, coordinator, there, away, record, relate, told } = await world();
  await relate('L01');
  const { supervisionId } = await record({ nextDay: dayAfter(20) });
  const next = await as(there).supervision.next(where);
  expect(next).toMatchObject({ day: dayAfter(20) });
  expect(await as(away).supervision.next(where)).toBeNull();

  await sweepCare(later(16));
  expect(await told('supervision.near')).toEqual([]);
  await Promise.all([sweepCare(later(17)), sweepCare(later(17))]);
  await sweepCare(later(18));
  expect(await told('supervision.near')).toMatchObject([{ objectId: next?.id }]);

  const { meetings } = await as(coordinator, later(21)).supervision.list(where);
  expect(meetings.find(({ id }) => id === next?.id)).toMatchObject({ isToWrite: true, state: 'planned' });
  expect(meetings.find(({ id }) => id === supervisionId)).toMatchObject({ isToWrite: false });
});

test('the figure counts the mentors of running relations who had supervision in the last 90 days', async () => {
  const { where, coordinator, record, relate } = await world();
  const figure = async (days = 0) => (await as(coordinator, later(days)).supervision.list(where)).figure;
  expect(await figure()).toEqual({ mentors: 0, supervised: 0 });
  await relate('L01');
  expect(await figure()).toEqual({ mentors: 1, supervised: 0 });
  await record();

  expect(await figure()).toEqual({ mentors: 1, supervised: 1 });
  expect(await figure(90)).toEqual({ mentors: 1, supervised: 0 });
});

test('after two years the themes go and the meeting stays; a mentor finds their supervision in their data', async () => {
  const { network, where, coordinator, there, record } = await world();
  const { supervisionId } = await record({ day: dayAfter(-1) });
  const copy = JSON.stringify(await as(there).privacy.everything());
  expect(copy).toContain(supervisionId);
  expect(copy).toContain(secret);

  await purgeNetwork({ networkId: network.id, now: later(3 * 365) });

  expect(await as(coordinator).supervision.page({ ...where, supervisionId })).toMatchObject({
    themes: null,
    isPurged: true,
    canChange: false,
    mentors: 1,
  });
  const rows = await inNetwork(network.id, (tx) => tx.prisma.supervisionMeeting.findMany());
  expect(rows).toMatchObject([{ supervisionThemes: null }]);
});
