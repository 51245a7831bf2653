/** The languages in which the whole interface is complete. A language is shipped when it stands here. */
export const languages = ['en', 'de', 'ro', 'sl', 'bg', 'hu', 'fi', 'pt', 'pl', 'it', 'hr'] as const;
export type Language = (typeof languages)[number];

/** Each language's name in itself, as a person looks for it in a list. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  ro: 'Română',
  sl: 'Slovenščina',
  bg: 'Български',
  hu: 'Magyar',
  fi: 'Suomi',
  pt: 'Português',
  pl: 'Polski',
  it: 'Italiano',
  hr: 'Hrvatski',
};

/** The tag whose rules of number hold: the bare tag of Portuguese means Brazil, where nothing counts as one. */
export function pluralTag(language: Language): string {
  return language === 'pt' ? 'pt-PT' : language;
}

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (languages as readonly string[]).includes(value);
}

/** The first wish that is shipped, else English. Wishes are BCP-47 tags, best first: `de-AT` finds `de`. */
export function pickLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const base = wish?.toLowerCase().split('-')[0];
    if (isLanguage(base)) return base;
  }
  return 'en';
}

/** The tags of an Accept-Language header, best first. */
export function acceptedLanguages(header: string | null): string[] {
  if (!header) return [];
  return header
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const quality = params.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && tag !== '*' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** What people speak who come to the networks: the languages of the interface, of advice, and of those who ask for it. */
export const spokenLanguages = [
  'ar',
  'bg',
  'bs',
  'ckb',
  'de',
  'en',
  'es',
  'fa',
  'fi',
  'fr',
  'hi',
  'hr',
  'hu',
  'it',
  'kmr',
  'pl',
  'prs',
  'ps',
  'pt',
  'ro',
  'rom',
  'ru',
  'sl',
  'so',
  'sq',
  'ti',
  'tr',
  'uk',
  'ur',
] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];
