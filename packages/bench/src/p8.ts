import { setTimeout as wait } from 'node:timers/promises';
import { withClient } from '@tessera/db/provision.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { type Browser, openBrowser, visit } from './browser.ts';
import { measuredCode, type Size } from './data.ts';
import { batchOf } from './page-cost.ts';
import type { Stage } from './pages.ts';
import type { Place } from './place.ts';
import { compare } from './quads.ts';
import { type Count, judge, type Outcome, type Row } from './report.ts';
import { type Server, startProduct, untilPage } from './servers.ts';
import { type Each, type Meter, withMeter } from './statements.ts';

type Page = { what: string; path: string; cookie?: string; isForEach?: boolean };

/** One amount of data, and the product on it. */
type Platform = { place: Place; server: Server; browser: Browser };

const MOST = 1.2;
// A small table is read whole until an index pays, and an index gains a level: that much for each statement is no growth.
const LEVELS = 10;

/** P8: the same pages of the same network, while the platform around it grows tenfold and again. */
export async function p8(stage: Stage, sizes: Size[], { quads }: { quads: number }): Promise<Outcome> {
  const pages = await representativePages(stage);
  const platforms: Platform[] = [];
  try {
    for (const size of sizes) platforms.push(await openPlatform(await stage.place.beside(size), stage));
    platforms.push({ place: stage.place, server: stage.product, browser: stage.browser.product });
    const costs: Each[][][] = [];
    for (const platform of platforms) costs.push(await costsOf(platform, pages));
    const networks = platforms.map(({ place }) => place.size.networks);
    const decades = Math.log10((networks.at(-1) ?? 1) / (networks[0] ?? 1));
    const growths = pages.map((page, index) =>
      growthOf(
        page,
        costs.map((each) => each[index] ?? []),
        networks,
      ),
    );
    return {
      rows: [await cpuRow(platforms, pages, { quads, decades }), buffersRow(growths)],
      counts: countsOf(growths, networks),
    };
  } finally {
    for (const { browser, server } of platforms.slice(0, sizes.length)) {
      browser.close();
      await server.stop();
    }
  }
}

async function representativePages(stage: Stage): Promise<Page[]> {
  const { cookie: manager, coordinatorCookie: coordinator, trainingPaths } = stage;
  const training = trainingPaths[0] ?? '';
  const id = training.split('/').at(-1) ?? '';
  const code = measuredCode;
  const query = { when: 'all', theme: 'campaigns', mode: 'online', language: 'ro' };
  return [
    // These two show every network; what counts is the cost of each.
    { what: 'front page, for ten networks', path: paths.home(), isForEach: true },
    { what: 'all networks, for ten networks', path: paths.tree(), isForEach: true },
    { what: 'network, to a visitor', path: paths.network(code) },
    { what: 'catalogue with filters', path: paths.trainings(code, query) },
    { what: 'search in the catalogue', path: paths.trainings(code, { when: 'all', q: 'mediere' }) },
    { what: 'page of a training', path: training },
    { what: 'institutions', path: paths.institutions(code) },
    { what: 'check of a certificate', path: paths.verify(await someCode(stage.place)) },
    { what: 'my registrations', path: paths.myRegistrations(code), cookie: manager },
    { what: 'network, to its coordinator', path: paths.network(code), cookie: coordinator },
    { what: 'start page of a coordinator', path: paths.dashboard(), cookie: coordinator },
    { what: "coordinator's training", path: paths.manage(code, id), cookie: coordinator },
    { what: 'people', path: paths.members(code), cookie: coordinator },
    { what: 'search of people', path: paths.members(code, { q: 'popescu 12' }), cookie: coordinator },
    { what: 'message log', path: paths.messages(code), cookie: coordinator },
  ];
}

async function someCode({ urls }: Place): Promise<string> {
  return withClient(urls.adminUrl, async (client) => {
    const { rows } = await client.query<{ code: string }>(
      `select c.verify_code as code from certificate c join network n on n.id = c.network_id
       where n.code = $1 order by c.id limit 1`,
      [measuredCode],
    );
    return rows[0]?.code ?? '';
  });
}

// The same people stand in every place under the same ids, so their sessions hold there too.
async function openPlatform(place: Place, stage: Stage): Promise<Platform> {
  const sessions = await withClient(stage.place.urls.adminUrl, async (client) => {
    const { rows } = await client.query<{ row: unknown }>(
      `select to_jsonb(s) as row from session s where s.person_id in
         (select r.person_id from role_assignment r join network n on n.id = r.network_id where n.code = $1)`,
      [measuredCode],
    );
    return rows.map(({ row }) => row);
  });
  await withClient(place.urls.adminUrl, (client) =>
    client.query(
      'insert into session select * from jsonb_populate_recordset(null::session, $1) on conflict do nothing',
      [JSON.stringify(sessions)],
    ),
  );
  const server = await startProduct(place);
  const browser = openBrowser(server.origin, 4);
  await untilPage(server.origin, paths.dashboard(), stage.coordinatorCookie);
  return { place, server, browser };
}

/** For each page its statements, at the visit that touched the fewest buffers. */
async function costsOf({ place, browser }: Platform, pages: Page[]): Promise<Each[][]> {
  const get = async ({ path, cookie }: Page) => {
    const { status } = await browser.get(path, cookie);
    if (status !== 200) throw new Error(`${path} answers ${status}`);
  };
  // The first visits of a connection read the catalogue of the database as well.
  for (let round = 0; round < 6; round++) for (const page of pages) await get(page);
  return withClient(place.urls.adminUrl, (admin) =>
    withMeter(admin, async (meter) => {
      const found = [];
      for (const page of pages) found.push(await leastEach(meter, () => get(page)));
      return found;
    }),
  );
}

async function leastEach(meter: Meter, work: () => Promise<unknown>): Promise<Each[]> {
  const visits: Each[][] = [];
  for (let visit = 0; visit < 3; visit++) visits.push(await meter.each(work));
  return visits.reduce((least, each) => (buffersOf(each) < buffersOf(least) ? each : least));
}

function buffersOf(statements: readonly Each[]): number {
  return statements.reduce((sum, { buffers }) => sum + buffers, 0);
}

type Growth = {
  page: Page;
  statements: number;
  buffers: number[];
  slope: number;
  isFlat: boolean;
  grown: string[];
};

function growthOf(page: Page, costs: Each[][], networks: number[]): Growth {
  const decades = Math.log10((networks.at(-1) ?? 1) / (networks[0] ?? 1));
  const share = (index: number) => (page.isForEach ? 10 / (networks[index] ?? 1) : 1);
  const buffers = costs.map((each, index) => Math.round(buffersOf(each) * share(index)));
  const slopeOf = (small: number, large: number) => (large / Math.max(1, small)) ** (1 / decades);
  const isFlat = (from: number, to: number, calls: number) =>
    slopeOf(from, to) <= MOST || to - from <= LEVELS * calls;
  const [small, large] = [buffers[0] ?? 0, buffers.at(-1) ?? 0];
  const [first = [], last = []] = [costs[0], costs.at(-1)];
  const before = new Map(first.map((each) => [each.text, each.buffers]));
  const statements = last.reduce((sum, { calls }) => sum + calls, 0);
  const grown = last.map((each) => ({ ...each, from: before.get(each.text) ?? each.buffers }));
  return {
    page,
    statements,
    buffers,
    slope: slopeOf(small, large),
    isFlat: isFlat(small, large, statements),
    grown: page.isForEach
      ? []
      : grown
          .filter(({ from, buffers: to, calls }) => !isFlat(from, to, calls))
          .map(
            ({ from, buffers: to, text }) => `${from} → ${to} × ${text.replace(/\s+/g, ' ').slice(0, 110)}`,
          ),
  };
}

async function cpuRow(
  platforms: Platform[],
  all: Page[],
  { quads, decades }: { quads: number; decades: number },
): Promise<Row> {
  const [small, large] = [platforms[0], platforms.at(-1)];
  if (!small || !large) throw new Error('nothing to compare');
  const rounds = 4;
  const pages = all.filter(({ isForEach }) => !isForEach);
  const walk = (platform: Platform) => async () => {
    for (const { path, cookie } of pages)
      await visit(platform.browser, { paths: [path], count: rounds, cookie });
  };
  const [a, b] = [large, small].map((platform) => batchOf(platform.server, platform.place, walk(platform)));
  if (!a || !b) throw new Error('nothing to compare');
  // Both compile what they run often.
  for (let round = 0; round < 3; round++) {
    await a();
    await b();
  }
  await wait(500);
  const { median, band, ...costs } = await compare(quads, a, b);
  const each = (value: number) => `${(value / pages.length / rounds).toFixed(2)} ms`;
  const perDecade = (ratio: number) => ratio ** (1 / decades);
  return {
    id: 'P8',
    workload: `CPU of ${pages.length} pages, for each tenfold`,
    measured: `${each(costs.a)} at ${large.place.size.networks}`,
    bound: `${each(costs.b)} at ${small.place.size.networks}`,
    ...judge(perDecade(median), { bar: 1.15, star: 1.05, better: 'lower' }),
    band: [perDecade(band[0]), perDecade(band[1])],
    notes: ['the two pages that show every network are left out of the CPU: they grow with what they show'],
  };
}

function buffersRow(growths: Growth[]): Row {
  const [worst] = growths
    .toSorted((a, b) => b.slope - a.slope)
    .toSorted((a, b) => Number(a.isFlat) - Number(b.isFlat));
  if (!worst) throw new Error('nothing to compare');
  return {
    id: 'P8',
    workload: `buffers of the page that grows most: ${worst.page.what}`,
    measured: String(worst.buffers.at(-1)),
    bound: String(worst.buffers[0]),
    ...judge(worst.slope, { bar: 1.15, star: 1.05, better: 'lower' }),
    notes: growths.flatMap(({ page, grown }) => grown.map((line) => `${page.what}: ${line}`)),
  };
}

function countsOf(growths: Growth[], networks: number[]): Count[] {
  return growths.map(({ page, statements, buffers, slope, isFlat }) => ({
    id: 'P8',
    what: `${page.what}: statements; buffers at ${networks.join(' / ')} networks; growth for each tenfold`,
    value: `${statements}; ${buffers.join(' / ')}; ${slope.toFixed(2)}`,
    bar: `≤ ${MOST}, or ${LEVELS} more a statement`,
    isMet: isFlat,
  }));
}
