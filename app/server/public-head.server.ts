import type { MetaDescriptor } from '@remix-run/node';
import { env } from '@tessera/env/env.server.ts';
import { absolute } from '@tessera/paths/paths.ts';

const longest = 160;

/**
 * What search engines and previews read of a public page: its one address, and a description.
 * @param path from `paths`
 * @param text is cut at a word
 */
export function publicHead(path: string, text: string): MetaDescriptor[] {
  const description = shorten(text.replace(/\s+/g, ' ').trim());
  return [
    { tagName: 'link', rel: 'canonical', href: absolute(env().appUrl, path) },
    ...(description ? [{ name: 'description', content: description }] : []),
  ];
}

function shorten(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}
