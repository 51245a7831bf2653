import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { seatToken } from '../seats/leave.server.ts';
import {
  as,
  days,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  refusal,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

async function seatIn(mode: 'onsite' | 'online') {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const trainingId = await newTraining(network, coordinator, { mode, capacity: 1 });
  const { registrationId } = await as(coordinator).seats.register({
    network: network.code,
    trainingId,
    institutionId: await newInstitution(network),
    places: places('Pop', 'Dan'),
    requestKey: randomUUID(),
  });
  const seats = await inNetwork(network.id, ({ prisma }) =>
    prisma.seat.findMany({ where: { networkId: network.id, registrationId }, orderBy: { queue: 'asc' } }),
  );
  return seats.map((seat) => ({ network: network.code, seatId: seat.id, token: seatToken(seat) }));
}

test('the link of a mail opens the code for the door: of a confirmed seat, on site, until the event is over', async () => {
  const [confirmed, waiting] = await seatIn('onsite');
  const [online] = await seatIn('online');
  if (!confirmed || !waiting || !online) throw new Error('a seat is missing');
  const codeOf = async (link: typeof confirmed, now?: Date) =>
    (await as(null, now).attendance.passByLink(link)).code;

  expect(await codeOf(confirmed)).toMatch(/^[0-9A-Z]{12}$/);
  expect(await codeOf(confirmed, new Date(Date.now() + days(400)))).toBeNull();
  expect(await codeOf(waiting)).toBeNull();
  expect(await codeOf(online)).toBeNull();
  expect(await refusal(as(null).attendance.passByLink({ ...confirmed, seatId: waiting.seatId }))).toBe(
    'not_found',
  );
});
