import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { createCaller } from '../api.server.ts';
import { linkToken } from '../identity/secrets.server.ts';
import { purgeNetwork } from '../privacy/retention.server.ts';
import { seatToken } from '../seats/leave.server.ts';
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
  requestOf,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());

type Draft = Partial<Parameters<ReturnType<typeof as>['questions']['save']>[0]>;

/** An event that asks about food, which food when somebody wants some, and a number to call that lies sealed. */
async function asking() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const trainer = await newPerson(network, 'trainer');
  const trainingId = await newTraining(network, coordinator, { trainerIds: [trainer.personId] });
  const where = { network: network.code, trainingId };
  const save = (draft: Draft, who: TestPerson = coordinator) =>
    as(who).questions.save({ ...where, kind: 'text', texts: { en: { text: draft.name ?? '' } }, ...draft });
  await save({ name: 'food', kind: 'yes_no', isRequired: true });
  await save({
    name: 'which',
    kind: 'several',
    isRequired: true,
    onlyIf: 'food',
    onlyIfValue: 'yes',
    texts: { en: { text: 'Which?', choices: 'Bread\nSoup' }, ro: { text: 'Ce?', choices: 'Pâine\nSupă' } },
  });
  await save({ name: 'phone', isSealed: true, keptDays: 3 });
  await save({ name: 'room', forOrganiser: true });
  const built = () => as(coordinator).questions.build(where);
  const version = async () => (await built()).version;
  const register = async (
    names: (string | null)[],
    answers: Record<string, string[]>,
    formVersion: number | null = null,
    who: TestPerson = manager,
  ) =>
    as(who).seats.register({
      ...where,
      places: places(...names).map((place) => ({ ...place, answers })),
      formVersion,
      requestKey: randomUUID(),
    });
  const table = (who: TestPerson = coordinator) => as(who).questions.table(where);
  const said = async (who?: TestPerson) =>
    Object.fromEntries(
      (await table(who)).seats.map(({ familyName, answers, sealed }) => [
        familyName ?? '',
        { ...answers, sealed },
      ]),
    );
  const idOf = async (name: string) => (await built()).questions.find((each) => each.name === name)?.id ?? '';
  const seatOf = async (name: string | null) =>
    (await table()).seats.find(({ familyName }) => familyName === name)?.seatId ?? '';
  return {
    network,
    coordinator,
    manager,
    trainer,
    where,
    save,
    built,
    version,
    register,
    table,
    said,
    idOf,
    seatOf,
  };
}

const kept = async ({ id }: TestNetwork) =>
  Number((await admin.query(`select count(*) from seat_answer where network_id = $1`, [id])).rows[0].count);
const full = { food: ['yes'], which: ['c2', 'c1'], phone: ['+40 265 123456'], room: ['12'] };

test('an institution answers for each person it names, and nothing for one to be named', async () => {
  const { register, said, table } = await asking();
  expect(await refusal(register(['One'], {}))).toBe('answer_unfit');
  expect(await refusal(register(['One'], { food: ['yes'] }))).toBe('answer_unfit');
  await register(['One', null], full);
  await register(['Two'], { food: ['no'], which: ['c1'] });

  expect(await said()).toEqual({
    One: { food: ['yes'], which: ['c1', 'c2'], sealed: ['phone'] },
    '': { sealed: [] },
    Two: { food: ['no'], sealed: [] },
  });
  const { figures, seats } = await table();
  expect(figures).toEqual([
    {
      name: 'food',
      counts: [
        { choice: 'yes', answers: 1 },
        { choice: 'no', answers: 1 },
      ],
    },
    {
      name: 'which',
      counts: [
        { choice: 'c1', answers: 1 },
        { choice: 'c2', answers: 1 },
      ],
    },
  ]);
  expect(seats.map(({ isMissing }) => isMissing)).toEqual([false, false, false]);
});

test('a form that changed while it was filled in comes back once, and only where the change concerns its answers', async () => {
  const { register, save, version, idOf, said } = await asking();
  const seen = await version();
  const which = await idOf('which');
  const reworded = { en: { text: 'Which food?', choices: 'Bread\nSoup' } };
  await save({ questionId: which, kind: 'several', onlyIf: 'food', onlyIfValue: 'yes', texts: reworded });

  expect(await refusal(register(['One'], full, seen))).toBe('question_changed');
  await register(['Two'], { food: ['no'] }, seen);
  await register(['One'], full, await version());
  expect(Object.keys(await said()).toSorted()).toEqual(['One', 'Two']);
  // How long answers are kept, and the order, are nothing that a reader sees.
  const before = await version();
  await save({
    questionId: await idOf('phone'),
    isSealed: true,
    keptDays: 9,
    texts: { en: { text: 'phone' } },
  });
  expect(await version()).toBe(before);
});

test('answers to the public link wait sealed for the confirmation, and what no longer fits is left out', async () => {
  const { network, coordinator, where, save, idOf, said, seatOf } = await asking();
  await as(coordinator).registering.setWays({ ...where, ways: ['link', 'institution'] });
  const { link } = await as(coordinator).registering.ways(where);
  const email = `${randomUUID()}@demo.example`;
  const guest = { ...where, token: link.token, givenName: 'Ana', familyName: 'Guest', email, language: 'ro' };
  const visitor = () => createCaller(requestOf(null, new Date()));
  expect((await visitor().registering.linkPage({ ...where, token: link.token })).form.questions).toHaveLength(
    3,
  );
  expect(await refusal(visitor().registering.ask({ ...guest, answers: {} }))).toBe('answer_unfit');
  await visitor().registering.ask({ ...guest, answers: full });
  const { rows } = await admin.query(`select id, answers::text from seat_request where network_id = $1`, [
    network.id,
  ]);
  expect(Buffer.from(rows[0].answers.slice(2), 'hex').toString()).not.toContain('265');
  await as(coordinator).questions.remove({ ...where, questionId: await idOf('which') });
  await save({ name: 'late', isRequired: true });
  const request = { network: network.code, seatRequestId: rows[0].id };
  const token = linkToken('seat_request', rows[0].id);
  await visitor().registering.confirm({ ...request, token });

  expect(await said()).toEqual({ Guest: { food: ['yes'], sealed: ['phone'] } });
  const seatId = await seatOf('Guest');
  const participantId = (await admin.query(`select participant_id as id from seat where id = $1`, [seatId]))
    .rows[0].id;
  const own = { network: network.code, seatId, token: seatToken({ id: seatId, participantId }) };
  const page = await visitor().questions.ofLink(own);
  expect([page.answers, page.sealed, page.questions.map(({ name }) => name)]).toEqual([
    { food: ['yes'] },
    ['phone'],
    ['food', 'phone', 'late'],
  ]);
  expect(await refusal(visitor().questions.answerByLink({ ...own, answers: { food: ['no'] } }))).toBe(
    'answer_unfit',
  );
  await visitor().questions.answerByLink({ ...own, answers: { food: ['no'], late: ['now'] } });
  expect(await said()).toEqual({ Guest: { food: ['no'], late: ['now'], sealed: ['phone'] } });
  expect(await refusal(visitor().questions.ofLink({ ...own, token: 'wrong' }))).toBe('not_found');
});

test('whoever takes over a place answers anew, and the former answers go', async () => {
  const { network, manager, register, said, seatOf } = await asking();
  await register(['First', null], full);
  const named = { network: network.code, givenName: 'Éva', familyName: 'Second' };
  const seatId = await seatOf('First');
  expect(await refusal(as(manager).seats.name({ ...named, seatId }))).toBe('answer_unfit');
  await as(manager).seats.name({ ...named, seatId, answers: { food: ['no'] } });
  await as(manager).seats.name({
    ...named,
    familyName: 'Later',
    seatId: await seatOf(null),
    answers: { food: ['no'] },
  });
  expect(await said()).toEqual({
    Second: { food: ['no'], sealed: [] },
    Later: { food: ['no'], sealed: [] },
  });
});

test('where the organiser decides, another answer than the approved one is decided on again and keeps its seat', async () => {
  const { coordinator, manager, network, where, register, seatOf, save } = await asking();
  await as(coordinator).registering.setWays({ ...where, ways: ['institution'], needsApproval: true });
  await register(['First'], { food: ['no'] });
  const seatId = await seatOf('First');
  await as(coordinator).registering.decide({ ...where, seatIds: [seatId], decision: 'approve' });
  const answer = (answers: Record<string, string[]>, who: TestPerson = manager) =>
    as(who).questions.answer({ network: network.code, seatId, answers });
  const state = async () => (await as(coordinator).trainings.manage(where)).seats.map((seat) => seat.state);

  expect(await answer({ food: ['no'] })).toMatchObject({ isAskedAgain: false });
  await save({ name: 'wish' });
  expect(await answer({ food: ['no'], wish: ['By the window'] })).toMatchObject({ isAskedAgain: false });
  expect(await answer({ food: ['yes'], which: ['c1'] }, coordinator)).toMatchObject({ isAskedAgain: false });
  expect(await state()).toEqual(['confirmed']);
  expect(await answer({ food: ['yes'], which: ['c2'] })).toMatchObject({ isAskedAgain: true });

  const { training } = await as(coordinator).trainings.manage(where);
  expect([await state(), training.takenCount]).toEqual([['pending'], 1]);
  expect(await answer({ food: ['no'] })).toMatchObject({ isAskedAgain: false });
});

test('the organiser answers what is theirs, and opens what lies sealed with a trace; others see neither', async () => {
  const { network, coordinator, manager, trainer, where, register, seatOf, said, table } = await asking();
  await register(['One'], full);
  const seat = { network: network.code, seatId: await seatOf('One') };
  expect((await as(manager).questions.ofSeat(seat)).questions.map(({ name }) => name)).not.toContain('room');
  await as(coordinator).questions.answer({ ...seat, answers: { food: ['no'], room: ['12'] } });
  expect(await said()).toEqual({ One: { food: ['no'], room: ['12'], sealed: ['phone'] } });
  await as(manager).questions.answer({ ...seat, answers: { food: ['no'], room: ['13'] } });
  expect((await said()).One).toMatchObject({ room: ['12'] });
  expect(await said(trainer)).toEqual({ One: { food: ['no'], sealed: [] } });
  expect((await table(trainer)).mayOpen).toBe(false);

  const { opened } = await as(coordinator).questions.open(where);
  expect(opened.map(({ values }) => values)).toEqual([['+40 265 123456']]);
  const { rows } = await admin.query(
    `select actor_id as actor from domain_event where network_id = $1 and kind = 'record.read'`,
    [network.id],
  );
  expect(rows).toEqual([{ actor: coordinator.personId }]);
  expect(await refusal(as(trainer).questions.open(where))).toBe('not_allowed');
  expect(await refusal(as(manager).questions.table(where))).toBe('not_allowed');
  expect(await refusal(as(await newPerson(network, 'trainer')).questions.table(where))).toBe('not_allowed');
  const colleague = await newPerson(network, 'institution_manager', await newInstitution(network));
  expect(await refusal(as(colleague).questions.ofSeat(seat))).toBe('not_found');
  const file = JSON.stringify(await as(coordinator).questions.export(where));
  expect(file).toContain('"12"');
  expect(file).not.toMatch(/265|phone/);
});

test('the list shows who gave an answer', async () => {
  const { coordinator, where, register } = await asking();
  await register(['One'], full);
  await register(['Two'], { food: ['no'] });
  const { seats } = await as(coordinator).questions.table({ ...where, question: 'which', choice: 'c2' });
  expect(seats.map(({ familyName }) => familyName)).toEqual(['One']);
});

test('what would give answers another meaning is refused; a copy of the question may become anything', async () => {
  const { coordinator, where, save, register, idOf, built } = await asking();
  await register(['One'], full);
  const which = await idOf('which');
  const texts = (choices: string) => ({ en: { text: 'Which?', choices } });
  const same = { questionId: which, onlyIf: 'food', onlyIfValue: 'yes' };
  expect(await refusal(save({ ...same, kind: 'choice', texts: texts('Bread\nSoup') }))).toBe(
    'question_answered',
  );
  expect(await refusal(save({ ...same, kind: 'several', texts: texts('Bread') }))).toBe(
    'question_choices_differ',
  );
  await save({ ...same, kind: 'several', texts: texts('Bread\nSoup\nSalad') });
  expect(await refusal(save({ ...same, kind: 'several', texts: texts('Bread\nSoup') }))).toBe(
    'question_answered',
  );
  const { questionId } = await as(coordinator).questions.duplicate({ ...where, questionId: which });
  await save({ questionId, kind: 'choice', texts: texts('A\nB') });
  expect((await built()).questions.map(({ kind, answers }) => `${kind} ${answers}`)).toEqual([
    'yes_no 1',
    'several 1',
    'choice 0',
    'text 1',
    'text 0',
  ]);
});

test('a question does not move before the one it depends on; removing says how many answers go', async () => {
  const { network, coordinator, where, register, idOf, built, save } = await asking();
  await register(['One'], full);
  const [food, which] = [await idOf('food'), await idOf('which')];
  const move = (questionId: string, way: 'up' | 'down') =>
    as(coordinator).questions.move({ ...where, questionId, way });
  expect(await refusal(move(which, 'up'))).toBe('question_condition');
  expect(await refusal(as(coordinator).questions.remove({ ...where, questionId: food }))).toBe(
    'question_depended_on',
  );
  await move(which, 'down');
  expect((await built()).questions.map(({ name }) => name)).toEqual(['food', 'phone', 'which', 'room']);
  expect(await as(coordinator).questions.remove({ ...where, questionId: which })).toEqual({ answers: 1 });
  expect(await kept(network)).toBe(2);
  expect(await refusal(save({ name: 'food' }))).toBe('question_named_twice');
});

test('a copied training asks the same questions; those of another event can be added', async () => {
  const { network, coordinator, where, register } = await asking();
  await register(['One'], full);
  const { trainingIds } = await as(coordinator).trainings.copy({
    ...where,
    code: randomUUID().slice(0, 8),
    startsAt: new Date(Date.now() + days(40)),
  });
  const copy = { network: network.code, trainingId: trainingIds[0] ?? '' };
  const page = await as(coordinator).questions.build(copy);
  expect(page.questions.map(({ name, onlyIf, answers }) => [name, onlyIf, answers])).toEqual([
    ['food', null, 0],
    ['which', 'food', 0],
    ['phone', null, 0],
    ['room', null, 0],
  ]);
  expect(page.version).toBe(1);
  const other = { network: network.code, trainingId: await newTraining(network, coordinator) };
  const source = { sourceTrainingId: where.trainingId };
  expect(await as(coordinator).questions.copy({ ...other, ...source })).toEqual({ added: 4 });
  expect(await as(coordinator).questions.copy({ ...other, ...source })).toEqual({ added: 0 });
  const foreign = await newPerson(await newNetwork(), 'coordinator');
  expect(await refusal(as(foreign).questions.copy({ ...other, ...source }))).toBe('not_found');
});

test('two who change a form at once both change it', async () => {
  const { save, built } = await asking();
  await Promise.all(Array.from({ length: 6 }, (_, index) => save({ name: `extra${index}` })));
  const { questions, version } = await built();
  expect(questions).toHaveLength(10);
  expect([version, new Set(questions.map(({ changedIn }) => changedIn)).size]).toEqual([10, 10]);
});

test('answers go after the days of their question, after the period of the network, and when the seat is given back', async () => {
  const { network, manager, register, seatOf } = await asking();
  await register(['One'], full);
  await register(['Two'], full);
  const night = (at: number) => purgeNetwork({ networkId: network.id, now: new Date(at) });
  const end = Date.now() + days(10) + hours(7);
  expect(await night(Date.now())).toEqual({});
  await as(manager).seats.cancel({ network: network.code, seatId: await seatOf('Two') });
  expect(await night(Date.now() + hours(1))).toEqual({ answers: 3 });
  expect(await night(end + days(3) + hours(1))).toEqual({ answers: 1 });
  expect(await night(end + days(30) - hours(1))).toEqual({});
  expect(await night(end + days(30) + hours(1))).toEqual({ answers: 2 });
  expect(await kept(network)).toBe(0);
});

test('a person finds the own answers in the copy of everything, and loses them when forgotten', async () => {
  const { network, coordinator, register } = await asking();
  const mentor = await newPerson(network, 'mentor');
  await register([null], full, null, mentor);
  const { networks } = await as(mentor).privacy.everything();
  expect(JSON.stringify(networks)).toContain('+40 265 123456');
  await as(mentor).privacy.requestErasure();
  const [request] = await as(coordinator).privacy.erasures({ network: network.code });
  await as(coordinator).privacy.carryOutErasure({ network: network.code, requestId: request?.id ?? '' });
  expect(await kept(network)).toBe(0);
});
