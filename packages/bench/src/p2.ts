import { trainingModes, trainingThemes } from '@tessera/core/trainings/terms.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { measuredCode } from './data.ts';
import { quantile } from './numbers.ts';
import { type Effort, pageCost } from './page-cost.ts';
import { cataloguePaths, manyPath, type Stage } from './pages.ts';
import type { Count, Outcome } from './report.ts';
import { withMeter } from './statements.ts';

/** P2: the catalogue with fifty rows, by several filters and orders. */
export async function p2(stage: Stage, effort: Effort & { filters: number }): Promise<Outcome> {
  const page = {
    id: 'P2',
    workload: 'catalogue, 50 rows',
    paths: cataloguePaths,
    cookie: stage.cookie,
    bar: 1.6,
    star: 1.2,
  };
  const { row, control, same } = await pageCost(stage, page, effort);
  return { rows: [row], control, counts: [same, ...(await counts(stage, effort.filters))] };
}

async function counts({ place, browser, cookie }: Stage, filters: number): Promise<Count[]> {
  const deepest = Math.floor(place.size.many / 50);
  return withClient(place.urls.adminUrl, (admin) =>
    withMeter(admin, async (meter) => {
      const get = (path: string) => () => browser.product.get(path, cookie);
      // The first visits of a connection read the catalogue of the database as well.
      for (let visit = 0; visit < 40; visit++) await get(manyPath(1 + (visit % deepest)))();
      const buffers: number[] = [];
      let statements = 0;
      for (const path of randomFilters(filters)) {
        const cost = await meter.of(get(path));
        buffers.push(cost.buffers);
        statements = Math.max(statements, cost.statements);
      }
      const first = (await meter.of(get(manyPath(1)))).buffers;
      const deep = (await meter.of(get(manyPath(deepest)))).buffers;
      const median = quantile(buffers, 0.5);
      const worst = Math.max(...buffers);
      return [
        {
          id: 'P2',
          what: 'statements a request, with the session',
          value: statements,
          bar: '≤ 4',
          isMet: statements <= 4,
        },
        {
          id: 'P2',
          what: `buffers, worst of ${filters} random filters / median`,
          value: `${worst} / ${median} = ${(worst / median).toFixed(2)}`,
          bar: '≤ 3',
          isMet: worst <= 3 * median,
        },
        {
          id: 'P2',
          what: `buffers, page ${deepest} / page 1`,
          value: `${deep} / ${first} = ${(deep / first).toFixed(2)}`,
          bar: '≤ 1.2',
          isMet: deep <= 1.2 * first,
        },
      ];
    }),
  );
}

// The same sets in every run.
function randomFilters(count: number): string[] {
  let state = 20260302;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const one = <Value>(values: readonly Value[]) => values[random(values.length)];
  const maybe = <Value>(values: readonly Value[]) => (random(2) === 0 ? undefined : one(values));
  return Array.from({ length: count }, () =>
    paths.trainings(measuredCode, {
      q: maybe(['drepturi', 'plan', 'Sala', 'TR-1', 'nimic']),
      theme: maybe(trainingThemes),
      mode: maybe(trainingModes),
      language: maybe(['ro', 'hu']),
      when: one(['upcoming', 'past', 'all']),
      free: maybe(['1']),
      sort: one(['date', 'title', 'free']),
      page: one([1, 1, 1, 2]),
    }),
  );
}
