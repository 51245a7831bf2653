import { openBrowser, visit } from './browser.ts';
import { memoryOf } from './cpu.ts';
import { answersFile, cataloguePaths, type Stage } from './pages.ts';
import { judge, type Outcome } from './report.ts';
import { type Server, startBare, startProduct, untilPage } from './servers.ts';

// What a start loads today, and a twentieth more. Whoever needs more than that raises it, and says why.
const MODULES = { known: 616, most: 646 };

/** P9: from the start of the process to the first signed-in page, and memory after many requests. */
export async function p9(
  { place, cookie, trainingPaths }: Stage,
  { requests }: { requests: number },
): Promise<Outcome> {
  const paths = [...cataloguePaths, ...trainingPaths];
  const first = cataloguePaths[0] ?? '/';
  const product = await startProduct(place);
  const grown = await untilPage(product.origin, first, cookie)
    .then(() => performance.now() - product.startedAt)
    .then(async (start) => ({ start, ...(await grow(product, paths, requests, cookie)) }))
    .finally(product.stop);
  // A start of its own: counting costs time and memory.
  const counted = await startProduct(place, { isCounted: true });
  const modules = await untilPage(counted.origin, first, cookie).then(counted.modules).finally(counted.stop);
  const bare = await startBare(answersFile);
  const bound = await untilPage(bare.origin, first)
    .then(() => grow(bare, paths, requests))
    .finally(bare.stop);
  const mb = (value: number) => `${Math.round(value)} MB`;
  const slope = ((grown.end - grown.half) / (requests / 2)) * 1000;
  return {
    rows: [
      {
        id: 'P9',
        workload: `memory after ${requests} requests`,
        measured: mb(grown.end),
        bound: `${mb(bound.end)} M`,
        ...judge(grown.end / bound.end, { bar: 1.4, star: 1.15, better: 'lower' }),
        notes: [
          `start of the process to the first signed-in page: ${(grown.start / 1000).toFixed(2)} s (bar 1.5 s, star 0.8 s; does not gate)`,
          `in the second half memory changed by ${slope.toFixed(2)} MB per 1,000 requests (bar 0.2; does not gate)`,
        ],
      },
    ],
    counts: [
      {
        id: 'P9',
        what: `modules loaded at the first signed-in page (${MODULES.known} known)`,
        value: modules,
        bar: `≤ ${MODULES.most}`,
        isMet: modules <= MODULES.most,
      },
    ],
  };
}

async function grow(server: Server, paths: string[], requests: number, cookie?: string) {
  const browser = openBrowser(server.origin, 4);
  try {
    await visit(browser, { paths, count: requests / 2, cookie });
    const half = memoryOf(server.pid);
    await visit(browser, { paths, count: requests / 2, cookie });
    return { half, end: memoryOf(server.pid) };
  } finally {
    browser.close();
  }
}
