import type { Fields } from '../../translations/kinds.ts';
import { type Readability, readabilityOf } from '../../translations/readability.ts';

/** As many texts as one order holds. */
export const mostOrdered = 200;
export const mostCharacters = 100_000_000;

/** What a translation by machine costs: the characters that are sent, as providers count them. */
export function charactersOf(fields: Fields): number {
  return Object.values(fields).reduce((sum, words) => sum + [...words].length, 0);
}

type Year = { budget: number; reserved: number; used: number };

/** Characters of a year that nobody holds or has used. */
export function leftOf({ budget, reserved, used }: Year): number {
  return Math.max(0, budget - reserved - used);
}

/** How hard a text is to read, taken together. */
export function levelOf(fields: Fields, language: string): Readability['level'] | null {
  return readabilityOf(Object.values(fields).join('\n'), language)?.level ?? null;
}
