import type { Language } from './languages.ts';
import type { shell } from './locales/en/shell.ts';

/** The words around a page in one language, without those of all others: for answers that no page makes. */
export async function frameWords(language: Language): Promise<typeof shell> {
  const area = await import(`./locales/${language}/shell.ts`);
  return area.shell;
}
