import { env } from '@tessera/env/env.server.ts';
import { absolute } from '@tessera/paths/paths.ts';
import { openFile } from './open-file.server.ts';
import { xml } from './xml.server.ts';

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const hour = 3600;

/** The addresses of a part of the platform, for search engines. */
export function sitemap(request: Request, pages: readonly { path: string; changedAt?: Date }[]): Response {
  const entries = pages.map(({ path, changedAt }) => {
    const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
    return `<url><loc>${address(path)}</loc>${changed}</url>`;
  });
  return answer(request, `<urlset xmlns="${namespace}">`, entries, '</urlset>');
}

/** Where the parts are. */
export function sitemapIndex(request: Request, parts: readonly string[]): Response {
  const entries = parts.map((path) => `<sitemap><loc>${address(path)}</loc></sitemap>`);
  return answer(request, `<sitemapindex xmlns="${namespace}">`, entries, '</sitemapindex>');
}

function address(path: string): string {
  return xml(absolute(env().appUrl, path));
}

function answer(request: Request, start: string, entries: string[], end: string): Response {
  const body = ['<?xml version="1.0" encoding="UTF-8"?>', start, ...entries, end, ''].join('\n');
  return openFile(request, { type: 'application/xml', body, seconds: hour });
}
