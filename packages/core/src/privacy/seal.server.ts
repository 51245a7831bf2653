import type { fieldClasses } from '@tessera/db/classes.ts';
import { newId } from '@tessera/db/id.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inNetwork, inScope, type Transaction } from '@tessera/db/scope.server.ts';
import {
  insertNetworkKey,
  type NetworkKeyRow,
  networkKeys,
  rewrapNetworkKey,
} from '@tessera/db/sealing.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { DomainError } from '../errors.ts';
import { type NewEvent, type ObjectKind, recordEvent } from '../events/record.server.ts';
import { keyIdOf, markBytes, masterKeyOf, newDataKey, openBytes, sealBytes, seedBytes } from './envelope.ts';

type Classes = typeof fieldClasses;

/** A field of class `conf` or `spec`, as `table.column`; the schema decides which exist. */
export type SealedField = {
  [Table in keyof Classes & string]: {
    [Column in keyof Classes[Table] & string]: Classes[Table][Column] extends 'conf' | 'spec'
      ? `${Table}.${Column}`
      : never;
  }[keyof Classes[Table] & string];
}[keyof Classes & string];

/** Seals one text for one field of one row. */
export type Seal = (field: SealedField, rowId: string, text: string) => Uint8Array<ArrayBuffer>;

/**
 * What seals the confidential fields of a network, in its transaction. The first use makes the network's key.
 * @throws DomainError network_closed when the key is destroyed
 */
export async function sealOf(tx: Transaction, networkId: string, now: Date): Promise<Seal> {
  const key = await livingKey(tx, networkId, now);
  return (field, rowId, text) => sealBytes(key, placeOf(networkId, field, rowId), Buffer.from(text));
}

/**
 * Seals what the network shows at another door, as a password there. It is about nobody, so no reading of it is written down;
 * its class is `secret`, and it leaves the network in no export and no hand-over.
 * @throws DomainError network_closed when the key is destroyed
 */
export async function sealSecret(
  tx: Transaction,
  { networkId, rowId, now }: { networkId: string; rowId: string; now: Date },
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return sealBytes(
    await livingKey(tx, networkId, now),
    `${networkId}/${secretField}/${rowId}`,
    Buffer.from(text),
  );
}

const secretField = 'account_provider.client_secret';

/** Opens what `sealSecret` sealed, in the network's own transaction; null when it cannot be opened any more. */
export async function openSecret(
  tx: Transaction,
  { networkId, rowId }: { networkId: string; rowId: string },
  sealed: Uint8Array,
): Promise<string | null> {
  const keys = new Map((await tx.run(networkKeys(networkId))).map((row) => [row.id, row]));
  const secret = openedAt(keys, networkId, `${networkId}/${secretField}/${rowId}`, sealed);
  return secret.state === 'open' ? secret.text : null;
}

/** Marks a word in one scope, so that equal words of sealed values can be counted while nobody opens one. */
export type Mark = (scope: string, word: string) => Uint8Array<ArrayBuffer>;

/** What marks words in a network; null while nothing was sealed there, and when its key is destroyed. */
export async function markOf(tx: Transaction, networkId: string): Promise<Mark | null> {
  const [row] = await tx.run(networkKeys(networkId));
  if (!row?.wrapped) return null;
  const key = { id: row.id, key: unwrap(networkId, row, row.wrapped) };
  return (scope, word) => markBytes(key, `${networkId}/${scope}`, word);
}

/**
 * The secret that a network signs its badges with. It follows from the network's key, so a change of the master key or of
 * `APP_SECRET` leaves every signature good, and it is gone with that key. The first use makes the key.
 * @throws DomainError network_closed when the key is destroyed
 */
export async function badgeSeedOf(tx: Transaction, networkId: string, now: Date): Promise<Uint8Array> {
  return seedBytes(await livingKey(tx, networkId, now), 'badges');
}

/** The same for who only looks; null while the network has no key. */
export async function knownBadgeSeed(tx: Transaction, networkId: string): Promise<Uint8Array | null> {
  const [row] = await tx.run(networkKeys(networkId));
  if (!row?.wrapped) return null;
  return seedBytes({ id: row.id, key: unwrap(networkId, row, row.wrapped) }, 'badges');
}

/**
 * Seals a secret of the platform that nobody ever reads, so that no reading is noted; in a transaction in the name of the platform.
 * @param place what it belongs to; it must be the same when it is opened
 */
export async function sealPlatformSecret(
  tx: Transaction,
  place: string,
  secret: Uint8Array,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await livingKey(tx, platformNetworkId, now);
  return sealBytes(key, `${platformNetworkId}/${place}`, secret);
}

/** What `sealPlatformSecret` sealed; null when it is not what was sealed for this place. */
export async function openPlatformSecret(
  tx: Transaction,
  place: string,
  sealed: Uint8Array,
): Promise<Uint8Array | null> {
  const keys = await tx.run(networkKeys(platformNetworkId));
  const row = keys.find(({ id }) => id === keyIdOf(sealed));
  if (!row?.wrapped) return null;
  return openBytes(unwrap(platformNetworkId, row, row.wrapped), `${platformNetworkId}/${place}`, sealed);
}

/** A sealed field that was opened. `destroyed`: its key is gone for good; `damaged`: it is not what was sealed here. */
export type Opened =
  | { state: 'open'; text: string }
  | { state: 'empty' }
  | { state: 'destroyed' }
  | { state: 'damaged' };

/**
 * Why someone may read: it is about them, they wrote it or are assigned, they organise what it was asked for or answer for
 * the institution that asked, they look for a mentor who fits, the glass was broken, or a closing that two people decided hands everything over.
 */
export type ReadingRight =
  | 'own'
  | 'assigned'
  | 'organiser'
  | 'institution'
  | 'matching'
  | 'break_glass'
  | 'hand_over';

type Reading = { networkId: string; actorId: string | null; at: Date; right: ReadingRight };
type SealedRecord<Field extends SealedField> = {
  object: [ObjectKind, id: string];
  /** Whom the record is about, so that they see who read it. */
  subjectPersonId: string | null;
  fields: Record<Field, Uint8Array | null>;
};

/**
 * Opens sealed fields of one row, and writes who read it. Whoever calls it has checked the right to read.
 */
export async function readConfidential<Field extends SealedField>(
  tx: Transaction,
  { object, subjectPersonId, fields, ...reading }: Reading & SealedRecord<Field>,
): Promise<Record<Field, Opened>> {
  const [opened] = await readAllConfidential(tx, reading, [{ object, subjectPersonId, fields }]);
  if (!opened) throw new Error('a record was not read');
  return opened;
}

/**
 * Opens sealed fields of several rows, and writes who read each of them. The only way to a confidential value; whoever
 * calls it has checked the right to read.
 */
export async function readAllConfidential<Field extends SealedField>(
  tx: Transaction,
  { networkId, actorId, at, right }: Reading,
  records: readonly SealedRecord<Field>[],
): Promise<Record<Field, Opened>[]> {
  const keys = new Map((await tx.run(networkKeys(networkId))).map((row) => [row.id, row]));
  const fieldsOf = ({ fields }: SealedRecord<Field>) => Object.keys(fields) as Field[];
  await recordEvent(
    tx,
    ...records.map(
      (record): NewEvent => ({
        networkId,
        kind: 'record.read',
        object: record.object,
        actorId,
        at,
        payload: { right, subjectPersonId: record.subjectPersonId, fields: fieldsOf(record) },
      }),
    ),
  );
  return records.map(
    (record) =>
      Object.fromEntries(
        fieldsOf(record).map((field) => [
          field,
          opened(keys, placeOf(networkId, field, record.object[1]), record.fields[field]),
        ]),
      ) as Record<Field, Opened>,
  );
}

/**
 * Opens every sealed field of a network for the package of its closing. The whole reading leaves one entry, written
 * before the first value is opened; whoever calls it has checked that two people decided.
 */
export async function readForHandOver(
  tx: Transaction,
  reading: { networkId: string; actorId: string | null; at: Date; closingId: string; fields: SealedField[] },
): Promise<(field: SealedField, rowId: string, sealed: Uint8Array | null) => Opened> {
  const { networkId, actorId, at, closingId, fields } = reading;
  const keys = new Map((await tx.run(networkKeys(networkId))).map((row) => [row.id, row]));
  await recordEvent(tx, {
    networkId,
    kind: 'record.read',
    object: ['closing', closingId],
    actorId,
    at,
    payload: { right: 'hand_over', subjectPersonId: null, fields },
  });
  return (field, rowId, sealed) => opened(keys, placeOf(networkId, field, rowId), sealed);
}

/**
 * Wraps every network's key with the present master key.
 * @returns how many keys were wrapped anew, and how many already were
 */
export async function rotateMasterKey(): Promise<{ rotated: number; kept: number }> {
  const present = masterKeyOf(env().sealKey);
  const networks = await inScope({}, (tx) => tx.prisma.network.findMany({ select: { id: true } }));
  let rotated = 0;
  let kept = 0;
  for (const { id: networkId } of networks) {
    await inNetwork(networkId, async (tx) => {
      for (const row of await tx.run(networkKeys(networkId))) {
        if (row.wrapped === null) continue;
        if (row.masterKey === present.name) kept += 1;
        else {
          const wrapped = wrap(networkId, row.id, unwrap(networkId, row, row.wrapped));
          const done = await tx.run(
            rewrapNetworkKey(networkId, row.id, row.masterKey, wrapped, present.name),
          );
          rotated += done.length;
        }
      }
    });
  }
  return { rotated, kept };
}

async function livingKey(tx: Transaction, networkId: string, now: Date) {
  const [known] = await tx.run(networkKeys(networkId));
  if (known && known.wrapped === null) throw new DomainError('network_closed');
  const row = known ?? (await firstKey(tx, networkId, now));
  if (!row?.wrapped) throw new Error('a network has no key');
  return { id: row.id, key: unwrap(networkId, row, row.wrapped) };
}

async function firstKey(tx: Transaction, networkId: string, now: Date): Promise<NetworkKeyRow | undefined> {
  const id = newId();
  const { name } = masterKeyOf(env().sealKey);
  await tx.run(insertNetworkKey(networkId, id, wrap(networkId, id, newDataKey()), name, now));
  return (await tx.run(networkKeys(networkId)))[0];
}

function opened(keys: Map<string, NetworkKeyRow>, place: string, sealed: Uint8Array | null): Opened {
  if (sealed === null) return { state: 'empty' };
  const [networkId = ''] = place.split('/');
  return openedAt(keys, networkId, place, sealed);
}

function openedAt(
  keys: Map<string, NetworkKeyRow>,
  networkId: string,
  place: string,
  sealed: Uint8Array,
): Opened {
  const row = keys.get(keyIdOf(sealed));
  if (!row) return { state: 'damaged' };
  if (row.wrapped === null) return { state: 'destroyed' };
  const text = openBytes(unwrap(networkId, row, row.wrapped), place, sealed);
  return text === null ? { state: 'damaged' } : { state: 'open', text: text.toString('utf8') };
}

function placeOf(networkId: string, field: SealedField, rowId: string): string {
  return `${networkId}/${field}/${rowId}`;
}

function wrap(networkId: string, id: string, key: Uint8Array): Uint8Array<ArrayBuffer> {
  return sealBytes({ id, key: masterKeyOf(env().sealKey).key }, `${networkId}/network_key/${id}`, key);
}

function unwrap(networkId: string, { id, masterKey }: NetworkKeyRow, wrapped: Uint8Array): Uint8Array {
  const settings = [env().sealKey, env().SEAL_KEY_PREVIOUS].filter((setting) => setting !== undefined);
  const master = settings.map(masterKeyOf).find(({ name }) => name === masterKey);
  const key = master && openBytes(master.key, `${networkId}/network_key/${id}`, wrapped);
  if (!key) throw new Error('the key of a network does not open: is SEAL_KEY the one that wrapped it?');
  return key;
}
