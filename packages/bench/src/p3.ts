import { withClient } from '@tessera/db/provision.server.ts';
import { type Effort, pageCost } from './page-cost.ts';
import type { Stage } from './pages.ts';
import type { Outcome } from './report.ts';
import { withMeter } from './statements.ts';

const MOST = 4;

/** P3: the page of one training, signed in. */
export async function p3(stage: Stage, effort: Effort): Promise<Outcome> {
  const { place, browser, cookie, trainingPaths } = stage;
  const page = {
    id: 'P3',
    workload: 'page of a training',
    paths: trainingPaths,
    cookie,
    bar: 1.5,
    star: 1.2,
  };
  const { row, control, same } = await pageCost(stage, page, effort);
  const sent = await withClient(place.urls.adminUrl, (admin) =>
    withMeter(admin, (meter) => meter.each(() => browser.product.get(trainingPaths[0] ?? '/', cookie))),
  );
  const statements = sent.reduce((sum, { calls }) => sum + calls, 0);
  const buffers = sent.reduce((sum, each) => sum + each.buffers, 0);
  const texts = sent.map(({ text, calls }) => `${calls} × ${text.replace(/\s+/g, ' ').slice(0, 90)}`);
  return {
    rows: [
      { ...row, notes: [...row.notes, `${buffers} shared buffers`, ...(statements > MOST ? texts : [])] },
    ],
    control,
    counts: [
      same,
      {
        id: 'P3',
        what: 'statements a request, with the session',
        value: statements,
        bar: `≤ ${MOST}`,
        isMet: statements <= MOST,
      },
    ],
  };
}
