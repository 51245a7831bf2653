import { withClient } from '@tessera/db/provision.server.ts';
import { type Effort, pageCost } from './page-cost.ts';
import { dashboardPaths, type Stage } from './pages.ts';
import type { Outcome } from './report.ts';
import { type Cost, leastOf, withMeter } from './statements.ts';

const MOST = { statements: 6, buffers: 400 };

/** P4: what a coordinator sees first, the start page of the network and that of all their networks. */
export async function p4(stage: Stage, effort: Effort): Promise<Outcome> {
  const { place, browser, coordinatorCookie: cookie } = stage;
  const page = { id: 'P4', workload: "coordinator's start pages", paths: dashboardPaths, cookie };
  const { row, control, same } = await pageCost(stage, { ...page, bar: 1.8, star: 1.3 }, effort);
  const costs: (Cost & { path: string })[] = await withClient(place.urls.adminUrl, (admin) =>
    withMeter(admin, async (meter) => {
      const found = [];
      for (const path of dashboardPaths)
        found.push({ path, ...(await leastOf(meter, 5, () => browser.product.get(path, cookie))) });
      return found;
    }),
  );
  return {
    rows: [
      {
        ...row,
        notes: [...row.notes, 'P8 says whether these pages stay flat from 10 networks on'],
      },
    ],
    control,
    counts: [
      same,
      ...costs.flatMap(({ path, statements, buffers }) => [
        {
          id: 'P4',
          what: `${path}: statements a request, with the session`,
          value: statements,
          bar: `≤ ${MOST.statements}`,
          isMet: statements <= MOST.statements,
        },
        {
          id: 'P4',
          what: `${path}: shared buffers`,
          value: buffers,
          bar: `≤ ${MOST.buffers}`,
          isMet: buffers <= MOST.buffers,
        },
      ]),
    ],
  };
}
