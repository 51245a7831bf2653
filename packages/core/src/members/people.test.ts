import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { createCaller } from '../api.server.ts';
import { linkToken } from '../identity/secrets.server.ts';
import type { Role } from '../permissions.ts';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  requestOf,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { assignRole } from './assign.server.ts';

await useTestDatabase();

type Stage = { network: TestNetwork; code: { network: string }; coordinator: TestPerson; second: TestPerson };

async function stage(): Promise<Stage> {
  const network = await newNetwork();
  return {
    network,
    code: { network: network.code },
    coordinator: await newPerson(network, 'coordinator'),
    second: await newPerson(network, 'coordinator'),
  };
}

const link = (network: TestNetwork, invitationId: string) => ({
  network: network.code,
  invitationId,
  token: linkToken('invitation', invitationId),
});

const page = ({ code, coordinator }: Stage, { personId }: TestPerson) =>
  as(coordinator).members.person({ ...code, personId });

const stateOf = async (scene: Stage, person: TestPerson) =>
  (await page(scene, person)).roles.map(({ role, state }) => [role, state]);

async function alsoHolds(
  network: TestNetwork,
  person: TestPerson,
  role: Role,
  institutionId: string | null = null,
) {
  await inNetwork(network.id, (tx) =>
    assignRole(tx, {
      networkId: network.id,
      personId: person.personId,
      role,
      institutionId,
      validFrom: new Date(0),
      actorId: null,
    }),
  );
}

test('a role opens the network in its time only, by the real clock', async () => {
  const scene = await stage();
  const { code, coordinator } = scene;
  const viewer = await newPerson(scene.network, 'viewer');
  const from = new Date(Date.now() + days(10));
  const { assignmentId } = await as(coordinator).members.giveRole({
    ...code,
    personId: viewer.personId,
    role: 'coordinator',
    validFrom: from,
    validUntil: new Date(Date.now() + days(20)),
  });
  const tries = async (day: number) =>
    refusal(
      as(viewer, new Date(Date.now() + days(day)))
        .members.invitations(code)
        .then(() => Promise.reject(Object.assign(new Error(), { code: 'ok' }))),
    );

  expect([await tries(1), await tries(15), await tries(21)]).toEqual(['not_allowed', 'ok', 'not_allowed']);
  expect(await stateOf(scene, viewer)).toEqual([
    ['viewer', 'valid'],
    ['coordinator', 'ahead'],
  ]);

  await as(coordinator).members.changeValidity({
    ...code,
    assignmentId,
    validFrom: new Date(),
    validUntil: null,
  });
  expect([await tries(1), await tries(30)]).toEqual(['ok', 'ok']);
  await as(coordinator).members.endRole({ ...code, assignmentId });
  expect(await tries(1)).toBe('not_allowed');
  expect(await refusal(as(coordinator).members.endRole({ ...code, assignmentId }))).toBe('role_over');
});

test('one role is not held twice at one time, and ends after it begins', async () => {
  const scene = await stage();
  const { code, coordinator, network } = scene;
  const trainer = await newPerson(network, 'trainer');
  const give = (validFrom: Date | null, validUntil: Date | null) =>
    as(coordinator).members.giveRole({
      ...code,
      personId: trainer.personId,
      role: 'mentor',
      validFrom,
      validUntil,
    });

  await give(null, new Date(Date.now() + days(10)));
  expect(await refusal(give(new Date(Date.now() + days(5)), null))).toBe('already_member');
  expect(await refusal(give(new Date(Date.now() + days(20)), new Date(Date.now() + days(15))))).toBe(
    'validity_reversed',
  );
  await give(new Date(Date.now() + days(10)), null);

  const at = await Promise.allSettled(
    [1, 2, 3].map(() =>
      as(coordinator).members.giveRole({ ...code, personId: trainer.personId, role: 'viewer' }),
    ),
  );
  expect(at.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('who trains or runs one training keeps its list and changes its seats, and those of no other', async () => {
  const { network, code, coordinator } = await stage();
  const person = await newPerson(network, 'volunteer');
  const start = Date.now() - hours(2);
  const sessions = [
    { startsAt: new Date(start), endsAt: new Date(start + hours(4)), halfDay: 'am' as const },
  ];
  const [own, other] = [
    await newTraining(network, coordinator, { sessions }),
    await newTraining(network, coordinator, { sessions }),
  ];
  await as(coordinator).members.giveRole({
    ...code,
    personId: person.personId,
    role: 'coordinator',
    trainingId: own,
  });
  const able = (trainingId: string) =>
    Promise.all(
      [
        as(person).attendance.sheet({ ...code, trainingId }),
        as(person).trainings.manage({ ...code, trainingId }),
        as(person).trainings.changeCapacity({ ...code, trainingId, capacity: 12 }),
      ].map((call) =>
        call.then(
          () => 'ok',
          (error) => error.cause?.code,
        ),
      ),
    );

  expect(await able(own)).toEqual(['ok', 'ok', 'ok']);
  expect(await able(other)).toEqual(['not_allowed', 'not_allowed', 'not_allowed']);
  expect(await refusal(as(person).members.invitations(code))).toBe('not_allowed');
  expect((await as(person).members.list(code)).people).toEqual([]);
});

test('a capability holds for its time and never longer than its role', async () => {
  const scene = await stage();
  const { network, code, coordinator } = scene;
  const adviser = await newPerson(network, 'outreach_adviser');
  const [role] = (await page(scene, adviser)).roles;
  const grant = (capability: 'finance_viewer' | 'interpreter', more = {}) =>
    as(coordinator).members.grantCapability({ ...code, assignmentId: role?.id ?? '', capability, ...more });
  const mayRead = async (day: number) =>
    (await as(adviser, new Date(Date.now() + days(day))).networks.shell(code)).viewer?.can.includes(
      'phase.read',
    );

  expect(await refusal(grant('interpreter'))).toBe('capability_needs_language');
  await grant('interpreter', { inLanguage: 'ar' });
  await grant('finance_viewer', { validUntil: new Date(Date.now() + days(5)) });
  expect(await refusal(grant('finance_viewer'))).toBe('capability_held');

  expect([await mayRead(0), await mayRead(6)]).toEqual([true, false]);
  const { people } = await as(coordinator).members.list({ ...code, capability: 'interpreter' });
  expect(people.map(({ personId }) => personId)).toEqual([adviser.personId]);
  const granted = (await page(scene, adviser)).roles[0]?.capabilities.find(
    ({ capability }) => capability === 'finance_viewer',
  );
  await as(coordinator).members.endCapability({ ...code, capabilityId: granted?.id ?? '' });
  expect(await mayRead(0)).toBe(false);
});

test('an institution manager acts for the own people with the roles of a colleague, and for nobody else', async () => {
  const scene = await stage();
  const { network, code } = scene;
  const [own, other] = [await newInstitution(network), await newInstitution(network)];
  const manager = await newPerson(network, 'institution_manager', own);
  const colleague = await newPerson(network, 'volunteer', own);
  const stranger = await newPerson(network, 'volunteer', other);
  const give = (person: TestPerson, role: 'institution_manager' | 'trainer', institutionId: string) =>
    as(manager).members.giveRole({ ...code, personId: person.personId, role, institutionId });

  await give(colleague, 'institution_manager', own);
  expect(await refusal(give(colleague, 'trainer', own))).toBe('role_not_yours_to_give');
  expect(await refusal(give(colleague, 'institution_manager', other))).toBe('not_allowed');
  expect(await refusal(give(stranger, 'institution_manager', own))).toBe('not_found');
  expect(await refusal(as(manager).members.person({ ...code, personId: stranger.personId }))).toBe(
    'not_found',
  );
  expect(await refusal(as(manager).members.deactivate({ ...code, personId: stranger.personId }))).toBe(
    'not_found',
  );

  await alsoHolds(network, colleague, 'trainer');
  expect(await refusal(as(manager).members.deactivate({ ...code, personId: colleague.personId }))).toBe(
    'has_other_roles',
  );
  const { people } = await as(manager).members.list(code);
  expect(people.map(({ personId }) => personId).sort()).toEqual(
    [manager.personId, colleague.personId].sort(),
  );
  expect(people.flatMap(({ roles }) => roles.map(({ role }) => role)).sort()).toEqual([
    'institution_manager',
    'institution_manager',
    'volunteer',
  ]);
});

test('deactivation ends roles, trainings to come and invitations at once, keeps the history, and can be undone', async () => {
  const scene = await stage();
  const { network, code, coordinator } = scene;
  const trainer = await newPerson(network, 'trainer');
  await alsoHolds(network, trainer, 'mentor');
  const trainingId = await newTraining(network, coordinator, { trainerIds: [trainer.personId] });
  const { invitationId } = await as(coordinator).members.invite({
    ...code,
    email: trainer.email,
    role: 'viewer',
  });
  const trainersNow = async () =>
    (await as(coordinator).trainings.page({ ...code, trainingId })).trainers.map(({ id }) => id);

  expect(await as(coordinator).members.deactivate({ ...code, personId: trainer.personId })).toEqual({
    roles: 2,
    trainings: 1,
    invitations: 1,
  });

  expect(await refusal(as(trainer).seats.mine(code))).toBe('not_found');
  expect(await as(trainer).identity.me()).toMatchObject({ networks: [] });
  expect(await trainersNow()).toEqual([]);
  expect(await refusal(as(null).members.invitation(link(network, invitationId)))).toBe('not_found');
  const after = await page(scene, trainer);
  expect(after.roles.map(({ state }) => state)).toEqual(['ended', 'ended']);
  expect(after.events.map(({ kind }) => kind)).toContain('person.deactivated');
  expect([after.deactivation?.kind, after.canReactivate]).toEqual(['deactivated', true]);
  expect((await as(coordinator).members.list(code)).total).toBe(2);
  expect((await as(coordinator).members.list({ ...code, state: 'ended' })).total).toBe(1);
  expect(await refusal(as(coordinator).members.deactivate({ ...code, personId: trainer.personId }))).toBe(
    'role_over',
  );

  expect(await as(coordinator).members.reactivate({ ...code, personId: trainer.personId })).toEqual({
    roles: 2,
    trainings: 1,
  });
  expect(await trainersNow()).toEqual([trainer.personId]);
  expect((await stateOf(scene, trainer)).sort()).toEqual([
    ['mentor', 'valid'],
    ['trainer', 'valid'],
  ]);
  expect(await refusal(as(coordinator).members.reactivate({ ...code, personId: trainer.personId }))).toBe(
    'not_deactivated',
  );
});

test('what had ended before a deactivation stays ended after it is undone', async () => {
  const scene = await stage();
  const { network, code, coordinator } = scene;
  const person = await newPerson(network, 'trainer');
  const until = new Date(Date.now() + days(3));
  const { assignmentId } = await as(coordinator).members.giveRole({
    ...code,
    personId: person.personId,
    role: 'mentor',
    validUntil: until,
  });
  const { assignmentId: over } = await as(coordinator).members.giveRole({
    ...code,
    personId: person.personId,
    role: 'viewer',
  });
  await as(coordinator).members.endRole({ ...code, assignmentId: over });

  await as(coordinator).members.deactivate({ ...code, personId: person.personId });
  await as(coordinator).members.reactivate({ ...code, personId: person.personId });

  const { roles } = await page(scene, person);
  expect(roles.find(({ id }) => id === assignmentId)?.validUntil).toEqual(until);
  expect(roles.find(({ id }) => id === over)?.state).toBe('ended');
});

test('nobody deactivates themselves, and the last coordinator cannot be ended in any way', async () => {
  const scene = await stage();
  const { code, coordinator, second, network } = scene;
  await as(coordinator).members.deactivate({ ...code, personId: second.personId });

  expect(await refusal(as(coordinator).members.deactivate({ ...code, personId: coordinator.personId }))).toBe(
    'not_yourself',
  );
  expect(await refusal(as(coordinator).members.leave({ ...code, personId: coordinator.personId }))).toBe(
    'last_coordinator',
  );
  const [own] = (await page(scene, coordinator)).roles;
  expect(await refusal(as(coordinator).members.endRole({ ...code, assignmentId: own?.id ?? '' }))).toBe(
    'not_yourself',
  );

  // A coordinator of one training alone is no coordinator of the network.
  const trainingId = await newTraining(network, coordinator);
  const helper = await newPerson(network, 'volunteer');
  await as(coordinator).members.giveRole({
    ...code,
    personId: helper.personId,
    role: 'coordinator',
    trainingId,
  });
  expect(await refusal(as(coordinator).members.leave({ ...code, personId: coordinator.personId }))).toBe(
    'last_coordinator',
  );
  expect((await stateOf(scene, coordinator))[0]).toEqual(['coordinator', 'valid']);
});

test('a coordinator with an end does not replace one who would end later', async () => {
  const scene = await stage();
  const { code, coordinator, second } = scene;
  const [role] = (await page(scene, second)).roles;
  const soon = new Date(Date.now() + days(5));

  await as(coordinator).members.changeValidity({ ...code, assignmentId: role?.id ?? '', validUntil: soon });
  const [own] = (await page(scene, coordinator)).roles;
  const late = as(second).members.changeValidity({
    ...code,
    assignmentId: own?.id ?? '',
    validUntil: new Date(Date.now() + days(9)),
  });

  expect(await refusal(late)).toBe('last_coordinator');
});

test('two coordinators who deactivate each other at once leave one', async () => {
  for (let round = 0; round < 12; round++) {
    const { code, coordinator, second, network } = await stage();

    const outcomes = await Promise.allSettled([
      as(coordinator).members.deactivate({ ...code, personId: second.personId }),
      as(second).members.deactivate({ ...code, personId: coordinator.personId }),
      as(coordinator).members.leave({ ...code, personId: coordinator.personId }),
    ]);

    const left = await inNetwork(network.id, (tx) =>
      tx.prisma.roleAssignment.count({
        where: { networkId: network.id, role: 'coordinator', validUntil: null },
      }),
    );
    expect(left).toBe(1);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  }
});

test('who leaves sees nothing more, keeps the login, and can be taken back', async () => {
  const scene = await stage();
  const { network, code, coordinator } = scene;
  const mentor = await newPerson(network, 'mentor');

  expect(await refusal(as(mentor).members.leave({ ...code, personId: coordinator.personId }))).toBe(
    'not_found',
  );
  await as(mentor).members.leave({ ...code, personId: mentor.personId });

  expect(await refusal(as(mentor).seats.mine(code))).toBe('not_found');
  expect((await page(scene, mentor)).deactivation?.kind).toBe('left');
  await as(coordinator).members.reactivate({ ...code, personId: mentor.personId });
  expect(await stateOf(scene, mentor)).toEqual([['mentor', 'valid']]);
});

test('many are invited from pasted lines, or nobody is', async () => {
  const { network, code, coordinator } = await stage();
  const member = await newPerson(network, 'trainer');
  const inviteMany = (people: string) =>
    as(coordinator).members.inviteMany({ ...code, people, role: 'trainer' });
  const open = async () => (await as(coordinator).members.invitations(code)).invitations;

  expect(await refusal(inviteMany('ana@demo.example\nnot an address'))).toBe('invitation_lines_invalid');
  expect(await refusal(inviteMany('Ana <ana@demo.example>\nOther Ana <ANA@demo.example>'))).toBe(
    'invitation_lines_repeated',
  );
  expect(await refusal(inviteMany(`ana@demo.example\n${member.email}`))).toBe('invitation_lines_members');
  expect(await open()).toEqual([]);

  expect(
    await inviteMany('Ana Pop <ana@demo.example>\n\nion@demo.example; Éva Nagy eva@demo.example'),
  ).toEqual({
    sent: 3,
  });
  expect((await open()).map(({ email, invitedName }) => [email, invitedName]).sort()).toEqual([
    ['ana@demo.example', 'Ana Pop'],
    ['eva@demo.example', 'Éva Nagy'],
    ['ion@demo.example', ''],
  ]);
});

test('an invitation is sent again after its end, taken back, and told apart by its state', async () => {
  const { network, code, coordinator } = await stage();
  const invite = (email: string, now = new Date()) =>
    as(coordinator, now).members.invite({ ...code, email, role: 'viewer' });
  const { invitationId: old } = await invite('old@demo.example', new Date(Date.now() - days(20)));
  const { invitationId: gone } = await invite('gone@demo.example');
  await as(coordinator).members.revokeInvitation({ ...code, invitationId: gone });
  const states = async (state: '' | 'expired' | 'revoked' | 'all') =>
    (await as(coordinator).members.invitations({ ...code, state })).invitations.map(({ email }) => email);

  expect([await states('expired'), await states('revoked')]).toEqual([
    ['old@demo.example'],
    ['gone@demo.example'],
  ]);
  expect(await refusal(as(null).members.invitation(link(network, old)))).toBe('link_expired');
  await as(coordinator).members.resendInvitation({ ...code, invitationId: old });
  expect(await as(null).members.invitation(link(network, old))).toMatchObject({ email: 'old@demo.example' });
  expect(await refusal(as(coordinator).members.resendInvitation({ ...code, invitationId: gone }))).toBe(
    'invitation_used',
  );
  expect([await states(''), (await states('all')).length]).toEqual([['old@demo.example'], 2]);
});

test('two networks invite one new address: two acceptances at once make one person', async () => {
  const [one, other] = [await stage(), await stage()];
  const email = `twice${Date.now()}@demo.example`;
  const links = await Promise.all(
    [one, other].map(async ({ network, code, coordinator }) =>
      link(network, (await as(coordinator).members.invite({ ...code, email, role: 'viewer' })).invitationId),
    ),
  );
  const accept = (input: ReturnType<typeof link>) =>
    createCaller(requestOf(null)).members.acceptWithNewLogin({
      ...input,
      givenName: 'Ana',
      familyName: 'Pop',
      password: 'long enough password',
    });

  const outcomes = await Promise.allSettled(links.map(accept));

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(refused.reason.cause.code).toBe('invitation_sign_in_first');
  const people = await inScope({ door: 'identity' }, (tx) => tx.prisma.person.count({ where: { email } }));
  expect(people).toBe(1);
});

test('an operator locks a login everywhere and opens it again', async () => {
  const { network } = await stage();
  const platform = await inScope({}, (tx) =>
    tx.prisma.network.findFirstOrThrow({ where: { code: 'platform' }, select: { id: true } }),
  );
  const operator = await newPerson({ ...platform, code: 'platform', tag: '' }, 'platform_admin');
  const person = await newPerson(network, 'mentor');
  const state = () =>
    inScope({ door: 'identity' }, (tx) =>
      tx.prisma.person.findFirst({ where: { id: person.personId }, select: { state: true } }),
    );

  await as(operator).operator.lockAccount({ email: person.email });
  expect(await state()).toEqual({ state: 'locked' });
  await as(operator).operator.unlockAccount({ email: person.email });
  expect(await state()).toEqual({ state: 'active' });
  expect(await refusal(as(operator).operator.lockAccount({ email: operator.email }))).toBe('not_yourself');
  expect(await refusal(as(operator).operator.lockAccount({ email: 'nobody@demo.example' }))).toBe(
    'no_such_login',
  );
  expect(await refusal(as(person).operator.lockAccount({ email: operator.email }))).toBe('not_found');
});

test('people are found without diacritics, by institution, role and state, and sorted', async () => {
  const network = await newNetwork({ tag: 'Șerbănescu' });
  const code = { network: network.code };
  const institution = await newInstitution(network, 'Primăria Pănet');
  const coordinator = await newPerson(network, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', institution);
  const found = async (filter: object) =>
    (await as(coordinator).members.list({ ...code, ...filter })).people.map(({ personId }) => personId);

  expect(await found({ q: 'serbanescu PANET' })).toEqual([manager.personId]);
  expect(await found({ q: '100%' })).toEqual([]);
  expect(await found({ role: 'coordinator' })).toEqual([coordinator.personId]);
  expect(await found({ institutionId: institution })).toEqual([manager.personId]);
  expect(await found({ sort: 'name-down' })).toEqual([manager.personId, coordinator.personId]);
  expect(await found({ sort: 'institution' })).toEqual([manager.personId, coordinator.personId]);
});
