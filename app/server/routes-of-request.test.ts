import type { ServerBuild } from '@remix-run/node';
import type { Request, Response } from 'express';
import { expect, test } from 'vitest';
import { byAddress } from './routes-of-request.server.ts';

const paths: Record<string, [parent: string | undefined, path: string | undefined]> = {
  root: [undefined, ''],
  home: ['root', undefined],
  signIn: ['root', 'sign-in'],
  network: ['root', 'n/:network'],
  overview: ['network', undefined],
  trainings: ['network', 'trainings'],
  training: ['network', 'trainings/:training'],
  manage: ['network', 'trainings/:training/manage'],
  members: ['network', 'members'],
  nothing: ['root', '*'],
};
const routes = Object.fromEntries(
  Object.entries(paths).map(([id, [parentId, path]]) => [id, { id, parentId, path }]),
);
const build = { routes, assets: { routes } } as unknown as ServerBuild;

function routesFor(address: string): string[] {
  let kept: string[] = [];
  const handler = byAddress(build, (part) => () => {
    expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes));
    kept = Object.keys(part.routes);
  });
  handler({ path: address } as Request, {} as Response, () => {});
  return kept;
}

test.each([
  ['/n/un/trainings/1', 'training'],
  ['/n/un/trainings/1/manage', 'manage'],
  ['/N/un/Trainings/1/MANAGE/', 'manage'],
  ['/n/un/tr%61inings', 'trainings'],
  ['/n/un/trainings.data', 'trainings'],
  ['/n/un', 'overview'],
  ['/n/un.data', 'overview'],
  ['/', 'home'],
  ['/_root.data', 'home'],
  ['/sign-in', 'signIn'],
  ['/no/such/page', 'nothing'],
  ['/n/un/no-such-page', 'nothing'],
  ['/%E0%A4%A', 'nothing'],
])('%s still finds its page', (address, page) => {
  expect(routesFor(address)).toContain(page);
  expect(routesFor(address)).toContain('root');
});

test('what an address cannot reach is not tried', () => {
  const kept = routesFor('/n/un/trainings/1/manage');
  expect(kept).not.toContain('members');
  expect(kept).not.toContain('signIn');
});

test('a page is tried with those of its own depth only', () => {
  expect(routesFor('/n/un/trainings/1')).toEqual(['root', 'network', 'training', 'nothing']);
  expect(routesFor('/n/un/trainings/1/manage/no/such/page')).toEqual(['root', 'nothing']);
});
