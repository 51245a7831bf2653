import { inNetwork } from '@tessera/db/scope.server.ts';
import { destroyNetworkKeys } from '@tessera/db/sealing.server.ts';
import { env } from '@tessera/env/env.server.ts';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { as, newNetwork, newPerson, refusal, type TestPerson, useTestDatabase } from '../testing.server.ts';
import { keyIdOf, newDataKey, openBytes, sealBytes } from './envelope.ts';
import { rotateMasterKey, sealOf } from './seal.server.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());
const keyBefore = env().sealKey;
afterEach(() => Object.assign(env(), { sealKey: keyBefore, SEAL_KEY_PREVIOUS: undefined }));

const spoken = {
  purpose: 'name_on_certificate',
  language: 'ro' as const,
  subject: 'Mircea Secret',
  guardian: 'Doamna Tutore',
  givenHow: 'oral_witnessed' as const,
  interpreterUsed: true,
  answer: 'give' as const,
};

async function record(network: { code: string }, mentor: TestPerson): Promise<string> {
  const { consentId } = await as(mentor).consents.record({ network: network.code, ...spoken });
  return consentId;
}

test('a value opens with its key, at its place, and only whole', () => {
  const key = { id: '01900000-0000-7000-8000-000000000001', key: newDataKey() };
  const sealed = sealBytes(key, 'here', Buffer.from('ș, ț, Ж'));

  expect(openBytes(key.key, 'here', sealed)?.toString()).toBe('ș, ț, Ж');
  expect(keyIdOf(sealed)).toBe(key.id);
  expect(openBytes(key.key, 'there', sealed)).toBeNull();
  expect(openBytes(newDataKey(), 'here', sealed)).toBeNull();
  expect(
    openBytes(
      key.key,
      'here',
      sealed.map((byte, at) => (at === sealed.length - 1 ? byte ^ 1 : byte)),
    ),
  ).toBeNull();
  expect(openBytes(key.key, 'here', sealed.subarray(0, 20))).toBeNull();
});

test('COM-04: what is sealed stands nowhere in the database, and only who wrote it down reads it', async () => {
  const network = await newNetwork();
  const mentor = await newPerson(network, 'mentor');
  const other = await newPerson(network, 'mentor');
  const coordinator = await newPerson(network, 'coordinator');
  const consentId = await record(network, mentor);

  const { rows } = await admin.query<{ line: string }>(
    `select c::text || encode(coalesce(c.subject, ''), 'escape') as line from consent_record c where network_id = $1
     union all select e::text from domain_event e where network_id = $1`,
    [network.id],
  );
  const read = await as(mentor).consents.open({ network: network.code, consentId });

  expect(rows.map(({ line }) => line).join()).not.toMatch(/Mircea|Tutore/);
  expect(read).toEqual({
    subject: { state: 'open', text: 'Mircea Secret' },
    guardian: { state: 'open', text: 'Doamna Tutore' },
  });
  expect(await refusal(as(other).consents.open({ network: network.code, consentId }))).toBe('not_found');
  expect(await refusal(as(coordinator).consents.open({ network: network.code, consentId }))).toBe(
    'not_allowed',
  );
});

test('the database refuses a confidential value in plain words', async () => {
  const network = await newNetwork();
  const mentor = await newPerson(network, 'mentor');
  const consentId = await record(network, mentor);

  await expect(
    admin.query(
      `update consent_record set subject = 'Mircea Secret, in plain words and long enough'::bytea where id = $1`,
      [consentId],
    ),
  ).rejects.toThrow('consent_record_subject_sealed');
});

test('a sealed value copied into another row or another network does not open', async () => {
  const network = await newNetwork();
  const mentor = await newPerson(network, 'mentor');
  const [one, two] = [await record(network, mentor), await record(network, mentor)];
  await admin.query(
    `update consent_record set subject = (select subject from consent_record where id = $1) where id = $2`,
    [one, two],
  );

  const { subject } = await as(mentor).consents.open({ network: network.code, consentId: two });

  expect(subject).toEqual({ state: 'damaged' });
});

test('two first uses at once end with one key', async () => {
  const network = await newNetwork();
  const mentor = await newPerson(network, 'mentor');

  const ids = await Promise.all(Array.from({ length: 6 }, () => record(network, mentor)));

  const { rows } = await admin.query(`select id from network_key where network_id = $1`, [network.id]);
  expect(rows).toHaveLength(1);
  for (const consentId of ids) {
    const { subject } = await as(mentor).consents.open({ network: network.code, consentId });
    expect(subject).toEqual({ state: 'open', text: 'Mircea Secret' });
  }
});

test('a destroyed key is told, reads nothing, and seals nothing more', async () => {
  const network = await newNetwork();
  const mentor = await newPerson(network, 'mentor');
  const consentId = await record(network, mentor);
  await inNetwork(network.id, (tx) => tx.run(destroyNetworkKeys(network.id, new Date())));

  const opened = await as(mentor).consents.open({ network: network.code, consentId });

  expect(opened).toEqual({ subject: { state: 'destroyed' }, guardian: { state: 'destroyed' } });
  expect(await refusal(record(network, mentor))).toBe('network_closed');
});

test('a new master key takes over, and the old one is not needed any more', async () => {
  const network = await newNetwork();
  const mentor = await newPerson(network, 'mentor');
  const consentId = await record(network, mentor);
  Object.assign(env(), { sealKey: 'another key of more than 32 characters', SEAL_KEY_PREVIOUS: keyBefore });

  const { rotated } = await rotateMasterKey();
  const again = await rotateMasterKey();
  Object.assign(env(), { SEAL_KEY_PREVIOUS: undefined });
  const { subject } = await as(mentor).consents.open({ network: network.code, consentId });

  expect(rotated).toBeGreaterThan(0);
  expect(again.rotated).toBe(0);
  expect(subject).toEqual({ state: 'open', text: 'Mircea Secret' });
  // Other tests of this file go on with the first key.
  Object.assign(env(), { sealKey: keyBefore, SEAL_KEY_PREVIOUS: 'another key of more than 32 characters' });
  await rotateMasterKey();
});

test('without the right master key nothing is sealed or opened in silence', async () => {
  const network = await newNetwork();
  const mentor = await newPerson(network, 'mentor');
  await record(network, mentor);
  Object.assign(env(), { sealKey: 'a wrong key of more than 32 characters!' });

  await expect(inNetwork(network.id, (tx) => sealOf(tx, network.id, new Date()))).rejects.toThrow('SEAL_KEY');
});

test('COM-10: each reading leaves an entry that a coordinator sees, without what was read', async () => {
  const network = await newNetwork();
  const mentor = await newPerson(network, 'mentor');
  const coordinator = await newPerson(network, 'coordinator');
  const consentId = await record(network, mentor);

  await as(mentor).consents.open({ network: network.code, consentId });
  await as(mentor).consents.open({ network: network.code, consentId });

  const { events } = await as(coordinator).events.history({ network: network.code });
  const reads = events.filter(({ kind }) => kind === 'record.read');
  expect(reads.map(({ objectId, payload }) => [objectId, payload])).toEqual(
    Array.from({ length: 2 }, () => [
      consentId,
      {
        right: 'assigned',
        subjectPersonId: null,
        fields: ['consent_record.subject', 'consent_record.guardian'],
      },
    ]),
  );
});
