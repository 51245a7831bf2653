import { expect, test } from 'vitest';
import { appRouter } from './api.server.ts';
import { allPermissions, can, cell, entityAndLetter, type Grant, reachOf, roles } from './permissions.ts';
import { as, newInstitution, newNetwork, newPerson, refusal, useTestDatabase } from './testing.server.ts';

await useTestDatabase();

test('every permission is exactly one cell of the matrix for each role', () => {
  for (const permission of allPermissions) {
    const [entity, letter] = entityAndLetter(permission);
    for (const role of roles) {
      const reaches = cell(entity, role, letter);
      const grant: Grant = { role, institutionId: '11111111-1111-7111-8111-111111111111' };
      const expected = reaches.some((reach) => ['*', 'n'].includes(reach))
        ? 'network'
        : reaches.includes('i')
          ? 'institutions'
          : reaches.includes('o')
            ? 'own'
            : reaches.includes('s')
              ? 'shared'
              : 'none';
      expect([permission, role, reachOf([grant], permission).kind]).toEqual([permission, role, expected]);
    }
  }
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
