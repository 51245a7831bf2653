import { platformNetworkId } from '@tessera/db/platform.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { appRouter } from '../api.server.ts';
import { someIds } from '../canary.testing.server.ts';
import { linkToken } from '../identity/secrets.server.ts';
import { assignRole } from '../members/assign.server.ts';
import { inputFor, procedures } from '../procedures.testing.server.ts';
import { moduleOf, modules } from '../settings/modules.ts';
import {
  as,
  days,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  type TestNetwork,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 2 });
afterAll(() => admin.end());

let counter = 0;
const newCode = () => `f-${Date.now().toString(36)}${process.pid.toString(36)}${(counter++).toString(36)}`;

async function newOperator(): Promise<TestPerson> {
  const person = await newPerson(null, null);
  await inScope({ networkId: platformNetworkId, door: 'identity' }, (tx) =>
    assignRole(tx, {
      networkId: platformNetworkId,
      personId: person.personId,
      role: 'platform_admin',
      institutionId: null,
      validFrom: new Date(0),
      actorId: null,
    }),
  );
  return person;
}

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

async function coordinated(options: { parentCode?: string; kind?: string } = {}) {
  const network = await newNetwork(options.parentCode ? { parentCode: options.parentCode } : {});
  if (options.kind)
    await admin.query('update network set kind = $2 where id = $1', [network.id, options.kind]);
  return { network, coordinator: await newPerson(network, 'coordinator') };
}

const eventsOf = async (network: { id: string }, like: string) =>
  (
    await admin.query<{ kind: string }>(
      'select kind from domain_event where network_id = $1 and kind like $2 order by id',
      [network.id, like],
    )
  ).rows.map(({ kind }) => kind);

const rowsOf = async (code: string) =>
  (await admin.query('select id, state, parent_id as "parentId" from network where lower(code) = $1', [code]))
    .rows;

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

  // Four modules were switched off; partnerships are no child's inheritance.
  expect(await Promise.all([parent.network.id, child.id, stranger.id].map(read))).toEqual([4, 3, 0]);
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

const link = async (one: Awaited<ReturnType<typeof coordinated>>, other: typeof one) => {
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

const ask = (mover: Awaited<ReturnType<typeof coordinated>>, parent: TestNetwork) =>
  as(mover.coordinator).networks.requestMove({
    network: mover.network.code,
    as: 'child',
    other: parent.code,
  });
const accept = (parent: Awaited<ReturnType<typeof coordinated>>, moving: TestNetwork) =>
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

/** The statements that a call sends, by their names; beginning and ending a transaction do not count. */
async function statementsOf(call: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  const { query } = pg.Client.prototype;
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg.Client.query cannot be written otherwise
  pg.Client.prototype.query = function (this: pg.Client, ...args: any[]) {
    const [asked] = args as [string | { name?: string; text: string }];
    const text = typeof asked === 'string' ? asked : (asked.name ?? asked.text);
    if (!/^(BEGIN|COMMIT|ROLLBACK)/.test(text)) names.push(text);
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await call();
  } finally {
    pg.Client.prototype.query = query;
  }
  return names;
}

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
