import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { appRouter } from '../api.server.ts';
import { openNetworks } from '../networks/founding.testing.server.ts';
import { moduleNames, moduleOf, modules } from '../settings/modules.ts';
import {
  as,
  newInstitution,
  newNetwork,
  refusal,
  type TestPerson,
  trainingDetails,
} from '../testing.server.ts';

const { coordinated } = await openNetworks();

test('a setting comes from the platform, then from the parent, then from the network itself, and goes back', async () => {
  const parent = await coordinated();
  const child = await coordinated({ parentCode: parent.network.code });
  const rule = async () => {
    const { rules } = await as(child.coordinator).settings.page({ network: child.network.code });
    const found = rules.find(({ field }) => field === 'offerHours');
    return [found?.value, found?.origin.level, found?.origin.name];
  };
  const save = ({ network, coordinator }: typeof parent, offerHours: number) =>
    as(coordinator).settings.saveRules({
      network: network.code,
      promotion: 'automatic',
      offerHours,
      cancelDeadlineHours: 48,
      attendanceThreshold: 100,
      weekStart: 'monday',
      secondStep: 'nobody',
    });
  expect(await rule()).toEqual([48, 'platform', null]);

  await save(parent, 24);
  expect(await rule()).toEqual([24, 'parent', `Rețeaua ${parent.network.tag}`]);
  await save(child, 24);
  expect(await rule()).toEqual([24, 'parent', `Rețeaua ${parent.network.tag}`]);
  await save(child, 12);
  expect(await rule()).toEqual([12, 'own', null]);
  const { trainingId } = await as(child.coordinator).trainings.create(trainingDetails(child.network));
  expect(
    (await as(child.coordinator).trainings.page({ network: child.network.code, trainingId })).offerHours,
  ).toBe(12);
  await as(child.coordinator).settings.reset({ network: child.network.code, what: 'offerHours' });
  expect(await rule()).toEqual([24, 'parent', `Rețeaua ${parent.network.tag}`]);
});

test('the settings of a parent are read beneath it and nowhere else', async () => {
  const parent = await coordinated();
  const child = await newNetwork({ parentCode: parent.network.code });
  const stranger = await newNetwork();
  await as(parent.coordinator).settings.saveModules({ network: parent.network.code, modules: ['trainings'] });
  const read = (networkId: string) =>
    inNetwork(networkId, (tx) => tx.prisma.networkSetting.count({ where: { networkId: parent.network.id } }));

  // All modules but one were switched off; partnerships are no child's inheritance.
  const off = moduleNames.length - 1;
  expect(await Promise.all([parent.network.id, child.id, stranger.id].map(read))).toEqual([off, off - 1, 0]);
});

test('a module that is off is gone for that network and stays on for others', async () => {
  const { network, coordinator } = await coordinated();
  const other = await coordinated();
  await newInstitution(network);
  await as(coordinator).settings.saveModules({ network: network.code, modules: ['trainings'] });

  const calls = (code: string, person: TestPerson) => [
    as(null).institutions.list({ network: code }),
    as(null).trainings.feed({ network: code }),
    as(person).certificates.list({ network: code }),
    as(person).partners.list({ network: code }),
  ];
  const outcomes = async (code: string, person: TestPerson) =>
    (await Promise.allSettled(calls(code, person))).map(({ status }) => status);
  expect(await outcomes(network.code, coordinator)).toEqual(Array(4).fill('rejected'));
  expect(await outcomes(other.network.code, other.coordinator)).toEqual(Array(4).fill('fulfilled'));
  expect((await as(null).networks.shell({ network: network.code })).modules).toEqual(['trainings']);

  await as(coordinator).settings.saveModules({
    network: network.code,
    modules: ['certificates', 'directory'],
  });
  // Certificates are about trainings: without these they are off too.
  expect((await as(null).networks.shell({ network: network.code })).modules).toEqual(['directory']);
  expect(await refusal(as(null).trainings.catalogue({ network: network.code }))).toBe('not_found');
});

test('each procedure of a module exists, and each module can be switched', () => {
  const names = Object.keys(appRouter._def.procedures);
  const nouns = new Set(names.map((name) => name.split('.')[0]));
  const entries = Object.values(modules).flatMap(({ procedures }) => procedures);

  expect(entries.filter((entry) => !names.includes(entry) && !nouns.has(entry))).toEqual([]);
  expect(moduleOf('trainings.feed')).toBe('calendar_feed');
  expect(moduleOf('seats.mine')).toBe('trainings');
  expect(moduleOf('members.list')).toBeNull();
});
