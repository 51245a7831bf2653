import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addPhase } from '../networks/phases.server.ts';
import {
  as,
  days,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

test('where the phase asks for a form, everyone without one is listed first until it is ticked', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const institutionId = await newInstitution(network);
  const trainingId = await newTraining(network, coordinator);
  const where = { network: network.code, trainingId };
  await as(coordinator).seats.register({
    ...where,
    institutionId,
    places: places('Unu', 'Doi'),
    requestKey: randomUUID(),
  });
  expect((await as(coordinator).registering.forms(where)).form).toBeNull();

  await addPhase(network.id, {
    title: 'Phase',
    startsOn: new Date(Date.now() - days(30)),
    endsOn: new Date(Date.now() + days(90)),
    note: '',
    participantForm: 'annex_I',
    funders: [],
    budget: [],
  });
  const before = await as(coordinator).registering.forms(where);
  expect(before).toMatchObject({ form: 'annex_I', missing: 2 });
  expect(before.rows.map(({ familyName }) => familyName)).toEqual(['Doi', 'Unu']);
  const [doi = '', unu = ''] = before.rows.map(({ seatId }) => seatId);
  const mark = (...receivedIds: string[]) =>
    as(coordinator).registering.markForms({ ...where, seatIds: [doi, unu], receivedIds });

  expect(await mark(doi)).toEqual({ received: 1, missing: 1 });
  const after = await as(coordinator).registering.forms(where);
  expect(after.rows.map(({ familyName }) => familyName)).toEqual(['Unu', 'Doi']);
  await Promise.all([mark(doi, unu), mark(doi, unu)]);
  expect((await as(coordinator).registering.forms(where)).missing).toBe(0);
  await mark(unu);
  expect((await as(coordinator).registering.forms(where)).missing).toBe(1);
});
