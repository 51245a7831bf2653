import { createHash, randomUUID } from 'node:crypto';
import { bytesOf } from '@tessera/files/bytes.ts';
import { pdfOf } from '@tessera/files/document.testing.ts';
import { pngOf } from '@tessera/files/picture.testing.ts';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { oneFile } from '../canary.testing.server.ts';
import { purgeFiles } from '../files/purge.server.ts';
import { fileStore } from '../files/store.server.ts';
import { purgeNetwork } from '../privacy/retention.server.ts';
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
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { proofsOf } from './rules.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());

const pdf = (words: string) => pdfOf(words).toString();
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** A half-day that began ten minutes ago, with two people marked as there. */
async function halfDay() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const trainer = await newPerson(network, 'trainer');
  const manager = await newPerson(network, 'institution_manager', await newInstitution(network));
  const start = new Date(Date.now() - 600_000);
  const trainingId = await newTraining(network, coordinator, {
    trainerIds: [trainer.personId],
    sessions: [{ startsAt: start, endsAt: new Date(start.getTime() + hours(3)), halfDay: 'am' }],
  });
  await as(manager, new Date(Date.now() - days(1))).seats.register({
    network: network.code,
    trainingId,
    places: places('Pop', 'Dan'),
    requestKey: randomUUID(),
  });
  const { rows, sessions } = await as(coordinator).attendance.sheet({ network: network.code, trainingId });
  const at = { network: network.code, trainingId, sessionId: sessions[0]?.id ?? '' };
  await as(trainer).attendance.mark({
    ...at,
    marks: rows.map(({ seatId }) => ({ seatId, state: 'present' as const })),
  });
  const keep = (person: TestPerson, text: string | Uint8Array, name = 'list.pdf') =>
    as(person).attendance.keepList({ ...at, name, content: oneFile(text) });
  return { network, coordinator, trainer, manager, at, keep };
}

test('a scanned list is kept byte for byte with its hash, and whoever keeps the list gets it back', async () => {
  const { coordinator, trainer, manager, network, at, keep } = await halfDay();
  const text = pdf('signed by all');

  const { evidenceId, sha256 } = await keep(trainer, text);

  expect(sha256).toBe(hashOf(text));
  const { lists, isOpen } = await as(coordinator).attendance.evidence(at);
  expect(isOpen).toBe(true);
  expect(lists.map(({ fileName, size, sha256 }) => [fileName, size, sha256])).toEqual([
    ['list.pdf', text.length, sha256],
  ]);
  const file = await as(trainer).attendance.evidenceFile({ ...at, evidenceId });
  expect((await bytesOf(fileStore().get(file.storageKey))).toString()).toBe(text);
  const { sessions } = await as(coordinator).attendance.sheet(at);
  expect(sessions[0]?.evidence).toEqual([{ kind: 'scanned_list', seatId: null, sha256 }]);
  const stranger = await newPerson(network, 'trainer');
  expect(await refusal(as(stranger).attendance.evidenceFile({ ...at, evidenceId }))).toBe('not_allowed');
  expect(await refusal(as(manager).attendance.evidenceFile({ ...at, evidenceId }))).toBe('not_allowed');
});

test('what is no scan, is empty, is too large or is kept already is refused, and nothing of it stays', async () => {
  const { coordinator, at, keep } = await halfDay();
  const image = pngOf(4, 4);
  await keep(coordinator, image, 'photo.png');

  expect(await refusal(keep(coordinator, '<html>', 'list.pdf'))).toBe('list_type');
  expect(await refusal(keep(coordinator, '%PDF-1.7 cut off'))).toBe('list_type');
  const scripted = pdfOf('x', { root: '/OpenAction<</S/JavaScript/JS(1)>>' });
  expect(await refusal(keep(coordinator, scripted))).toBe('file_active');
  expect(await refusal(keep(coordinator, ''))).toBe('file_empty');
  expect(await refusal(keep(coordinator, pdf('x'.repeat(10_000_000))))).toBe('file_too_large');
  expect(await refusal(keep(coordinator, image, 'again.png'))).toBe('list_kept_before');
  const twice = await Promise.allSettled([keep(coordinator, pdf('one')), keep(coordinator, pdf('one'))]);
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);

  const { lists } = await as(coordinator).attendance.evidence(at);
  expect(lists.map(({ fileName }) => fileName)).toEqual(['photo.png', 'list.pdf']);
});

test('a file is recognised as the list that was kept; one byte more and it is another', async () => {
  const { trainer, at, keep } = await halfDay();
  const text = pdf('signed by all');
  const { evidenceId } = await keep(trainer, text);
  const check = (words: string) => as(trainer).attendance.checkEvidence({ ...at, content: oneFile(words) });

  expect((await check(text)).match?.id).toBe(evidenceId);
  expect(await check(`${text} `)).toEqual({ sha256: hashOf(`${text} `), match: null });
});

test('the lock freezes the proof; opened again it can be taken back, and what was kept stays known', async () => {
  const { coordinator, trainer, at, keep } = await halfDay();
  const { evidenceId } = await keep(trainer, pdf('wrong sheet'));
  const file = await as(trainer).attendance.evidenceFile({ ...at, evidenceId });
  await as(trainer).attendance.lock(at);
  const withdraw = () => as(trainer).attendance.withdrawEvidence({ ...at, evidenceId });

  expect(await refusal(keep(trainer, pdf('late')))).toBe('attendance_locked');
  expect(await refusal(withdraw())).toBe('attendance_locked');
  await as(coordinator).attendance.reopen({ ...at, reason: 'Wrong sheet' });
  await withdraw();

  expect(await refusal(withdraw())).toBe('not_found');
  expect((await as(trainer).attendance.evidence(at)).lists).toEqual([]);
  expect(await refusal(as(trainer).attendance.evidenceFile({ ...at, evidenceId }))).toBe('not_found');
  await purgeFiles(new Date(Date.now() + 60_000));
  expect(await fileStore().exists(file.storageKey)).toBe(false);
  const { rows } = await admin.query('select sha256 from attendance_evidence where id = $1', [evidenceId]);
  expect(rows).toEqual([{ sha256: hashOf(pdf('wrong sheet')) }]);
});

test('when its time is over the file goes, and the hash stays', async () => {
  const { coordinator, network, at, keep } = await halfDay();
  const { evidenceId, sha256 } = await keep(coordinator, pdf('old'));
  const { storageKey } = await as(coordinator).attendance.evidenceFile({ ...at, evidenceId });
  const in7Years = new Date(Date.now() + days(7 * 366));

  expect((await purgeNetwork({ networkId: network.id, now: in7Years })).evidence).toBe(1);
  await purgeFiles(in7Years);

  expect(await fileStore().exists(storageKey)).toBe(false);
  const { lists } = await as(coordinator).attendance.evidence(at);
  expect(lists.map((list) => [list.sha256, list.isPurged])).toEqual([[sha256, true]]);
});

test('what proves presence: only for who was there, and a list for everyone', () => {
  const list = [{ kind: 'scanned_list' as const }];

  expect(proofsOf('present', 'scan', list)).toEqual(['door', 'scanned_list']);
  expect(proofsOf('partial', 'manual', [...list, { kind: 'drawn_signature' }])).toEqual([
    'drawn_signature',
    'scanned_list',
  ]);
  expect(proofsOf('absent', 'manual', list)).toEqual([]);
  expect(proofsOf('unmarked', undefined, list)).toEqual([]);
});

test('somebody signs at the door: sealed, with a hash, present at once; opening it leaves an entry', async () => {
  const { trainer, coordinator, network, at } = await halfDay();
  const { rows } = await as(trainer).attendance.sheet(at);
  const [pop = '', dan = ''] = rows.map(({ seatId }) => seatId);
  const sign = (seatId: string, given: object) => as(trainer).attendance.sign({ ...at, seatId, ...given });
  const mark = (seatId: string, state: 'absent' | 'unmarked') =>
    as(trainer).attendance.mark({ ...at, marks: [{ seatId, state }] });
  await mark(pop, 'unmarked');
  await mark(dan, 'absent');

  expect(await refusal(sign(pop, { name: 'Ion' }))).toBe('signature_needed');
  expect(await refusal(sign(dan, { name: 'Ion Dan', isConfirmed: true }))).toBe('signature_absent');
  await expect(sign(pop, { path: '<script>' })).rejects.toThrow();
  const { evidenceId } = await sign(pop, { path: 'M1 2L3 4' });
  expect(await refusal(sign(pop, { path: 'M1 2L3 4' }))).toBe('signature_given');

  const sheet = await as(trainer).attendance.sheet(at);
  expect(sheet.rows.find(({ seatId }) => seatId === pop)?.marks[at.sessionId]).toBe('present');
  expect(sheet.sessions[0]?.evidence.map(({ kind, seatId }) => [kind, seatId])).toEqual([
    ['drawn_signature', pop],
  ]);
  const { rows: stored } = await admin.query(
    `select encode(signature, 'escape') as text from attendance_evidence where id = $1`,
    [evidenceId],
  );
  expect(stored[0]?.text).not.toContain('M1 2L3 4');
  expect(await as(coordinator).attendance.openSignature({ ...at, evidenceId })).toEqual({ path: 'M1 2L3 4' });
  const { rows: reads } = await admin.query(
    `select payload ->> 'right' as right from domain_event where network_id = $1 and kind = 'record.read'`,
    [network.id],
  );
  expect(reads).toEqual([{ right: 'organiser' }]);
  await as(trainer).attendance.withdrawEvidence({ ...at, evidenceId });
  expect(await refusal(as(trainer).attendance.openSignature({ ...at, evidenceId }))).toBe('not_found');
  const in7Years = new Date(Date.now() + days(7 * 366));
  await sign(pop, { name: 'Ana Pop', isConfirmed: true });
  await purgeNetwork({ networkId: network.id, now: in7Years });
  const { rows: left } = await admin.query(
    'select count(signature)::int as sealed, count(*)::int as rows from attendance_evidence where network_id = $1',
    [network.id],
  );
  expect(left).toEqual([{ sealed: 0, rows: 2 }]);
});
