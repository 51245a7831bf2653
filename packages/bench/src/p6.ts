import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject } from '@tessera/cli/project.ts';
import { sweepReminders } from '@tessera/core/reminders/sweep.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { dueReminders } from '@tessera/db/reminders.server.ts';
import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import { renderMail } from '@tessera/emails/mails.ts';
import { openQueue, startQueueWorker } from '@tessera/jobs/queue.server.ts';
import type { Job } from 'bullmq';
import type pg from 'pg';
import { quantile } from './numbers.ts';
import { closeOffice, newOffice, type Office } from './p7.ts';
import type { Stage } from './pages.ts';
import type { Place } from './place.ts';
import { judge, type Outcome } from './report.ts';

const PEOPLE = 10_000;
const BATCH = 100;
const from = 'Tessera <no-reply@demo.example>';

type State = { requests: number; accepted: number; distinct: number; lastAt: number };
type Run = { ms: number; state: State };

/**
 * P6: 10,000 people are reminded of an event: from the sweep that finds it to the last mail that a server accepts. The
 * bound is the same queue with the same batches, written beforehand, and nothing else.
 */
export async function p6(place: Place, { rounds }: { rounds: number }): Promise<Outcome> {
  const server = await openMailServer();
  const product: Run[] = [];
  const bound: Run[] = [];
  let unsettled = 0;
  try {
    await withClient(place.urls.adminUrl, async (admin) => {
      await quietWorld(admin);
      const bodies = await batches();
      for (let round = 0; round <= rounds; round++) {
        const raw = await rawRun(place, server, bodies);
        const own = await productRun(place, server, admin);
        // The first round loads modules and makes tables.
        if (round === 0) continue;
        bound.push(raw);
        product.push(own);
        unsettled += own.unsettled;
      }
    });
  } finally {
    server.close();
    await closeDatabase();
  }
  const median = (runs: Run[]) =>
    quantile(
      runs.map(({ ms }) => ms),
      0.5,
    );
  const each = (read: (state: State) => number) => [...new Set(product.map(({ state }) => read(state)))];
  const isExact = (read: (state: State) => number) => each(read).every((value) => value === PEOPLE);
  const count = (what: string, read: (state: State) => number) => ({
    id: 'P6',
    what,
    value: each(read).join(', '),
    bar: `= ${PEOPLE}`,
    isMet: isExact(read),
  });
  return {
    rows: [
      {
        id: 'P6',
        workload: `${PEOPLE} reminders, ${BATCH} in a request`,
        measured: `${Math.round(median(product))} ms`,
        bound: `the queue alone, ${Math.round(median(bound))} ms`,
        ...judge(median(product) / median(bound), { bar: 3, star: 1.7, better: 'lower' }),
        notes: [
          `requests ${each(({ requests }) => requests).join(', ')}; the server takes 20 ms for each and refuses 2 in 100`,
        ],
      },
    ],
    counts: [
      count('mails accepted', ({ accepted }) => accepted),
      count('addresses that got one', ({ distinct }) => distinct),
      {
        id: 'P6',
        what: 'mails that the ledger does not call sent',
        value: unsettled,
        bar: '= 0',
        isMet: unsettled === 0,
      },
    ],
  };
}

/** What is done while the mails go out. */
type Watched = (run: () => Promise<State>) => Promise<State>;

type Queue = Awaited<ReturnType<typeof openQueue>>;

async function rawRun({ urls }: Place, server: MailServer, bodies: readonly string[]): Promise<Run> {
  await server.forget();
  const settings = { jobsDatabaseUrl: urls.jobsUrl };
  const queue = await openQueue(settings);
  await queue.obliterate({ force: true });
  // What is refused is sent again at once: the bound waits for nothing.
  const worker = await startQueueWorker(settings, async ({ data }: Job) => {
    const { index, run } = data as { index: number; run: string };
    let isAccepted = false;
    while (!isAccepted) {
      const answer = await fetch(`${server.origin}/emails/batch`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `${run}-${index}` },
        body: bodies[index] ?? '',
      });
      await answer.arrayBuffer();
      isAccepted = answer.ok;
    }
  });
  const run = randomUUID();
  const began = Date.now();
  await queue.addBulk(bodies.map((_, index) => ({ name: 'raw', data: { index, run } })));
  const state = await server.until(PEOPLE);
  await close(worker, queue);
  return { ms: state.lastAt - began, state };
}

async function productRun(
  { urls }: Place,
  server: MailServer,
  admin: pg.Client,
  watched: Watched = (run) => run(),
): Promise<Run & { unsettled: number }> {
  await server.forget();
  const office = await newOffice();
  await fillEvent(admin, office);
  await admin.query('update domain_event set delivered_at = now() where delivered_at is null');
  const worker = fork(inProject('packages/bench/src/delivery.ts'), [urls.jobsUrl, server.origin], {
    execArgv: ['--import', 'tsx'],
  });
  try {
    await answerOf(worker);
    const began = Date.now();
    worker.send('sweep');
    const state = await watched(() => server.until(PEOPLE));
    worker.disconnect();
    await once(worker, 'exit');
    const { rows } = await admin.query<{ count: number }>(
      `select count(*)::int from message where network_id = $1 and state <> 'sent'`,
      [office.networkId],
    );
    return { ms: state.lastAt - began, state, unsettled: rows[0]?.count ?? 0 };
  } finally {
    if (worker.connected) worker.disconnect();
    await closeOffice(admin, office);
  }
}

async function close(worker: { close: () => Promise<unknown> }, queue: Queue): Promise<void> {
  await worker.close();
  await queue.close();
}

/** An event with everybody's seat; the people are rows made at once, for they are not what is measured. */
async function fillEvent(admin: pg.Client, { networkId, code, call }: Office): Promise<void> {
  const startsAt = new Date(Date.now() + 2 * 86_400_000);
  const { trainingId } = await call.trainings.create({
    network: code,
    code: randomUUID().slice(0, 8),
    theme: 'participatory_planning',
    mode: 'onsite',
    venue: 'Sala mare',
    languages: ['ro'],
    capacity: PEOPLE,
    workloadMinutes: 180,
    reminderDays: [7],
    texts: [{ language: 'ro', title: 'Curs' }],
    sessions: [{ startsAt, endsAt: new Date(startsAt.getTime() + 10_800_000), halfDay: 'am' }],
  });
  await call.trainings.move({ network: code, trainingId, move: 'publish' });
  const ids = () => Array.from({ length: PEOPLE }, newId);
  const [seatIds, participantIds] = [ids(), ids()];
  const registrationId = newId();
  await admin.query(
    `insert into registration (id, network_id, training_id, submitted_by_id, request_key, note, created_at)
     select $1, $2, $3, created_by_id, $4, '', now() from training where network_id = $2 and id = $3`,
    [registrationId, networkId, trainingId, randomUUID()],
  );
  await admin.query(
    `insert into participant (id, network_id, given_name, family_name, email, created_at)
     select p.id, $2, 'Ștefan', 'Țăranu ' || p.place, 'p6-' || p.place || '@demo.example', now()
     from unnest($1::uuid[]) with ordinality as p(id, place)`,
    [participantIds, networkId],
  );
  await admin.query(
    `insert into seat (id, network_id, training_id, registration_id, participant_id, state, queue, created_at, changed_at)
     select s.id, $3, $4, $5, s.participant, 'confirmed', s.place, now(), now()
     from unnest($1::uuid[], $2::uuid[]) with ordinality as s(id, participant, place)`,
    [seatIds, participantIds, networkId, trainingId, registrationId],
  );
  await admin.query('update training set taken_count = $3 where network_id = $1 and id = $2', [
    networkId,
    trainingId,
    PEOPLE,
  ]);
  await admin.query('analyze seat, participant, registration, training');
}

/** What other events of the data remind of is noted before the clock runs. */
async function quietWorld(admin: pg.Client): Promise<void> {
  const isDue = async () =>
    (await inScope({ door: 'platform' }, (tx) => tx.run(dueReminders(new Date())))).length > 0;
  while (await isDue()) await sweepReminders(new Date());
  await admin.query('update domain_event set delivered_at = now() where delivered_at is null');
}

/** The same mails, as the bodies of requests. */
async function batches(): Promise<string[]> {
  const sheets = new Map();
  const startsAt = new Date();
  const training = { id: newId(), title: 'Curs', venue: 'Sala mare', timeZone: 'Europe/Bucharest' };
  const mails = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, index) => {
      const name = `Ștefan Țăranu ${index}`;
      const props = {
        training: { ...training, startsAt, endsAt: startsAt },
        joinUrl: null,
        halfDays: [],
        own: { seatId: newId(), leaveToken: randomUUID() },
        colleagues: [],
        unnamed: 0,
      };
      const network = { code: 'p6', name: 'p6', accent: '#7a4b2a' };
      const context = {
        language: 'ro' as const,
        origin: 'https://tessera.example',
        network,
        recipientName: name,
      };
      const written = await renderMail('training-reminder', props, context, sheets);
      return { from, to: `${name} <p6-${index}@demo.example>`, ...written };
    }),
  );
  return Array.from({ length: PEOPLE / BATCH }, (_, index) =>
    JSON.stringify(mails.slice(index * BATCH, (index + 1) * BATCH)),
  );
}

/** P6, the web: people look at a training while the reminders go out, ten of them in a second. */
export async function p6Web(stage: Stage, { rounds }: { rounds: number }): Promise<Outcome> {
  const { place } = stage;
  const server = await openMailServer();
  const alone: number[] = [];
  const meanwhile: number[] = [];
  try {
    await withClient(place.urls.adminUrl, async (admin) => {
      await quietWorld(admin);
      for (let round = 0; round <= rounds; round++) {
        const quiet = await visitsUntil(stage, wait(3000));
        const busy: number[] = [];
        await productRun(place, server, admin, async (run) => {
          const running = run();
          busy.push(...(await visitsUntil(stage, running)));
          return running;
        });
        if (round === 0) continue;
        alone.push(...quiet);
        meanwhile.push(...busy);
      }
    });
  } finally {
    server.close();
  }
  const p95 = (values: number[]) => quantile(values, 0.95);
  const [before, during] = [p95(alone), p95(meanwhile)];
  return {
    rows: [
      {
        id: 'P6',
        workload: 'a training page meanwhile, p95',
        measured: `${during.toFixed(1)} ms`,
        bound: `without reminders, ${before.toFixed(1)} ms`,
        ...judge(during / before, { bar: 1.3, star: 1.1, better: 'lower' }),
        notes: [`${meanwhile.length} and ${alone.length} pages, each begun 100 ms after the one before`],
      },
    ],
    counts: [],
  };
}

/** Begins a page every 100 ms, whether or not the one before has come. @returns how long each took, in ms */
async function visitsUntil(
  { browser, trainingPaths, cookie }: Stage,
  end: Promise<unknown>,
): Promise<number[]> {
  let isOver = false;
  const stop = () => {
    isOver = true;
  };
  end.then(stop, stop);
  const visits: Promise<number>[] = [];
  while (!isOver) {
    const path = trainingPaths[visits.length % trainingPaths.length] ?? '/';
    const began = performance.now();
    visits.push(browser.product.get(path, cookie).then(() => performance.now() - began));
    await wait(100);
  }
  return Promise.all(visits);
}

type MailServer = Awaited<ReturnType<typeof openMailServer>>;

async function openMailServer() {
  const child = fork(inProject('packages/bench/src/mail-server.ts'), {
    execArgv: ['--import', 'tsx'],
  });
  const { port } = await answerOf<{ port: number }>(child);
  const ask = (order: 'forget' | 'tell') => {
    child.send(order);
    return answerOf<State>(child);
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    forget: () => ask('forget'),
    until: async (mails: number): Promise<State> => {
      const deadline = Date.now() + 120_000;
      for (;;) {
        const state = await ask('tell');
        if (state.distinct >= mails || Date.now() > deadline) return state;
        await wait(50);
      }
    },
    close: () => child.disconnect(),
  };
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const [answer] = await once(child, 'message', { signal: AbortSignal.timeout(20_000) });
  return answer as Answer;
}
