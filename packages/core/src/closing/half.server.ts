import { randomInt } from 'node:crypto';

// No letter or digit that looks like another one.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** One half of what opens a package: 98 bits by chance, in groups that can be read out. */
export function newHalf(): string {
  const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** What opens the package: the half of who asked, a hyphen, the half of who confirmed. */
export function passphraseOf(askerHalf: string, confirmerHalf: string): string {
  return `${askerHalf}-${confirmerHalf}`;
}
