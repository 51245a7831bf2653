const fromRight = new Set(['ar', 'ckb', 'fa', 'prs', 'ps', 'ur']);

/** Each spoken language's name in itself. Browsers do not know all of them. */
const ownNames: Record<string, string> = {
  ar: 'العربية',
  bg: 'Български',
  bs: 'Bosanski',
  ckb: 'کوردیی ناوەندی',
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fa: 'فارسی',
  fi: 'Suomi',
  fr: 'Français',
  hi: 'हिन्दी',
  hr: 'Hrvatski',
  hu: 'Magyar',
  it: 'Italiano',
  kmr: 'Kurmancî',
  pl: 'Polski',
  prs: 'دری',
  ps: 'پښتو',
  pt: 'Português',
  ro: 'Română',
  rom: 'Romani',
  ru: 'Русский',
  sl: 'Slovenščina',
  so: 'Soomaali',
  sq: 'Shqip',
  ti: 'ትግርኛ',
  tr: 'Türkçe',
  uk: 'Українська',
  ur: 'اردو',
};

/** The direction in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return fromRight.has(language) ? 'rtl' : 'ltr';
}

/** The name of a spoken language in itself; its tag where that is not known. */
export function ownName(language: string): string {
  return ownNames[language] ?? language;
}
