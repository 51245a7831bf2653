import { closeDatabase } from '@tessera/db/scope.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { v4 } from 'uuid';
import { callerOf } from './caller.ts';
import { measuredCode, NOW } from './data.ts';
import { quantile, spread } from './numbers.ts';
import type { Place } from './place.ts';
import { openRaw } from './raw-registration.ts';
import { type Count, judge, type Outcome } from './report.ts';
import {
  type Applicant,
  newTraining,
  RUSH,
  type RushState,
  readRush,
  removeRush,
  rushGround,
} from './rush.ts';

type Way = (trainingId: string, applicant: Applicant) => Promise<unknown>;
type Run = { seconds: number; latencies: number[]; errors: string[]; state: RushState };

/**
 * P1: 500 institutions press "register" at once for 100 seats. The product's verb against raw SQL that writes the same
 * rows; both from this process, with as many connections.
 */
export async function p1(place: Place, { rounds }: { rounds: number }): Promise<Outcome> {
  const { adminUrl, appUrl } = place.urls;
  const { networkId, applicants } = await rushGround(adminUrl);
  const raw = openRaw(appUrl, env().DATABASE_POOL);
  const request = (trainingId: string, { institutionId, personId }: Applicant) => ({
    networkId,
    trainingId,
    institutionId,
    personId,
    now: new Date(NOW),
  });
  const ways = {
    product: register,
    two: (id: string, applicant: Applicant) => raw.twoMessages(request(id, applicant)),
    one: (id: string, applicant: Applicant) => raw.oneMessage(request(id, applicant)),
  };
  const runs: Record<keyof typeof ways, Run[]> = { product: [], two: [], one: [] };
  const run = async (name: keyof typeof ways) => {
    const trainingId = await newTraining(adminUrl, networkId);
    const done = await rush(ways[name], trainingId, applicants);
    return { ...done, state: await readRush(adminUrl, networkId, trainingId) };
  };
  try {
    for (const name of ['one', 'two', 'product'] as const) await run(name);
    for (let round = 0; round < rounds; round++) {
      const order = ['product', 'two', 'one'] as const;
      for (const name of round % 2 === 0 ? order : order.toReversed()) runs[name].push(await run(name));
    }
  } finally {
    await raw.close();
    await closeDatabase();
    await removeRush(adminUrl);
  }
  return outcome(runs);
}

async function register(trainingId: string, { personId, name, email, institutionId }: Applicant) {
  const caller = callerOf({ personId, name, email });
  await caller.seats.register({
    network: measuredCode,
    trainingId,
    institutionId,
    places: [{}],
    requestKey: v4(),
  });
}

/** All requests leave in the same turn; each is timed until its own answer. */
async function rush(way: Way, trainingId: string, applicants: Applicant[]): Promise<Omit<Run, 'state'>> {
  const latencies: number[] = [];
  const errors: string[] = [];
  const start = performance.now();
  await Promise.all(
    applicants.map(async (applicant) => {
      await way(trainingId, applicant).catch((error: Error) => errors.push(error.message));
      latencies.push(performance.now() - start);
    }),
  );
  return { seconds: (performance.now() - start) / 1000, latencies, errors };
}

function outcome(runs: Record<'product' | 'two' | 'one', Run[]>): Outcome {
  const rate = (list: Run[]) =>
    RUSH.requests /
    quantile(
      list.map(({ seconds }) => seconds),
      0.5,
    );
  // The faster of the two is the bound.
  const name = rate(runs.one) > rate(runs.two) ? 'one' : 'two';
  const ratios = runs.product.map(
    ({ seconds }, index) => (runs[name][index]?.seconds ?? Number.NaN) / seconds,
  );
  const { median, band } = spread(ratios);
  const p99 = (list: Run[]) =>
    Math.round(
      quantile(
        list.flatMap(({ latencies }) => latencies),
        0.99,
      ),
    );
  return {
    rows: [
      {
        id: 'P1',
        workload: `${RUSH.requests} register at once for ${RUSH.seats} seats`,
        measured: `${Math.round(rate(runs.product))}/s`,
        bound: `${Math.round(rate(runs[name]))}/s raw SQL`,
        ...judge(median, { bar: 0.4, star: 0.8, better: 'higher' }),
        band,
        notes: [
          `p99 from the press to the answer: ${p99(runs.product)} ms, raw ${p99(runs[name])} ms (bar 4 s, does not gate)`,
          `raw SQL in two messages ${Math.round(rate(runs.two))}/s, in one ${Math.round(rate(runs.one))}/s; ${env().DATABASE_POOL} connections`,
        ],
      },
    ],
    counts: countsOf('P1', runs.product),
  };
}

/** The counts of the product's runs; every one of them must be right. */
export function countsOf(id: string, runs: { errors: string[]; state: RushState }[]): Count[] {
  const states = runs.map(({ state }) => state);
  const waiting = RUSH.requests - RUSH.seats;
  const each = <Value>(read: (state: RushState) => Value) => [...new Set(states.map(read))].join(', ');
  const all = (read: (state: RushState) => boolean) => states.every(read);
  const errors = runs.flatMap((run) => run.errors);
  return [
    {
      id,
      what: 'confirmed',
      value: each((s) => s.confirmed),
      bar: `${RUSH.seats}`,
      isMet: all((s) => s.confirmed === RUSH.seats),
    },
    {
      id,
      what: 'waiting',
      value: each((s) => s.waiting),
      bar: `${waiting}`,
      isMet: all((s) => s.waiting === waiting),
    },
    {
      id,
      what: `positions 1…${waiting} without a gap`,
      value: each((s) => s.isLineWhole),
      bar: 'true',
      isMet: all((s) => s.isLineWhole),
    },
    {
      id,
      what: 'in commit order',
      value: each((s) => s.isInCommitOrder),
      bar: 'true',
      isMet: all((s) => s.isInCommitOrder),
    },
    {
      id,
      what: 'counters equal seats',
      value: each((s) => s.areCountersRight),
      bar: 'true',
      isMet: all((s) => s.areCountersRight),
    },
    {
      id,
      what: 'one event each',
      value: each((s) => s.events),
      bar: `${RUSH.requests}`,
      isMet: all((s) => s.events === RUSH.requests),
    },
    {
      id,
      what: 'errors',
      value: errors.length > 0 ? `${errors.length}: ${errors[0]}` : 0,
      bar: '0',
      isMet: errors.length === 0,
    },
  ];
}
