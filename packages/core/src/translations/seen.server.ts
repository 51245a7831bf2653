import { createHash } from 'node:crypto';
import { entriesOf, kinds, type TextKind } from './kinds.ts';
import { languageOfSeen, unseen, versionOfSeen } from './seen.ts';

type Words = { language: string };
type Row = Words & { version: number };

/** One text as a form shows it, and what the form says of it when it comes back. */
export type SeenText = { language: string; seen: string; fields: Record<string, string> };

/** The texts of one thing as its form shows them. */
export function seenTexts(kind: TextKind, texts: readonly Row[]): SeenText[] {
  return texts.map((text) => ({
    language: text.language,
    seen: markOf(kind, text),
    fields: wordsOf(kind, text),
  }));
}

/** What a form writes, told from what it saw and what stands there by now. */
type Settled<Kept, Typed> = {
  texts: (Kept | Typed)[];
  /** Languages in which the words of the form count */
  written: string[];
  /** The versions that whoever typed had before their eyes, of texts that changed meanwhile */
  seenVersions: Record<string, number>;
  /** Languages in which the form and somebody else changed the same text */
  conflicts: string[];
};

/**
 * Tells what a form that was open for a while writes. A text that nobody else changed is written as it was typed. One that
 * somebody else changed stays as it is by now, unless the form changes it too: then whoever sent the form has to decide. A text
 * that the form did not show is none of its business.
 */
export function settleSeen<Kept extends Row, Typed extends Words>(
  kind: TextKind,
  before: readonly Kept[],
  typed: readonly Typed[],
  seen: readonly string[],
): Settled<Kept, Typed> {
  const settled: Settled<Kept, Typed> = { texts: [], written: [], seenVersions: {}, conflicts: [] };
  const languages = new Set([
    ...seen.map(languageOfSeen),
    ...[...typed, ...before].map(({ language }) => language),
  ]);
  for (const language of languages) {
    const row = before.find((each) => each.language === language);
    const text = typed.find((each) => each.language === language);
    const known = seen.find((each) => languageOfSeen(each) === language);
    if (known === undefined && !text) {
      if (row) settled.texts.push(row);
      continue;
    }
    const saw = known ?? unseen(language);
    const [now, here] = [row, text].map((each) => digestOf(kind, each));
    const isMoved = now !== digestOfSeen(saw);
    const isTyped = here !== digestOfSeen(saw);
    if (isMoved && !isTyped) settled.seenVersions[language] = versionOfSeen(saw);
    if (isMoved && isTyped && here !== now) settled.conflicts.push(language);
    const kept = isMoved ? row : text;
    if (kept) settled.texts.push(kept);
    if (!isMoved && text) settled.written.push(language);
  }
  return settled;
}

function markOf(kind: TextKind, text: Row): string {
  return `${text.language}.${text.version}.${digestOf(kind, text)}`;
}

function digestOfSeen(seen: string): string {
  return seen.split('.')[2] ?? '';
}

// A correction that no translation has to follow leaves the version, so the words themselves are compared.
function digestOf(kind: TextKind, text: Words | undefined): string {
  if (!text) return '';
  const words = JSON.stringify(Object.values(wordsOf(kind, text)));
  return createHash('sha256').update(words).digest('base64url').slice(0, 16);
}

// As a field of a page gives them back, whichever line ends were stored.
function wordsOf(kind: TextKind, text: Words): Record<string, string> {
  const given = text as unknown as Record<string, string | readonly string[] | undefined>;
  return Object.fromEntries(
    kinds[kind].fields.map(({ name, shape }) => {
      const value = given[name] ?? '';
      const words = (typeof value === 'string' ? value : value.join('\n')).replaceAll(/\r\n?/g, '\n').trim();
      if (shape === 'list') return [name, entriesOf(words).join('\n')];
      return [name, shape === 'line' ? words.replaceAll('\n', '') : words];
    }),
  );
}
