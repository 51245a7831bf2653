import { isLanguage, type Language, languageNames, languages } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { institutionKinds, membershipRoles } from '../institutions/terms.ts';
import { roles } from '../permissions.ts';
import { categories } from '../register/rules.ts';
import { type ImportField, type ImportKind, importFields } from './terms.ts';

/** Codes by the words that stand for them in any of our languages, folded. */
export type ValueWords = Record<
  'kinds' | 'roles' | 'membershipRoles' | 'languages' | 'categories',
  ReadonlyMap<string, string>
>;

/** Text for comparing: without case, diacritics, stars of gender, and blanks at its ends. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}*:_.]/gu, '')
    .toLowerCase()
    .replace(/[\s/-]+/g, ' ')
    .trim();
}

let values: ValueWords | undefined;

/** The words of all languages for kinds, roles and languages. */
export function valueWords(): ValueWords {
  values ??= {
    kinds: inAll(institutionKinds, (language, code) => [
      translator(language, 'networks')(`institutionKinds.${code}`),
    ]),
    membershipRoles: inAll(membershipRoles, (language, code) => [
      translator(language, 'networks')(`membershipRoles.${code}`),
    ]),
    roles: inAll(roles, (language, code) => [translator(language, 'identity')(`roles.${code}`)]),
    categories: inAll(categories, (language, code) => [
      translator(language, 'register')(`categories.${code}`),
    ]),
    languages: inAll(languages, (_, code) => [
      languageNames[code],
      ...languages.map((reading) => new Intl.DisplayNames([reading], { type: 'language' }).of(code) ?? code),
    ]),
  };
  return values;
}

/**
 * The field for each heading of a file: as it was matched last time, else by the words for the field in all languages.
 * One word can mean different fields in two of them, so those that the file is probably written in are asked first.
 * No field is taken twice.
 * @param remembered fields by folded heading
 * @param preferred the languages of whoever brings the file, and of the network, the likeliest first
 */
export function suggestMapping(
  kind: ImportKind,
  headings: readonly string[],
  remembered: ReadonlyMap<string, string>,
  preferred: readonly string[],
): string[] {
  const taken = new Set<string>();
  const order = new Set([...preferred.filter(isLanguage), ...languages]);
  const names = [...order].map((language) => headingWords(kind, language));
  return headings.map((heading) => {
    const key = folded(heading);
    const field = remembered.get(key) ?? names.find((words) => words.has(key))?.get(key) ?? '';
    if (field === '' || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
}

const headings = new Map<string, ReadonlyMap<string, ImportField>>();

/** The field by each folded word for it in one language, and by its own name. */
function headingWords(kind: ImportKind, language: Language): ReadonlyMap<string, ImportField> {
  const id = `${kind} ${language}`;
  let known = headings.get(id);
  if (!known) {
    const t = translator(language, 'transfer');
    known = inEach([language], importFields[kind], (_, field) => [
      t(`fields.${field}`),
      ...t(`headings.${field}`).split(','),
      field,
    ]) as ReadonlyMap<string, ImportField>;
    headings.set(id, known);
  }
  return known;
}

function inAll<Code extends string>(
  codes: readonly Code[],
  words: (language: Language, code: Code) => string[],
): ReadonlyMap<string, string> {
  return inEach(languages, codes, words);
}

function inEach<Code extends string>(
  reading: readonly Language[],
  codes: readonly Code[],
  words: (language: Language, code: Code) => string[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const code of codes) found.set(folded(code), code);
  for (const language of reading) {
    for (const code of codes) {
      for (const word of words(language, code)) {
        // The first language that uses a word decides.
        if (!found.has(folded(word))) found.set(folded(word), code);
      }
    }
  }
  return found;
}
