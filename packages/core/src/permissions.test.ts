import { expect, test } from 'vitest';
import { appRouter } from './api.server.ts';
import {
  allPermissions,
  can,
  entityAndLetter,
  type Grant,
  grantsIn,
  objectsOf,
  reachOf,
  roles,
} from './permissions.ts';
import { as, newInstitution, newNetwork, newPerson, refusal, useTestDatabase } from './testing.server.ts';

await useTestDatabase();

const institutionId = '11111111-1111-7111-8111-111111111111';
const trainingId = '22222222-2222-7222-8222-222222222222';

test('every permission is exactly one cell of the matrix for each role, with and without what the cell asks for', () => {
  let cells = 0;
  for (const permission of allPermissions) {
    const [entity, letter] = entityAndLetter(permission);
    for (const role of roles) {
      for (const capabilities of [[], ['finance_viewer'], ['legal_reviewer'], ['data_protection_officer']]) {
        const reaches = grantsIn(entity, role)
          .filter(
            ({ letters, needs }) => letters.includes(letter) && (!needs || capabilities.includes(needs)),
          )
          .map(({ reach }) => reach);
        const expected = reaches.some((reach) => ['', 'n'].includes(reach))
          ? 'network'
          : reaches.includes('i')
            ? 'institutions'
            : reaches.includes('o')
              ? 'own'
              : reaches.includes('s')
                ? 'shared'
                : 'none';
        expect([
          permission,
          role,
          capabilities,
          reachOf([{ role, institutionId, capabilities }], permission).kind,
        ]).toEqual([permission, role, capabilities, expected]);
        cells += 1;
      }
    }
  }
  console.info(`rights: ${cells} cells of permission × role × capability`);
});

test('budgets are read by managers and advisers with that capability only', () => {
  const mayRead = (role: Grant['role'], capabilities: string[]) =>
    can([{ role, institutionId, capabilities }], 'phase.read');

  expect(
    roles.filter((role) => mayRead(role, ['finance_viewer']) && !mayRead(role, ['interpreter:ar'])),
  ).toEqual(['institution_manager', 'outreach_adviser']);
});

test('whoever is data protection officer decides on a look behind the glass; only coordinators ask for one', () => {
  const whoMay = (permission: 'access.ask' | 'access.decide' | 'privacy.decide', capabilities: string[]) =>
    roles.filter((role) => reachOf([{ role, institutionId, capabilities }], permission).kind === 'network');
  const ofNetworks = roles.filter((role) => role !== 'platform_admin');

  expect(whoMay('access.decide', ['data_protection_officer'])).toEqual(ofNetworks);
  expect(whoMay('access.decide', ['safeguarding_lead'])).toEqual(['coordinator']);
  expect(whoMay('access.ask', ['data_protection_officer'])).toEqual(['coordinator']);
  expect(whoMay('privacy.decide', ['data_protection_officer'])).toEqual(['coordinator']);
});

test('a capability for one language opens the verdict on texts of cards, and no other capability does', () => {
  const whoMay = (capabilities: string[]) =>
    roles.filter((role) => can([{ role, institutionId, capabilities }], 'card_text.verify'));

  expect(whoMay(['interpreter:ps', 'translation_verifiers:ps'])).toEqual(['coordinator']);
  expect(whoMay(['translation_verifier:ps'])).toEqual([
    'coordinator',
    'institution_manager',
    'mentor',
    'community_leader',
    'outreach_adviser',
    'volunteer',
  ]);
});

test('a role for one training reaches that training alone, and nothing that is wider', () => {
  const beyond: string[] = [];
  for (const permission of allPermissions) {
    for (const role of roles) {
      const grant: Grant = { role, institutionId: null, object: { kind: 'training', id: trainingId } };
      const reach = reachOf([grant], permission);
      if (reach.kind === 'objects') expect(reach.objectIds).toEqual([trainingId]);
      else if (reach.kind === 'shared')
        expect(['network.read', 'training.read', 'institution.read']).toContain(permission);
      else if (reach.kind !== 'none') beyond.push(`${role} ${permission}`);
    }
  }

  expect(beyond).toEqual([]);
  const trainer: Grant = {
    role: 'trainer',
    institutionId: null,
    object: { kind: 'training', id: trainingId },
  };
  expect(allPermissions.filter((permission) => objectsOf([trainer], permission).length > 0)).toEqual([
    'training.read',
    'training.edit',
    'registration.read',
    'support.read',
    'answer.read',
    'attendance.read',
    'attendance.mark',
    'attendance.walk_in',
    'headcount.record',
    'certificate.read',
    'evaluation.plan',
    'evaluation.results',
    'evaluation.export',
  ]);
});

test('a role for an institution reaches that institution and no other', () => {
  const reach = reachOf(
    [
      { role: 'institution_manager', institutionId: 'a' },
      { role: 'institution_manager', institutionId: 'b' },
    ],
    'registration.create',
  );

  expect(reach).toEqual({ kind: 'institutions', institutionIds: ['a', 'b'] });
});

test('an institution role without an institution reaches nothing', () => {
  expect(reachOf([{ role: 'institution_manager', institutionId: null }], 'registration.create').kind).toBe(
    'none',
  );
});

type Procedure = { _def: { meta?: { permission?: string }; type: string } };
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

test('every procedure says who may call it', () => {
  expect(procedures.filter(([, { _def }]) => !_def.meta?.permission).map(([name]) => name)).toEqual([]);
});

test('for each role and each procedure with a permission, the guard lets in whom the matrix lets in', async () => {
  const network = await newNetwork();
  const institutionId = await newInstitution(network);
  let cells = 0;
  for (const role of roles) {
    const person = await newPerson(network, role, role === 'institution_manager' ? institutionId : null);
    const caller = as(person) as unknown as Record<
      string,
      Record<string, (input: unknown) => Promise<unknown>>
    >;
    for (const [name, { _def }] of procedures) {
      const permission = _def.meta?.permission;
      const known = allPermissions.find((each) => each === permission);
      if (!known) continue;
      const [noun = '', verb = ''] = name.split('.');
      const outcome = await refusal(
        (caller[noun]?.[verb]?.({ network: network.code }) ?? Promise.resolve()).then(() =>
          Promise.reject(Object.assign(new Error(), { code: 'ok' })),
        ),
      );
      const grants: Grant[] = [
        { role, institutionId: role === 'institution_manager' ? institutionId : null },
      ];
      expect([name, role, outcome === 'not_allowed']).toEqual([name, role, !can(grants, known)]);
      cells += 1;
    }
  }
  console.info(`rights: ${cells} cells of role × procedure`);
});
