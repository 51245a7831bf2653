import { Secret, TOTP } from 'otpauth';

// RFC 6238 as every app knows it: SHA-1, six digits, windows of 30 seconds, a key of 160 bits (RFC 4226, R6).
const digits = 6;
const seconds = 30;
/** Clocks differ: the window before and the one after count as well. */
const drift = 1;

const codesOf = (secret: Uint8Array, label = '') =>
  new TOTP({
    issuer: 'Tessera',
    label,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
    algorithm: 'SHA1',
    digits,
    period: seconds,
  });

/** A new key for an app. */
export function newKey(): Uint8Array {
  return new Uint8Array(new Secret({ size: 20 }).buffer);
}

/** The key as text for hands and as an address for cameras. */
export function shownKey(secret: Uint8Array, label: string): { key: string; address: string } {
  const codes = codesOf(secret, label);
  return { key: codes.secret.base32, address: codes.toString() };
}

/** The window of time that a code belongs to, counted from 1970; null when it belongs to none of those that count now. */
export function windowOf(secret: Uint8Array, code: string, now: Date): number | null {
  const codes = codesOf(secret);
  const timestamp = now.getTime();
  const away = codes.validate({ token: code, timestamp, window: drift });
  return away === null ? null : codes.counter({ timestamp }) + away;
}
