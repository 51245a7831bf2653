import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serialize } from 'node:v8';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { openSession } from '@tessera/core/identity/sessions.server.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { type Browser, openBrowser } from './browser.ts';
import { MEASURED, manyCode, measuredCode } from './data.ts';
import { HOME, type Place } from './place.ts';
import { type Message, record } from './recorder.ts';
import { rushGround } from './rush.ts';
import {
  buildBare,
  buildProduct,
  productBuild,
  type Server,
  startBare,
  startFloor,
  startProduct,
  untilPage,
} from './servers.ts';

/** Every address shows fifty rows, each by another filter or order. */
export const cataloguePaths = [
  {},
  { sort: 'title' },
  { sort: 'free' },
  { when: 'all', mode: 'online' },
  { when: 'past' },
  { when: 'all', q: 'locala' },
  { when: 'all', page: 2 },
].map((query) => paths.trainings(measuredCode, query));

/** A page of the network with very many trainings. */
export function manyPath(page: number): string {
  return paths.trainings(manyCode, { when: 'all', page });
}

/** What a coordinator sees first: the start page of the network, and that of all their networks. */
export const dashboardPaths = [paths.network(measuredCode), paths.dashboard()];

/** The file with M's static data. */
export const answersFile = join(HOME, 'answers.bin');
const messagesFile = join(HOME, 'messages.bin');

/** The product, M and L side by side, and those who are signed in: a manager of an institution and the coordinator. */
export type Stage = {
  place: Place;
  product: Server;
  bare: Server;
  floor: Server;
  cookie: string;
  coordinatorCookie: string;
  browser: { product: Browser; bare: Browser; floor: Browser };
  trainingPaths: string[];
  close: () => Promise<void>;
};

/** An address and who opens it. */
export type Page = { path: string; cookie: string };

/** Starts the product and M with the same pages; `more` are those of one measurement. */
export async function openStage(
  place: Place,
  options?: { isProfiled: boolean; more?: readonly Page[] },
): Promise<Stage> {
  await buildProduct();
  await buildBare();
  const cookie = await managerCookie(place);
  const coordinatorCookie = await cookieOf(await coordinatorOf(place));
  const trainingPaths = await pathsOfTrainings(place);
  await writeAnswers([
    ...[...cataloguePaths, ...trainingPaths].map((path) => ({ path, cookie })),
    ...dashboardPaths.map((path) => ({ path, cookie: coordinatorCookie })),
    ...(options?.more ?? []),
  ]);
  const product = await startProduct(place, options);
  const bare = await startBare(answersFile);
  const floor = await startFloor(place, answersFile, messagesFile);
  const browser = {
    product: openBrowser(product.origin, 4),
    bare: openBrowser(bare.origin, 4),
    floor: openBrowser(floor.origin, 4),
  };
  const close = async () => {
    for (const each of Object.values(browser)) each.close();
    await Promise.all([product.stop(), bare.stop(), floor.stop()]);
  };
  try {
    const first = cataloguePaths[0] ?? '/';
    await Promise.all([
      untilPage(product.origin, first, cookie),
      untilPage(bare.origin, first),
      untilPage(floor.origin, first),
    ]);
  } catch (error) {
    await close();
    throw error;
  }
  return { place, product, bare, floor, cookie, coordinatorCookie, browser, trainingPaths, close };
}

/** The session of a manager of an institution in the measured network. */
export async function managerCookie(place: Place): Promise<string> {
  const { applicants } = await rushGround(place.urls.adminUrl);
  return cookieOf(applicants[0]?.personId ?? '');
}

/** The session of a person, as a browser sends it. */
export async function cookieOf(personId: string): Promise<string> {
  const [cookie = ''] = (await openSession(personId, 'bench')).split(';');
  return cookie;
}

async function coordinatorOf({ urls }: Place): Promise<string> {
  return withClient(urls.adminUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from person where email = $1', [
      `p${MEASURED.people}@bench.example`,
    ]);
    return rows[0]?.id ?? '';
  });
}

async function pathsOfTrainings({ urls }: Place): Promise<string[]> {
  return withClient(urls.adminUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select t.id from training t join network n on n.id = t.network_id
       where n.code = $1 and t.state = 'published' and t.code like 'TR-%' order by t.starts_at limit 20`,
      [measuredCode],
    );
    return rows.map(({ id }) => paths.training(measuredCode, id));
  });
}

type Entry = { buildLoadContext: (incoming: object) => Promise<AppLoadContext> };

// Asks the loaders of the built product, in this process, for what they say at each address, and notes what they ask of
// the database.
async function writeAnswers(addresses: readonly Page[]): Promise<void> {
  const build = (await import(pathToFileURL(productBuild).href)) as ServerBuild;
  const { buildLoadContext } = build.entry.module as unknown as Entry;
  const answers = new Map<string, object>();
  const messages = new Map<string, Message>();
  for (const { path, cookie } of addresses) {
    const headers = new Headers({ cookie });
    const request = new Request(`http://bench.example${path}`, { headers });
    const training = /\/trainings\/([^/?]+)/.exec(path)?.[1];
    const message = await record(async () => {
      const context = await buildLoadContext({
        method: 'GET',
        headers,
        path,
        ip: '127.0.0.1',
        requestId: '',
        nonce: '',
      });
      const ask = async (id: string) => {
        const loader = build.routes[id]?.module.loader;
        const params = { network: /^\/n\/([^/?]+)/.exec(path)?.[1] ?? measuredCode, training };
        return unwrapped(await loader?.({ request, params, context }));
      };
      const network = path.startsWith('/n/') ? await ask('network') : null;
      answers.set(path, { root: await ask('root'), network, page: await ask(routeOf(path, training)) });
    });
    messages.set(path, message);
  }
  writeFileSync(answersFile, serialize(answers));
  writeFileSync(messagesFile, serialize(messages));
}

function routeOf(path: string, training: string | undefined): string {
  if (path === paths.dashboard()) return 'routes/front/dashboard';
  if (/\/mentoring\/mine\b/.test(path)) return 'routes/mentoring/mine';
  if (path === paths.network(measuredCode)) return 'routes/network/overview';
  return training ? 'routes/trainings/training' : 'routes/trainings/catalogue';
}

function unwrapped(answer: unknown): unknown {
  const isWrapped = typeof answer === 'object' && answer !== null && 'type' in answer && 'data' in answer;
  return isWrapped && answer.type === 'DataWithResponseInit' ? answer.data : answer;
}

/** The part of a page that React made, without what differs between two builds or two answers. */
export function treeOf(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  const end = body.indexOf('<script');
  return (end < 0 ? body : body.slice(0, end)).replace(/ nonce="[^"]*"/g, '');
}
