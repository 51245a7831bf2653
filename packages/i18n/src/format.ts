import type { Language } from './languages.ts';

/** Money in minor units (cents, bani) with its ISO 4217 currency. */
export type Money = { amountMinor: bigint | number; currency: string };
/** A name in parts; `order` says which part comes first where the person comes from. */
export type PersonName = {
  givenName: string;
  familyName: string;
  nameOrder?: 'given_first' | 'family_first';
};

const locales: Record<Language, string> = {
  en: 'en-IE',
  de: 'de-DE',
  ro: 'ro-RO',
  sl: 'sl-SI',
  bg: 'bg-BG',
  hu: 'hu-HU',
  fi: 'fi-FI',
  pt: 'pt-PT',
  pl: 'pl-PL',
  it: 'it-IT',
  hr: 'hr-HR',
};

// Spoken in the networks, and not named by every browser.
const rareLanguages: Partial<Record<string, Record<Language, string>>> = {
  kmr: {
    en: 'Kurmanji',
    de: 'Kurmandschi',
    ro: 'kurmanji',
    sl: 'kurmandžijščina',
    bg: 'курманджи',
    hu: 'kurmandzsi',
    fi: 'kurmandži',
    pt: 'curmânji',
    pl: 'kurmandżi',
    it: 'curmangi',
    hr: 'kurmandži',
  },
  rom: {
    en: 'Romany',
    de: 'Romani',
    ro: 'romani',
    sl: 'romščina',
    bg: 'ромски',
    hu: 'roma',
    fi: 'romani',
    pt: 'romani',
    pl: 'romski',
    it: 'romaní',
    hr: 'romski',
  },
};

function build(language: Language) {
  const locale = locales[language];
  const cache = new Map<string, unknown>();
  // Intl formatters cost 50 µs to make and 1.5 µs to use.
  const once = <T>(key: string, make: () => T): T => {
    let value = cache.get(key) as T | undefined;
    if (value === undefined) {
      value = make();
      cache.set(key, value);
    }
    return value;
  };
  const dateFormat = (key: string, timeZone: string, options: Intl.DateTimeFormatOptions) =>
    once(`${key}|${timeZone}`, () => new Intl.DateTimeFormat(locale, { ...options, timeZone }));
  const weekdayOptions = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const dayOptions = { day: 'numeric', month: 'long', year: 'numeric' } as const;

  // Some engines put thin spaces around the dash and some do not; server and browser must write the same.
  const range = (format: Intl.DateTimeFormat, from: Date, to: Date) =>
    format.formatRange(from, to).replace(/[\u2009\u202f]/g, ' ');

  // A range of days costs 13 µs and a name 5 µs; lists show the same ones again and again.
  const words = new Map<string, string>();
  const remembered = (key: string, make: () => string): string => {
    let word = words.get(key);
    if (word === undefined) {
      word = make();
      if (words.size >= 5000) words.clear();
      words.set(key, word);
    }
    return word;
  };

  const isoDay = (value: Date, timeZone: string) =>
    once(
      `iso|${timeZone}`,
      () => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
    ).format(value);

  return {
    /** `1 May 2015` */
    date: (value: Date, timeZone: string) => dateFormat('date', timeZone, dayOptions).format(value),
    /** `Fri, 1 May 2015` */
    weekday: (value: Date, timeZone: string) => dateFormat('weekday', timeZone, weekdayOptions).format(value),
    /** `1/5/2015`, the short form for tables */
    shortDate: (value: Date, timeZone: string) =>
      dateFormat('short', timeZone, { day: 'numeric', month: 'numeric', year: 'numeric' }).format(value),
    /** The name of a day of the week, of a date in UTC: `Friday` or `Fri` */
    weekdayName: (value: Date, length: 'long' | 'short') =>
      once(
        `weekdayName|${length}`,
        () => new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }),
      ).format(value),
    /** `May 2015` */
    month: (value: Date, timeZone: string) =>
      dateFormat('month', timeZone, { month: 'long', year: 'numeric' }).format(value),
    /** `09:00` */
    time: (value: Date, timeZone: string) =>
      dateFormat('time', timeZone, { hour: '2-digit', minute: '2-digit', hour12: false }).format(value),
    /** `1 May 2015, 09:00` */
    dateTime: (value: Date, timeZone: string) =>
      dateFormat('dateTime', timeZone, {
        ...dayOptions,
        hour: '2-digit',
        minute: '2-digit',
        hour12: false,
      }).format(value),
    /** `13–15 October 2015` */
    dateRange: (from: Date, to: Date, timeZone: string) =>
      range(dateFormat('date', timeZone, dayOptions), from, to),
    /** `Tue, 13 – Thu, 15 Oct 2015`; a single day when both fall on one */
    weekdayRange: (from: Date, to: Date, timeZone: string) =>
      remembered(`${from.getTime()}|${to.getTime()}|${timeZone}`, () =>
        isoDay(from, timeZone) === isoDay(to, timeZone)
          ? dateFormat('weekday', timeZone, weekdayOptions).format(from)
          : range(dateFormat('weekday', timeZone, weekdayOptions), from, to),
      ),
    /** `09:00 – 13:00` */
    timeRange: (from: Date, to: Date, timeZone: string) =>
      range(dateFormat('time', timeZone, { hour: '2-digit', minute: '2-digit', hour12: false }), from, to),
    /** The name of a zone without regard to summer: `Eastern European Time` */
    zone: (timeZone: string) =>
      once(`zone|${timeZone}`, () => {
        // Long ago a zone may have had no summer time, and its name was another one.
        const recently = Date.UTC(2026, 6, 1);
        const options = { timeZone, timeZoneName: 'longGeneric' } as const;
        const parts = new Intl.DateTimeFormat(locale, options).formatToParts(recently);
        return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
      }),
    /** `2015-05-01`, the day of an instant for `datetime` attributes and addresses */
    isoDay,
    number: (value: number | bigint, maximumFractionDigits = 2) =>
      once(
        `number|${maximumFractionDigits}`,
        () => new Intl.NumberFormat(locale, { maximumFractionDigits, useGrouping: 'always' }),
      ).format(value),
    /** `share` is 0…1: `0.1` is `10 %` */
    percent: (share: number, fractionDigits = 0) =>
      once(
        `percent|${fractionDigits}`,
        () =>
          new Intl.NumberFormat(locale, {
            style: 'percent',
            minimumFractionDigits: fractionDigits,
            maximumFractionDigits: fractionDigits,
          }),
      ).format(share),
    /** Romanian readers see the leu written out, as their offices do: `1.756.996,00 lei`. */
    money: ({ amountMinor, currency }: Money) => {
      const amount = Number(amountMinor) / 100;
      if (currency === 'RON' && language === 'ro') {
        const plain = once(
          'lei',
          () =>
            new Intl.NumberFormat(locale, {
              minimumFractionDigits: 2,
              maximumFractionDigits: 2,
              useGrouping: 'always',
            }),
        );
        return `${plain.format(amount)}\u00a0lei`;
      }
      return once(
        `money|${currency}`,
        () =>
          new Intl.NumberFormat(locale, {
            style: 'currency',
            currency,
            currencyDisplay: 'code',
            useGrouping: 'always',
          }),
      ).format(amount);
    },
    list: (items: readonly string[]) =>
      once('list', () => new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' })).format(items),
    /** The name of a language in the reader's: `de` is `German` in English; what is no tag stays as it is */
    language: (tag: string) =>
      remembered(tag, () => {
        if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return tag;
        const names = once(
          'language',
          () => new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }),
        );
        return rareLanguages[tag]?.[language] ?? names.of(tag) ?? tag;
      }),
    /** The name of a country by its ISO 3166 code: `RO` is `Romania` */
    country: (code: string) =>
      once('country', () => new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })).of(code) ??
      code,
    collator: () => once('collator', () => new Intl.Collator(locale, { numeric: true })),
    /** Each person’s own order holds in every language. */
    personName: ({ givenName, familyName, nameOrder }: PersonName) =>
      (nameOrder === 'family_first' ? [familyName, givenName] : [givenName, familyName])
        .filter(Boolean)
        .join(' '),
  };
}

export type Formats = ReturnType<typeof build>;

const cache = new Map<Language, Formats>();

/** Formatters of one language; cached, so calling it in a render is cheap. */
export function formats(language: Language): Formats {
  let value = cache.get(language);
  if (!value) {
    value = build(language);
    cache.set(language, value);
  }
  return value;
}
