import { createDecipheriv, createHash, hkdfSync, scryptSync } from 'node:crypto';
import { networkRows } from '@tessera/db/closings.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { fingerprintOf } from '@tessera/db/testing.server.ts';
import { openZip, unpack } from '@tessera/documents/zip.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { Decrypter } from 'age-encryption';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { canaryWorld, sealedCanary, type World } from '../canary.testing.server.ts';
import { fileStore } from '../files/store.server.ts';
import { joinNetwork } from '../institutions/join.server.ts';
import {
  as,
  days,
  join,
  newInstitution,
  newNetwork,
  newPerson,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { endClosings } from './delete.server.ts';
import { packageKey } from './find.server.ts';
import { answerClosingEvent } from './package.server.ts';
import { deletionOrder } from './terms.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 2 });
afterAll(() => admin.end());

const reason = 'The programme has ended';
const later = () => new Date(Date.now() + days(31));
const stored = async <Row extends pg.QueryResultRow>(sql: string, ...values: unknown[]) =>
  (await admin.query<Row>(sql, values)).rows;

/** A network with some of everything and nothing that stands against its closing. */
async function closable(name: string): Promise<World & { second: TestPerson }> {
  const world = await canaryWorld(name);
  const { network, ids } = world;
  await stored(`update network set state = 'closed' where code = $1`, ids.childId);
  return { ...world, second: await newPerson(network, 'coordinator') };
}

async function ask({ network, coordinator }: { network: TestNetwork; coordinator: TestPerson }) {
  await as(coordinator).closing.ask({ network: network.code, code: network.code, reason });
}

/** Does what the worker does with the latest event. */
async function makePackage({ id }: TestNetwork): Promise<void> {
  const [event] = await stored<{ id: string }>(
    `select id from domain_event where network_id = $1 and kind = 'closing.package_asked' order by id desc limit 1`,
    id,
  );
  await answerClosingEvent({ networkId: id, eventId: event?.id ?? '' }, new Date());
}

async function confirmed(name: string) {
  const world = await closable(name);
  const code = { network: world.network.code };
  await ask(world);
  const asker = (await as(world.coordinator).closing.showHalf(code)).half;
  await as(world.second).closing.confirm(code);
  const confirmer = (await as(world.second).closing.showHalf(code)).half;
  return { ...world, code, asker, confirmer };
}

async function opened(sealed: Uint8Array, passphrase: string): Promise<Map<string, string>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const bytes = Buffer.from(await decrypter.decrypt(sealed));
  const parts = openZip(bytes);
  const texts = new Map<string, string>();
  for (const [name, part] of parts) texts.set(name, (await bytesOf(unpack(bytes, part))).toString('utf8'));
  return texts;
}

/** The same without a library, as age-encryption.org/v1 says it: what any other program does. */
function openedBySpecification(sealed: Buffer, passphrase: string): Buffer {
  const head = sealed.toString('latin1', 0, sealed.indexOf('\n---') + 1).split('\n');
  const [, , salt = '', factor = ''] = head[1]?.split(' ') ?? [];
  const label = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), Buffer.from(salt, 'base64')]);
  const wrapping = scryptSync(passphrase, label, 32, { N: 2 ** Number(factor), r: 8, maxmem: 2 ** 30 });
  const fileKey = openChunk(wrapping, Buffer.alloc(12), Buffer.from(head[2] ?? '', 'base64'));
  const start = sealed.indexOf('\n', sealed.indexOf('\n---') + 1) + 1;
  const nonce = sealed.subarray(start, start + 16);
  const key = Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
  const chunk = 65_536 + 16;
  const plain: Buffer[] = [];
  for (let at = start + 16, index = 0; at < sealed.length; at += chunk, index += 1) {
    const counter = Buffer.alloc(12);
    counter.writeUInt32BE(index, 7);
    counter.writeUInt8(at + chunk >= sealed.length ? 1 : 0, 11);
    plain.push(openChunk(key, counter, sealed.subarray(at, at + chunk)));
  }
  return Buffer.concat(plain);
}

function openChunk(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - 16)), decipher.final()]);
}

/** What is left of a network, by table. */
async function leftOf(networkId: string): Promise<Record<string, number>> {
  const tables = await stored<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relkind = 'r' and a.attname = 'network_id' order by 1`,
  );
  const left: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await stored<{ count: number }>(
      `select count(*)::int as count from ${name} where network_id = $1`,
      networkId,
    );
    if (row && row.count > 0) left[name] = row.count;
  }
  return left;
}

test('the code has to be typed, a reason given, and the person who asked cannot confirm', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const { closing } = as(coordinator);
  const code = { network: network.code };

  expect(await refusal(closing.ask({ ...code, code: 'another', reason }))).toBe('closing_code_wrong');
  await closing.ask({ ...code, code: network.code, reason });
  expect(await refusal(closing.ask({ ...code, code: network.code, reason }))).toBe('closing_changed');
  expect(await refusal(closing.confirm(code))).toBe('second_person_needed');
  expect((await closing.page(code)).closing).toMatchObject({ state: 'asked', reason, isAsker: true });
  await expect(
    stored(`update network_closing set confirmed_by_id = asked_by_id where network_id = $1`, network.id),
  ).rejects.toThrow('network_closing_four_eyes');
});

test('of two people who confirm at once one does, and nobody without a right does', async () => {
  const network = await newNetwork();
  const people = await Promise.all([1, 2, 3].map(() => newPerson(network, 'coordinator')));
  const viewer = await newPerson(network, 'viewer');
  const [asking, ...others] = people;
  await as(asking ?? null).closing.ask({ network: network.code, code: network.code, reason });

  expect(await refusal(as(viewer).closing.confirm({ network: network.code }))).toBe('not_allowed');
  const answers = await Promise.allSettled(
    others.map((person) => as(person).closing.confirm({ network: network.code })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(
    await stored(
      `select kind from domain_event where network_id = $1 and kind = 'closing.confirmed'`,
      network.id,
    ),
  ).toHaveLength(1);
});

test('what is open elsewhere stands against a closing, for the one who asks and for the one who confirms', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const second = await newPerson(network, 'coordinator');
  await ask({ network, coordinator });
  await newNetwork({ parentCode: network.code, kind: 'county' });

  expect(await refusal(as(second).closing.confirm({ network: network.code }))).toBe('closing_blocked');
  const { contents } = await as(second).closing.page({ network: network.code });
  expect(contents.blockers).toEqual({ children: 1, imports: 0, moves: 0, holds: 0 });
  await as(coordinator).closing.withdraw({ network: network.code });
  expect(await refusal(ask({ network, coordinator }))).toBe('closing_blocked');
});

test('from the confirmation on members read, nobody writes, and visitors find nothing; taken back, all is as before', async () => {
  const { network, coordinator, second, code, ids } = await confirmed('REST');
  const before = await leftOf(network.id);
  const page = (person: TestPerson | null) => as(person).networks.page(code);

  expect(await refusal(page(null))).toBe('not_found');
  expect(await refusal(page(await newPerson(null, null)))).toBe('not_found');
  expect((await page(coordinator)).code).toBe(network.code);
  expect(await refusal(as(coordinator).networks.saveAccent({ ...code, accent: '#112233' }))).toBe(
    'network_closing',
  );
  await makePackage(network);
  const [closing] = await stored<{ id: string }>(
    `select id from network_closing where network_id = $1`,
    network.id,
  );
  const key = packageKey(network.id, closing?.id ?? '');
  expect(await fileStore().exists(key)).toBe(true);

  await as(second).closing.withdraw(code);
  expect((await page(null)).code).toBe(network.code);
  expect(await fileStore().exists(key)).toBe(false);
  const after = await leftOf(network.id);
  expect({ ...after, domain_event: 0 }).toEqual({ ...before, domain_event: 0 });
  await as(coordinator).networks.saveAccent({ ...code, accent: '#112233' });
  expect((await as(coordinator).trainings.page({ ...code, trainingId: ids.trainingId ?? '' })).isOwn).toBe(
    true,
  );
  expect(await endClosings(later())).toMatchObject({ closed: 0 });
  expect((await as(coordinator).closing.page(code)).closing).toBeNull();
  await ask({ network, coordinator });
});

test('a half is shown once to whom it belongs, and the package opens with both halves and not with one', {
  timeout: 60_000,
}, async () => {
  const world = await confirmed('PACK');
  const { network, coordinator, second, code, asker, confirmer, canary, ids } = world;
  const third = await newPerson(network, 'coordinator');
  expect(asker).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  expect(await refusal(as(coordinator).closing.showHalf(code))).toBe('closing_half_shown');
  expect(await refusal(as(third).closing.showHalf(code))).toBe('not_found');
  expect(await refusal(as(third).closing.download(code))).toBe('closing_no_package');

  await makePackage(network);
  const { key, name, size } = await as(second).closing.download(code);
  const sealed = await bytesOf(fileStore().get(key));
  expect(sealed.length).toBe(size);
  expect(name).toMatch(new RegExp(`^${network.code}-.*\\.zip\\.age$`));
  for (const one of [asker, confirmer, `${confirmer}-${asker}`]) {
    await expect(opened(sealed, one)).rejects.toThrow();
  }
  const texts = await opened(sealed, `${asker}-${confirmer}`);
  expect(openZip(openedBySpecification(sealed, `${asker}-${confirmer}`)).size).toBe(texts.size);

  const manifest = JSON.parse(texts.get('manifest.json') ?? '') as {
    tables: { name: string; rows: number }[];
    files: { file: string }[];
  };
  const rows = Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows]));
  expect(rows).toMatchObject({ seat: 4, consent_record: 1, certificate: 1, network: 1, institution: 2 });
  expect(rows.network_key).toBeUndefined();
  const tables = await inNetwork(network.id, (tx) => tx.run(networkRows()));
  expect(tables.filter(({ name: table }) => rows[table] === undefined)).toEqual([]);
  expect(texts.get('tables/consent_record.csv')).toContain(`Subject ${sealedCanary}${canary}`);
  expect(texts.get('tables/prerequisite_record.csv')).toContain(`${sealedCanary}${canary}`);
  expect(texts.get('tables/person.csv')).toContain(coordinator.email);
  const files = manifest.files.map(({ file }) => texts.get(file));
  expect(files.some((text) => text?.includes(canary))).toBe(true);
  expect(texts.get('README.txt')).toContain('Pachetul de predare');
  for (const half of [asker, confirmer]) expect([...texts.values()].join()).not.toContain(half);

  const reads = await stored<{ payload: { fields: string[] } }>(
    `select payload from domain_event where network_id = $1 and kind = 'record.read' and payload ->> 'right' = 'hand_over'`,
    network.id,
  );
  expect(reads).toHaveLength(1);
  expect(reads[0]?.payload.fields).toContain('consent_record.subject');
  const everything = await fingerprintText(network.id);
  expect(everything).not.toContain(`${sealedCanary}${canary}`);
  expect(everything).not.toContain(asker);
  expect(ids.consentId).toBeTruthy();
});

test('two workers at once make one package whose checksum holds, and none once it is there', {
  timeout: 60_000,
}, async () => {
  const { network, second, code, asker, confirmer } = await confirmed('SAME');

  await Promise.all([makePackage(network), makePackage(network)]);

  const { key } = await as(second).closing.download(code);
  const sealed = await bytesOf(fileStore().get(key));
  const { closing } = await as(second).closing.page(code);
  expect(createHash('sha256').update(sealed).digest('hex')).toBe(closing?.packageSha256);
  expect((await opened(sealed, `${asker}-${confirmer}`)).has('manifest.json')).toBe(true);
  await makePackage(network);
  expect((await bytesOf(fileStore().get(key))).equals(sealed)).toBe(true);
});

test('the operator confirms, sees code, reason and counts, and no word of what is inside', async () => {
  const { network, coordinator, canary } = await closable('OPER');
  const operators = { id: '00000000-0000-7000-8000-000000000001', code: 'platform', tag: '' };
  const operator = await newPerson(operators, 'platform_admin');
  await ask({ network, coordinator });
  const address = { address: network.code };

  const one = await as(operator).closing.operatorOne(address);
  expect(one.closing).toMatchObject({ code: network.code, reason, state: 'asked' });
  expect(one.counts?.rows).toBeGreaterThan(20);
  expect(JSON.stringify(one)).not.toContain(canary);
  expect(await refusal(as(coordinator).closing.confirmAsOperator(address))).toBe('not_found');
  await as(operator).closing.confirmAsOperator(address);
  expect((await as(operator).closing.showHalfAsOperator(address)).half).toHaveLength(23);
  expect(await refusal(as(operator).operator.switch({ ...address, move: 'reactivate' }))).toBe(
    'network_state_changed',
  );
  await as(operator).closing.withdrawAsOperator(address);
  expect((await as(null).networks.page({ network: network.code })).code).toBe(network.code);
});

test('a network goes only when its package was fetched and the waiting time is over', async () => {
  const { network, coordinator, code } = await confirmed('WAIT');
  const state = async () =>
    (await stored<{ state: string }>(`select state from network where id = $1`, network.id))[0]?.state;
  await makePackage(network);
  await endClosings(later());
  expect(await state()).toBe('closing');

  expect(await refusal(as(coordinator).closing.arrived(code))).toBe('closing_no_package');
  await as(coordinator).closing.download(code);
  await endClosings(later());
  expect(await state()).toBe('closing');

  await as(coordinator).closing.arrived(code);
  await endClosings(new Date(Date.now() + days(29)));
  expect(await state()).toBe('closing');
  await endClosings(later());
  expect(await state()).toBe('closed');
  expect(await refusal(as(coordinator).closing.withdraw(code))).toBe('not_found');
});

test('cut off after any batch the deletion goes on to the same end: nothing is left but the tombstone', {
  timeout: 240_000,
}, async () => {
  const { network, coordinator, manager, second, code, ids } = await confirmed('GONE');
  const other = await canaryWorld('STAYS');
  const shared = await newPerson(network, 'mentor');
  await join(other.network, shared);
  const both = ids.institutionId ?? '';
  const alone = await newInstitution(network);
  await joinNetwork(
    { actorId: null, now: new Date(), networkId: other.network.id },
    { institutionId: both, role: 'member', track: '', isGuest: false, joinedOn: new Date() },
  );
  const [file] = await stored<{ key: string }>(
    `select storage_key as key from stored_file where network_id = $1`,
    network.id,
  );
  await makePackage(network);
  await as(coordinator).closing.download(code);
  await as(coordinator).closing.arrived(code);
  const fingerprint = await fingerprintOf(urls.adminUrl, other.network.id);
  const { contents } = await as(coordinator).closing.page(code);
  expect(contents.cards).toEqual({ passed: 1, removed: 1 });

  const deleted: Record<string, number> = {};
  let cuts = 0;
  for (let allowed = 0; ; allowed += 1) {
    let seen = 0;
    const done = await endClosings(later(), (kind, count) => {
      deleted[kind] = (deleted[kind] ?? 0) + count;
      seen += 1;
      // The first run is cut off after its first batch, and so is each later one.
      if (seen > 0 && allowed < 200) throw new Error('killed');
    }).catch(() => null);
    if (done) break;
    cuts += 1;
  }
  expect(cuts).toBeGreaterThan(20);
  console.info(`closing: deletion cut off ${cuts} times`);

  const counted = Object.fromEntries(
    contents.tables.filter(({ rows }) => rows > 0).map(({ name, rows }) => [name, rows]),
  );
  const { person, file: files, ...rows } = deleted;
  expect(rows).toEqual(counted);
  expect(person).toBe(contents.peopleForgotten);
  expect(files).toBe(contents.files.count);
  expect(Object.keys(await leftOf(network.id))).toEqual(['domain_event', 'network_closing', 'network_key']);
  expect(
    await stored(
      `select 1 from domain_event where network_id = $1 and kind not like 'closing.%'`,
      network.id,
    ),
  ).toEqual([]);
  expect(await stored(`select wrapped from network_key where network_id = $1`, network.id)).toEqual([
    { wrapped: null },
  ]);
  expect(await stored(`select state, code from network where id = $1`, network.id)).toEqual([
    { state: 'closed', code: network.code },
  ]);
  const [tombstone] = await stored<{ reason: string; progress: Record<string, number>; asker_half: null }>(
    `select reason, progress, asker_half from network_closing where network_id = $1`,
    network.id,
  );
  expect(tombstone).toMatchObject({ reason: '', asker_half: null });
  expect(Object.values(tombstone?.progress ?? {}).every((count) => count >= 5)).toBe(true);
  expect(await fileStore().exists(file?.key ?? '')).toBe(false);

  // What others have is theirs.
  expect(await fingerprintOf(urls.adminUrl, other.network.id)).toBe(fingerprint);
  expect(await stored(`select given_name, state from person where id = $1`, shared.personId)).toEqual([
    { given_name: 'Ana', state: 'active' },
  ]);
  for (const { personId } of [coordinator, second, manager]) {
    expect(await stored(`select email, family_name, state from person where id = $1`, personId)).toEqual([
      { email: null, family_name: '–', state: 'anonymised' },
    ]);
  }
  expect(await stored(`select keeper_network_id as id from institution where id = $1`, both)).toEqual([
    { id: other.network.id },
  ]);
  expect(await stored(`select 1 from institution where id = $1`, alone)).toEqual([]);
  expect(await stored(`select state from network_link where other_network_id = $1`, network.id)).toEqual([
    { state: 'revoked' },
    { state: 'revoked' },
  ]);
  expect(await refusal(as(coordinator).networks.page(code))).toBe('not_found');
  expect((await as(null).networks.publicTree()).networks.map((each) => each.code)).not.toContain(
    network.code,
  );
  expect(await endClosings(later())).toEqual({ closed: 0, left: 0 });
});

test('two workers at once delete a network once', { timeout: 60_000 }, async () => {
  const { network, coordinator, code } = await confirmed('TWICE');
  await makePackage(network);
  await as(coordinator).closing.download(code);
  await as(coordinator).closing.arrived(code);
  const { contents } = await as(coordinator).closing.page(code);
  const deleted: Record<string, number> = {};
  const count = (kind: string, rows: number) => {
    deleted[kind] = (deleted[kind] ?? 0) + rows;
  };

  await Promise.all([endClosings(later(), count), endClosings(later(), count)]);

  expect(deleted.seat).toBe(contents.tables.find(({ name }) => name === 'seat')?.rows);
  expect(Object.keys(await leftOf(network.id))).toEqual(['domain_event', 'network_closing', 'network_key']);
  expect(
    await stored(`select 1 from domain_event where network_id = $1 and kind = 'closing.closed'`, network.id),
  ).toHaveLength(1);
});

test('the database deletes rows of a network only while its closing deletes', async () => {
  const network = await newNetwork();
  const direct = new pg.Pool({ connectionString: urls.appUrl, max: 1 });
  const client = await direct.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.network_id', $1, true)`, [network.id]);
    await expect(client.query(`select app.delete_closing_rows('domain_event', 10)`)).rejects.toThrow(
      'this network is not being deleted',
    );
  } finally {
    client.release();
    await direct.end();
  }
});

test('every table that carries a network is open to a closing, and none names another in a circle', async () => {
  const closed = await stored<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'network_id'
     where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('network_closing', 'network_key')
       and not (has_table_privilege('tessera_definer', c.oid, 'delete')
         and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'closing'))`,
  );

  expect(closed).toEqual([]);
  expect(
    deletionOrder(
      ['network_text', 'seat', 'training', 'attendance'],
      [
        { child: 'seat', parent: 'training' },
        { child: 'attendance', parent: 'seat' },
      ],
    ),
  ).toEqual(['network_text', 'attendance', 'seat', 'training']);
  expect(() =>
    deletionOrder(
      ['a', 'b'],
      [
        { child: 'a', parent: 'b' },
        { child: 'b', parent: 'a' },
      ],
    ),
  ).toThrow('in a circle');
});

async function fingerprintText(networkId: string): Promise<string> {
  const parts: string[] = [];
  const tables = await inNetwork(networkId, (tx) => tx.run(networkRows()));
  for (const { name } of [...tables, { name: 'network_closing' }]) {
    const rows = await stored<{ row: string }>(
      `select t::text as row from ${name} t where network_id = $1`,
      networkId,
    );
    parts.push(...rows.map(({ row }) => row));
  }
  return parts.join('\n');
}
