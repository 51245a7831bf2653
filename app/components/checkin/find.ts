import { foldedName } from '@tessera/core/attendance/rules.ts';
import { normaliseCode } from '@tessera/core/certificates/rules.ts';
import type { Person, WaitingScan } from './device.ts';

/** Whether something could be a code of a seat. */
export function looksLikeCode(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(normaliseCode(text));
}

/** SHA-256 of a code as the list holds it. */
export async function hashOf(code: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(normaliseCode(code)));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Everyone whose code it is, or whose name or institution has every word that was typed. */
export async function findPeople(text: string, people: readonly Person[]): Promise<Person[]> {
  if (looksLikeCode(text)) {
    const hash = await hashOf(text);
    const coded = people.find((person) => person.hash === hash);
    if (coded) return [coded];
  }
  const words = foldedName(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  return people.filter(({ name, institution }) => {
    const folded = foldedName(`${name} ${institution}`);
    return words.every((word) => folded.includes(word));
  });
}

/** The list with what still waits on this device, which is newer than what the server knows. */
export function withWaiting(
  people: readonly Person[],
  scans: readonly Pick<WaitingScan, 'seatId' | 'sessionId' | 'kind'>[],
): Person[] {
  return people.map((person) => {
    const there = new Set(person.sessionIds);
    for (const { seatId, sessionId, kind } of scans) {
      if (seatId !== person.seatId) continue;
      if (kind === 'in') there.add(sessionId);
      else there.delete(sessionId);
    }
    return { ...person, sessionIds: [...there] };
  });
}
