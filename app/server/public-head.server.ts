import type { LoaderFunctionArgs, MetaDescriptor } from '@remix-run/node';
import { env } from '@tessera/env/env.server.ts';
import { isLanguage, type Language, languages as shipped } from '@tessera/i18n/languages.ts';
import { absolute } from '@tessera/paths/paths.ts';
import { languageAsked } from './language-asked.server.ts';

const longest = 160;
const locales: Record<Language, string> = {
  en: 'en_IE',
  de: 'de_DE',
  ro: 'ro_RO',
  sl: 'sl_SI',
  bg: 'bg_BG',
  hu: 'hu_HU',
  fi: 'fi_FI',
  pt: 'pt_PT',
  pl: 'pl_PL',
  it: 'it_IT',
  hr: 'hr_HR',
};

type Data = Record<string, unknown>;

/**
 * What search engines and previews read of a public page: its address in each language, a description, and what it is
 * about in the words of schema.org.
 */
export function publicHead(
  { request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  page: {
    /** From `paths`, without a query */
    path: string;
    title: string;
    /** Cut at a word */
    text?: string;
    /** Those of the network; all when it is a page of the platform */
    languages?: readonly string[];
    /** Feeds that belong to the page */
    feeds?: readonly { type: string; path: string; title: string }[];
    data?: readonly (Data | null)[];
  },
): MetaDescriptor[] {
  const { path, title, text = '', languages = shipped, feeds = [], data = [] } = page;
  const description = shorten(text.replace(/\s+/g, ' ').trim());
  const at = (language?: string | null) =>
    absolute(env().appUrl, language ? `${path}?lang=${language}` : path);
  const own = at(languageAsked(request.url));
  return [
    { tagName: 'link', rel: 'canonical', href: own },
    ...languages
      .filter(isLanguage)
      .map((language) => ({ tagName: 'link', rel: 'alternate', hrefLang: language, href: at(language) })),
    { tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: at() },
    ...feeds.map(({ type, path: feed, title: name }) => ({
      tagName: 'link',
      rel: 'alternate',
      type,
      title: name,
      href: absolute(env().appUrl, feed),
    })),
    ...(description
      ? [
          { name: 'description', content: description },
          { property: 'og:description', content: description },
        ]
      : []),
    { property: 'og:title', content: title },
    { property: 'og:type', content: 'website' },
    { property: 'og:url', content: own },
    { property: 'og:site_name', content: 'Tessera' },
    { property: 'og:locale', content: locales[context.language] },
    { name: 'twitter:card', content: 'summary' },
    ...data.filter((each) => each !== null).map((each) => ({ 'script:ld+json': tidy(each) })),
  ] as MetaDescriptor[];
}

/** The way to a page, as its breadcrumbs name it; Tessera itself comes first. */
export function breadcrumbData(...ways: readonly { name: string; path: string }[]): Data {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: 'Tessera', path: '/' }, ...ways].map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(env().appUrl, path),
    })),
  };
}

/** An organisation at its address here. */
export function organisationData(path: string, name: string, more: Data = {}): Data {
  const url = absolute(env().appUrl, path);
  return { '@type': 'Organization', '@id': url, name, url, ...more };
}

// What is empty says nothing.
function tidy(data: Data): Data {
  const filled = Object.entries(data).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
  );
  return { '@context': 'https://schema.org', ...Object.fromEntries(filled) };
}

function shorten(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}
