import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { ReadingProvider } from '@tessera/i18n/react.tsx';
import { renderToString } from 'react-dom/server';
import { ReaderContext } from './components/shell/reader.tsx';
import { handoffScripts } from './server/handoff.server.ts';
import { readingOf, withLanguage } from './server/language.server.ts';
import { languageAsked } from './server/language-asked.server.ts';
import { logFailure } from './server/log.server.ts';

export { close, isReady } from '@tessera/core/health.server.ts';
export { buildLoadContext } from './server/context.server.ts';
export { handleApi } from './server/handle-api.server.ts';

export const streamTimeout = 5000;

// How the markup of every page ends.
const END = '</body></html>';

/**
 * Renders a page at once and whole: nothing here streams, so neither the page nor its data has to travel through a stream
 * on the way. An error can still become a page.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  { serverHandoffStream, ...remix }: EntryContext,
  { nonce, language, theme }: AppLoadContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', language);
  headers.append('Vary', 'Accept-Language, Cookie');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
  const html = renderToString(
    <ReaderContext.Provider value={{ theme, nonce }}>
      <ReadingProvider value={readingOf(language)}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </ReadingProvider>
    </ReaderContext.Provider>,
  );
  // A page without scripts has no use for its data.
  const isAlive = serverHandoffStream && remix.renderMeta?.didRenderScripts;
  const data = isAlive ? await handoffScripts(serverHandoffStream, nonce) : '';
  const asked = languageAsked(request.url);
  const inItsLanguage = asked ? withLanguage(html, asked) : html;
  const page = Buffer.from(`<!DOCTYPE html>${inItsLanguage.slice(0, -END.length)}${data}${END}`);
  // A page that is whole says how long it is; nothing has to be framed in chunks.
  headers.set('Content-Length', String(page.byteLength));
  return new Response(page, { headers, status });
}

/** Failures of loaders and actions that nobody foresaw; refusals are answers and come here as responses. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status === 'number' && status < 500) return;
  logFailure(error, context.core.requestId, new URL(request.url).pathname);
};
