import { randomUUID } from 'node:crypto';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { excluded, ownPage, placeOfArea, subjectAreas } from '@tessera/db/subject.server.ts';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import {
  as,
  days,
  hours,
  join,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 2 });
afterAll(() => admin.end());
const platform = { id: platformNetworkId, code: 'platform', tag: 'platform' };

/** Who took part, with a certificate, found by the address that their institution typed. */
async function takesPart(network: TestNetwork, person: TestPerson, familyName = 'Erasova') {
  const coordinator = await newPerson(network, 'coordinator');
  const institutionId = await newInstitution(network);
  const start = Date.now() - days(2);
  const trainingId = await newTraining(network, coordinator, {
    sessions: [{ startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' }],
  });
  await as(coordinator, new Date(start - days(3))).seats.register({
    network: network.code,
    trainingId,
    institutionId,
    places: [
      { givenName: 'Ilinca', familyName, email: person.email },
      { givenName: 'Ion', familyName: 'Colleague' },
    ],
    requestKey: randomUUID(),
  });
  const { seats, training } = await as(coordinator).trainings.manage({ network: network.code, trainingId });
  await as(coordinator).attendance.mark({
    network: network.code,
    trainingId,
    sessionId: training.sessions[0]?.id ?? '',
    marks: seats.map(({ id }) => ({ seatId: id, state: 'present' as const })),
  });
  await as(coordinator).certificates.issue({ network: network.code, trainingId });
  return { coordinator, trainingId };
}

test('whatever references a person or a participant is in the copy, or left out for a reason', async () => {
  const { rows } = await admin.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
     where c.table_schema = 'public' and (c.column_name ~ '(^|_)(person|participant|seat|actor|requester|decider)_id$'
       or c.column_name ~ '_by_id$' or c.column_name = 'email'
       or (c.table_name, c.column_name) in (
         select k.conrelid::regclass::text, a.attname from pg_constraint k
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
         where k.contype = 'f' and k.confrelid in ('person'::regclass, 'participant'::regclass) and a.attname <> 'network_id'))
     order by 1, 2`,
  );

  expect(rows.length).toBeGreaterThan(25);
  const uncovered = rows.filter(({ table, column }) => {
    const covers = subjectAreas
      .map(placeOfArea)
      .some(
        (place) => place.table === table && (place.where.includes(`t.${column}`) || place.mode === 'about'),
      );
    return !covers && !excluded[`${table}.${column}`];
  });
  expect(uncovered).toEqual([]);
});

test('the copy holds every column of every row, in every network, and of nobody else', async () => {
  const [here, there] = [await newNetwork(), await newNetwork()];
  const person = await newPerson(here, 'mentor');
  await takesPart(there, person);

  const { you, networks } = await as(person).privacy.everything();

  expect(networks.map(({ code }) => code).sort()).toEqual([here.code, there.code].sort());
  const { stored = {} } = networks.find(({ code }) => code === there.code) ?? {};
  expect(Object.keys(stored).sort()).toEqual([
    'attendance',
    'certificates',
    'marksChanged',
    'participants',
    'seats',
  ]);
  expect(stored.participants).toHaveLength(1);
  for (const [table, rows] of [
    ['participant', stored.participants],
    ['certificate', stored.certificates],
  ] as const) {
    const columns = await admin.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
      [table],
    );
    expect(Object.keys(rows?.[0] ?? {}).sort()).toEqual(columns.rows.map(({ name }) => name).sort());
  }
  expect(you.person?.[0]).toMatchObject({ id: person.personId, email: person.email });
  const text = JSON.stringify({ you, networks });
  expect(text).toContain('Erasova');
  expect(text).not.toMatch(/Colleague|argon2|password_hash/);
});

test('who issued certificates gets that they did, not whose they are', async () => {
  const network = await newNetwork();
  const { coordinator } = await takesPart(network, await newPerson(null, null));

  const { networks } = await as(coordinator).privacy.everything();

  const stored = networks[0]?.stored ?? {};
  expect(stored.issued).toHaveLength(2);
  expect(JSON.stringify(stored.issued)).not.toMatch(/Erasova|Colleague|learnerName|participant_id/);
  expect(JSON.stringify(stored.marked)).not.toMatch(/present|seat_id/);
});

test('a request to be forgotten goes to each network and the platform, once, with thirty days', async () => {
  const [here, there] = [await newNetwork(), await newNetwork()];
  const person = await newPerson(here, 'mentor');
  const { coordinator } = await takesPart(there, person);

  await as(person).privacy.requestErasure();
  await as(person).privacy.requestErasure();

  const { networks, request } = await as(person).privacy.mine();
  expect(networks.map((network) => network.request !== null)).toEqual([true, true]);
  expect(request).not.toBeNull();
  const [seen, ...more] = await as(coordinator).privacy.erasures({ network: there.code });
  expect(more).toEqual([]);
  expect([seen?.state, seen?.isLate]).toEqual(['open', false]);
  expect((Number(seen?.dueAt) - Number(seen?.requestedAt)) / days(1)).toBe(30);
  await as(person).privacy.withdrawErasure();
  expect((await as(person).privacy.mine()).request).toBeNull();
});

test('who is forgotten leaves every figure, a valid certificate, and no name, role, session or login', async () => {
  const network = await newNetwork();
  const person = await newPerson(network, 'mentor', null, { passwordHash: 'argon2' });
  const familyName = `Erasova${randomUUID().slice(0, 8)}`;
  const { coordinator } = await takesPart(network, person, familyName);
  const operator = await newPerson(platform, 'platform_admin');
  const certificates = await as(coordinator).certificates.list({ network: network.code });
  const own = certificates.find(({ learnerName }) => learnerName.includes(familyName));
  await as(person).privacy.requestErasure();
  const [request] = await as(coordinator).privacy.erasures({ network: network.code });
  const figures = async () =>
    (
      await admin.query(
        `select (select count(*) from participant where network_id = $1) p, (select count(*) from seat where network_id = $1) s,
           (select count(*) from attendance_record where network_id = $1) a, (select count(*) from certificate where network_id = $1) c,
           (select count(*) from role_assignment where network_id = $1) r`,
        [network.id],
      )
    ).rows[0];
  const before = await figures();

  await as(coordinator).privacy.carryOutErasure({
    network: network.code,
    requestId: request?.id ?? '',
  });
  const inNetwork = await as(person).privacy.mine();
  const [open] = (await as(operator).privacy.operatorErasures()).filter(
    ({ openNetworks }) => openNetworks === 0,
  );
  const { rows: ids } = await admin.query<{ id: string }>(
    `select id from erasure_request where network_id = $1 and person_id = $2`,
    [platformNetworkId, person.personId],
  );
  await as(operator).privacy.carryOutErasureEverywhere({ requestId: ids[0]?.id ?? '' });

  expect(open).toBeDefined();
  expect(inNetwork.networks.map(({ request: still }) => still)).toEqual([null]);
  expect(await figures()).toEqual(before);
  const verified = await as(null).certificates.verify({ code: own?.verifyCode ?? '' });
  expect([verified.standing, verified.learner]).toEqual(['valid', '–']);
  const { rows } = await admin.query(
    `select p.given_name, p.family_name, p.email, p.state,
       (select count(*)::int from login where person_id = p.id) as logins, (select count(*)::int from session where person_id = p.id) as sessions,
       (select count(*)::int from role_assignment r where r.person_id = p.id and (r.valid_until is null or r.valid_until > now())) as roles
     from person p where p.id = $1`,
    [person.personId],
  );
  expect(rows).toEqual([
    { given_name: '', family_name: '–', email: null, state: 'anonymised', logins: 0, sessions: 0, roles: 0 },
  ]);
  const everywhere = await admin.query<{ table: string }>(
    `select table_name as table from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  for (const { table } of everywhere.rows) {
    const found = await admin.query(
      `select count(*)::int as count from ${table} t where t::text like any($1)`,
      [[`%${person.email}%`, `%${familyName}%`]],
    );
    expect([table, found.rows[0].count]).toEqual([table, 0]);
  }
});

test('who is forgotten keeps no place in what is to come: the institution names anew, the next in line moves up', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', await newInstitution(network));
  const [person, next] = [await newPerson(network, 'volunteer'), await newPerson(network, 'volunteer')];
  const alone = await newTraining(network, coordinator, { audience: 'volunteers', capacity: 1 });
  await as(coordinator).registering.setWays({
    network: network.code,
    trainingId: alone,
    ways: ['person', 'institution'],
  });
  const sent = await newTraining(network, coordinator);
  const register = (who: TestPerson, trainingId: string, named: TestPerson) =>
    as(who).seats.register({
      network: network.code,
      trainingId,
      places: [{ givenName: 'Ilinca', familyName: 'Erasova', email: named.email }],
      requestKey: randomUUID(),
    });
  await register(person, alone, person);
  await register(next, alone, next);
  await register(manager, sent, person);
  const seatsOf = async (trainingId: string) =>
    (await as(coordinator).trainings.manage({ network: network.code, trainingId })).seats.map(
      ({ state, email }) => [state, email],
    );
  expect(await seatsOf(alone)).toEqual([
    ['confirmed', person.email],
    ['waiting', next.email],
  ]);

  await as(person).privacy.requestErasure();
  const [request] = await as(coordinator).privacy.erasures({ network: network.code });
  const where = { network: network.code, requestId: request?.id ?? '' };
  await as(coordinator).privacy.carryOutErasure(where);

  expect((await seatsOf(alone)).filter(([state]) => state !== 'cancelled')).toEqual([
    ['confirmed', next.email],
  ]);
  expect(await seatsOf(sent)).toEqual([['confirmed', null]]);
});

test('an offer that ran out meanwhile keeps nobody from being forgotten, nor their other places', async () => {
  const network = await newNetwork();
  const person = await newPerson(network, 'mentor');
  const coordinator = await newPerson(network, 'coordinator');
  const operator = await newPerson(platform, 'platform_admin');
  const [ranOut, held] = [await newTraining(network, coordinator), await newTraining(network, coordinator)];
  for (const trainingId of [ranOut, held]) {
    await as(person).seats.register({
      network: network.code,
      trainingId,
      places: [{ givenName: 'Ilinca', familyName: 'Erasova', email: person.email }],
      requestKey: randomUUID(),
    });
  }
  await admin.query(
    `update seat set state = 'offered', offered_until = now() - interval '1 minute' where training_id = $1`,
    [ranOut],
  );
  await as(person).privacy.requestErasure();
  const { rows } = await admin.query<{ id: string }>(
    `select id from erasure_request where network_id = $1 and person_id = $2`,
    [platformNetworkId, person.personId],
  );

  await as(operator).privacy.carryOutErasureEverywhere({ requestId: rows[0]?.id ?? '' });

  const { rows: seats } = await admin.query(
    'select state from seat where training_id = any($1) order by training_id = $2',
    [[ranOut, held], held],
  );
  expect(seats).toEqual([{ state: 'lapsed' }, { state: 'cancelled' }]);
  const { rows: people } = await admin.query('select state, email from person where id = $1', [
    person.personId,
  ]);
  expect(people).toEqual([{ state: 'anonymised', email: null }]);
});

test('while a law asks to keep the data nobody is forgotten, and the person is told why', async () => {
  const network = await newNetwork();
  const person = await newPerson(network, 'mentor');
  const coordinator = await newPerson(network, 'coordinator');
  const operator = await newPerson(platform, 'platform_admin');
  await as(person).privacy.requestErasure();
  const [request] = await as(coordinator).privacy.erasures({ network: network.code });
  const where = { network: network.code, requestId: request?.id ?? '' };
  const { rows } = await admin.query<{ id: string }>(
    `select id from erasure_request where network_id = $1 and person_id = $2`,
    [platformNetworkId, person.personId],
  );
  const everywhere = { requestId: rows[0]?.id ?? '' };
  await as(coordinator).privacy.setHold({ ...where, reason: 'An audit of the fund until June.' });

  expect(await refusal(as(coordinator).privacy.carryOutErasure(where))).toBe('legal_hold');
  expect(await refusal(as(operator).privacy.carryOutErasureEverywhere(everywhere))).toBe('legal_hold');
  expect((await as(person).privacy.mine()).networks[0]?.hold).toEqual({
    reason: 'An audit of the fund until June.',
  });
  await as(coordinator).privacy.liftHold(where);
  await as(operator).privacy.carryOutErasureEverywhere(everywhere);
  expect(await as(coordinator).privacy.erasures({ network: network.code })).toMatchObject([
    { state: 'done', familyName: '–', hold: null },
  ]);
});

test('what is shown about oneself on one page comes from every network, and is given to nobody else', async () => {
  const [here, there] = [await newNetwork(), await newNetwork()];
  const person = await newPerson(here, 'mentor');
  await join(there, person);
  const answer = { purpose: 'public_listing', version: 1, language: 'ro', answer: 'give' } as const;
  await as(person).consents.answer({ network: here.code, ...answer });

  const { networks } = await as(person).privacy.mine();
  const answers = networks.map(({ code, consents }) => [
    code,
    consents.find(({ purpose }) => purpose === 'public_listing')?.answer?.state ?? null,
  ]);
  expect(Object.fromEntries(answers)).toEqual({ [here.code]: 'given', [there.code]: null });

  const colleague = await newPerson(here, 'coordinator');
  const asked = await inScope({ networkId: here.id, personId: colleague.personId }, (tx) =>
    tx.run(ownPage(person.personId, 'en')),
  );
  expect(asked).toEqual([]);
});
