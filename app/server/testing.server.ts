import { randomUUID } from 'node:crypto';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { openSession } from '@tessera/core/identity/sessions.server.ts';
import routes from '~/routes.ts';
import * as entry from '../entry.server.tsx';

export type Page = { id: string; pattern: string; hasAction: boolean };

export type Ask = (request: {
  path: string;
  /** Cookie of a session, from `signIn`; nothing for a visitor */
  cookie?: string | undefined;
  /** Makes it a POST. */
  form?: Record<string, string>;
  /** What else the browser says. */
  headers?: Record<string, string>;
}) => Promise<Response>;

type Entry = { id?: string; path?: string; index?: boolean; file: string; children?: Entry[] };
type Routes = ServerBuild['routes'];

/**
 * Every page as the table of routes has it, and a way to ask for one in this process: the same loaders, actions, error
 * pages and rendering as in production, without a build and without a port.
 */
export async function openPages(): Promise<{ pages: Page[]; ask: Ask }> {
  const all: Routes = {};
  await add(all, { id: 'root', file: 'root.tsx', path: '' }, undefined);
  for (const each of routes as Entry[]) await add(all, each, 'root');
  const handle = createRequestHandler(buildOf(all), 'production');

  async function ask({ path, cookie, form, headers: others }: Parameters<Ask>[0]): Promise<Response> {
    const headers = new Headers({ 'Accept-Language': 'en', ...others });
    if (cookie) headers.set('Cookie', cookie);
    const body = form && { method: 'POST', body: new URLSearchParams(form) };
    const request = new Request(`http://tessera.test${path}`, { headers, ...body });
    // Attempts are counted for each address of the network.
    const context = await entry.buildLoadContext({
      method: request.method,
      headers,
      path,
      ip: randomUUID(),
      requestId: randomUUID(),
      nonce: 'nonce',
    });
    const answer = await handle(request, context);
    for (const set of context.core.setCookies) answer.headers.append('Set-Cookie', set);
    return answer;
  }

  const pages = Object.values(all)
    .filter((route) => route.id !== 'root' && !hasChildren(all, route.id))
    .map(({ id, module }) => ({ id, pattern: patternOf(all, id), hasAction: module.action !== undefined }));
  return { pages, ask };
}

/** The cookie of a new session. */
export async function signIn(person: { personId: string } | null): Promise<string | undefined> {
  if (!person) return undefined;
  const [cookie] = (await openSession(person.personId, 'test')).split(';');
  return cookie;
}

async function add(all: Routes, entry_: Entry, parentId: string | undefined): Promise<void> {
  const { file, path, index, children = [] } = entry_;
  const id = entry_.id ?? file.replace(/\.tsx?$/, '');
  const module = await import(/* @vite-ignore */ `${appFolder}${file}`);
  all[id] = { id, parentId, path, index, module } as Routes[string];
  for (const child of children) await add(all, child, id);
}

const appFolder = new URL('../', import.meta.url).pathname;

function hasChildren(all: Routes, id: string): boolean {
  return Object.values(all).some((route) => route?.parentId === id);
}

function patternOf(all: Routes, id: string | undefined): string {
  const route = id === undefined ? undefined : all[id];
  if (!route) return '';
  return [patternOf(all, route.parentId), route.path].filter(Boolean).join('/');
}

function buildOf(all: Routes): ServerBuild {
  const known = Object.values(all).map(({ id, parentId, path, index, module }) => ({
    id,
    parentId,
    path,
    index,
    module: `/assets/${id}.js`,
    hasLoader: module.loader !== undefined,
    hasAction: module.action !== undefined,
    hasErrorBoundary: module.ErrorBoundary !== undefined,
    hasClientLoader: false,
    hasClientAction: false,
  }));
  return {
    mode: 'production',
    entry: { module: entry },
    routes: all,
    assets: {
      entry: { module: '/assets/entry.js', imports: [] },
      routes: Object.fromEntries(known.map((each) => [each.id, each])),
      url: '/assets/manifest.js',
      version: 'test',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    isSpaMode: false,
    // As in vite.config.ts.
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: true,
      v3_relativeSplatPath: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    },
  } as ServerBuild;
}
