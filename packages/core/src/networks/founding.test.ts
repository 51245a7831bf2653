import { expect, test } from 'vitest';
import { someIds } from '../canary.testing.server.ts';
import { linkToken } from '../identity/secrets.server.ts';
import { inputFor, procedures } from '../procedures.testing.server.ts';
import {
  as,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  type TestNetwork,
  type TestPerson,
} from '../testing.server.ts';
import { newCode, newOperator, openNetworks } from './founding.testing.server.ts';

const { admin, coordinated, eventsOf, rowsOf } = await openNetworks();

const wish = (changes: object = {}) => ({
  address: newCode(),
  name: 'Rețeaua nouă',
  kind: 'regional' as const,
  defaultLanguage: 'ro',
  interfaceLanguages: ['hu'],
  timeZone: 'Europe/Bucharest',
  email: `${newCode()}@demo.example`,
  ...changes,
});

test('a network is founded with those within it, each with its own coordinator, or none of them is', async () => {
  const operator = as(await newOperator());
  const { address, ...rest } = wish({ kind: 'regional' });
  const lines = ['Mureș; mures@demo.example', `Harghita;harghita@demo.example;${address}-hr`];
  const send = (more: object) => operator.operator.found({ address, ...rest, ...more });
  const taken = wish();
  await operator.operator.found(taken);

  expect(await refusal(send({ children: 'Mureș' }))).toBe('child_lines_invalid');
  expect(await refusal(send({ children: lines.join('\n'), childKind: 'partnership' }))).toBe(
    'network_kind_unfit',
  );
  expect(await refusal(send({ children: `A;a@demo.example\nB;b@demo.example;${taken.address}` }))).toBe(
    'network_code_taken',
  );
  expect(await rowsOf(address)).toEqual([]);
  expect(await send({ children: lines.join('\n') })).toEqual({
    code: address,
    children: [`${address}-mures`, `${address}-hr`],
  });

  const [parent] = await rowsOf(address);
  const { rows } = await admin.query(
    `select n.code, n.kind, n.state, n.time_zone as zone, i.email from network n
     join invitation i on i.network_id = n.id where n.parent_id = $1 order by n.code desc`,
    [parent.id],
  );
  const within = { kind: 'county', state: 'draft', zone: 'Europe/Bucharest' };
  expect(rows).toEqual([
    { ...within, code: `${address}-mures`, email: 'mures@demo.example' },
    { ...within, code: `${address}-hr`, email: 'harghita@demo.example' },
  ]);
});

test('an operator founds a network as a draft, and its first coordinator opens it', async () => {
  const operator = await newOperator();
  const { address, email, ...rest } = wish();
  await as(operator).operator.found({ address, email, ...rest });
  const [network] = await rowsOf(address);
  expect(network).toMatchObject({ state: 'draft', parentId: null });
  expect(await eventsOf(network, '%')).toEqual(['network.founded', 'invitation.sent']);

  // Nobody outside sees it, the operator neither; the link of the invitation leads in.
  expect(await refusal(as(null).networks.page({ network: address }))).toBe('not_found');
  expect(await refusal(as(operator).networks.page({ network: address }))).toBe('not_found');
  expect((await as(null).networks.publicTree()).networks.map(({ code }) => code)).not.toContain(address);
  const { rows } = await admin.query<{ id: string; language: string }>(
    'select id, language from invitation where network_id = $1',
    [network.id],
  );
  expect(rows[0]?.language).toBe('ro');
  const link = { invitationId: rows[0]?.id ?? '', token: linkToken('invitation', rows[0]?.id ?? '') };
  await as(null).members.acceptWithNewLogin({
    network: address,
    ...link,
    givenName: 'Ana',
    familyName: 'Pop',
    nameOrder: 'family_first',
    password: 'long enough 123',
  });
  const found = await admin.query<{ id: string }>('select id from person where email = $1', [email]);
  const coordinator = { personId: found.rows[0]?.id ?? '', email, name: 'Pop Ana' };

  const before = await as(coordinator).networks.start({ network: address });
  expect(before).toMatchObject({ state: 'draft', left: 8 });
  await as(coordinator).networks.saveTexts({
    network: address,
    texts: [
      { language: 'ro', name: 'Rețeaua Văii', summary: 'Pe scurt' },
      { language: 'hu', name: '' },
    ],
  });
  await as(coordinator).networks.saveTerritory({
    network: address,
    kind: 'county',
    country: 'ro',
    timeZone: 'Europe/Bucharest',
  });
  await as(coordinator).networks.saveLanguages({
    network: address,
    defaultLanguage: 'ro',
    interfaceLanguages: ['hu'],
    contentLanguages: ['rom'],
  });
  await as(coordinator).networks.saveAccent({ network: address, accent: '#4a7fb0' });
  await as(coordinator).networks.chooseModules({ network: address, modules: ['trainings', 'certificates'] });
  const after = await as(coordinator).networks.start({ network: address });
  expect(after.steps.filter(({ isDone }) => !isDone).map(({ step }) => step)).toEqual([
    'people',
    'institution',
    'training',
  ]);
  await as(coordinator).networks.dismissStart({ network: address, isDismissed: true });
  expect((await as(coordinator).networks.start({ network: address })).isDismissed).toBe(true);

  await as(coordinator).networks.open({ network: address });
  expect((await as(null).networks.page({ network: address })).name).toBe('Rețeaua Văii');
  expect(await refusal(as(coordinator).networks.open({ network: address }))).toBe('network_state_changed');
});

test('a code that is taken is refused beside the field, in capital letters too, and nothing is written', async () => {
  const operator = await newOperator();
  const { network } = await coordinated();
  const count = async () => (await admin.query('select count(*)::int as n from invitation')).rows[0].n;
  const before = await count();

  for (const address of [network.code, network.code.toUpperCase()]) {
    expect(await refusal(as(operator).operator.found(wish({ address })))).toBe('network_code_taken');
  }

  expect(await count()).toBe(before);
  expect(await rowsOf(network.code)).toHaveLength(1);
});

test('of two foundings with one code at once, one stands and one is told', async () => {
  const operator = await newOperator();
  const address = newCode();

  const outcomes = await Promise.all(
    [address, address.toUpperCase()].map((each) =>
      as(operator)
        .operator.found(wish({ address: each }))
        .then(
          () => 'founded',
          (error: { cause?: { code?: string } }) => error.cause?.code,
        ),
    ),
  );

  expect(outcomes.sort()).toEqual(['founded', 'network_code_taken']);
  expect(await rowsOf(address)).toHaveLength(1);
});

test('a child is founded where its kind fits', async () => {
  const operator = await newOperator();
  const { network } = await coordinated({ kind: 'county' });

  const unfit = refusal(as(operator).operator.found(wish({ parent: network.code, kind: 'regional' })));
  expect(await unfit).toBe('network_kind_unfit');
  expect(await refusal(as(operator).operator.found(wish({ parent: 'no-such-code' })))).toBe(
    'network_unknown',
  );
  const { code } = await as(operator).operator.found(wish({ parent: network.code, kind: 'municipal' }));
  expect(await rowsOf(code)).toMatchObject([{ parentId: network.id }]);
});

test('a suspended network is read by its members, changed by nobody, and works again when reactivated', async () => {
  const operator = await newOperator();
  const { network, coordinator } = await coordinated();
  const address = network.code;
  await as(operator).operator.switch({ address, move: 'suspend' });

  expect((await as(coordinator).members.list({ network: address })).people).toHaveLength(1);
  expect((await as(null).networks.shell({ network: address })).state).toBe('suspended');
  const invite = () =>
    as(coordinator).members.invite({ network: address, email: `${newCode()}@demo.example`, role: 'trainer' });
  expect(await refusal(invite())).toBe('network_suspended');
  expect(await refusal(as(operator).operator.switch({ address, move: 'suspend' }))).toBe(
    'network_state_changed',
  );

  await as(operator).operator.switch({ address, move: 'reactivate' });
  await invite();
  expect(await eventsOf(network, 'card.%')).toEqual(['card.suspended', 'card.reactivated']);
});

test('the operator counts and sees no one: figures about people below five are not given out', async () => {
  const operator = await newOperator();
  const { network, coordinator } = await coordinated();
  for (let each = 0; each < 2; each++) await newPerson(network, 'trainer');
  await newInstitution(network);
  await newTraining(network, coordinator, {});

  const few = (await as(operator).operator.networks()).networks.find(({ code }) => code === network.code);
  expect(few).toMatchObject({ institutions: 1, members: null, trainings: 1, failedJobs: 0 });
  for (let each = 0; each < 2; each++) await newPerson(network, 'trainer');
  const answer = await as(operator).operator.networks();
  expect(answer.networks.find(({ code }) => code === network.code)?.members).toBe(5);
  expect(JSON.stringify(answer)).not.toContain('trainer ');
  expect(await refusal(as(coordinator).operator.networks())).toBe('not_found');
});

test('the operator sees how the machinery does', async () => {
  const health = await as(await newOperator()).operator.health();

  expect(health.database.isWell).toBe(true);
  expect(health.relay.waiting).toBeGreaterThanOrEqual(0);
  expect(health.queue.isWell).toBe(health.queue.workerAt !== null);
});

test('a draft appears nowhere: not for a visitor, and not for the coordinator of another network', async () => {
  const [draft, here] = [await coordinated(), await coordinated()];
  const { tag } = draft.network;
  const child = await newNetwork({ parentCode: draft.network.code, kind: 'county' });
  const hidden = await newInstitution(draft.network, `Hidden ${tag}`);
  // Its card is kept by the draft, and it is a member of both.
  const { institutionId } = await as(draft.coordinator).institutions.create({
    network: draft.network.code,
    kind: 'municipality',
    texts: [{ language: 'ro', name: 'Shared' }],
  });
  const inHere = { network: here.network.code, institutionId };
  await as(here.coordinator).institutions.add(inHere);
  const places = [
    ...queriesIn(here.network.code, institutionId, tag),
    ...queriesIn(child.code, institutionId, tag),
  ];
  const tellsOf = async (person: TestPerson | null) => {
    const told = await Promise.all(places.map((place) => answerTo(person, place)));
    return places
      .filter((_, index) => told[index]?.includes(tag) || told[index]?.includes(draft.network.code))
      .map(({ name }) => name);
  };
  const setState = (state: string) =>
    admin.query('update network set state = $2 where id = $1', [draft.network.id, state]);

  expect([...new Set(await tellsOf(here.coordinator))].sort()).toEqual([
    'institutions.page',
    'institutions.publicPage',
    'institutions.register',
    'networks.page',
    'networks.publicTree',
  ]);
  await setState('draft');
  expect(await tellsOf(here.coordinator)).toEqual([]);
  expect(await tellsOf(null)).toEqual([]);
  expect((await as(here.coordinator).institutions.page(inHere)).may.edit).toBe(false);
  expect(await answerTo(draft.coordinator, queryIn('institutions.register', draft, tag))).toContain(tag);

  const [ours, theirs] = [here.network.code, draft.network.code];
  const add = as(here.coordinator).institutions.add({ network: ours, institutionId: hidden });
  expect(await refusal(add)).toBe('not_found');
  const propose = as(here.coordinator).partners.propose({ network: ours, partner: theirs });
  expect(await refusal(propose)).toBe('network_unknown');
  const ask = as(here.coordinator).networks.requestMove({ network: ours, as: 'parent', other: theirs });
  expect(await refusal(ask)).toBe('network_unknown');
  // Nor does it make itself known before it is open.
  const proposal = as(draft.coordinator).partners.propose({ network: theirs, partner: ours });
  expect(await refusal(proposal)).toBe('network_draft');
  const move = as(draft.coordinator).networks.requestMove({ network: theirs, as: 'child', other: ours });
  expect(await refusal(move)).toBe('network_draft');
});

type Asked = { name: string; input: object };

/** Everything that can be read in a network, about an institution, looking for a word. */
function queriesIn(network: string, institutionId: string, q: string): Asked[] {
  return procedures
    .filter(([, { _def }]) => _def.type === 'query')
    .map(([name, procedure]) => ({
      name,
      input: {
        ...inputFor(procedure, { ...someIds(), institutionId }, network),
        ...(name === 'institutions.register' ? { q } : {}),
      },
    }));
}

function queryIn(name: string, { network }: { network: TestNetwork }, q: string): Asked {
  return { name, input: { network: network.code, q } };
}

/** What a procedure answers, as text; nothing when it refuses. */
async function answerTo(person: TestPerson | null, { name, input }: Asked): Promise<string> {
  const [noun = '', verb = ''] = name.split('.');
  const caller = as(person) as unknown as Record<string, Record<string, (input: object) => Promise<unknown>>>;
  try {
    return JSON.stringify(await caller[noun]?.[verb]?.(input)) ?? '';
  } catch {
    return '';
  }
}
