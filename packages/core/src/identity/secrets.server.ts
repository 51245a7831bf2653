import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@tessera/env/env.server.ts';
import { verifyCode } from '../certificates/rules.ts';

/** What opens with a link alone. */
type LinkPurpose =
  | 'password_reset'
  | 'invitation'
  | 'seat'
  | 'evaluation'
  | 'calendar'
  | 'registration'
  | 'seat_request'
  | 'seat_invitation'
  | 'presence'
  | 'survey'
  | 'application';
type Purpose = LinkPurpose | 'code' | 'form' | 'limit' | 'check_in' | 'own_account';

// Secrets are derived from an id and the platform's key, so no table, event, job or log ever holds one.
function derive(purpose: Purpose, id: string): Buffer {
  return createHmac('sha256', env().APP_SECRET).update(`${purpose}:${id}`).digest();
}

/** The token of a link: 43 characters that only this platform can make for this id. */
export function linkToken(purpose: LinkPurpose, id: string): string {
  return derive(purpose, id).toString('base64url');
}

export function isLinkToken(purpose: LinkPurpose, id: string, token: string): boolean {
  const expected = Buffer.from(linkToken(purpose, id));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** The six digits of a one-time code. */
export function oneTimeCode(id: string): string {
  return String(derive('code', id).readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

export function isOneTimeCode(id: string, code: string): boolean {
  return timingSafeEqual(Buffer.from(oneTimeCode(id)), Buffer.from(code.padStart(6, '0').slice(0, 6)));
}

/** A stable stand-in for an address in the counters, which hold no personal data. */
export function limitKey(value: string): string {
  return derive('limit', value).toString('base64url').slice(0, 24);
}

/** The code of a seat at the door: twelve characters (60 bits) that can be read out, with no word about anybody in them. */
export function checkInCode(seatId: string): string {
  return verifyCode(derive('check_in', seatId)).slice(0, 12);
}

/** What a phone at the door knows of the code: enough to recognise it, and not enough to make one. */
export function checkInHash(seatId: string): string {
  return createHash('sha256').update(checkInCode(seatId)).digest('hex');
}

/** What a browser carries for us on its way to a provider and back: readable there, and only this platform can write it. */
export function carried(values: object): string {
  const body = Buffer.from(JSON.stringify(values)).toString('base64url');
  return `${body}.${derive('own_account', body).toString('base64url')}`;
}

/** What `carried` wrote; null for anything else. */
export function readCarried(text: string): unknown {
  const [body = '', seal = ''] = text.split('.');
  const expected = Buffer.from(derive('own_account', body).toString('base64url'));
  const given = Buffer.from(seal);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
}
