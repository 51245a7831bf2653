import { expect, test } from 'vitest';
import {
  as,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  statementsOf,
  type TestNetwork,
} from '../testing.server.ts';
import { type Coordinated, newOperator, openNetworks } from './founding.testing.server.ts';

const { admin, coordinated, eventsOf, rowsOf } = await openNetworks();

const ask = (mover: Coordinated, parent: TestNetwork) =>
  as(mover.coordinator).networks.requestMove({
    network: mover.network.code,
    as: 'child',
    other: parent.code,
  });
const accept = (parent: Coordinated, moving: TestNetwork) =>
  as(parent.coordinator).networks.answerMove({
    network: parent.network.code,
    child: moving.code,
    answer: 'accept',
  });

test('a network moves under another parent when both sides said yes, and the old parent is told', async () => {
  const [oldParent, newParent] = [await coordinated(), await coordinated()];
  const moving = await coordinated({ parentCode: oldParent.network.code, kind: 'county' });
  await ask(moving, newParent.network);
  expect(await refusal(ask(moving, newParent.network))).toBe('move_open');
  const self = as(moving.coordinator).networks.answerMove({
    network: moving.network.code,
    child: moving.network.code,
    answer: 'accept',
  });
  expect(await refusal(self)).toBe('move_changed');
  expect(await refusal(accept(oldParent, moving.network))).toBe('move_changed');
  const steps = async ({ network, coordinator }: typeof moving) =>
    (await as(coordinator).networks.moves({ network: network.code })).moves.map(({ step }) => step);
  expect(await Promise.all([moving, newParent, oldParent].map(steps))).toEqual([
    ['withdraw'],
    ['answer'],
    ['none'],
  ]);

  await accept(newParent, moving.network);

  expect(await rowsOf(moving.network.code)).toMatchObject([{ parentId: newParent.network.id }]);
  expect(await eventsOf(moving.network, 'move.%')).toEqual(['move.requested', 'move.moved']);
  expect(await eventsOf(newParent.network, 'move.%')).toEqual(['move.requested', 'move.joined']);
  expect(await eventsOf(oldParent.network, 'move.%')).toEqual(['move.left']);
  expect(await refusal(accept(newParent, moving.network))).toBe('move_changed');
});

test('a parent may ask as well; a move is declined or withdrawn, and the tree stays', async () => {
  const parent = await coordinated();
  const moving = await coordinated({ kind: 'county' });
  const invite = () =>
    as(parent.coordinator).networks.requestMove({
      network: parent.network.code,
      as: 'parent',
      other: moving.network.code,
    });
  const answer = ({ network, coordinator }: typeof parent, how: 'decline' | 'withdraw') =>
    as(coordinator).networks.answerMove({ network: network.code, child: moving.network.code, answer: how });
  await invite();
  await answer(moving, 'decline');
  await invite();
  await answer(parent, 'withdraw');

  expect(await rowsOf(moving.network.code)).toMatchObject([{ parentId: null }]);
  expect(await eventsOf(moving.network, 'move.%')).toEqual([
    'move.requested',
    'move.declined',
    'move.requested',
    'move.withdrawn',
  ]);
});

test('no circle: neither straight away nor by two moves that are accepted at once', async () => {
  const top = await coordinated({ kind: 'partnership' });
  const [a, b] = [await coordinated(), await coordinated()];
  await admin.query(`update network set kind = 'partnership' where id = any($1)`, [
    [a.network.id, b.network.id],
  ]);
  const below = await coordinated({ parentCode: top.network.code });
  await admin.query(`update network set kind = 'regional' where id = $1`, [top.network.id]);
  await admin.query(`update network set kind = 'partnership' where id = $1`, [below.network.id]);
  expect(await refusal(ask(top, below.network))).toBe('network_cycle');

  // Both fit while they are asked; then each would stand under the other.
  const kind = (of: typeof a, value: string) =>
    admin.query('update network set kind = $2 where id = $1', [of.network.id, value]);
  await kind(b, 'regional');
  await ask(b, a.network);
  await kind(b, 'partnership');
  await kind(a, 'regional');
  await ask(a, b.network);
  await Promise.all([kind(a, 'partnership'), kind(b, 'regional')]);
  const outcomes = await Promise.allSettled([accept(a, b.network), accept(b, a.network)]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [rowA] = await rowsOf(a.network.code);
  const [rowB] = await rowsOf(b.network.code);
  expect([rowA.parentId, rowB.parentId].filter(Boolean)).toHaveLength(1);
});

test('of two requests for one network at once, one stands', async () => {
  const moving = await coordinated({ kind: 'county' });
  const [one, other] = [await coordinated(), await coordinated()];

  const outcomes = await Promise.all(
    [one, other].map(({ network }) =>
      ask(moving, network).then(
        () => 'asked',
        (error) => error.cause?.code,
      ),
    ),
  );

  expect(outcomes.sort()).toEqual(['asked', 'move_open']);
});

test('a parent sees counts of the networks beneath it, never people, and small cells not at all', async () => {
  const parent = await coordinated();
  const child = await coordinated({ parentCode: parent.network.code });
  const stranger = await coordinated();
  await newInstitution(child.network);
  const trainingId = await newTraining(child.network, child.coordinator, {});
  const institutionId = await newInstitution(child.network);
  const manager = await newPerson(child.network, 'institution_manager', institutionId);
  const register = (count: number) =>
    as(manager).seats.register({
      network: child.network.code,
      trainingId,
      places: Array.from({ length: count }, () => ({})),
      requestKey: crypto.randomUUID(),
    });
  const figures = async () => {
    const { children } = await as(parent.coordinator).networks.children({ network: parent.network.code });
    return children.map(({ code, institutions, openTrainings, confirmed, attended }) => ({
      code,
      institutions,
      openTrainings,
      confirmed,
      attended,
    }));
  };
  const seen = { code: child.network.code, institutions: 2, openTrainings: 1, attended: 0 };
  await register(4);
  expect(await figures()).toEqual([{ ...seen, confirmed: null }]);
  await register(1);
  expect(await figures()).toEqual([{ ...seen, confirmed: 5 }]);

  // Five of six came: the one who did not could be told from the figures of both.
  await register(1);
  const { seats, training } = await as(child.coordinator).trainings.manage({
    network: child.network.code,
    trainingId,
  });
  const mark = (count: number) =>
    admin.query(
      `insert into attendance_record (network_id, seat_id, session_id, training_id, state, marked_by_id, marked_at)
       select $1, s, $2, $3, 'present', $4, now() from unnest($5::uuid[]) s`,
      [
        child.network.id,
        training.sessions[0]?.id,
        trainingId,
        child.coordinator.personId,
        seats.slice(0, count).map(({ id }) => id),
      ],
    );
  await mark(5);
  expect(await figures()).toEqual([{ ...seen, confirmed: 6, attended: null }]);
  await register(4);
  expect(await figures()).toEqual([{ ...seen, confirmed: 10, attended: 5 }]);

  expect(await refusal(as(parent.coordinator).members.list({ network: child.network.code }))).toBe(
    'not_found',
  );
  const up = as(child.coordinator).networks.child({
    network: child.network.code,
    child: parent.network.code,
  });
  expect(await refusal(up)).toBe('not_found');
  const aside = as(stranger.coordinator).networks.child({
    network: stranger.network.code,
    child: child.network.code,
  });
  expect(await refusal(aside)).toBe('not_found');
});

test('a network, its settings and the roles in it are one statement, and so is each list', async () => {
  const operator = await newOperator();
  const parent = await coordinated();
  const network = parent.network.code;
  for (const children of [1, 3]) {
    for (let each = 0; each < children; each++) await newNetwork({ parentCode: network });
    const { coordinator } = parent;

    expect(await statementsOf(() => as(coordinator).networks.shell({ network }))).toEqual([
      'resolve_network',
    ]);
    expect(await statementsOf(() => as(operator).operator.networks())).toEqual([
      'resolve_network',
      'operator_networks',
    ]);
    expect(await statementsOf(() => as(coordinator).networks.children({ network }))).toEqual([
      'resolve_network',
      'children_of',
    ]);
    expect(await statementsOf(() => as(coordinator).partners.list({ network }))).toEqual([
      'resolve_network',
      'partners_of',
    ]);
    expect(await statementsOf(() => as(coordinator).networks.start({ network }))).toEqual([
      'resolve_network',
      'start_of',
    ]);
  }
});
