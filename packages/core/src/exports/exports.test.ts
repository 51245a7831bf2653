import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import {
  as,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  refusal,
  useTestDatabase,
} from '../testing.server.ts';
import { exportColumns } from './columns.ts';

await useTestDatabase();

/** The class of each field, as the schema says: `PrerequisiteRecord.evidenceNote` is `conf`. */
function classes(): Map<string, string> {
  const folder = join(import.meta.dirname, '../../../../prisma/schema');
  const found = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    let model = '';
    let current = 'int';
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      model = /^model (\w+)/.exec(line)?.[1] ?? model;
      current = /\/\/\/ @class (\w+)/.exec(line)?.[1] ?? current;
      const field = /^ {2}(\w+)\s+\w/.exec(line)?.[1];
      if (!field) continue;
      found.set(`${model}.${field}`, current);
      current = 'int';
    }
  }
  return found;
}

test('COM-04: no column of an export holds what is confidential or of a special category', () => {
  const known = classes();
  const columns = Object.values(exportColumns).flat();

  expect(known.get('PrerequisiteRecord.evidenceNote')).toBe('conf');
  expect(known.get('Login.passwordHash')).toBe('secret');
  expect(known.get('Participant.email')).toBe('per');
  expect(columns.filter(({ field }) => !known.has(field))).toEqual([]);
  expect(columns.filter(({ field }) => ['conf', 'spec', 'never'].includes(known.get(field) ?? ''))).toEqual(
    [],
  );
});

test('members, institutions, registrations and attendance leave as tables, and the trail says what and how many', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const institutionId = await newInstitution(network, 'Primăria Țibănești');
  await newPerson(network, 'institution_manager', institutionId);
  const trainingId = await newTraining(network, coordinator);
  await as(coordinator).seats.register({
    network: network.code,
    trainingId,
    institutionId,
    places: places('Șerban', null),
    requestKey: crypto.randomUUID(),
  });
  const where = { network: network.code };
  const call = as(coordinator).exports;

  const members = await call.members(where);
  const institutions = await call.institutions(where);
  const registrations = await call.registrations({ ...where, trainingId });
  const attendance = await call.attendance({ ...where, trainingId });

  expect(members.rows.map((row) => [row[3], row[4]]).sort()).toEqual([
    ['coordinator', null],
    ['institution_manager', 'Primăria Țibănești'],
  ]);
  expect(institutions.rows.map((row) => row[1])).toEqual(['Primăria Țibănești']);
  expect(registrations.rows.map((row) => [row[2], row[3], row[7]])).toEqual([
    ['confirmed', 'Șerban', 'Primăria Țibănești'],
    ['confirmed', null, 'Primăria Țibănești'],
  ]);
  expect(attendance.rows).toHaveLength(4);
  const trail = await inNetwork(network.id, ({ prisma }) =>
    prisma.domainEvent.findMany({
      where: { networkId: network.id, kind: 'export.made' },
      orderBy: { id: 'asc' },
    }),
  );
  expect(trail.map(({ payload }) => payload)).toEqual([
    { what: 'members', rows: 2 },
    { what: 'institutions', rows: 1 },
    { what: 'registrations', rows: 2 },
    { what: 'attendance', rows: 4 },
  ]);
});

test('only the coordinator exports, and nothing of another network', async () => {
  const [network, other] = [await newNetwork(), await newNetwork()];
  const coordinator = await newPerson(network, 'coordinator');
  const stranger = await newPerson(other, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', await newInstitution(network));
  const trainingId = await newTraining(network, coordinator);

  expect(await refusal(as(manager).exports.members({ network: network.code }))).toBe('not_allowed');
  expect(await refusal(as(stranger).exports.attendance({ network: other.code, trainingId }))).toBe(
    'not_found',
  );
  expect((await as(stranger).exports.registrations({ network: other.code })).rows).toEqual([]);
});
