import { expect, test } from 'vitest';
import { as, newInstitution, newNetwork, newPerson, refusal, useTestDatabase } from '../testing.server.ts';

await useTestDatabase();
const visitor = as(null);
const fields = { title: 'Second edition', startsOn: '2026-01-01', endsOn: '2027-12-31' };

async function world() {
  const network = await newNetwork();
  const coordinator = as(await newPerson(network, 'coordinator'));
  return { network, code: { network: network.code }, coordinator };
}

test('a coordinator adds a phase with funders in order and a budget, and everyone sees what is public', async () => {
  const { code, coordinator } = await world();

  await coordinator.phases.add({
    ...code,
    ...fields,
    isPublic: true,
    funders: [
      { position: 2, name: 'Ministry', disclaimer: 'Funded by the ministry.' },
      { position: 1, name: 'European Union', url: 'https://europa.eu' },
      { name: '' },
    ],
    currency: 'ron',
    total: '1.000,00',
    grant: '900',
  });

  const [phase] = (await visitor.networks.page(code)).phases;
  expect(phase?.funders.map(({ name }) => name)).toEqual(['European Union', 'Ministry']);
  expect(phase?.budget).toEqual([]);
  const { phases } = await coordinator.phases.list(code);
  expect(phases[0]?.budget.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
    ['total', 100_000],
    ['grant', 90_000],
  ]);
  expect(phases[0]?.difference).toBe(10_000);
});

test('a phase that is not public is seen by those who may read phases only', async () => {
  const { network, code, coordinator } = await world();
  await coordinator.phases.add({ ...code, ...fields });
  const institutionId = await newInstitution(network);
  const viewer = as(await newPerson(network, 'viewer'));
  const trainer = as(await newPerson(network, 'trainer'));
  const manager = as(await newPerson(network, 'institution_manager', institutionId));

  const shown = async (who = visitor) => (await who.networks.page(code)).phases.length;
  expect([await shown(), await shown(trainer), await shown(manager)]).toEqual([0, 0, 0]);
  expect([await shown(viewer), await shown(coordinator)]).toEqual([1, 1]);
  expect((await viewer.phases.list(code)).phases).toHaveLength(1);
  expect(await refusal(manager.phases.list(code))).toBe('not_allowed');
  expect(await refusal(viewer.phases.add({ ...code, ...fields }))).toBe('not_allowed');
});

test('phases may overlap; an end before the start and a word for an amount are refused', async () => {
  const { code, coordinator } = await world();
  await coordinator.phases.add({ ...code, ...fields });
  await coordinator.phases.add({ ...code, ...fields, title: 'Overlapping' });

  const add = (change: object) => refusal(coordinator.phases.add({ ...code, ...fields, ...change }));
  expect(await add({ endsOn: '2025-12-31' })).toBe('phase_reversed');
  expect(await add({ total: 'much' })).toBe('amount_invalid');
  expect(await add({ total: '5', currency: '' })).toBe('currency_needed');
  expect((await coordinator.phases.list(code)).phases).toHaveLength(2);
});

test('a phase is changed, ended today and removed with all that belongs to it', async () => {
  const { code, coordinator } = await world();
  const now = new Date();
  const iso = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const running = { ...fields, startsOn: iso(-30), endsOn: iso(30) };
  const { phaseId } = await coordinator.phases.add({
    ...code,
    ...running,
    funders: [{ name: 'One' }],
    total: '1',
  });

  await coordinator.phases.edit({ ...code, phaseId, ...running, title: 'New', funders: [{ name: 'Two' }] });
  expect(await coordinator.phases.one({ ...code, phaseId })).toMatchObject({
    title: 'New',
    funders: [{ name: 'Two' }],
    budget: [],
  });
  await coordinator.phases.end({ ...code, phaseId });
  expect(await refusal(coordinator.phases.end({ ...code, phaseId }))).toBe('phase_not_running');
  await coordinator.phases.remove({ ...code, phaseId });

  expect(await refusal(coordinator.phases.one({ ...code, phaseId }))).toBe('not_found');
  const { events } = await coordinator.events.history(code);
  expect(events.map(({ kind }) => kind).filter((kind) => kind.startsWith('phase.'))).toEqual([
    'phase.removed',
    'phase.ended',
    'phase.changed',
    'phase.added',
  ]);
});

test('a child without phases of its own shows those of its parent, and says so', async () => {
  const { network, code, coordinator } = await world();
  await coordinator.phases.add({ ...code, ...fields, isPublic: true });
  const child = await newNetwork({ parentCode: network.code });

  const { phases } = await visitor.networks.page({ network: child.code });

  expect(phases.map(({ title, isInherited }) => [title, isInherited])).toEqual([['Second edition', true]]);
});
