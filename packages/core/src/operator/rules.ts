import { z } from 'zod';

export const mostChildren = 50;

export type ChildLine = { name: string; email: string; code: string };

const longestCode = 40;
const Code = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
const Email = z.email().max(254);

/**
 * Reads the networks to found within a new one, a line each: name, mail address of its coordinator, and its address when
 * it is not to be made of the name; parted by semicolons, or by tabs as spreadsheets do.
 * @returns `wrong`: lines that lack something, as typed
 */
export function readChildLines(text: string, parentCode: string): { children: ChildLine[]; wrong: string[] } {
  const children: ChildLine[] = [];
  const wrong: string[] = [];
  const taken = new Set([parentCode]);
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (line === '') continue;
    const [name = '', email = '', wish = '', ...more] = line.split(/[;\t]/).map((part) => part.trim());
    const code = wish ? wish.toLowerCase() : codeFor(name, parentCode, taken);
    const isRight =
      name !== '' &&
      name.length <= 200 &&
      Email.safeParse(email.toLowerCase()).success &&
      Code.safeParse(code).success &&
      !taken.has(code) &&
      more.length === 0;
    if (!isRight) wrong.push(line);
    else {
      taken.add(code);
      children.push({ name, email: email.toLowerCase(), code });
    }
  }
  return { children, wrong };
}

/** An address made of the parent's and of the name in plain Latin letters; a number where that is not enough. */
function codeFor(name: string, parentCode: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const room = longestCode - 3;
  let code = parentCode.slice(0, room);
  for (const word of words) if (`${code}-${word}`.length <= room) code = `${code}-${word}`;
  for (let number = 1; ; number++) {
    const found = number === 1 ? code : `${code}-${number}`;
    if (!taken.has(found)) return found;
  }
}
