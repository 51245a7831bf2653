import { languageNames, languages } from '@tessera/i18n/languages.ts';
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
 * No field is taken twice.
 * @param remembered fields by folded heading
 */
export function suggestMapping(
  kind: ImportKind,
  headings: readonly string[],
  remembered: ReadonlyMap<string, string>,
): string[] {
  const taken = new Set<string>();
  const names = headingWords(kind);
  return headings.map((heading) => {
    const key = folded(heading);
    const field = remembered.get(key) ?? names.get(key) ?? '';
    if (field === '' || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
}

const headings = new Map<ImportKind, ReadonlyMap<string, ImportField>>();

function headingWords(kind: ImportKind): ReadonlyMap<string, ImportField> {
  let known = headings.get(kind);
  if (!known) {
    known = inAll(importFields[kind], (language, field) => {
      const t = translator(language, 'transfer');
      return [t(`fields.${field}`), ...t(`headings.${field}`).split(','), field];
    }) as ReadonlyMap<string, ImportField>;
    headings.set(kind, known);
  }
  return known;
}

function inAll<Code extends string>(
  codes: readonly Code[],
  words: (language: (typeof languages)[number], code: Code) => string[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const code of codes) found.set(folded(code), code);
  for (const language of languages) {
    for (const code of codes) {
      for (const word of words(language, code)) {
        // The first language that uses a word decides.
        if (!found.has(folded(word))) found.set(folded(word), code);
      }
    }
  }
  return found;
}
