import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { z } from 'zod';

type Language = (typeof spokenLanguages)[number];
type Name<L extends string = Language> = `title_${L}`;

/** The field of a title in one language. */
export const titleName = <L extends string>(language: L): Name<L> => `title_${language}`;

/** A title in each language, as the lines of a form send it; most of them are empty. */
export const titleFields = Object.fromEntries(
  spokenLanguages.map((language) => [titleName(language), z.string().trim().max(200).default('')]),
) as Record<Name, z.ZodDefault<z.ZodString>>;

/** The titles of a line in those languages in which there is one. */
export function titlesOf(line: Record<Name, string>): { language: Language; title: string }[] {
  return spokenLanguages.flatMap((language) => {
    const title = line[titleName(language)];
    return title ? [{ language, title }] : [];
  });
}

/** What is stored, as a line of a form shows it. */
export function lineOf(titles: Readonly<Record<string, string>>): Record<Name, string> {
  return Object.fromEntries(
    spokenLanguages.map((language) => [titleName(language), titles[language] ?? '']),
  ) as Record<Name, string>;
}

/** The words in the reader's language, else in English, else those that there are. */
export function titleIn(titles: Readonly<Record<string, string>>, language: string): string {
  return titles[language] ?? titles.en ?? Object.values(titles)[0] ?? '–';
}
