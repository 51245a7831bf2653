import { randomUUID } from 'node:crypto';
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
import { seatToken } from './leave.server.ts';

await useTestDatabase();

async function fullTraining() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', await newInstitution(network));
  const trainingId = await newTraining(network, coordinator, { capacity: 1, visibility: 'network' });
  const where = { network: network.code, trainingId };
  for (const name of ['Pop', 'Rus'])
    await as(manager).seats.register({ ...where, places: places(name), requestKey: randomUUID() });
  const read = async () => (await as(coordinator).trainings.manage(where)).seats;
  const [held, waiting] = await read();
  if (!held || !waiting) throw new Error('no seats');
  const link = (seat: typeof held) => ({ network: network.code, seatId: seat.id, token: seatToken(seat) });
  return { network, manager, held, waiting, link, read };
}

test('whoever has the link of the mail gives the seat back without signing in, and the next in line has it', async () => {
  const { held, link, read } = await fullTraining();

  expect(await as(null).seats.leavePage(link(held))).toMatchObject({ state: 'confirmed', canLeave: true });
  expect((await read())[0]?.state).toBe('confirmed');
  expect(await as(null).seats.leave(link(held))).toEqual({ promoted: 1 });
  expect(await as(null).seats.leave(link(held))).toEqual({ promoted: 0 });
  expect((await read()).map(({ familyName, state }) => [familyName, state])).toEqual([
    ['Rus', 'confirmed'],
    ['Pop', 'cancelled'],
  ]);
});

test('the link leaves the waiting list, too, until the training starts; a held seat only until the deadline', async () => {
  const { held, waiting, link } = await fullTraining();
  const late = new Date(Date.now() + days(9));

  expect(await refusal(as(null, late).seats.leave(link(held)))).toBe('cancel_deadline_passed');
  expect(await as(null, late).seats.leavePage(link(held))).toMatchObject({ canLeave: false });
  expect(await as(null, late).seats.leavePage(link(waiting))).toMatchObject({ canLeave: true });
  await as(null, late).seats.leave(link(waiting));
  expect(await as(null, late).seats.leavePage(link(waiting))).toMatchObject({ state: 'cancelled' });
  const over = new Date(Date.now() + days(10) + hours(8));
  expect(await refusal(as(null, over).seats.leave(link(held)))).toBe('training_over');
});

test('no other link opens a seat: of another seat, of another network, of who was replaced', async () => {
  const { network, manager, held, waiting, link } = await fullTraining();
  const other = await newNetwork();
  const tried = (input: ReturnType<typeof link>) => refusal(as(null).seats.leavePage(input));

  expect(await tried({ ...link(held), token: link(waiting).token })).toBe('not_found');
  expect(await tried({ ...link(held), network: other.code })).toBe('not_found');
  await as(manager).seats.name({
    network: network.code,
    seatId: held.id,
    givenName: 'Eva',
    familyName: 'Nagy',
  });
  expect(await tried(link(held))).toBe('not_found');
});
