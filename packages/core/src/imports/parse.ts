import type { TableRow } from '@tessera/documents/table-file.ts';
import { isLanguage } from '@tessera/i18n/languages.ts';
import { institutionKinds, membershipRoles } from '../institutions/terms.ts';
import { roles } from '../permissions.ts';
import { categories } from '../register/rules.ts';
import type { ImportField, ProblemCode, RowProblem } from './terms.ts';
import { folded, type ValueWords } from './words.server.ts';

/** A row with its cells by field: clean text, codes, days as `2026-03-01`; "" where the file says nothing. */
export type ParsedRow = {
  row: number;
  values: Partial<Record<ImportField, string>>;
  problems: RowProblem[];
  /** Where the place of an institution lies, once it is looked up */
  position?: { latitude: number | null; longitude: number | null };
};

/** Reads the cells of a row into fields. `mapping` names the field of each column, "" for none. */
export function parseRow(
  { number, cells }: TableRow,
  mapping: readonly string[],
  words: ValueWords,
): ParsedRow {
  const parsed: ParsedRow = { row: number, values: {}, problems: [] };
  mapping.forEach((name, column) => {
    if (name === '') return;
    const field = name as ImportField;
    const text = (cells[column] ?? '').replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
    const read = text === '' ? { value: '' } : readers[field](text, words);
    if ('value' in read) parsed.values[field] = read.value;
    else parsed.problems.push({ row: number, field, ...read });
  });
  return parsed;
}

type Read = { value: string } | { code: ProblemCode; param?: number };

const readers: Record<ImportField, (text: string, words: ValueWords) => Read> = {
  name: plainText(300),
  institution: plainText(300),
  familyName: plainText(80),
  givenName: plainText(80),
  locality: plainText(120),
  county: plainText(120),
  jobTitle: plainText(200),
  track: plainText(120),
  reference: plainText(80),
  email: readEmail,
  website: readUrl,
  country: (text) => (/^[a-z]{2}$/i.test(text) ? { value: text.toUpperCase() } : { code: 'country' }),
  language: (text, words) => {
    const code = text.toLowerCase().split('-')[0] ?? '';
    return isLanguage(code) ? { value: code } : known(words.languages, text);
  },
  kind: (text, words) => oneOf(institutionKinds, text, words.kinds),
  role: (text, words) => oneOf(roles.slice(1), text, words.roles),
  category: (text, words) => oneOf(categories, text, words.categories),
  membershipRole: (text, words) => oneOf(membershipRoles, text, words.membershipRoles),
  joinedOn: readDay,
  leftOn: readDay,
};

const startsFormula = /^[\p{Cf}\p{Cc}]*[=+\-@|%＝＋－＠]/u;

function plainText(most: number): (text: string) => Read {
  return (text) => {
    if (startsFormula.test(text)) return { code: 'formula' };
    return text.length > most ? { code: 'tooLong', param: most } : { value: text.normalize('NFC') };
  };
}

function readEmail(text: string): Read {
  const email = text.replace(/^mailto:/i, '').toLowerCase();
  const isAddress =
    /^[^\s@<>()[\],;:"\\]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.)+\p{L}{2,24}$/u.test(email);
  return isAddress && email.length <= 254 && !email.includes('..') ? { value: email } : { code: 'email' };
}

function readUrl(text: string): Read {
  const address = /^[a-z]+:/i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.');
  return isWeb && address.length <= 500 ? { value: address } : { code: 'url' };
}

/** `2026-03-01`, `1.3.2026`, `01/03/2026`, `2026. 03. 01.` – day before month, unless the year is first. */
function readDay(text: string): Read {
  const parts = text.match(/\d+/g) ?? [];
  if (!/^[\d\s./-]+(?:г\.)?$/.test(text) || parts.length !== 3) return { code: 'date' };
  const [year, month, day] = (parts[0]?.length === 4 ? parts : parts.toReversed()).map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  const isReal = date.getUTCMonth() === (month ?? 0) - 1 && date.getUTCDate() === day;
  const isNear = (year ?? 0) >= 1900 && (year ?? 0) <= 2100;
  return isReal && isNear ? { value: date.toISOString().slice(0, 10) } : { code: 'date' };
}

function oneOf(codes: readonly string[], text: string, names: ReadonlyMap<string, string>): Read {
  return codes.includes(text) ? { value: text } : known(names, text);
}

function known(names: ReadonlyMap<string, string>, text: string): Read {
  const value = names.get(folded(text));
  return value === undefined ? { code: 'notKnown' } : { value };
}
