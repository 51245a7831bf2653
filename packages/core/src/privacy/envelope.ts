import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

// A sealed value: version (1), id of the key (16), nonce (12), tag (16), text. AES-256-GCM; what it belongs to is
// authenticated with it, so a value that was copied into another row does not open.

const version = 1;
const keyAt = 1;
const nonceAt = 17;
const tagAt = 29;
const textAt = 45;

/** A key with the id that stands in what it seals. */
export type SealingKey = { id: string; key: Uint8Array };

/** The master key that a setting stands for, and the name by which rows know it. */
export function masterKeyOf(setting: string): { name: string; key: Uint8Array } {
  const key = new Uint8Array(hkdfSync('sha256', setting, '', 'tessera master key', 32));
  return { name: createHash('sha256').update(key).digest('hex').slice(0, 16), key };
}

/** 32 random bytes. */
export function newDataKey(): Uint8Array {
  return randomBytes(32);
}

/** Seals bytes for one place; `place` must be the same when it is opened. */
export function sealBytes(
  { id, key }: SealingKey,
  place: string,
  plain: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(
    Buffer.concat([Buffer.from([version]), idBytes(id), nonce, cipher.getAuthTag(), text]),
  );
}

/** The bytes, or null when the key, the place or a bit of the value is not the right one. */
export function openBytes(key: Uint8Array, place: string, sealed: Uint8Array): Buffer | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length < textAt || bytes[0] !== version) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(nonceAt, tagAt), {
    authTagLength: textAt - tagAt,
  });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(tagAt, textAt));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(textAt)), decipher.final()]);
  } catch {
    return null;
  }
}

/** 32 bytes that stand for a word in one place: equal for equal words, and nobody without the key tells which. */
export function markBytes({ key }: SealingKey, place: string, word: string): Uint8Array<ArrayBuffer> {
  const marking = new Uint8Array(hkdfSync('sha256', key, '', 'tessera mark', 32));
  return new Uint8Array(createHmac('sha256', marking).update(`${place}/${word}`).digest());
}

/** 32 bytes to sign with for one purpose; nobody without the key tells them. */
export function seedBytes({ key }: SealingKey, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', `tessera ${purpose}`, 32));
}

/** Which key sealed a value. */
export function keyIdOf(sealed: Uint8Array): string {
  const hex = Buffer.from(sealed).subarray(keyAt, nonceAt).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}
