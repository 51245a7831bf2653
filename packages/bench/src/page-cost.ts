import { visit } from './browser.ts';
import { backendsOf, cpuOf, cpuOfEach } from './cpu.ts';
import { type Stage, treeOf } from './pages.ts';
import { type Batch, compare, control } from './quads.ts';
import { type Control, type Count, judge, type Row } from './report.ts';

export type Effort = { quads: number; batch: number };

/**
 * CPU of the product (web process and its PostgreSQL connections) for a request, against M for the same page.
 * @returns the row, the control, and a count that says whether both served the same tree
 */
export async function pageCost(
  stage: Stage,
  page: { id: string; workload: string; paths: string[]; bar: number; star: number },
  { quads, batch }: Effort,
): Promise<{ row: Row; control: Control; same: Count }> {
  const { id, workload, paths, bar, star } = page;
  const product = batchOfProduct(stage, paths, batch);
  const bare = batchOfBare(stage, paths, batch);
  // Both compile their code, and every connection plans its statements.
  for (let round = 0; round < 4; round++) {
    await product.run();
    await bare();
  }
  product.reset();
  const { median, band, a, b } = await compare(quads, product.run, bare);
  const web = product.web() / batch;
  const aa = await control(Math.max(4, Math.floor(quads / 2)), product.run);
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  const row: Row = {
    id,
    workload,
    measured: `${ms(a / batch)} CPU`,
    bound: `${ms(b / batch)} M`,
    ...judge(median, { bar, star, better: 'lower' }),
    band,
    notes: [`web process ${ms(web)}, PostgreSQL ${ms(a / batch - web)} a request`],
  };
  return { row, control: aa, same: await sameTree(stage, id, paths) };
}

function batchOfProduct({ place, product, browser, cookie }: Stage, paths: string[], count: number) {
  let web = 0;
  let batches = 0;
  const run: Batch = async () => {
    const backends = await backendsOf(place.urls.adminUrl);
    const before = { web: cpuOf(product.pid), each: cpuOfEach(backends) };
    await visit(browser.product, { paths, count, cookie });
    const used = cpuOf(product.pid) - before.web;
    web += used;
    batches++;
    const after = cpuOfEach(await backendsOf(place.urls.adminUrl));
    const database = [...after].reduce((sum, [pid, cpu]) => sum + cpu - (before.each.get(pid) ?? 0), 0);
    return used + database;
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

async function sameTree({ browser, cookie }: Stage, id: string, paths: string[]): Promise<Count> {
  let different = 0;
  for (const path of paths) {
    const [product, bare] = await Promise.all([browser.product.get(path, cookie), browser.bare.get(path)]);
    if (treeOf(product.body) !== treeOf(bare.body)) different++;
  }
  return {
    id,
    what: 'addresses at which M shows another tree',
    value: different,
    bar: '0',
    isMet: different === 0,
  };
}
