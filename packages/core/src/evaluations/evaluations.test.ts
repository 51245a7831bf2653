import { randomUUID } from 'node:crypto';
import { trainingsToTend } from '@tessera/db/evaluations.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { evaluationToken } from './answer.server.ts';
import { hasEvaluated, isEvaluationClosed } from './facts.server.ts';
import { tendTraining } from './tend.server.ts';
import type { EvaluationLevel, EvaluationStage } from './terms.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());

type Held = {
  network: TestNetwork;
  coordinator: TestPerson;
  manager: TestPerson;
  trainer: TestPerson;
  trainingId: string;
  seats: string[];
  start: number;
  tend: (at?: Date) => Promise<number>;
};

/** A training that ended an hour ago, with so many people of whom all but the last were there. */
async function held(people: number, levels: EvaluationLevel[] = ['reaction']): Promise<Held> {
  const network = await newNetwork();
  const institutionId = await newInstitution(network);
  const coordinator = await newPerson(network, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const trainer = await newPerson(network, 'trainer');
  const start = Date.now() - hours(4);
  const trainingId = await newTraining(network, coordinator, {
    capacity: people,
    trainerIds: [trainer.personId],
    sessions: [{ startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' }],
  });
  await as(coordinator).evaluations.plan({ network: network.code, trainingId, levels });
  await as(manager, new Date(start - days(20))).seats.register({
    network: network.code,
    trainingId,
    places: places(...Array.from({ length: people }, (_, index) => `Person${index}`)),
    requestKey: randomUUID(),
  });
  const { rows, sessions } = await as(trainer).attendance.sheet({ network: network.code, trainingId });
  const seats = rows.sort((a, b) => a.queue - b.queue).map(({ seatId }) => seatId);
  await as(trainer).attendance.mark({
    network: network.code,
    trainingId,
    sessionId: sessions[0]?.id ?? '',
    marks: seats.map((seatId, index) => ({ seatId, state: index < people - 1 ? 'present' : 'absent' })),
  });
  const tend = (at = new Date()) =>
    inNetwork(network.id, async (tx) => {
      const [training] = await tx.run(trainingsToTend(network.id, at, trainingId));
      if (!training) throw new Error('no training');
      return tendTraining(tx, { networkId: network.id, now: at, settings: [] }, training);
    });
  return { network, coordinator, manager, trainer, trainingId, seats, start, tend };
}

const full = (overall = '5', better = '') => ({
  overall,
  useful: '4',
  trainer: '5',
  organisation: '3',
  pace: 'right',
  best: ['content'],
  better,
});

function put(
  { network }: Held,
  seatId: string,
  answers: Record<string, string | string[]> = full(),
  stage: EvaluationStage = 'reaction',
  at = new Date(),
) {
  const token = evaluationToken(seatId, stage);
  return as(null, at).evaluations.answer({ network: network.code, seatId, stage, token, answers });
}

const resultsOf = ({ network, trainingId, coordinator }: Held, at = new Date(), who = coordinator) =>
  as(who, at).evaluations.ofTraining({ network: network.code, trainingId });

const rowsOf = async (sql: string, values: unknown[] = []) =>
  (await admin.query<Record<string, unknown>>(sql, values)).rows;

test('who was there is asked at the end, once, however often and at once that is tried', async () => {
  const training = await held(4);

  const steps = await Promise.all([training.tend(), training.tend(), training.tend()]);

  expect(steps.reduce((sum, count) => sum + count, 0)).toBe(3);
  const asked = await rowsOf(
    `select object_id from domain_event where network_id = $1 and kind = 'evaluation.asked'`,
    [training.network.id],
  );
  expect(asked.map(({ object_id }) => object_id).sort()).toEqual(training.seats.slice(0, 3).sort());
});

test('who has not answered is reminded after a week, once; who has, is not', async () => {
  const training = await held(4);
  await training.tend();
  const [first = '', ...others] = training.seats;
  await put(training, first);
  const later = new Date(Date.now() + days(7));

  const steps = await Promise.all([training.tend(later), training.tend(later)]);
  await training.tend(new Date(later.getTime() + days(7)));

  expect(steps.reduce((sum, count) => sum + count, 0)).toBe(2);
  const reminded = await rowsOf(
    `select object_id from domain_event where network_id = $1 and kind = 'evaluation.reminded'`,
    [training.network.id],
  );
  expect(reminded.map(({ object_id }) => object_id).sort()).toEqual(others.slice(0, 2).sort());
});

test('sending twice at the same time counts once, and the second try hears it in plain words', async () => {
  const training = await held(7);
  await training.tend();
  const [seat = ''] = training.seats;

  const tries = await Promise.allSettled([put(training, seat), put(training, seat), put(training, seat)]);

  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await refusal(put(training, seat))).toBe('evaluation_answered');
  const { stages } = await resultsOf(training);
  expect(stages.map(({ answered, asked }) => [answered, asked])).toEqual([[1, 6]]);
  const link = { network: training.network.code, seatId: seat, stage: 'reaction' as const };
  const page = await as(null).evaluations.questionnaire({
    ...link,
    token: evaluationToken(seat, 'reaction'),
  });
  expect(page.state).toBe('answered');
});

test('an answer that is incomplete or wrong changes nothing and names its question', async () => {
  const training = await held(7);
  await training.tend();
  const [seat = '', absent = training.seats.at(-1) ?? ''] = training.seats;

  expect(await refusal(put(training, seat, { ...full(), pace: 'sideways' }))).toBe('invalid');
  expect(await refusal(put(training, seat, {}))).toBe('invalid');
  expect(
    await refusal(
      as(null).evaluations.answer({
        network: training.network.code,
        seatId: seat,
        stage: 'reaction',
        token: evaluationToken(absent, 'reaction'),
        answers: full(),
      }),
    ),
  ).toBe('not_found');
  expect((await resultsOf(training)).stages[0]?.answered).toBe(0);
  await put(training, seat);
});

test('figures appear at the closing, from five answers on; until then nothing but how many', async () => {
  const training = await held(8);
  await training.tend();
  for (const [index, seat] of training.seats.slice(0, 5).entries())
    await put(training, seat, full(index === 0 ? '1' : '5', index === 0 ? 'More breaks' : ''));

  const open = await resultsOf(training);
  expect(open.stages).toMatchObject([{ state: 'open', answered: 5, asked: 7, questions: null }]);
  expect(JSON.stringify(open)).not.toContain('More breaks');
  const where = { network: training.network.code, trainingId: training.trainingId };
  expect((await as(training.coordinator).evaluations.table(where)).rows).toEqual([]);

  await as(training.coordinator).evaluations.close({ ...where, stage: 'reaction' });

  const closed = await resultsOf(training, new Date(), training.trainer);
  const [overall, , , , , best, better] = closed.stages[0]?.questions ?? [];
  expect(overall).toMatchObject({ answered: 5, mean: 4.2 });
  expect(best).toMatchObject({ answered: 5, counts: [{ choice: 'content', answers: 5 }, {}, {}, {}] });
  expect(better?.texts).toEqual(['More breaks']);
  expect(await refusal(put(training, training.seats[5] ?? ''))).toBe('evaluation_over');
});

test('what fewer than five answered is not shown after the closing either, and not kept', async () => {
  const training = await held(8);
  await training.tend();
  for (const seat of training.seats.slice(0, 4)) await put(training, seat, full('2', 'A word that goes'));

  await training.tend(new Date(training.start + hours(3) + days(21)));

  expect((await resultsOf(training)).stages).toMatchObject([
    { state: 'closed', answered: 4, questions: null },
  ]);
  const where = [training.network.id];
  expect(await rowsOf('select 1 from evaluation_tally where network_id = $1', where)).toEqual([]);
  expect(await rowsOf('select 1 from evaluation_text where network_id = $1', where)).toEqual([]);
});

test('a question that too few answered stays hidden beside others', async () => {
  const training = await held(8);
  await training.tend();
  for (const [index, seat] of training.seats.slice(0, 6).entries())
    await put(training, seat, { ...full(), best: index < 4 ? ['exchange'] : [] });
  await as(training.coordinator).evaluations.close({
    network: training.network.code,
    trainingId: training.trainingId,
    stage: 'reaction',
  });

  const questions = (await resultsOf(training)).stages[0]?.questions ?? [];

  expect(questions.map(({ name, answered }) => [name, answered])).toEqual([
    ['overall', 6],
    ['useful', 6],
    ['trainer', 6],
    ['organisation', 6],
    ['pace', 6],
    ['best', null],
    ['better', null],
  ]);
  expect(JSON.stringify(questions)).not.toMatch(/"choice":"exchange","answers":4/);
});

test('nothing leads from an answer to a person: no table, no event, and not the marks of the database', async () => {
  const training = await held(9);
  await training.tend();
  const answered = training.seats.slice(0, 6);
  for (const [index, seat] of answered.entries())
    await put(training, seat, full(String((index % 5) + 1), `Words of ${index}`));
  const network = [training.network.id];

  // What holds answers names nobody and carries no time.
  const columns = await rowsOf(
    `select table_name, string_agg(column_name || ' ' || data_type, ', ' order by column_name) as columns
     from information_schema.columns where table_name in ('evaluation_tally', 'evaluation_text') group by 1 order by 1`,
  );
  expect(columns).toEqual([
    {
      table_name: 'evaluation_tally',
      columns: 'answers integer, choice text, network_id uuid, question text, stage text, training_id uuid',
    },
    {
      table_name: 'evaluation_text',
      columns: 'id uuid, network_id uuid, question text, stage text, training_id uuid, words text',
    },
  ]);

  // The last writer has written every count and every text, so its transaction singles out none of them.
  for (const table of ['evaluation_tally', 'evaluation_text']) {
    const writers = await rowsOf(`select distinct xmin::text from ${table} where network_id = $1`, network);
    expect([table, writers.length]).toEqual([table, 1]);
  }

  // Their ids are random: version 4, without the time that other ids hold.
  const ids = await rowsOf('select id::text from evaluation_text where network_id = $1', network);
  expect(ids).toHaveLength(6);
  expect(ids.every(({ id }) => String(id)[14] === '4')).toBe(true);

  // The words stand nowhere else, and no event of the day tells that or what somebody answered.
  const { rows: tables } = await admin.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
  );
  const found = [];
  for (const { name } of tables) {
    const [hit] = await rowsOf(
      `select count(*)::int as count from ${name} t where to_jsonb(t)::text like '%Words of %'`,
    );
    if (hit?.count !== 0) found.push(name);
  }
  expect(found).toEqual(['evaluation_text']);
  const events = await rowsOf(
    `select kind, count(*)::int as count from domain_event where network_id = $1 and kind like 'evaluation.%' group by 1 order by 1`,
    network,
  );
  expect(events).toEqual([
    { kind: 'evaluation.asked', count: 8 },
    { kind: 'evaluation.opened', count: 1 },
    { kind: 'evaluation.planned', count: 1 },
  ]);

  // That they have answered is all that is known of them, by the day.
  const notes = await rowsOf('select * from evaluation_submission where network_id = $1', network);
  expect(notes.map(({ seat_id }) => seat_id).sort()).toEqual([...answered].sort());
  expect(Object.keys(notes[0] ?? {}).sort()).toEqual(['day', 'network_id', 'seat_id', 'stage']);
});

test('words are dealt anew with each answer, also with one that has none', async () => {
  const training = await held(9);
  await training.tend();
  const order = async () =>
    (
      await rowsOf('select id::text from evaluation_text where network_id = $1 order by ctid', [
        training.network.id,
      ])
    ).map(({ id }) => id);
  for (const [index, seat] of training.seats.slice(0, 6).entries())
    await put(training, seat, full('5', `Words ${index}`));
  const before = await order();

  await put(training, training.seats[6] ?? '');

  const after = await order();
  expect(after).toHaveLength(6);
  expect(after.filter((id) => before.includes(id))).toEqual([]);
});

test('what was learned is asked before and after in the same words, and compared', async () => {
  const training = await held(7, ['learning']);
  const know = (step: string) => ({ knowledge: step, apply: step, explain: step, help: step });
  const before = new Date(training.start - days(3));
  await training.tend(before);
  for (const seat of training.seats.slice(0, 5)) await put(training, seat, know('2'), 'before', before);
  await as(training.coordinator).evaluations.saveForm({
    network: training.network.code,
    level: 'learning',
    questions: [
      {
        name: 'other',
        kind: 'scale',
        isRequired: true,
        choices: [],
        texts: { ro: { text: 'Alta?', choices: ['a', 'b'] } },
      },
    ],
  });
  await training.tend();
  for (const seat of training.seats.slice(0, 5)) await put(training, seat, know('4'), 'after');
  await training.tend(new Date(Date.now() + days(22)));

  const { stages } = await resultsOf(training);

  expect(
    stages.map(({ stage, questions }) => [stage, questions?.map(({ name, mean }) => [name, mean])]),
  ).toEqual([
    ['before', ['knowledge', 'apply', 'explain', 'help'].map((name) => [name, 2])],
    ['after', ['knowledge', 'apply', 'explain', 'help'].map((name) => [name, 4])],
  ]);
});

test('a network writes its own questions; what is open keeps the old ones', async () => {
  const [running, next] = [await held(7), await held(7, [])];
  await running.tend();
  const words = {
    ro: { text: 'Ce ați schimba?', choices: ['Nimic', 'Tot'] },
    hu: { text: 'Mit?', choices: ['Semmit', 'Mindent'] },
  };
  const question = {
    name: 'change',
    kind: 'one' as const,
    isRequired: true,
    choices: ['nothing', 'all'],
    texts: words,
  };
  const save = ({ coordinator, network }: Held, texts: object = words) =>
    as(coordinator).evaluations.saveForm({
      network: network.code,
      level: 'reaction',
      questions: [{ ...question, texts }],
    });

  expect(await save(running)).toEqual({ version: 1 });
  expect(await save(running)).toEqual({ version: 1 });
  expect(await refusal(save(running, { ...words, hu: { text: 'Mit?', choices: ['Semmit'] } }))).toBe(
    'question_choices_differ',
  );
  await save(next);
  const { network, coordinator, trainingId } = next;
  await as(coordinator).evaluations.plan({ network: network.code, trainingId, levels: ['reaction'] });

  const asked = async ({ network, seats }: Held) => {
    const [seatId = ''] = seats;
    const token = evaluationToken(seatId, 'reaction');
    const page = await as(null).evaluations.questionnaire({
      network: network.code,
      seatId,
      stage: 'reaction',
      token,
    });
    return page.questions.map(({ name }) => name);
  };
  expect(await asked(running)).toHaveLength(7);
  expect(await asked(next)).toEqual(['change']);
});

test('coordinators and the own trainers read results; others figures over many trainings, or none', async () => {
  const training = await held(7);
  const viewer = await newPerson(training.network, 'viewer');
  const stranger = await newPerson(training.network, 'trainer');
  await training.tend();
  for (const seat of training.seats.slice(0, 6)) await put(training, seat, full('5', 'Secret words'));
  await training.tend(new Date(Date.now() + days(22)));

  expect((await resultsOf(training, new Date(), training.trainer)).stages[0]?.questions).toHaveLength(7);
  expect(await refusal(resultsOf(training, new Date(), stranger))).toBe('not_allowed');
  expect(await refusal(resultsOf(training, new Date(), viewer))).toBe('not_allowed');
  expect(await refusal(resultsOf(training, new Date(), training.manager))).toBe('not_allowed');
  const summary = await as(viewer).evaluations.summary({ network: training.network.code });
  expect(summary).toMatchObject({
    trainings: 1,
    byTheme: [{ theme: 'participatory_planning', overall: 5, answered: 6 }],
  });
  expect(JSON.stringify(summary)).not.toContain('Secret words');
});

test('a training with too few answers counts in no mean over many, so that nothing is left to subtract', async () => {
  const training = await held(7);
  await training.tend();
  for (const seat of training.seats.slice(0, 4)) await put(training, seat, full('1'));
  await training.tend(new Date(Date.now() + days(22)));

  const summary = await as(training.coordinator).evaluations.summary({ network: training.network.code });

  expect(summary.byYear).toMatchObject([{ answered: 4, overall: null }]);
  expect(summary.stages.find(({ stage }) => stage === 'reaction')).toMatchObject({ shown: 0 });
});

test('certificates learn who has answered, and a training when its questionnaires are closed', async () => {
  const training = await held(4, ['reaction', 'behaviour']);
  const [first = '', second = ''] = training.seats;
  const network = { id: training.network.id, settings: [] };
  const isClosed = () => inNetwork(network.id, (tx) => isEvaluationClosed(tx, network, training.trainingId));
  expect(await isClosed()).toBe(false);
  await training.tend();
  await put(training, first);

  const evaluated = await inNetwork(network.id, (tx) => hasEvaluated(tx, network.id, [first, second]));

  expect([...evaluated]).toEqual([first]);
  expect(await isClosed()).toBe(false);
  await training.tend(new Date(Date.now() + days(22)));
  expect(await isClosed()).toBe(true);
});

test('a link of another network, another place or another questionnaire opens nothing', async () => {
  const [training, other] = [await held(4), await held(4)];
  await training.tend();
  const [seatId = '', second = ''] = training.seats;
  const read = (network: string, seat: string, stage: EvaluationStage, token: string) =>
    refusal(as(other.coordinator).evaluations.questionnaire({ network, seatId: seat, stage, token }));
  const token = evaluationToken(seatId, 'reaction');

  expect(await read(other.network.code, seatId, 'reaction', token)).toBe('not_found');
  expect(await read(training.network.code, second, 'reaction', token)).toBe('not_found');
  expect(await read(training.network.code, seatId, 'behaviour', token)).toBe('not_found');
  expect(await read(training.network.code, seatId, 'reaction', 'x'.repeat(43))).toBe('not_found');
});
