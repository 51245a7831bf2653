import { expect, test } from 'vitest';
import { appRouter } from './api.server.ts';

// The interface for programs is no second list: what everybody may ask says itself whether it is part of it.

type Definition = {
  type: string;
  output?: unknown;
  meta?: { permission?: string; notForPrograms?: string; openapi?: { method: string; path: string } };
};
const all = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: Definition }>);
const isPublic = ({ meta, type }: Definition) =>
  type === 'query' && ['anyone', 'visitor'].includes(meta?.permission ?? '');

test('what everybody may ask is an address for programs, or says why not', () => {
  const undecided = all
    .filter(([, { _def }]) => isPublic(_def))
    .filter(
      ([
        ,
        {
          _def: { meta },
        },
      ]) => (meta?.openapi === undefined) === (meta?.notForPrograms === undefined),
    )
    .map(([name]) => name);

  expect(undecided).toEqual([]);
});

test('nothing else is an address for programs, and each names the fields of its answer', () => {
  const endpoints = all.filter(([, { _def }]) => _def.meta?.openapi);

  expect(endpoints.length).toBeGreaterThan(12);
  expect(endpoints.filter(([, { _def }]) => !isPublic(_def)).map(([name]) => name)).toEqual([]);
  expect(all.filter(([, { _def }]) => _def.meta?.notForPrograms && !isPublic(_def))).toEqual([]);
  for (const [name, { _def }] of endpoints) {
    expect([name, _def.meta?.openapi?.method, _def.output !== undefined]).toEqual([name, 'GET', true]);
    // What an address opens by being known is told to nobody else.
    expect(_def.meta?.openapi?.path).not.toMatch(/token/i);
  }
  expect(new Set(endpoints.map(([, { _def }]) => _def.meta?.openapi?.path)).size).toBe(endpoints.length);
});
