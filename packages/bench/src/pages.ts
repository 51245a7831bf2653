import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serialize } from 'node:v8';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { openSession } from '@tessera/core/identity/sessions.server.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { type Browser, openBrowser } from './browser.ts';
import { manyCode, measuredCode } from './data.ts';
import { HOME, type Place } from './place.ts';
import { rushGround } from './rush.ts';
import {
  buildBare,
  buildProduct,
  productBuild,
  type Server,
  startBare,
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

/** The file with M's static data. */
export const answersFile = join(HOME, 'answers.bin');

/** The product and M side by side, and someone who is signed in. */
export type Stage = {
  place: Place;
  product: Server;
  bare: Server;
  cookie: string;
  browser: { product: Browser; bare: Browser };
  trainingPaths: string[];
  close: () => Promise<void>;
};

/** Starts the product and M with the same pages. */
export async function openStage(place: Place, options?: { isProfiled: boolean }): Promise<Stage> {
  await buildProduct();
  await buildBare();
  const cookie = await managerCookie(place);
  const trainingPaths = await pathsOfTrainings(place);
  await writeAnswers([...cataloguePaths, ...trainingPaths], cookie);
  const product = await startProduct(place, options);
  const bare = await startBare(answersFile);
  const browser = { product: openBrowser(product.origin, 4), bare: openBrowser(bare.origin, 4) };
  const close = async () => {
    for (const each of [browser.product, browser.bare]) each.close();
    await Promise.all([product.stop(), bare.stop()]);
  };
  try {
    const first = cataloguePaths[0] ?? '/';
    await Promise.all([untilPage(product.origin, first, cookie), untilPage(bare.origin, first)]);
  } catch (error) {
    await close();
    throw error;
  }
  return { place, product, bare, cookie, browser, trainingPaths, close };
}

/** The session of a manager of an institution in the measured network. */
export async function managerCookie(place: Place): Promise<string> {
  const { applicants } = await rushGround(place.urls.adminUrl);
  const [cookie = ''] = (await openSession(applicants[0]?.personId ?? '', 'bench')).split(';');
  return cookie;
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

// Asks the loaders of the built product, in this process, for what they say at each address.
async function writeAnswers(addresses: readonly string[], cookie: string): Promise<void> {
  const build = (await import(pathToFileURL(productBuild).href)) as ServerBuild;
  const { buildLoadContext } = build.entry.module as unknown as Entry;
  const answers = new Map<string, object>();
  for (const path of addresses) {
    const headers = new Headers({ cookie });
    const context = await buildLoadContext({ headers, path, ip: '127.0.0.1', requestId: '', nonce: '' });
    const request = new Request(`http://bench.example${path}`, { headers });
    const training = /\/trainings\/([^/?]+)/.exec(path)?.[1];
    const ask = async (id: string) => {
      const loader = build.routes[id]?.module.loader;
      const params = { network: measuredCode, training };
      return unwrapped(await loader?.({ request, params, context }));
    };
    const page = training ? 'routes/trainings/training' : 'routes/trainings/catalogue';
    answers.set(path, { root: await ask('root'), network: await ask('network'), page: await ask(page) });
  }
  writeFileSync(answersFile, serialize(answers));
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
