import { expect, test } from 'vitest';
import { createCaller } from '../api.server.ts';
import { hashPassword } from '../identity/passwords.server.ts';
import { linkToken } from '../identity/secrets.server.ts';
import {
  as,
  days,
  newInstitution,
  newNetwork,
  newPerson,
  refusal,
  requestOf,
  type TestNetwork,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

const link = (network: TestNetwork, invitationId: string) => ({
  network: network.code,
  invitationId,
  token: linkToken('invitation', invitationId),
});

test('an invitation makes a login for someone new, with the role that was offered', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const email = `new${Date.now()}@demo.example`;
  const { invitationId } = await as(coordinator).members.invite({
    network: network.code,
    email,
    role: 'trainer',
  });
  expect(await as(null).members.invitation(link(network, invitationId))).toMatchObject({
    email,
    role: 'trainer',
    next: 'new_login',
  });

  const ctx = requestOf(null);
  await createCaller(ctx).members.acceptWithNewLogin({
    ...link(network, invitationId),
    givenName: 'Eva',
    familyName: 'Nagy',
    nameOrder: 'family_first',
    password: 'long enough password',
  });

  const { people } = await as(coordinator).members.list({ network: network.code });
  const { invitations } = await as(coordinator).members.invitations({ network: network.code });
  expect(people.find((person) => person.email === email)?.roles.map(({ role }) => role)).toEqual(['trainer']);
  expect(invitations).toEqual([]);
  expect(ctx.setCookies).toHaveLength(1);
});

test('an invitation attaches to an existing login, of the invited address only', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const known = await newPerson(await newNetwork(), 'mentor');
  const stranger = await newPerson(null, null);
  const { invitationId } = await as(coordinator).members.invite({
    network: network.code,
    email: known.email,
    role: 'viewer',
  });

  expect(await as(null).members.invitation(link(network, invitationId))).toMatchObject({ next: 'sign_in' });
  expect(
    await refusal(
      as(null).members.acceptWithNewLogin({
        ...link(network, invitationId),
        givenName: 'X',
        familyName: 'Y',
        password: 'long enough password',
      }),
    ),
  ).toBe('invitation_sign_in_first');
  expect(await refusal(as(stranger).members.acceptInvitation(link(network, invitationId)))).toBe(
    'invitation_for_other_address',
  );
  await as(known).members.acceptInvitation(link(network, invitationId));
  expect(await refusal(as(known).members.acceptInvitation(link(network, invitationId)))).toBe(
    'invitation_used',
  );
});

test('two presses at once accept an invitation once', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const known = await newPerson(null, null);
  const { invitationId } = await as(coordinator).members.invite({
    network: network.code,
    email: known.email,
    role: 'viewer',
  });

  const outcomes = await Promise.allSettled(
    [1, 2, 3].map(() => as(known).members.acceptInvitation(link(network, invitationId))),
  );

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a wrong, an expired and a revoked link lead nowhere', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const { invitationId } = await as(coordinator).members.invite({
    network: network.code,
    email: 'late@demo.example',
    role: 'viewer',
  });

  expect(
    await refusal(as(null).members.invitation({ ...link(network, invitationId), token: 'x'.repeat(43) })),
  ).toBe('not_found');
  expect(
    await refusal(as(null, new Date(Date.now() + days(15))).members.invitation(link(network, invitationId))),
  ).toBe('link_expired');
  await as(coordinator).members.revokeInvitation({ network: network.code, invitationId });
  expect(await refusal(as(null).members.invitation(link(network, invitationId)))).toBe('not_found');
});

test('an institution manager invites colleagues of the own institution and nobody else', async () => {
  const network = await newNetwork();
  const [own, other] = [await newInstitution(network), await newInstitution(network)];
  const manager = await newPerson(network, 'institution_manager', own);
  await newPerson(network, 'institution_manager', other);
  const invite = (role: 'institution_manager' | 'coordinator', institutionId: string) =>
    as(manager).members.invite({
      network: network.code,
      email: 'colleague@demo.example',
      role,
      institutionId,
    });

  await invite('institution_manager', own);
  expect(await refusal(invite('institution_manager', other))).toBe('not_allowed');
  expect(await refusal(invite('coordinator', own))).toBe('role_not_yours_to_give');
  const { people } = await as(manager).members.list({ network: network.code });
  const { invitations } = await as(manager).members.invitations({ network: network.code });
  expect([people.length, invitations.length]).toEqual([1, 1]);
});

test('the same invitation again is the same invitation', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const invite = () =>
    as(coordinator).members.invite({ network: network.code, email: 'again@demo.example', role: 'trainer' });

  expect((await invite()).invitationId).toBe((await invite()).invitationId);
});

test('a role that has not begun or is over opens nothing', async () => {
  const network = await newNetwork();
  const person = await newPerson(network, 'coordinator');

  expect(await refusal(as(person, new Date(-days(1))).members.list({ network: network.code }))).toBe(
    'not_found',
  );
  expect(await hashPassword('x')).toMatch(/^\$argon2id\$/);
});
