import { visit } from './browser.ts';
import { backendsOf, cpuOf, cpuOfEach } from './cpu.ts';
import { type Stage, treeOf } from './pages.ts';
import type { Place } from './place.ts';
import { type Batch, compare, control } from './quads.ts';
import { type Control, type Count, judge, type Row } from './report.ts';
import type { Server } from './servers.ts';

export type Effort = { quads: number; batch: number };

/**
 * CPU of the product (web process and its PostgreSQL connections) for a request, against M for the same page, and both
 * beside L.
 * @returns the row, the control, and a count that says whether all of them served the same tree
 */
export async function pageCost(
  stage: Stage,
  page: { id: string; workload: string; paths: string[]; cookie: string; bar: number; star: number },
  { quads, batch }: Effort,
): Promise<{ row: Row; control: Control; same: Count }> {
  const { id, workload, paths, bar, star } = page;
  const product = batchOfProduct(stage, page, batch);
  const bare = batchOfBare(stage, paths, batch);
  const floor = batchOf(stage.floor, stage.place, () => visit(stage.browser.floor, { paths, count: batch }));
  // Both compile their code, and every connection plans its statements.
  for (let round = 0; round < 16; round++) {
    await product.run();
    await bare();
    await floor();
  }
  product.reset();
  const { median, band, a, b } = await compare(quads, product.run, bare);
  const web = product.web() / batch;
  // L beside M, which costs about as much: its ratio to the product follows.
  const beside = await compare(Math.max(2, Math.floor(quads / 3)), floor, bare);
  const aa = await control(Math.max(4, Math.floor(quads / 2)), product.run);
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  const row: Row = {
    id,
    workload,
    measured: `${ms(a / batch)} CPU`,
    bound: `${ms(b / batch)} M`,
    floor: { measured: `${ms(beside.a / batch)} L`, ratio: median / beside.median },
    ...judge(median, { bar, star, better: 'lower' }),
    band,
    notes: [`web process ${ms(web)}, PostgreSQL ${ms(a / batch - web)} a request`],
  };
  return { row, control: aa, same: await sameTree(stage, page) };
}

function batchOfProduct(
  { place, product, browser }: Stage,
  { paths, cookie }: { paths: string[]; cookie: string },
  count: number,
) {
  let web = 0;
  let batches = 0;
  const run: Batch = async () => {
    const backends = await backendsOf(place.urls.adminUrl);
    const before = { web: cpuOf(product.pid), each: cpuOfEach(backends) };
    await visit(browser.product, { paths, count, cookie });
    const used = cpuOf(product.pid) - before.web;
    web += used;
    batches++;
    return used + grown(before.each, cpuOfEach(await backendsOf(place.urls.adminUrl)));
  };
  return {
    run,
    web: () => web / batches,
    reset: () => {
      web = 0;
      batches = 0;
    },
  };
}

function batchOfBare({ bare, browser }: Stage, paths: string[], count: number): Batch {
  return async () => {
    const before = cpuOf(bare.pid);
    await visit(browser.bare, { paths, count });
    return cpuOf(bare.pid) - before;
  };
}

/** CPU that a server and its PostgreSQL connections use for some work. */
export function batchOf(server: Server, place: Place, work: () => Promise<void>): Batch {
  return async () => {
    const backends = await backendsOf(place.urls.adminUrl);
    const before = { web: cpuOf(server.pid), each: cpuOfEach(backends) };
    await work();
    const used = cpuOf(server.pid) - before.web;
    return used + grown(before.each, cpuOfEach(await backendsOf(place.urls.adminUrl)));
  };
}

function grown(before: Map<number, number>, after: Map<number, number>): number {
  return [...after].reduce((sum, [pid, cpu]) => sum + cpu - (before.get(pid) ?? 0), 0);
}

async function sameTree(
  { browser }: Stage,
  { id, paths, cookie }: { id: string; paths: string[]; cookie: string },
): Promise<Count> {
  let different = 0;
  for (const path of paths) {
    const [product, bare, floor] = await Promise.all([
      browser.product.get(path, cookie),
      browser.bare.get(path),
      browser.floor.get(path),
    ]);
    const tree = treeOf(product.body);
    if (treeOf(bare.body) !== tree || treeOf(floor.body) !== tree) different++;
  }
  return {
    id,
    what: 'addresses at which M or L shows another tree',
    value: different,
    bar: '0',
    isMet: different === 0,
  };
}
