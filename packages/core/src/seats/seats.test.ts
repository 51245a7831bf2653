import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import type { DomainError } from '../errors.ts';
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
import { sweepSeats } from './sweep.server.ts';

await useTestDatabase();

type Manager = { person: TestPerson; institutionId: string };

async function world(managers: number) {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const list: Manager[] = [];
  for (let index = 0; index < managers; index++) {
    const institutionId = await newInstitution(network);
    list.push({ institutionId, person: await newPerson(network, 'institution_manager', institutionId) });
  }
  return { network, coordinator, managers: list, at: (index: number) => manager(list, index) };
}

function manager(list: Manager[], index: number): Manager {
  const found = list[index];
  if (!found) throw new Error('no such manager');
  return found;
}

const ask = (
  network: TestNetwork,
  by: Manager,
  trainingId: string,
  names: (string | null)[],
  now?: Date,
  requestKey = randomUUID(),
) =>
  as(by.person, now).seats.register({
    network: network.code,
    trainingId,
    places: places(...names),
    requestKey,
  });

async function told(call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    ({ cause }: { cause: DomainError }) => cause,
  );
  return error && { code: error.code, params: error.params, field: error.field };
}

async function board(network: TestNetwork, coordinator: TestPerson, trainingId: string) {
  const { training, seats } = await as(coordinator).trainings.manage({ network: network.code, trainingId });
  const count = (state: string) => seats.filter((seat) => seat.state === state).length;
  return {
    training,
    seats,
    confirmed: count('confirmed'),
    waiting: count('waiting'),
    offered: count('offered'),
    cancelled: count('cancelled'),
  };
}

test('40 requests of 18 municipalities for 36 seats: never more than 2 each, the line moves as the rule says (UNW-08)', async () => {
  const { network, coordinator, managers, at } = await world(18);
  const start = Date.now() + days(20);
  const trainingId = await newTraining(network, coordinator, {
    capacity: 36,
    quotaPerInstitution: 2,
    quotaReleaseAt: new Date(start - days(3)),
    sessions: [{ startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' }],
  });

  await Promise.all(managers.map((by) => ask(network, by, trainingId, [null, null])));
  for (const index of [0, 1, 2, 3]) await ask(network, at(index), trainingId, [null]);

  const full = await board(network, coordinator, trainingId);
  expect([full.confirmed, full.waiting]).toEqual([36, 4]);
  expect(
    full.seats
      .filter(({ state }) => state === 'waiting')
      .map(({ institutionId, position }) => [institutionId, position]),
  ).toEqual([0, 1, 2, 3].map((index) => [at(index).institutionId, index + 1]));

  const ofB = full.seats.find(
    (seat) => seat.institutionId === at(1).institutionId && seat.state === 'confirmed',
  );
  await as(at(1).person).seats.cancel({ network: network.code, seatId: ofB?.id ?? '' });

  const afterB = await board(network, coordinator, trainingId);
  expect(
    afterB.seats.filter(({ state }) => state === 'waiting').map(({ institutionId }) => institutionId),
  ).toEqual([0, 2, 3].map((index) => at(index).institutionId));

  const ofLast = afterB.seats.find(
    (seat) => seat.institutionId === at(17).institutionId && seat.state === 'confirmed',
  );
  const afterRelease = new Date(start - days(2) - hours(1));
  await as(at(17).person, afterRelease).seats.cancel({ network: network.code, seatId: ofLast?.id ?? '' });

  const end = await board(network, coordinator, trainingId);
  expect([end.confirmed, end.waiting]).toEqual([36, 2]);
  expect(
    end.seats.filter((seat) => seat.institutionId === at(0).institutionId && seat.state === 'confirmed'),
  ).toHaveLength(3);
});

test('an institution whose membership is suspended cannot register until it is resumed', async () => {
  const { network, coordinator, at } = await world(1);
  const { institutionId } = at(0);
  const trainingId = await newTraining(network, coordinator, { capacity: 5 });
  const move = (step: 'suspend' | 'resume') =>
    as(coordinator).institutions.moveMembership({ network: network.code, institutionId, move: step });
  const requestKey = randomUUID();
  await ask(network, at(0), trainingId, ['Before'], undefined, requestKey);

  await move('suspend');
  expect(await refusal(ask(network, at(0), trainingId, ['Ana']))).toBe('membership_suspended');
  const forThem = { network: network.code, trainingId, institutionId, places: places('Ana') };
  expect(await refusal(as(coordinator).seats.register({ ...forThem, requestKey: randomUUID() }))).toBe(
    'membership_suspended',
  );
  const repeat = await ask(network, at(0), trainingId, ['Before'], undefined, requestKey);
  expect(repeat.isRepeat).toBe(true);
  await move('resume');

  expect((await ask(network, at(0), trainingId, ['Ana'])).confirmed).toBe(1);
});

test('60 institutions press at once for 20 seats: exactly 20 confirmed, 40 waiting without a gap', async () => {
  const { network, coordinator, managers } = await world(20);
  const trainingId = await newTraining(network, coordinator, { capacity: 20 });

  const answers = await Promise.all(
    [...managers, ...managers, ...managers].map((by) => ask(network, by, trainingId, [null])),
  );

  expect(answers.reduce((sum, answer) => sum + answer.confirmed, 0)).toBe(20);
  const { training, seats } = await board(network, coordinator, trainingId);
  expect(seats.filter(({ state }) => state === 'waiting').map(({ position }) => position)).toEqual(
    Array.from({ length: 40 }, (_, index) => index + 1),
  );
  expect([training.takenCount, training.waitingCount]).toEqual([20, 40]);
});

test('sending one form five times at once asks for its places once', async () => {
  const { network, coordinator, at } = await world(1);
  const trainingId = await newTraining(network, coordinator, { capacity: 10 });
  const requestKey = randomUUID();

  const answers = await Promise.all(
    Array.from({ length: 5 }, () => ask(network, at(0), trainingId, ['Pop', null], undefined, requestKey)),
  );

  expect(new Set(answers.map(({ registrationId }) => registrationId)).size).toBe(1);
  expect((await board(network, coordinator, trainingId)).confirmed).toBe(2);
});

test('a colleague has one seat in a training, whoever asks and however often', async () => {
  const { network, coordinator, at } = await world(1);
  const trainingId = await newTraining(network, coordinator);
  await ask(network, at(0), trainingId, ['Pop']);

  expect(await refusal(ask(network, at(0), trainingId, ['POP']))).toBe('already_registered');
  expect(await refusal(ask(network, at(0), trainingId, ['Rus', 'Rus']))).toBe('named_twice');
  expect((await board(network, coordinator, trainingId)).confirmed).toBe(1);
});

test('who already has a seat or is named twice is told by name, beside the own row', async () => {
  const { network, coordinator, at } = await world(1);
  const trainingId = await newTraining(network, coordinator);
  await ask(network, at(0), trainingId, ['Pop', null]);
  const open = (await board(network, coordinator, trainingId)).seats.find((seat) => !seat.participantId);
  const nagy = { givenName: 'Éva', familyName: 'Nagy', nameOrder: 'family_first' as const };
  const askFor = (list: (typeof nagy | ReturnType<typeof places>[number])[]) =>
    as(at(0).person).seats.register({
      network: network.code,
      trainingId,
      places: list,
      requestKey: randomUUID(),
    });

  expect(await told(askFor([{}, nagy, ...places('POP')]))).toEqual({
    code: 'already_registered',
    params: { name: 'Ion POP' },
    field: 'places[2].familyName',
  });
  expect(await told(askFor([nagy, {}, nagy]))).toEqual({
    code: 'named_twice',
    params: { name: 'Nagy Éva' },
    field: 'places[2].familyName',
  });
  const naming = { network: network.code, seatId: open?.id ?? '', givenName: 'Ion', familyName: 'Pop' };
  expect(await told(as(at(0).person).seats.name(naming))).toEqual({
    code: 'already_registered',
    params: { name: 'Ion Pop' },
    field: 'familyName',
  });
});

test('one person registered and named at the same moment gets one seat, and the other one is told', async () => {
  const { network, coordinator, at } = await world(1);
  const trainingId = await newTraining(network, coordinator, { capacity: 30 });
  await ask(network, at(0), await newTraining(network, coordinator), ['Pop']);
  await ask(network, at(0), trainingId, [null, null, null]);
  const { seats } = await board(network, coordinator, trainingId);
  const person = { givenName: 'Ion', familyName: 'Pop' };

  const outcomes = await Promise.allSettled([
    ...seats.map(({ id }) => as(at(0).person).seats.name({ network: network.code, seatId: id, ...person })),
    ...[1, 2, 3].map(() => ask(network, at(0), trainingId, ['Pop'])),
  ]);

  const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.message] : []));
  expect(refused).toEqual(Array.from({ length: 5 }, () => 'already_registered'));
  const named = (await board(network, coordinator, trainingId)).seats.filter((seat) => seat.participantId);
  expect(named).toHaveLength(1);
});

test('a name is written in the order that was given, and naming the person again corrects it', async () => {
  const { network, coordinator, at } = await world(1);
  const trainingId = await newTraining(network, coordinator);
  const nagy = { givenName: 'Éva', familyName: 'Nagy' };
  await as(at(0).person).seats.register({
    network: network.code,
    trainingId,
    places: [{ ...nagy, nameOrder: 'family_first' }],
    requestKey: randomUUID(),
  });
  const [seat] = (await board(network, coordinator, trainingId)).seats;
  expect(seat?.nameOrder).toBe('family_first');

  await as(at(0).person).seats.name({
    network: network.code,
    seatId: seat?.id ?? '',
    ...nagy,
    nameOrder: 'given_first',
  });

  const [corrected] = (await board(network, coordinator, trainingId)).seats;
  expect([corrected?.participantId, corrected?.nameOrder]).toEqual([seat?.participantId, 'given_first']);
});

test('a colleague in two trainings is one person', async () => {
  const { network, coordinator, at } = await world(1);
  for (const _ of [1, 2]) await ask(network, at(0), await newTraining(network, coordinator), ['Țepeș']);

  expect(
    await inNetwork(network.id, (tx) => tx.prisma.participant.count({ where: { networkId: network.id } })),
  ).toBe(1);
});

test('lowering the capacity throws nobody out and stops promotion until seats are free again', async () => {
  const { network, coordinator, at } = await world(1);
  const trainingId = await newTraining(network, coordinator, { capacity: 3 });
  await ask(network, at(0), trainingId, [null, null, null, null]);

  await as(coordinator).trainings.changeCapacity({ network: network.code, trainingId, capacity: 1 });
  const lowered = await board(network, coordinator, trainingId);
  expect([lowered.confirmed, lowered.waiting]).toEqual([3, 1]);

  const first = lowered.seats.find(({ state }) => state === 'confirmed');
  await as(at(0).person).seats.cancel({ network: network.code, seatId: first?.id ?? '' });
  const cancelled = await board(network, coordinator, trainingId);
  expect([cancelled.confirmed, cancelled.waiting]).toEqual([2, 1]);

  expect(
    await as(coordinator).trainings.changeCapacity({ network: network.code, trainingId, capacity: 4 }),
  ).toEqual({ promoted: 1 });
});

test('an offer holds the seat, lapses in time, and goes to the next in line', async () => {
  const { network, coordinator, at } = await world(3);
  const trainingId = await newTraining(network, coordinator, {
    capacity: 1,
    promotion: 'offer',
    offerHours: 24,
  });
  await ask(network, at(0), trainingId, ['Unu']);
  await ask(network, at(1), trainingId, ['Doi']);
  await ask(network, at(2), trainingId, ['Trei']);
  const first = (await board(network, coordinator, trainingId)).seats.find(
    ({ state }) => state === 'confirmed',
  );
  await as(at(0).person).seats.cancel({ network: network.code, seatId: first?.id ?? '' });

  const offered = await board(network, coordinator, trainingId);
  expect([offered.confirmed, offered.offered, offered.waiting]).toEqual([0, 1, 1]);
  const offer = offered.seats.find(({ state }) => state === 'offered');
  expect(offer?.familyName).toBe('Doi');

  const late = new Date((offer?.offeredUntil?.getTime() ?? 0) + 1);
  expect(
    await refusal(
      as(at(1).person, late).seats.answerOffer({
        network: network.code,
        seatId: offer?.id ?? '',
        answer: 'accept',
      }),
    ),
  ).toBe('offer_expired');
  await sweepSeats(late);
  const next = await board(network, coordinator, trainingId);
  const second = next.seats.find(({ state }) => state === 'offered');
  expect(second?.familyName).toBe('Trei');

  await as(at(2).person, late).seats.answerOffer({
    network: network.code,
    seatId: second?.id ?? '',
    answer: 'accept',
  });
  const end = await board(network, coordinator, trainingId);
  expect([end.confirmed, end.offered, end.waiting]).toEqual([1, 0, 0]);
});

test('what was promoted stands after the cancelling that made room, in the history of one instant', async () => {
  const { network, coordinator, at } = await world(2);
  const now = new Date();
  for (const promotion of ['automatic', 'offer'] as const) {
    const trainingId = await newTraining(network, coordinator, { capacity: 1, promotion });
    await ask(network, at(0), trainingId, [null]);
    await ask(network, at(1), trainingId, [null]);
    const held = (await board(network, coordinator, trainingId)).seats[0];
    await as(at(0).person, now).seats.cancel({ network: network.code, seatId: held?.id ?? '' });
  }

  const { events } = await as(coordinator).events.history({ network: network.code });

  const kinds = events.map(({ kind }) => kind).filter((kind) => /^seat\./.test(kind));
  expect(kinds).toEqual(['seat.offered', 'seat.cancelled', 'seat.promoted', 'seat.cancelled']);
});

test('a declined offer stands before the offer to the next in line', async () => {
  const { network, coordinator, at } = await world(3);
  const now = new Date();
  const trainingId = await newTraining(network, coordinator, { capacity: 1, promotion: 'offer' });
  for (const index of [0, 1, 2]) await ask(network, at(index), trainingId, [null]);
  const held = (await board(network, coordinator, trainingId)).seats[0];
  await as(at(0).person, now).seats.cancel({ network: network.code, seatId: held?.id ?? '' });
  const offer = (await board(network, coordinator, trainingId)).seats.find(
    ({ state }) => state === 'offered',
  );

  await as(at(1).person, now).seats.answerOffer({
    network: network.code,
    seatId: offer?.id ?? '',
    answer: 'decline',
  });

  const { events } = await as(coordinator).events.history({ network: network.code });
  const kinds = events.map(({ kind }) => kind).filter((kind) => /^seat\./.test(kind));
  expect(kinds).toEqual(['seat.offered', 'seat.cancelled', 'seat.offered', 'seat.cancelled']);
});

test('a training that cannot be settled does not keep the others waiting, and is reported', async () => {
  const { network, coordinator, at } = await world(2);
  const broken: string[] = [];
  for (let index = 0; index < 3; index++) {
    const trainingId = await newTraining(network, coordinator, { capacity: 1, promotion: 'offer' });
    await ask(network, at(0), trainingId, [null]);
    await ask(network, at(1), trainingId, [null]);
    const held = (await board(network, coordinator, trainingId)).seats[0];
    await as(at(0).person).seats.cancel({ network: network.code, seatId: held?.id ?? '' });
    broken.push(trainingId);
  }
  const [first = '', , last = ''] = broken.sort();
  const count = (trainingId: string, takenCount: number) =>
    inNetwork(network.id, (tx) =>
      tx.prisma.training.updateMany({
        where: { networkId: network.id, id: trainingId },
        data: { takenCount },
      }),
    );
  // Counters that went astray: the lapsing offers would bring them below nothing.
  await count(first, 0);
  await count(last, 0);
  const late = new Date(Date.now() + days(4));

  const failure = await sweepSeats(late).catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(AggregateError);
  const messages = (failure as AggregateError).errors.map(({ message }: Error) => message).sort();
  expect(messages).toEqual([`training ${first}`, `training ${last}`]);
  const offers = await Promise.all(
    broken.map(async (trainingId) => (await board(network, coordinator, trainingId)).offered),
  );
  expect(offers).toEqual([1, 0, 1]);
  await count(first, 1);
  await count(last, 1);
  await sweepSeats(late);
});

test('registration says why it is closed: not yet, too late, over, a draft', async () => {
  const { network, coordinator, at } = await world(1);
  const start = Date.now() + days(10);
  const trainingId = await newTraining(network, coordinator, {
    regOpensAt: new Date(start - days(5)),
    regClosesAt: new Date(start - days(2)),
    sessions: [{ startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' }],
  });
  const asked = (now: number) => refusal(ask(network, at(0), trainingId, [null], new Date(now)));

  expect(await asked(start - days(6))).toBe('registration_not_open');
  expect(await asked(start - days(1))).toBe('registration_closed');
  expect(await asked(start + days(1))).toBe('training_over');
});

test('an institution cancels until the deadline, the coordinator afterwards too', async () => {
  const { network, coordinator, at } = await world(1);
  const start = Date.now() + days(10);
  const trainingId = await newTraining(network, coordinator, { cancelDeadlineHours: 48 });
  await ask(network, at(0), trainingId, [null]);
  const seatId = (await board(network, coordinator, trainingId)).seats[0]?.id ?? '';
  const late = new Date(start - hours(47));

  expect(await refusal(as(at(0).person, late).seats.cancel({ network: network.code, seatId }))).toBe(
    'cancel_deadline_passed',
  );
  await as(coordinator, late).seats.cancel({ network: network.code, seatId });
  await as(coordinator, late).seats.cancel({ network: network.code, seatId });
  expect((await board(network, coordinator, trainingId)).cancelled).toBe(1);
});

test('an institution manager cannot touch the seat of another institution', async () => {
  const { network, coordinator, at } = await world(2);
  const trainingId = await newTraining(network, coordinator);
  await ask(network, at(0), trainingId, ['Pop']);
  const seatId = (await board(network, coordinator, trainingId)).seats[0]?.id ?? '';
  const other = as(at(1).person);

  expect(await refusal(other.seats.cancel({ network: network.code, seatId }))).toBe('not_found');
  expect(
    await refusal(other.seats.name({ network: network.code, seatId, givenName: 'X', familyName: 'Y' })),
  ).toBe('not_found');
  expect(
    await refusal(
      other.seats.register({
        network: network.code,
        trainingId,
        institutionId: at(0).institutionId,
        places: places(null),
        requestKey: randomUUID(),
      }),
    ),
  ).toBe('not_allowed');
  expect((await other.seats.mine({ network: network.code })).seats).toEqual([]);
});

test('a substitute keeps the seat and its history', async () => {
  const { network, coordinator, at } = await world(1);
  const trainingId = await newTraining(network, coordinator);
  await ask(network, at(0), trainingId, ['Pop', null]);
  const [named, open] = (await board(network, coordinator, trainingId)).seats;

  await as(at(0).person).seats.name({
    network: network.code,
    seatId: named?.id ?? '',
    givenName: 'Eva',
    familyName: 'Nagy',
  });
  await as(at(0).person).seats.name({
    network: network.code,
    seatId: open?.id ?? '',
    givenName: 'Ion',
    familyName: 'Pop',
  });

  const { seats } = await board(network, coordinator, trainingId);
  expect(seats.map(({ id, familyName }) => [id, familyName])).toEqual([
    [named?.id, 'Nagy'],
    [open?.id, 'Pop'],
  ]);
  const { events } = await as(coordinator).events.history({ network: network.code });
  expect(events.filter(({ kind }) => kind === 'seat.named')).toHaveLength(2);
});
