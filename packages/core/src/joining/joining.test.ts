import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import type { Caller } from '../api.server.ts';
import { linkToken } from '../identity/secrets.server.ts';
import { purgeNetwork } from '../privacy/retention.server.ts';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { wayIn } from './rules.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());

type World = { network: TestNetwork; code: string; coordinator: TestPerson };

async function newWorld(options: Parameters<typeof newNetwork>[0] = {}): Promise<World> {
  const network = await newNetwork(options);
  return { network, code: network.code, coordinator: await newPerson(network, 'coordinator') };
}

type Typed = Omit<Parameters<Caller['joining']['ask']>[0], 'network'>;

const typed = (changes: Partial<Typed> = {}): Typed => ({
  name: `Școala ${randomUUID().slice(0, 8)}`,
  nameLanguage: 'ro',
  kind: 'school_education',
  country: 'RO',
  county: 'Mureș',
  locality: 'Band / Mezőbánd',
  givenName: 'Ilka',
  familyName: 'Novák',
  nameOrder: 'family_first',
  email: `${randomUUID()}@example.org`,
  jobTitle: 'Directoare',
  language: 'hu',
  message: 'Am dori să participăm.',
  ...changes,
});

const applicationsOf = ({ network: { id: networkId } }: World) =>
  inNetwork(networkId, (tx) =>
    tx.prisma.membershipApplication.findMany({ orderBy: [{ askedAt: 'asc' }, { id: 'asc' }] }),
  );

const eventsOf = ({ network: { id: networkId } }: World) =>
  inNetwork(networkId, (tx) =>
    tx.prisma.domainEvent.findMany({
      where: { kind: { startsWith: 'application.' } },
      orderBy: { id: 'asc' },
    }),
  );

/** Asks from outside; answers the link of the mail. */
async function ask(world: World, input = typed(), at = new Date()) {
  await as(null, at).joining.ask({ network: world.code, ...input });
  const applicationId = (await applicationsOf(world)).at(-1)?.id ?? '';
  return { network: world.code, applicationId, token: linkToken('application', applicationId) };
}

async function askAndConfirm(world: World, input = typed()) {
  const link = await ask(world, input);
  await as(null).joining.confirm(link);
  return { network: world.code, applicationId: link.applicationId };
}

const listOf = async ({ code: network, coordinator }: World, show: 'open' | 'decided' = 'open') =>
  (await as(coordinator).joining.list({ network, show })).applications;

const membersOf = async ({ code: network }: World) =>
  (await as(null).institutions.list({ network })).institutions.map(({ name }) => name);

const registerNames = async ({ code: network, coordinator }: World, q: string) =>
  (await as(coordinator).institutions.register({ network, q })).institutions.map(({ name }) => name);

test('an institution asks from outside; nobody hears of it before the address is confirmed, and the register not at all', async () => {
  const world = await newWorld();
  const input = typed({ email: 'Ilka@Example.org' });
  const link = await ask(world, input);
  expect(await listOf(world)).toEqual([]);
  expect(await refusal(as(world.coordinator).joining.application(link))).toBe('not_found');

  const page = await as(null).joining.confirmation(link);
  expect(page).toMatchObject({ state: 'unconfirmed', name: input.name, email: 'ilka@example.org' });
  expect(await listOf(world)).toEqual([]);

  await Promise.all([as(null).joining.confirm(link), as(null).joining.confirm(link)]);
  expect(await listOf(world)).toMatchObject([{ name: input.name, state: 'applied', familyName: 'Novák' }]);
  expect((await eventsOf(world)).map(({ kind }) => kind)).toEqual([
    'application.asked',
    'application.confirmed',
  ]);
  expect(await as(null).joining.confirmation(link)).toMatchObject({ state: 'applied' });
  expect([await membersOf(world), await registerNames(world, input.name)]).toEqual([[], []]);
  const told = JSON.stringify(await eventsOf(world));
  expect([told.includes('ilka'), told.includes(input.name)]).toEqual([false, false]);
});

test('a coordinator finds it under what waits, looks into it, and admits it with a card, a membership and an invitation', async () => {
  const world = await newWorld();
  const { code: network, coordinator } = world;
  const input = typed();
  const where = await askAndConfirm(world, input);
  const waiting = async () => {
    const { networks } = await as(coordinator).needs.own();
    return networks.flatMap(({ tasks }) => tasks.map(({ kind, count }) => [kind, count]));
  };
  expect(await waiting()).toEqual([['applications', 1]]);
  await as(coordinator).joining.review(where);
  await as(coordinator).joining.review(where);
  expect(await waiting()).toEqual([['reviews', 1]]);
  expect(await listOf(world)).toMatchObject([{ state: 'under_review' }]);

  const { institutionId } = await as(coordinator).joining.admit({ ...where, role: 'partner' });

  expect(await waiting()).toEqual([]);
  const page = await as(null).institutions.page({ network, institutionId });
  expect(page).toMatchObject({
    name: input.name,
    kind: 'school_education',
    county: 'Mureș / Maros',
    state: 'draft',
    membership: { state: 'active', role: 'partner', isGuest: false },
  });
  expect([await listOf(world), await listOf(world, 'decided')]).toMatchObject([
    [],
    [{ state: 'admitted', institutionId }],
  ]);

  const [invitation] = await inNetwork(world.network.id, (tx) => tx.prisma.invitation.findMany());
  expect(invitation).toMatchObject({
    email: input.email,
    role: 'institution_manager',
    institutionId,
    language: 'hu',
    givenName: 'Ilka',
    familyName: 'Novák',
    invitedName: 'Novák Ilka',
  });
  const invitationId = invitation?.id ?? '';
  await as(null).members.acceptWithNewLogin({
    network,
    invitationId,
    token: linkToken('invitation', invitationId),
    password: 'long enough 123',
    givenName: 'Ilka',
    familyName: 'Novák',
  });
  const { staff } = await as(coordinator).institutions.page({ network, institutionId });
  expect(staff).toMatchObject([{ email: input.email, roles: ['institution_manager'] }]);
});

test('of two coordinators who decide at once one decides, and there is one card', async () => {
  for (const round of [0, 1, 2]) {
    const world = await newWorld();
    const second = await newPerson(world.network, 'coordinator');
    const input = typed();
    const where = await askAndConfirm(world, input);
    const declined = { ...where, reason: 'Numai instituții publice.' };
    const answers = await Promise.allSettled([
      as(world.coordinator).joining.admit(where),
      round === 0 ? as(second).joining.admit(where) : as(second).joining.decline(declined),
      as(second).joining.review(where),
    ]);
    const decisions = answers.slice(0, 2);
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const isAdmitted = decisions[0]?.status === 'fulfilled' || round === 0;
    expect(await membersOf(world)).toEqual(isAdmitted ? [input.name] : []);
    expect(await listOf(world, 'decided')).toMatchObject([{ state: isAdmitted ? 'admitted' : 'declined' }]);
    const invitations = await inNetwork(world.network.id, (tx) => tx.prisma.invitation.findMany());
    expect(invitations).toHaveLength(isAdmitted ? 1 : 0);
    expect(await refusal(as(second).joining.decline(declined))).toBe('state_changed');
    expect(await refusal(as(second).joining.admit(where))).toBe('state_changed');
    expect(await refusal(as(second).joining.review(where))).toBe('state_changed');
  }
});

test('an institution of the register stands beside the application and is taken instead of a second card', async () => {
  const [world, elsewhere] = [await newWorld(), await newWorld()];
  const { code: network, coordinator } = world;
  const input = typed();
  const known = await askAndConfirm(elsewhere, input);
  const { institutionId } = await as(elsewhere.coordinator).joining.admit(known);
  const where = await askAndConfirm(world, input);

  const { similar } = await as(coordinator).joining.application(where);
  expect(similar[0]).toMatchObject({ id: institutionId, stateHere: null, canBeTaken: true });
  expect(await refusal(as(coordinator).joining.admit(where))).toBe('institution_exists');
  expect(await listOf(world)).toHaveLength(1);
  expect(await as(coordinator).joining.admit({ ...where, institutionId })).toEqual({ institutionId });
  expect(await membersOf(world)).toEqual([input.name]);
  expect(await registerNames(world, input.name)).toEqual([input.name]);
  expect(await refusal(as(coordinator).joining.admit({ ...where, institutionId }))).toBe('state_changed');

  // A second office of the same institution: it is a member already, and its contact is invited as well.
  const again = await askAndConfirm(world, { ...input, email: `${randomUUID()}@example.org` });
  await as(coordinator).joining.admit({ ...again, institutionId });
  const invitations = await inNetwork(world.network.id, (tx) => tx.prisma.invitation.findMany());
  expect(invitations.map((row) => row.institutionId)).toEqual([institutionId, institutionId]);

  // Who had left comes back; who is suspended has to be taken up first.
  await as(coordinator).institutions.moveMembership({ network, institutionId, move: 'suspend' });
  const third = await askAndConfirm(world, { ...input, email: `${randomUUID()}@example.org` });
  expect((await as(coordinator).joining.application(third)).similar[0]).toMatchObject({ canBeTaken: false });
  expect(await refusal(as(coordinator).joining.admit({ ...third, institutionId }))).toBe(
    'membership_suspended',
  );
  await as(coordinator).institutions.moveMembership({ network, institutionId, move: 'leave' });
  expect(await membersOf(world)).toEqual([]);
  await as(coordinator).joining.admit({ ...third, institutionId });
  expect(await membersOf(world)).toEqual([input.name]);
});

test('what a network in the making shows to nobody is no institution to take', async () => {
  const [world, draft] = [await newWorld(), await newWorld()];
  const hidden = await newInstitution(draft.network);
  await inNetwork(draft.network.id, async ({ prisma }) => {
    await prisma.membership.updateMany({ where: { networkId: draft.network.id }, data: { isPublic: false } });
  });
  await setState(draft, 'draft');
  const where = await askAndConfirm(world);
  expect(await refusal(as(world.coordinator).joining.admit({ ...where, institutionId: hidden }))).toBe(
    'not_found',
  );
  expect(await listOf(world)).toHaveLength(1);
});

test('a refusal has a reason, which its contact reads behind the link', async () => {
  const world = await newWorld();
  const link = await ask(world);
  await as(null).joining.confirm(link);
  const where = { network: world.code, applicationId: link.applicationId };
  await expect(as(world.coordinator).joining.decline({ ...where, reason: ' ' })).rejects.toThrow();
  await as(world.coordinator).joining.decline({ ...where, reason: 'Numai instituții publice.' });
  expect(await as(null).joining.confirmation(link)).toMatchObject({
    state: 'declined',
    reason: 'Numai instituții publice.',
  });
  expect(await membersOf(world)).toEqual([]);
  expect(await listOf(world, 'decided')).toMatchObject([{ state: 'declined', institutionId: null }]);
});

test('a link is refused that is wrong, another network’s, or older than 48 hours', async () => {
  const [world, other] = [await newWorld(), await newWorld()];
  const link = await ask(world);
  const wrong = [
    { ...link, token: linkToken('application', randomUUID()) },
    { ...link, token: linkToken('invitation', link.applicationId) },
  ];
  for (const each of wrong) {
    expect(await refusal(as(null).joining.confirmation(each))).toBe('not_found');
    expect(await refusal(as(null).joining.confirm(each))).toBe('not_found');
  }
  expect(await refusal(as(null).joining.confirm({ ...link, network: other.code }))).toBe('link_expired');
  const late = new Date(Date.now() + hours(49));
  expect(await refusal(as(null, late).joining.confirmation(link))).toBe('link_expired');
  expect(await refusal(as(null, late).joining.confirm(link))).toBe('link_expired');
  await as(null, new Date(Date.now() + hours(47))).joining.confirm(link);
  expect(await as(null, late).joining.confirmation(link)).toMatchObject({ state: 'applied' });

  const where = { network: other.code, applicationId: link.applicationId };
  const { joining } = as(other.coordinator);
  expect(await refusal(joining.application(where))).toBe('not_found');
  expect(await refusal(joining.review(where))).toBe('not_found');
  expect(await refusal(joining.admit(where))).toBe('not_found');
  expect(await refusal(joining.decline({ ...where, reason: 'x' }))).toBe('not_found');
  expect(await listOf(world)).toMatchObject([{ state: 'applied' }]);
});

test('only coordinators see and decide; a visitor and the institutions of the network do not', async () => {
  const world = await newWorld();
  const where = await askAndConfirm(world);
  const manager = await newPerson(world.network, 'institution_manager', await newInstitution(world.network));
  const viewer = await newPerson(world.network, 'viewer');
  const outsider = await newPerson(null, null);
  for (const [person, code] of [
    [null, 'sign_in_needed'],
    [outsider, 'not_found'],
    [viewer, 'not_allowed'],
    [manager, 'not_allowed'],
  ] as const) {
    const { joining } = as(person);
    expect(await refusal(joining.list({ network: world.code }))).toBe(code);
    expect(await refusal(joining.application(where))).toBe(code);
    expect(await refusal(joining.admit(where))).toBe(code);
  }
});

test('a network takes no applications while it is suspended, closing, a draft, or does not want any', async () => {
  const world = await newWorld();
  const { code: network, coordinator } = world;
  const asking = () => refusal(as(null).joining.ask({ network, ...typed() }));
  const where = await askAndConfirm(world);
  const unconfirmed = await ask(world);
  for (const [state, code] of [
    ['suspended', 'network_suspended'],
    ['closing', 'not_found'],
    ['draft', 'not_found'],
  ] as const) {
    await setState(world, state);
    expect([state, await asking()]).toEqual([state, code]);
    expect([state, await refusal(as(null).joining.confirm(unconfirmed))]).toEqual([state, code]);
  }
  await setState(world, 'suspended');
  expect((await as(null).joining.page({ network })).isOpen).toBe(false);
  expect(await refusal(as(coordinator).joining.admit(where))).toBe('network_suspended');
  await setState(world, 'active');
  expect((await as(null).joining.page({ network })).isOpen).toBe(true);

  const child = await newWorld({ parentCode: network, kind: 'county' });
  const { modules } = await as(coordinator).settings.page({ network });
  const others = modules.map(({ name }) => name).filter((name) => name !== 'joining');
  await as(coordinator).settings.saveModules({ network, modules: others });
  expect(await refusal(as(null).joining.page({ network: child.code }))).toBe('not_found');
  expect(await refusal(as(null).joining.page({ network }))).toBe('not_found');
  expect(await asking()).toBe('not_found');
  // Who asked before is not left without an answer.
  await as(null).joining.confirm(unconfirmed);
  expect(await listOf(world)).toHaveLength(2);
});

test('programs and the impatient leave nothing behind', async () => {
  const world = await newWorld();
  await as(null).joining.ask({ network: world.code, ...typed({ fax: 'x' }) });
  expect(await applicationsOf(world)).toEqual([]);
  const input = typed();
  for (let count = 0; count < 5; count++) await ask(world, input);
  expect(await refusal(ask(world, input))).toBe('too_many_attempts');
  expect(await applicationsOf(world)).toHaveLength(5);
  const first = (await applicationsOf(world))[0]?.id ?? '';
  const token = linkToken('application', first);
  await as(null).joining.confirm({ network: world.code, applicationId: first, token });
  expect((await applicationsOf(world)).map(({ id }) => id)).toEqual([first]);
});

test('the night ends what nobody confirmed after 48 hours, what was decided after six months, and nothing that waits', async () => {
  const world = await newWorld();
  const { network } = world;
  const waits = await askAndConfirm(world);
  const decided = await askAndConfirm(world);
  await as(world.coordinator).joining.decline({ ...decided, reason: 'x' });
  await ask(world);
  const night = async (at: number) => {
    await purgeNetwork({ networkId: network.id, now: new Date(Date.now() + at) });
    return (await applicationsOf(world)).map(({ id }) => id);
  };
  expect(await night(hours(47))).toHaveLength(3);
  expect(await night(hours(49))).toEqual([waits.applicationId, decided.applicationId]);
  expect(await night(days(170))).toHaveLength(2);
  expect(await night(days(190))).toEqual([waits.applicationId]);
});

test('an institution of the register comes in by how it stands here', () => {
  expect(wayIn(null)).toBe('join');
  expect(wayIn('active')).toBe('stay');
  expect(wayIn('invited')).toBe('admit');
  expect(wayIn('under_review')).toBe('admit');
  expect(wayIn('left')).toBe('readmit');
  expect(wayIn('suspended')).toBeNull();
});

test('what could be the same stands beside an application: an alike name, or the same kind in the same place', async () => {
  const world = await newWorld();
  const { code: network, coordinator } = world;
  const tag = randomUUID().slice(0, 8);
  const enter = async (name: string, locality: string, kind: 'municipality' | 'ngo' = 'municipality') =>
    (
      await as(coordinator).institutions.create({
        network,
        kind,
        country: 'RO',
        locality,
        texts: [{ language: 'ro', name }],
      })
    ).institutionId;
  const same = await enter(`Comuna ${tag}`, `${tag} / Mező${tag}`);
  const alike = await enter(`Asociația Prietenii ${tag}`, 'Deda', 'ngo');
  await enter(`Oficiul pentru ape ${randomUUID()}`, `${tag} / Mező${tag}`, 'ngo');
  const asked = typed({ name: `Primăria Mező${tag}`, locality: `MEZŐ${tag}`, kind: 'municipality' });
  const office = await askAndConfirm(world, asked);
  const friends = await askAndConfirm(world, typed({ name: `Prietenii ${tag}`, locality: `X${tag}` }));
  const similarTo = async (where: typeof office) =>
    (await as(coordinator).joining.application(where)).similar.map(({ id }) => id);
  expect((await similarTo(office))[0]).toBe(same);
  expect(await similarTo(office)).not.toContain(alike);
  expect((await similarTo(friends))[0]).toBe(alike);
});

async function setState({ network: { id } }: World, state: string): Promise<void> {
  await admin.query('update network set state = $2 where id = $1', [id, state]);
}
