import { openSession } from '@tessera/core/identity/sessions.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { v4 } from 'uuid';
import { openBrowser } from './browser.ts';
import { measuredCode } from './data.ts';
import { quantile } from './numbers.ts';
import { countsOf } from './p1.ts';
import type { Stage } from './pages.ts';
import type { Outcome } from './report.ts';
import { newTraining, RUSH, readRush, removeRush, rushGround } from './rush.ts';

const ROUNDS = 2;

/** P1 as people meet it: 500 forms reach the production server at once, each over a connection of its own. */
export async function p1OverHttp({ place, product }: Stage): Promise<Outcome> {
  const { adminUrl } = place.urls;
  const { networkId, applicants } = await rushGround(adminUrl);
  const cookies: string[] = [];
  for (const { personId } of applicants)
    cookies.push((await openSession(personId, 'bench')).split(';')[0] ?? '');
  const browser = openBrowser(product.origin, RUSH.requests);
  const runs = [];
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      const trainingId = await newTraining(adminUrl, networkId);
      const errors: string[] = [];
      const latencies: number[] = [];
      const start = performance.now();
      await Promise.all(
        applicants.map(async ({ institutionId }, index) => {
          const form = { institutionId, more: '1', note: '', requestKey: v4() };
          const { status } = await browser.post(
            paths.register(measuredCode, trainingId),
            form,
            cookies[index],
          );
          latencies.push(performance.now() - start);
          if (status !== 302) errors.push(`status ${status}`);
        }),
      );
      const seconds = (performance.now() - start) / 1000;
      runs.push({ seconds, latencies, errors, state: await readRush(adminUrl, networkId, trainingId) });
    }
  } finally {
    browser.close();
    await removeRush(adminUrl);
  }
  // The first round opens the connections.
  const measured = runs.slice(1);
  const rate =
    RUSH.requests /
    quantile(
      measured.map(({ seconds }) => seconds),
      0.5,
    );
  const p99 = quantile(
    measured.flatMap(({ latencies }) => latencies),
    0.99,
  );
  return {
    rows: [
      {
        id: 'P1',
        workload: 'the same as forms over HTTP',
        measured: `${Math.round(rate)}/s`,
        bound: '–',
        ratio: null,
        bar: '',
        isMet: null,
        star: '',
        hasStar: null,
        notes: [`over HTTP, p99 from the press to the answer: ${Math.round(p99)} ms`],
      },
    ],
    counts: countsOf('P1 HTTP', runs),
  };
}
