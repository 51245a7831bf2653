import { expect, test } from 'vitest';
import { type Coordinated, newCode, openNetworks } from '../networks/founding.testing.server.ts';
import {
  as,
  days,
  newNetwork,
  newTraining,
  refusal,
  type TestNetwork,
  type TestPerson,
} from '../testing.server.ts';

const { admin, coordinated, eventsOf } = await openNetworks();

const link = async (one: Coordinated, other: typeof one) => {
  const modulesOfBoth = { modules: ['trainings' as const] };
  await as(one.coordinator).partners.propose({
    network: one.network.code,
    partner: other.network.code,
    ...modulesOfBoth,
  });
  await as(other.coordinator).partners.answer({
    network: other.network.code,
    partner: one.network.code,
    answer: 'accept',
    ...modulesOfBoth,
  });
};

const seenBy = async (reader: TestPerson, network: TestNetwork) =>
  (await as(reader).trainings.catalogue({ network: network.code })).trainings.map(({ id }) => id);

test('a partnership holds when both sides accepted it; a revoked one ends every share with the commit', async () => {
  const [one, other] = [await coordinated(), await coordinated()];
  const trainingId = await newTraining(one.network, one.coordinator, { visibility: 'network' });
  const share = () =>
    as(one.coordinator).trainings.share({
      network: one.network.code,
      trainingId,
      recipient: other.network.code,
    });
  await as(one.coordinator).partners.propose({
    network: one.network.code,
    partner: other.network.code,
    modules: ['trainings'],
  });
  expect(await refusal(share())).toBe('link_not_accepted');
  const again = as(other.coordinator).partners.propose({
    network: other.network.code,
    partner: one.network.code,
  });
  expect(await refusal(again)).toBe('link_exists');
  const self = as(other.coordinator).partners.answer({
    network: one.network.code,
    partner: other.network.code,
    answer: 'accept',
  });
  expect(await refusal(self)).toBe('not_found');
  await as(other.coordinator).partners.answer({
    network: other.network.code,
    partner: one.network.code,
    answer: 'accept',
  });
  await share();
  expect(await seenBy(other.coordinator, other.network)).toEqual([trainingId]);
  expect(
    await refusal(as(one.coordinator).settings.saveModules({ network: one.network.code, modules: [] })),
  ).toBe('partners_still_linked');

  await as(other.coordinator).partners.revoke({ network: other.network.code, partner: one.network.code });
  expect(await seenBy(other.coordinator, other.network)).toEqual([]);
  expect(await refusal(share())).toBe('link_not_accepted');
  for (const { network } of [one, other]) expect(await eventsOf(network, 'link.revoked')).toHaveLength(1);
  const late = as(one.coordinator).partners.revoke({
    network: one.network.code,
    partner: other.network.code,
  });
  expect(await refusal(late)).toBe('link_changed');

  // A network that never was a partner is no more than a code that leads nowhere.
  const stranger = await newNetwork();
  for (const partner of [stranger.code, newCode()]) {
    const never = as(one.coordinator).partners.revoke({ network: one.network.code, partner });
    expect(await refusal(never)).toBe('not_found');
  }
});

test('whatever a share says, without an accepted partnership for its module nobody reads through it', async () => {
  const [one, other] = [await coordinated(), await coordinated()];
  await link(one, other);
  const trainingId = await newTraining(one.network, one.coordinator, { visibility: 'network' });
  await as(one.coordinator).trainings.share({
    network: one.network.code,
    trainingId,
    recipient: other.network.code,
  });
  const set = (column: string, value: unknown) =>
    admin.query(`update network_link set ${column} = $2 where network_id = $1`, [one.network.id, value]);

  for (const [column, value, back] of [
    ['state', 'revoked', 'accepted'],
    ['shared_modules', ['resources'], ['trainings']],
    ['valid_until', new Date(Date.now() - 1000), null],
  ] as const) {
    await set(column, value);
    expect([column, await seenBy(other.coordinator, other.network)]).toEqual([column, []]);
    await set(column, back);
    expect([column, await seenBy(other.coordinator, other.network)]).toEqual([column, [trainingId]]);
  }
});

test('a share that is made while the partnership ends does not survive it', async () => {
  for (let round = 0; round < 8; round++) {
    const [one, other] = [await coordinated(), await coordinated()];
    await link(one, other);
    const trainingId = await newTraining(one.network, one.coordinator, { visibility: 'network' });

    const [, revoked] = await Promise.allSettled([
      as(one.coordinator).trainings.share({
        network: one.network.code,
        trainingId,
        recipient: other.network.code,
      }),
      as(other.coordinator).partners.revoke({ network: other.network.code, partner: one.network.code }),
    ]);

    expect(revoked.status).toBe('fulfilled');
    const { rowCount } = await admin.query('select from share where network_id = $1 and is_active', [
      one.network.id,
    ]);
    expect(rowCount).toBe(0);
    expect(await seenBy(other.coordinator, other.network)).toEqual([]);
  }
});

test('a partnership with a last day is over on the day after, and one that is over can be proposed again', async () => {
  const [one, other] = [await coordinated(), await coordinated()];
  const propose = (validUntil: Date) =>
    as(one.coordinator).partners.propose({
      network: one.network.code,
      partner: other.network.code,
      modules: ['trainings'],
      validUntil,
    });
  expect(await refusal(propose(new Date(Date.now() - 1000)))).toBe('date_past');
  await propose(new Date(Date.now() + days(3)));
  await as(other.coordinator).partners.answer({
    network: other.network.code,
    partner: one.network.code,
    answer: 'decline',
  });
  await propose(new Date(Date.now() + days(3)));
  await as(other.coordinator).partners.answer({
    network: other.network.code,
    partner: one.network.code,
    answer: 'accept',
  });
  const trainingId = await newTraining(one.network, one.coordinator, { visibility: 'network' });
  const share = (now: Date) =>
    as(one.coordinator, now).trainings.share({
      network: one.network.code,
      trainingId,
      recipient: other.network.code,
    });

  expect(await refusal(share(new Date(Date.now() + days(4))))).toBe('link_not_accepted');
  await share(new Date());
});
