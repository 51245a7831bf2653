import type { ServerBuild } from '@remix-run/node';
import type { Request, Response } from 'express';
import { expect, test } from 'vitest';
import { byAddress, routesAsked } from './routes-of-request.server.ts';

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
const build = { routes, assets: { routes, version: 'v1' } } as unknown as ServerBuild;

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

/** What a browser is told that asks for the routes of some links. */
function told(query: string) {
  const answer = { status: 200, headers: {} as Record<string, string>, body: null as object | null };
  const res = {
    status: (status: number) => {
      answer.status = status;
      return res;
    },
    set: (name: string, value: string) => {
      answer.headers[name] = value;
      return res;
    },
    json: (body: object) => {
      answer.body = body;
    },
    end: () => {},
  };
  const req = { originalUrl: `/__manifest?${query}` } as unknown as Request;
  routesAsked(build)(req, res as unknown as Response, () => {});
  return { ...answer, ids: Object.keys(answer.body ?? {}) };
}

test('a browser learns the routes of its links and of the addresses above them, and keeps the answer', () => {
  const { ids, headers, status } = told('p=/n/un/trainings/1&p=%2Fsign-in&version=v1');

  expect(status).toBe(200);
  expect(ids.toSorted()).toEqual(
    ['root', 'network', 'overview', 'trainings', 'training', 'nothing', 'signIn'].toSorted(),
  );
  expect(headers['Cache-Control']).toContain('immutable');
  expect(told('version=v1&p=/n/un/members').ids).toContain('members');
  expect(told('version=v1').ids).toEqual([]);
});

test('a browser of an older version is told to load the page anew, and a question without an end is refused', () => {
  const old = told('version=v0&p=/sign-in');

  expect([old.status, old.body, old.headers['X-Remix-Reload-Document']]).toEqual([204, null, 'true']);
  expect(told('').status).toBe(204);
  expect(told(`version=v1&p=/${'x'.repeat(8000)}`).status).toBe(400);
  expect(told('version=v1&p=//&p=%25E0%25A4%25A&p=..&p=__proto__&p[a]=1').ids).toEqual(['root', 'nothing']);
});
