import type { XliffState } from '@tessera/documents/xliff.ts';
import { entriesOf, type Fields, faultIn, kinds, type TextKind, textKinds } from '../translations/kinds.ts';
import type { TranslationState } from '../translations/rules.ts';

/** As many texts as one file holds. */
export const mostTexts = 500;

/** A text as a file names it: what it belongs to, and how it stood when the file was made. */
export type FilePlace = { kind: TextKind; id: string; sourceVersion: number; change: string };

export function originalOf({ kind, id, sourceVersion, change }: FilePlace): string {
  return [kind, id, sourceVersion, change].join('/');
}

const original = /^([a-z]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(\d{1,9})\/(\d{0,15}-\d{0,15})$/;

/** What `originalOf` wrote; nothing for what it never wrote. */
export function placeIn(written: string): FilePlace | null {
  const [, named, id = '', version, change = ''] = original.exec(written) ?? [];
  const kind = textKinds.find((each) => each === named);
  return kind ? { kind, id, sourceVersion: Number(version), change } : null;
}

export const unitId = (kind: TextKind, id: string, field: string) => `${kind}.${id}.${field}`;

/** What a state is called in a file: nothing in it counts as translated before a translator has said so. */
export const subStateOf: Record<TranslationState, string | null> = {
  missing: null,
  draft: 'tessera:draft',
  machine: 'tessera:machine',
  outdated: 'tessera:outdated',
  current: null,
};

/** What becomes of a text of a file that came back. */
export const outcomes = [
  'ready',
  'same',
  'unfinished',
  'stale',
  'changed',
  'human',
  'faulty',
  'not_yours',
  'unknown',
] as const;
export type Outcome = (typeof outcomes)[number];

/** A field as a file brings it back. */
export type Returned = { field: string; target: string | null; state: XliffState; subState: string | null };

/** A translation as it stands here, and how it stood for the file. */
export type Standing = {
  kind: TextKind;
  mayWrite: boolean;
  sourceFields: Fields;
  sourceVersion: number;
  seenSourceVersion: number;
  change: string;
  seenChange: string;
  state: TranslationState;
  text: Fields | null;
  draft: Fields | null;
};

export type Judgement = {
  outcome: Outcome;
  fields: Fields;
  origin: 'human' | 'machine';
  /** The field that cannot be kept */
  fault: string | null;
};

/**
 * What becomes of a text: it is written when all of it is translated from the source as it stands, when nobody else changed it
 * since, and when there is something new about it.
 */
export function judge(standing: Standing, returned: readonly Returned[]): Judgement {
  const { kind, sourceFields, text, draft, state } = standing;
  const fields = fieldsOf(kind, { returned, sourceFields, text });
  const origin = returned.some(({ subState }) => subState === subStateOf.machine) ? 'machine' : 'human';
  const verdict = (outcome: Outcome, fault: string | null = null) =>
    ({ outcome, fields, origin, fault }) as const;
  if (!standing.mayWrite) return verdict('not_yours');
  const isTouched = returned.every((unit) => unit.state !== 'initial');
  const isKnown = (words: Fields | null) =>
    words !== null && kinds[kind].fields.every(({ name }) => (words[name] ?? '') === (fields[name] ?? ''));
  if (isKnown(text) && (state === 'current' || !isTouched)) return verdict('same');
  if (isKnown(draft) && !isTouched) return verdict('same');
  if (returned.length === 0 || isUnfinished(standing, returned)) return verdict('unfinished');
  if (standing.seenSourceVersion !== standing.sourceVersion) return verdict('stale');
  if (standing.seenChange !== standing.change) return verdict('changed');
  if (origin === 'machine' && text !== null && state === 'current') return verdict('human');
  const fault = faultIn(kind, fields);
  return fault ? verdict('faulty', fault.field) : verdict('ready');
}

function isUnfinished({ kind, sourceFields }: Standing, returned: readonly Returned[]): boolean {
  return kinds[kind].fields.some(({ name }) => {
    if ((sourceFields[name] ?? '').trim() === '') return false;
    const unit = returned.find(({ field }) => field === name);
    return clean(unit?.target ?? '') === '';
  });
}

function fieldsOf(
  kind: TextKind,
  {
    returned,
    sourceFields,
    text,
  }: { returned: readonly Returned[]; sourceFields: Fields; text: Fields | null },
): Fields {
  return Object.fromEntries(
    kinds[kind].fields.map(({ name, shape }) => {
      const unit = returned.find(({ field }) => field === name);
      const isEmpty = (sourceFields[name] ?? '') === '';
      const words = unit ? clean(unit.target ?? '') : isEmpty ? '' : (text?.[name] ?? '');
      return [name, shape === 'list' ? entriesOf(words).join('\n') : words];
    }),
  );
}

// As a form gives it; PostgreSQL has no place for the first sign of all.
function clean(words: string): string {
  return words
    .replaceAll('\r\n', '\n')
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '')
    .trim();
}
