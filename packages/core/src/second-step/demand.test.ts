import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import type { Caller } from '../api.server.ts';
import { openNetworks } from '../networks/founding.testing.server.ts';
import { allPermissions, plainCapabilities, reachOf, roles } from '../permissions.ts';
import { as, newNetwork, newPerson, refusal, type TestNetwork, type TestPerson } from '../testing.server.ts';
import { opensCases } from './rules.ts';
import { secondStepDemands } from './schema.ts';

const { admin } = await openNetworks();

async function ask({ id }: TestNetwork, demand: (typeof secondStepDemands)[number]) {
  await admin.query(
    `insert into network_setting (network_id, key, value, is_inherited, changed_at) values ($1, 'second_step', to_jsonb($2::text), true, now())
     on conflict (network_id, key) do update set value = excluded.value`,
    [id, demand],
  );
}

async function setUp(person: TestPerson) {
  const { secondStep } = as(person);
  await secondStep.begin();
  const { key } = await secondStep.key();
  await secondStep.confirm({ code: new TOTP({ secret: key }).generate() });
}

const answerOf = (caller: Caller, network: TestNetwork) =>
  caller.networks.page({ network: network.code }).then(
    () => 'open',
    (error: { message: string }) => error.message,
  );

const held = roles.filter((role) => role !== 'platform_admin');

test('for every role and every wish of a network: closed exactly where it asks and the person has none', async () => {
  for (const demand of secondStepDemands) {
    const network = await newNetwork();
    await ask(network, demand);
    for (const role of held) {
      const person = await newPerson(network, role);
      const isAsked =
        demand === 'everyone' || (demand === 'case_roles' && opensCases({ role, institutionId: null }));

      expect([demand, role, await answerOf(as(person), network)]).toEqual([
        demand,
        role,
        isAsked ? 'second_step_needed' : 'open',
      ]);
    }
    expect(await answerOf(as(null), network)).toBe('open');
  }
});

test('what is added to a role is asked for as the role is, and setting it up opens the network', async () => {
  const network = await newNetwork();
  await ask(network, 'case_roles');
  const lead = await newPerson(network, 'volunteer', null, { capabilities: ['safeguarding_lead'] });
  const other = await newPerson(network, 'volunteer', null, { capabilities: ['finance_viewer'] });

  expect([await answerOf(as(lead), network), await answerOf(as(other), network)]).toEqual([
    'second_step_needed',
    'open',
  ]);
  await setUp(lead);
  expect(await answerOf(as(lead), network)).toBe('open');
});

test('whoever reaches sealed records of others is asked where cases are', () => {
  const sealed = allPermissions.filter((one) =>
    ['support.read', 'answer.open', 'concern.read', 'access.decide', 'session.edit'].includes(one),
  );
  for (const role of held) {
    for (const capabilities of [[], ...plainCapabilities.map((one) => [one])]) {
      const grant = { role, institutionId: 'an institution', capabilities };
      const reaches = sealed.some((one) => ['network', 'institutions'].includes(reachOf([grant], one).kind));
      if (reaches) expect([role, capabilities, opensCases(grant)]).toEqual([role, capabilities, true]);
    }
  }
});

test('a parent asks for its children too; another network and one’s own account stay open', async () => {
  const parent = await newNetwork();
  await ask(parent, 'everyone');
  const child = await newNetwork({ parentCode: parent.code });
  const elsewhere = await newNetwork();
  const person = await newPerson(child, 'viewer');

  expect(await answerOf(as(person), child)).toBe('second_step_needed');
  expect(await answerOf(as(person), elsewhere)).toBe('open');
  expect((await as(person).identity.me())?.networks.map(({ code }) => code)).toEqual([child.code]);
  expect(await as(person).secondStep.own()).toEqual({ state: 'off', mayBegin: true });
  const needs = await as(person).needs.own();
  expect([needs.networks, needs.closed.map(({ code }) => code)]).toEqual([[], [child.code]]);
  await ask(child, 'nobody');
  expect(await answerOf(as(person), child)).toBe('open');
});

test('whoever lacks it changes nothing there either', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  await ask(network, 'case_roles');

  expect(await refusal(as(coordinator).settings.saveModules({ network: network.code, modules: [] }))).toBe(
    'second_step_needed',
  );
});

test('what somebody wrote about others is not given out as a copy before the second step is set up', async () => {
  const network = await newNetwork();
  const mentor = await newPerson(network, 'mentor');
  await ask(network, 'case_roles');

  expect(await refusal(as(mentor).privacy.everything())).toBe('second_step_needed');
  await setUp(mentor);
  expect((await as(mentor).privacy.everything()).networks.map(({ code }) => code)).toEqual([network.code]);
});
