import { randomUUID } from 'node:crypto';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { xlsxFile } from '@tessera/documents/xlsx.server.ts';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { purgeFiles } from '../files/purge.server.ts';
import { joinNetwork } from '../institutions/join.server.ts';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import type { ImportKind } from './terms.ts';
import { answerImportEvent } from './work.server.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());

type Office = { network: TestNetwork; coordinator: TestPerson };

async function newOffice(): Promise<Office> {
  const network = await newNetwork();
  return { network, coordinator: await newPerson(network, 'coordinator') };
}

async function* pieces(content: string | Buffer) {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 7000) yield bytes.subarray(at, at + 7000);
}

/** What the worker does with the newest event of a kind about an import. */
async function work({ network }: Office, importId: string, kind: 'import.check_asked' | 'import.run_asked') {
  const event = await inNetwork(network.id, ({ prisma }) =>
    prisma.domainEvent.findFirst({
      where: { networkId: network.id, objectId: importId, kind },
      orderBy: { at: 'desc' },
      select: { id: true },
    }),
  );
  return answerImportEvent({ networkId: network.id, eventId: event?.id ?? '' }, new Date());
}

async function checked(
  office: Office,
  kind: ImportKind,
  content: string | Buffer,
  role = '',
): Promise<string> {
  const network = office.network.code;
  const imports = as(office.coordinator).imports;
  const { importId } = await imports.upload({ network, kind, name: 'list.csv', content: pieces(content) });
  const { mapping } = await imports.one({ network, importId });
  await imports.chooseColumns({ network, importId, mapping, role: role as 'trainer' });
  await work(office, importId, 'import.check_asked');
  return importId;
}

async function imported(office: Office, kind: ImportKind, content: string | Buffer, options: object = {}) {
  const importId = await checked(office, kind, content);
  await as(office.coordinator).imports.start({ network: office.network.code, importId, ...options });
  await work(office, importId, 'import.run_asked');
  return importId;
}

const pageOf = ({ network, coordinator }: Office, importId: string) =>
  as(coordinator).imports.one({ network: network.code, importId });

async function stateOf(office: Office, importId: string) {
  const { state, counts } = await pageOf(office, importId);
  return [state, counts.new, counts.changed, counts.same, counts.wrong];
}

async function stored({ network }: Office) {
  return inNetwork(network.id, async ({ prisma }) => {
    const where = { networkId: network.id };
    return {
      memberships: await prisma.membership.count({ where }),
      invitations: await prisma.invitation.count({ where }),
      participants: await prisma.participant.count({ where }),
      roles: await prisma.roleAssignment.count({ where }),
      references: await prisma.externalReference.count({ where }),
    };
  });
}

const tag = () => randomUUID().slice(0, 8);
const institutionsFile = (mark: string) =>
  `Name of the institution;Kind of institution;Place;Own number;Member since\n` +
  `Primăria ${mark};municipality;Târgu ${mark};R1;1.3.2024\n` +
  `Școala ${mark};School or education;Târgu ${mark};R2;\n`;

test('institutions come in from one file: cards, memberships, own numbers; the same file again changes nothing', async () => {
  const office = await newOffice();
  const mark = tag();

  const first = await imported(office, 'institutions', institutionsFile(mark));
  const again = await checked(office, 'institutions', institutionsFile(mark));

  expect(await stateOf(office, first)).toEqual(['done', 2, 0, 0, 0]);
  expect(await stateOf(office, again)).toEqual(['checked', 0, 0, 2, 0]);
  expect(
    await refusal(as(office.coordinator).imports.start({ network: office.network.code, importId: again })),
  ).toBe('import_nothing_new');
  const { institutions } = await as(office.coordinator).institutions.list({ network: office.network.code });
  expect(institutions.map(({ name, kind, locality }) => [name, kind, locality])).toEqual([
    [`Primăria ${mark}`, 'municipality', `Târgu ${mark}`],
    [`Școala ${mark}`, 'school_education', `Târgu ${mark}`],
  ]);
  expect(await stored(office)).toMatchObject({ memberships: 2, references: 2 });
});

test('an institution of another network is found by its name without diacritics; its card is left to its keeper', async () => {
  const [here, there] = [await newOffice(), await newOffice()];
  const mark = tag();
  await imported(there, 'institutions', institutionsFile(mark));
  const file = `name,kind,place,website,county\nprimaria ${mark},ngo,targu ${mark},other.example,Mureș\n`;
  const card = async () => {
    const found = { network: there.network.code, q: `Primăria ${mark}` };
    const [line] = (await as(null).institutions.list(found)).institutions;
    return line;
  };
  const before = await card();

  const importId = await imported(here, 'institutions', file);

  expect(await stateOf(here, importId)).toEqual(['done', 1, 0, 0, 0]);
  expect(await card()).toEqual(before);
  expect(before).toMatchObject({ kind: 'municipality' });

  await imported(there, 'institutions', file);
  expect(await card()).toMatchObject({ kind: 'municipality', county: 'Mureș / Maros' });
});

test('memberships change the place of registered institutions, and of no others', async () => {
  const office = await newOffice();
  const mark = tag();
  await imported(office, 'institutions', institutionsFile(mark));

  const importId = await checked(
    office,
    'memberships',
    `name;place;own number;role in the network;member until\n` +
      `anything;;R1;Partner;\nȘcoala ${mark};;;member;2026-05-01\nNobody ${mark};;;member;\n`,
  );
  const { problems } = await pageOf(office, importId);
  await as(office.coordinator).imports.start({ network: office.network.code, importId, withoutWrong: true });
  await work(office, importId, 'import.run_asked');

  expect(problems).toEqual([{ row: 4, field: 'name', code: 'unknownInstitution' }]);
  expect(await stateOf(office, importId)).toEqual(['done', 0, 2, 0, 1]);
  const { rows } = await as(office.coordinator).exports.institutions({ network: office.network.code });
  expect(rows.map((row) => [row[0], row[7], row[9], row[10], row[11]])).toEqual([
    ['R1', 'partner', 'active', '2024-03-01', null],
    ['R2', 'member', 'left', null, '2026-05-01'],
  ]);
});

test('people with a role are invited, people without one take part; the same again changes nothing', async () => {
  const office = await newOffice();
  const mark = tag();
  await imported(office, 'institutions', institutionsFile(mark));
  const file =
    'family name;given name;email;role;institution;own number\n' +
    `Szőke;Ilona;Ilona.${mark}@Demo.example;institution_manager;Primăria ${mark};\n` +
    `Țăranu;Ștefan;;;școala ${mark};L1\n` +
    `Иванова;Мария;maria.${mark}@demo.example;;;\n`;

  const first = await imported(office, 'people', file);
  const again = await checked(office, 'people', file);
  const corrected = await imported(
    office,
    'people',
    file.replace('Ștefan', 'Stefan').replace('Ilona;', 'Ilona Mária;'),
  );

  expect(await stateOf(office, first)).toEqual(['done', 3, 0, 0, 0]);
  expect(await stateOf(office, again)).toEqual(['checked', 0, 0, 3, 0]);
  expect(await stateOf(office, corrected)).toEqual(['done', 0, 2, 1, 0]);
  expect(await stored(office)).toMatchObject({ invitations: 1, participants: 2 });
  const { invitations } = await as(office.coordinator).members.invitations({ network: office.network.code });
  expect(invitations).toMatchObject([{ email: `ilona.${mark}@demo.example`, role: 'institution_manager' }]);
});

test('an invitation is mailed only when the coordinator wants it', async () => {
  const office = await newOffice();
  const file = (mark: string) => `surname,first name,email,role\nA,B,${mark}@demo.example,trainer\n`;
  const sent = () =>
    inNetwork(office.network.id, ({ prisma }) =>
      prisma.domainEvent.count({ where: { networkId: office.network.id, kind: 'invitation.sent' } }),
    );

  await imported(office, 'people', file(tag()));
  expect(await sent()).toBe(0);
  await imported(office, 'people', file(tag()), { sendInvitations: true });
  expect(await sent()).toBe(1);
});

test('an account that exists elsewhere is neither learned of nor touched', async () => {
  const office = await newOffice();
  const elsewhere = await newPerson(await newNetwork(), 'mentor');
  const file = (email: string) => `surname,first name,email,role\nFalse,Name,${email},trainer\n`;
  const seen = async (email: string) => {
    const importId = await imported(office, 'people', file(email));
    const {
      id: _,
      createdAt: __,
      finishedAt: ___,
      keptUntil: ____,
      ...page
    } = await pageOf(office, importId);
    const code = { network: office.network.code };
    const { people } = await as(office.coordinator).members.list(code);
    const { invitations } = await as(office.coordinator).members.invitations(code);
    return JSON.stringify([
      page,
      people.map(({ email: known }) => known),
      invitations.find((one) => one.email === email)?.role,
    ]);
  };

  expect(await seen(elsewhere.email)).toBe(await seen(`${tag()}@demo.example`));
  const person = await inScope({ door: 'identity' }, ({ prisma }) =>
    prisma.person.findFirst({ where: { email: elsewhere.email }, select: { givenName: true } }),
  );
  expect(person).toEqual({ givenName: 'Ana' });
});

test('who belongs to the network already gets a further role at once', async () => {
  const office = await newOffice();
  const trainer = await newPerson(office.network, 'trainer');
  const file = `surname,first name,email,role\nX,Y,${trainer.email},mentor\nX,Y,${trainer.email},trainer\n`;

  const importId = await imported(office, 'people', file);

  expect(await stateOf(office, importId)).toEqual(['done', 0, 1, 1, 0]);
  expect(await stored(office)).toMatchObject({ invitations: 0, roles: 3 });
});

test('each wrong row is told with its number, its column and what is wrong; nothing is written until it is settled', async () => {
  const office = await newOffice();
  const mark = tag();
  const importId = await checked(
    office,
    'people',
    'surname,first name,email,role,institution,own number\n' +
      `=HYPERLINK("x"),B,a.${mark}@demo.example,trainer,,\n` +
      ',B,not an address,juggler,,\n' +
      `A,B,two.${mark}@demo.example,trainer,,\n` +
      `Other,Person,two.${mark}@demo.example,mentor,,\n` +
      `A,B,two.${mark}@demo.example,trainer,,\n` +
      'A,B,,trainer,,\nA,B,,,,\n' +
      `A,B,im.${mark}@demo.example,institution_manager,,\n` +
      `A,B,x.${mark}@demo.example,viewer,Nowhere ${mark},\n` +
      `${'long'.repeat(30)},B,y.${mark}@demo.example,viewer,,\n`,
  );
  const network = office.network.code;

  expect((await pageOf(office, importId)).problems).toEqual([
    { row: 2, field: 'familyName', code: 'formula' },
    { row: 3, field: 'email', code: 'email' },
    { row: 3, field: 'role', code: 'notKnown' },
    { row: 3, field: 'familyName', code: 'required' },
    { row: 5, field: 'email', code: 'otherPerson', param: 4 },
    { row: 6, field: 'email', code: 'repeated', param: 4 },
    { row: 7, field: 'email', code: 'emailNeeded' },
    { row: 8, field: 'reference', code: 'keyNeeded' },
    { row: 9, field: 'institution', code: 'institutionNeeded' },
    { row: 10, field: 'institution', code: 'unknownInstitution' },
    { row: 11, field: 'familyName', code: 'tooLong', param: 80 },
  ]);
  expect(await refusal(as(office.coordinator).imports.start({ network, importId }))).toBe(
    'import_has_wrong_rows',
  );
  expect(await stored(office)).toMatchObject({ invitations: 0 });

  const wrong = await as(office.coordinator).imports.wrongRows({ network, importId });
  expect(wrong.rows.map(({ number }) => number)).toEqual([2, 3, 5, 6, 7, 8, 9, 10, 11]);
  await as(office.coordinator).imports.start({ network, importId, withoutWrong: true });
  await work(office, importId, 'import.run_asked');
  expect(await stored(office)).toMatchObject({ invitations: 1 });
});

test('two at once: one is taken, the other learns of it; and a job that runs twice writes once', async () => {
  const office = await newOffice();
  const network = office.network.code;
  const importId = await checked(
    office,
    'people',
    `surname,first name,email,role\nA,B,${tag()}@demo.example,trainer\n`,
  );
  const start = () => as(office.coordinator).imports.start({ network, importId });

  const outcomes = await Promise.all(
    [start(), start()].map((call) =>
      call.then(
        () => 'taken',
        () => 'refused',
      ),
    ),
  );
  await Promise.all([1, 2, 3].map(() => work(office, importId, 'import.run_asked')));

  expect(outcomes.sort()).toEqual(['refused', 'taken']);
  expect(await stateOf(office, importId)).toEqual(['done', 1, 0, 0, 0]);
  expect(await stored(office)).toMatchObject({ invitations: 1 });
});

test('two files with the same people at once make each of them once', async () => {
  const office = await newOffice();
  const network = office.network.code;
  const marks = Array.from({ length: 30 }, tag);
  const file = `surname,first name,email,role\n${marks.map((mark) => `A,B,${mark}@demo.example,trainer\n`).join('')}`;
  const both = [await checked(office, 'people', file), await checked(office, 'people', `${file}\n`)];
  for (const importId of both) await as(office.coordinator).imports.start({ network, importId });

  await Promise.all(both.map((importId) => work(office, importId, 'import.run_asked')));

  expect(await stored(office)).toMatchObject({ invitations: 30 });
  const states = await Promise.all(both.map((importId) => stateOf(office, importId)));
  expect(states.map(([, , , same]) => same).sort()).toEqual([0, 30]);
});

test('undoing removes what was made and restores what was changed', async () => {
  const office = await newOffice();
  const network = office.network.code;
  const mark = tag();
  const first = await imported(office, 'institutions', institutionsFile(mark));
  const people = `surname,first name,email,role,institution,own number\nA,B,${mark}@demo.example,trainer,,\nC,D,,,Primăria ${mark},L1\n`;
  await imported(office, 'people', people);
  const before = await stored(office);
  const second = await imported(office, 'people', people.replace('C,D', 'C,Changed').concat('E,F,,,,L2\n'));

  expect((await as(office.coordinator).imports.undo({ network, importId: second })).blockers).toEqual([]);
  expect(await stored(office)).toEqual(before);
  expect(
    await inNetwork(office.network.id, ({ prisma }) =>
      prisma.participant.findMany({ where: { networkId: office.network.id }, select: { givenName: true } }),
    ),
  ).toEqual([{ givenName: 'D' }]);
  expect((await as(office.coordinator).imports.undo({ network, importId: first })).blockers).toEqual([
    { row: 2, reason: 'used' },
  ]);
  expect(await stored(office)).toEqual(before);
  expect(await refusal(as(office.coordinator).imports.undo({ network, importId: second }))).toBe(
    'import_moved_on',
  );
});

test('undoing an import of institutions takes the cards back that no network uses', async () => {
  const [office, other] = [await newOffice(), await newOffice()];
  const mark = tag();
  const importId = await imported(office, 'institutions', institutionsFile(mark));
  const cards = () =>
    inScope({ door: 'register' }, ({ prisma }) =>
      prisma.institutionText.findMany({
        where: { name: { contains: mark } },
        select: { institutionId: true, name: true },
        orderBy: { name: 'asc' },
      }),
    );
  const [kept] = await cards();
  await joinNetwork(
    { actorId: null, now: new Date(), networkId: other.network.id },
    { institutionId: kept?.institutionId ?? '', role: 'member', track: '', isGuest: true, joinedOn: null },
  );

  const { blockers } = await as(office.coordinator).imports.undo({ network: office.network.code, importId });

  expect(blockers).toEqual([]);
  expect(await stored(office)).toMatchObject({ memberships: 0, references: 0 });
  expect(await cards()).toEqual([kept]);
});

test('how columns were matched is remembered for the next file of the network', async () => {
  const office = await newOffice();
  const network = office.network.code;
  const imports = as(office.coordinator).imports;
  const upload = async (content: string) => {
    const { importId } = await imports.upload({
      network,
      kind: 'people',
      name: 'a.csv',
      content: pieces(content),
    });
    return { importId, mapping: (await imports.one({ network, importId })).mapping };
  };
  const file = 'Wie sie heisst;Zweite Spalte;Dritte;Postfach\nA;B;C;a@demo.example\n';

  const first = await upload(file);
  expect(first.mapping).toEqual(['', '', '', '']);
  expect(
    await refusal(imports.chooseColumns({ network, importId: first.importId, mapping: ['email'] })),
  ).toBe('import_columns_missing');
  expect(
    await refusal(imports.chooseColumns({ network, importId: first.importId, mapping: ['email', 'email'] })),
  ).toBe('import_column_twice');
  await imports.chooseColumns({
    network,
    importId: first.importId,
    mapping: ['familyName', 'givenName', '', 'email'],
  });

  expect((await upload(file)).mapping).toEqual(['familyName', 'givenName', '', 'email']);
});

test('a file that is none, is too large or has too many rows is a clear answer, and nothing of it is kept', async () => {
  const office = await newOffice();
  const network = office.network.code;
  const upload = (content: string | Buffer) =>
    refusal(
      as(office.coordinator).imports.upload({
        network,
        kind: 'people',
        name: 'a.xlsx',
        content: pieces(content),
      }),
    );

  expect(await upload('')).toBe('file_empty');
  expect(await upload('%PDF-1.7')).toBe('file_no_table');
  expect(await upload(Buffer.alloc(20_000_001, 'a'))).toBe('file_too_large');
  expect((await as(office.coordinator).imports.list({ network })).imports).toEqual([]);

  const many = `surname,first name,own number\n${Array.from({ length: 100_000 }, (_, row) => `A,B,${row}\n`).join('')}`;
  const importId = await checked(office, 'people', many);
  expect(await pageOf(office, importId)).toMatchObject({
    state: 'failed',
    failure: 'file_too_many_rows',
    failureParams: { count: 50_000 },
  });
});

test('an import of another network does not exist, and only coordinators import', async () => {
  const [office, other] = [await newOffice(), await newOffice()];
  const importId = await checked(office, 'people', 'surname,first name,own number\nA,B,1\n');
  const trainer = await newPerson(office.network, 'trainer');

  expect(await refusal(as(other.coordinator).imports.one({ network: other.network.code, importId }))).toBe(
    'not_found',
  );
  expect(await refusal(as(trainer).imports.one({ network: office.network.code, importId }))).toBe(
    'not_allowed',
  );
});

test('after thirty days the file is gone, with what was noted of its people; the import stays in the list', async () => {
  const office = await newOffice();
  const network = office.network.code;
  const importId = await imported(office, 'people', 'surname,first name,own number\nA,B,1\n');

  await purgeFiles(new Date(Date.now() + days(31)));

  expect(await pageOf(office, importId)).toMatchObject({ state: 'done', fileName: '', isFileGone: true });
  expect(await refusal(as(office.coordinator).imports.undo({ network, importId }))).toBe('import_too_old');
  expect(await refusal(as(office.coordinator).imports.wrongRows({ network, importId }))).toBe('not_found');
});

test('a new network with thirty institutions and 350 people is set up from two files', async () => {
  const office = await newOffice();
  const mark = tag();
  const institutions = Array.from({ length: 30 }, (_, index) => [
    `Primăria ${index} ${mark}`,
    'municipality',
    `Loc ${index}`,
  ]);
  const people = Array.from({ length: 350 }, (_, index) => [
    `Szőke${index}`,
    'Ilona',
    `p${index}.${mark}@demo.example`,
    index % 10 === 0 ? 'institution_manager' : index % 3 === 0 ? 'volunteer' : null,
    `Primăria ${index % 30} ${mark}`,
  ]);

  const first = await imported(
    office,
    'institutions',
    xlsxFile('a', ['name', 'kind', 'place'], institutions),
  );
  const second = await imported(
    office,
    'people',
    xlsxFile('b', ['surname', 'first name', 'email', 'role', 'institution'], people),
  );

  expect(await stateOf(office, first)).toEqual(['done', 30, 0, 0, 0]);
  expect(await stateOf(office, second)).toEqual(['done', 350, 0, 0, 0]);
  await newTraining(office.network, office.coordinator);
  await newInstitution(office.network);
});

test('work that stopped says so and goes on when it is asked for again', async () => {
  const office = await newOffice();
  const network = office.network.code;
  const { imports } = as(office.coordinator);
  const importId = await checked(office, 'institutions', 'name;kind\nCasa Bună;ngo\n');
  const page = () => imports.one({ network, importId });
  await imports.start({ network, importId });
  expect(await page()).toMatchObject({ state: 'running', isStopped: false });
  expect(await refusal(imports.resume({ network, importId }))).toBe('import_moved_on');

  const later = as(office.coordinator, new Date(Date.now() + hours(1))).imports;
  expect((await later.one({ network, importId })).isStopped).toBe(true);
  await admin.query(
    `update domain_event set failed_at = now(), failure = 'stalled' where object_id = $1 and kind = 'import.run_asked'`,
    [importId],
  );
  expect(await page()).toMatchObject({ state: 'running', isStopped: true });
  expect((await imports.list({ network })).imports).toMatchObject([{ isStopped: true }]);
  const asked = await Promise.allSettled([1, 2].map(() => imports.resume({ network, importId })));

  expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await page()).toMatchObject({ state: 'running', isStopped: false });
  await work(office, importId, 'import.run_asked');
  expect(await page()).toMatchObject({ state: 'done', counts: { new: 1 } });
});
