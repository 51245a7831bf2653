import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { purgeNetwork } from '../privacy/retention.server.ts';
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
import { isForTrainer, needsIn } from './rules.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());

const nothing = {
  wheelchair: false,
  signLanguage: false,
  interpreter: null,
  childcare: null,
  dietary: null,
  travel: null,
  otherSupport: null,
};

/** Two colleagues of an institution in a coming training: one needs an interpreter and food, one a way without steps. */
async function registered() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const trainer = await newPerson(network, 'trainer');
  const trainingId = await newTraining(network, coordinator, { trainerIds: [trainer.personId] });
  const [first, second] = places('Interpreted', 'Stepfree');
  await as(manager).seats.register({
    network: network.code,
    trainingId,
    places: [
      { ...first, interpreter: 'uk', dietary: 'no nuts at all' },
      { ...second, wheelchair: true },
    ],
    requestKey: randomUUID(),
  });
  const { seats } = await as(manager).seats.mine({ network: network.code });
  const seatOf = (name: string) => seats.find(({ familyName }) => familyName === name)?.id ?? '';
  const where = { network: network.code, trainingId };
  const counts = async (who: TestPerson = coordinator) =>
    (await as(who).support.counts(where)).counts.map(
      ({ kind, language, asked, met }) => `${kind} ${language ?? '-'} ${asked} ${met}`,
    );
  return { network, coordinator, manager, trainer, institutionId, where, seatOf, counts };
}

const readings = async ({ id }: TestNetwork) =>
  (
    await admin.query<{ actor: string; right: string }>(
      `select actor_id as actor, payload ->> 'right' as right from domain_event
       where network_id = $1 and kind = 'record.read' order by id`,
      [id],
    )
  ).rows;

const kept = async ({ id }: TestNetwork) =>
  Number((await admin.query(`select count(*) from support_need where network_id = $1`, [id])).rows[0].count);

test('a form names the needs that are filled in, and nothing else', () => {
  expect(needsIn(nothing)).toEqual([]);
  expect(needsIn({ ...nothing, signLanguage: true, interpreter: 'ar', travel: 'a lift' })).toEqual([
    { kind: 'sign_language', language: null, text: null },
    { kind: 'interpreter', language: 'ar', text: null },
    { kind: 'travel', language: null, text: 'a lift' },
  ]);
  expect(isForTrainer({ kind: 'interpreter' })).toBe(true);
  expect(isForTrainer({ kind: 'dietary' })).toBe(false);
});

test('the organiser sees how much of what is needed, without a reading and without a name', async () => {
  const { network, counts } = await registered();

  expect(await counts()).toEqual(['wheelchair - 1 0', 'interpreter uk 1 0', 'dietary - 1 0']);
  expect(await readings(network)).toEqual([]);
});

test('what is needed lies sealed: neither words nor kinds stand in the database, in no list and in no event', async () => {
  const { network, coordinator, where } = await registered();
  const { rows } = await admin.query(
    `select (select string_agg(n::text, '') from support_need n where network_id = $1) as needs,
       (select string_agg(e::text, '') from domain_event e where network_id = $1) as events`,
    [network.id],
  );
  const lists = JSON.stringify([
    await as(coordinator).trainings.manage(where),
    await as(coordinator).attendance.sheet(where),
    await as(coordinator).events.history({ network: network.code }),
  ]);

  expect(rows[0].needs).toMatch(/\\x/);
  const told = `${rows[0].needs}${rows[0].events}${lists}${Buffer.from(rows[0].needs, 'hex')}`;
  expect(told).not.toMatch(/nuts|wheelchair|dietary|interpreter/);
});

test('organiser and own institution open it, each reading stands in the trail; others meet nothing', async () => {
  const { network, coordinator, manager, institutionId, where, seatOf } = await registered();
  const seat = { network: network.code, seatId: seatOf('Interpreted') };

  const all = (await as(coordinator).support.openTraining(where)).needs;
  const own = (await as(manager).support.openSeat(seat)).needs;

  expect(all.map(({ familyName, need }) => [familyName, need?.kind, need?.language, need?.text])).toEqual([
    ['Interpreted', 'interpreter', 'uk', null],
    ['Interpreted', 'dietary', null, 'no nuts at all'],
    ['Stepfree', 'wheelchair', null, null],
  ]);
  expect(own.map(({ need }) => need?.kind)).toEqual(['interpreter', 'dietary']);
  expect(await readings(network)).toEqual([
    ...Array.from({ length: 3 }, () => ({ actor: coordinator.personId, right: 'organiser' })),
    ...Array.from({ length: 2 }, () => ({ actor: manager.personId, right: 'institution' })),
  ]);
  const colleague = await newPerson(network, 'institution_manager', await newInstitution(network));
  const same = await newPerson(network, 'institution_manager', institutionId);
  expect(await refusal(as(colleague).support.openSeat(seat))).toBe('not_found');
  expect(await refusal(as(await newPerson(network, 'viewer')).support.openSeat(seat))).toBe('not_allowed');
  expect(await refusal(as(colleague).support.openTraining(where))).toBe('not_allowed');
  expect((await as(same).support.openSeat(seat)).needs).toHaveLength(2);
});

test('a trainer opens what the day asks for; the trainer of another training nothing', async () => {
  const { network, trainer, where, counts, seatOf } = await registered();

  const { needs } = await as(trainer).support.openTraining(where);

  expect(needs.map(({ need }) => need?.kind)).toEqual(['interpreter', 'wheelchair']);
  expect(await counts(trainer)).toEqual(['wheelchair - 1 0', 'interpreter uk 1 0']);
  expect(await readings(network)).toHaveLength(2);
  const { mayArrange } = await as(trainer).support.counts(where);
  expect(mayArrange).toBe(false);
  const other = await newPerson(network, 'trainer');
  expect(await refusal(as(other).support.openTraining(where))).toBe('not_allowed');
  const seat = { network: network.code, seatId: seatOf('Interpreted') };
  expect(await refusal(as(trainer).support.openSeat(seat))).toBe('not_found');
});

test('needs are added until the training begins, replaced by the same kind, and taken back one by one', async () => {
  const { network, manager, counts, seatOf } = await registered();
  const seat = { network: network.code, seatId: seatOf('Stepfree') };

  await as(manager).support.ask({ ...seat, wheelchair: true, childcare: 'two, 3 and 5' });
  expect(await counts()).toEqual([
    'wheelchair - 1 0',
    'interpreter uk 1 0',
    'childcare - 1 0',
    'dietary - 1 0',
  ]);
  const { needs } = await as(manager).support.openSeat(seat);
  const needId = needs.find(({ need }) => need?.kind === 'childcare')?.id ?? '';
  await Promise.all([
    as(manager).support.remove({ ...seat, needId }),
    as(manager).support.remove({ ...seat, needId }),
  ]);

  expect(await counts()).toEqual(['wheelchair - 1 0', 'interpreter uk 1 0', 'dietary - 1 0']);
  expect(await refusal(as(manager).support.ask(seat))).toBe('support_empty');
  const begun = new Date(Date.now() + days(10) + hours(1));
  expect(await refusal(as(manager, begun).support.ask({ ...seat, wheelchair: true }))).toBe('training_begun');
  await as(manager).seats.cancel({ network: network.code, seatId: seat.seatId });
  expect(await refusal(as(manager).support.ask({ ...seat, wheelchair: true }))).toBe('seat_not_active');
});

test('what is arranged is ticked, and the same ticks again change nothing', async () => {
  const { coordinator, manager, where, counts } = await registered();
  const { needs } = await as(coordinator).support.openTraining(where);
  const needIds = needs.map(({ id }) => id);
  const metIds = needIds.slice(0, 1);

  expect(await as(coordinator).support.meet({ ...where, needIds, metIds })).toEqual({ changed: 1 });
  expect(await as(coordinator).support.meet({ ...where, needIds, metIds })).toEqual({ changed: 0 });
  expect(await counts()).toEqual(['wheelchair - 1 0', 'interpreter uk 1 1', 'dietary - 1 0']);
  expect(await refusal(as(manager).support.meet({ ...where, needIds, metIds }))).toBe('not_allowed');
});

test('a colleague who takes a seat over does not take the needs over', async () => {
  const { network, manager, seatOf, counts } = await registered();
  const seatId = seatOf('Interpreted');

  await as(manager).seats.name({ network: network.code, seatId, givenName: 'Éva', familyName: 'Other' });

  expect(await counts()).toEqual(['wheelchair - 1 0']);
  expect((await as(manager).support.openSeat({ network: network.code, seatId })).needs).toEqual([]);
});

test('needs go 30 days after the training, and in the next night when the seat was given back', async () => {
  const { network, manager, seatOf } = await registered();
  const end = Date.now() + days(10) + hours(7);
  const night = (at: number) => purgeNetwork({ networkId: network.id, now: new Date(at) });

  expect(await night(Date.now())).toEqual({});
  await as(manager).seats.cancel({ network: network.code, seatId: seatOf('Stepfree') });
  expect(await night(Date.now() + hours(1))).toEqual({ support: 1 });
  expect(await night(end + days(30) - hours(1))).toEqual({});
  expect(await kept(network)).toBe(2);
  expect(await night(end + days(30) + hours(1))).toEqual({ support: 2 });
  expect(await kept(network)).toBe(0);
});

test('someone who registers alone reads the own needs in the copy of everything, and loses them when forgotten', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const trainingId = await newTraining(network, coordinator);
  await as(mentor).seats.register({
    network: network.code,
    trainingId,
    places: [{ otherSupport: 'a quiet room' }],
    requestKey: randomUUID(),
  });

  const { networks } = await as(mentor).privacy.everything();
  expect(JSON.stringify(networks)).toContain('a quiet room');
  await as(mentor).privacy.requestErasure();
  const [request] = await as(coordinator).privacy.erasures({ network: network.code });
  await as(coordinator).privacy.carryOutErasure({ network: network.code, requestId: request?.id ?? '' });
  expect(await kept(network)).toBe(0);
});
