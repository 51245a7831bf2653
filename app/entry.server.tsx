import { PassThrough } from 'node:stream';
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { ReadingProvider } from '@tessera/i18n/react.tsx';
import { renderToPipeableStream } from 'react-dom/server';
import { ReaderContext } from './components/shell/reader.tsx';
import { readingOf, withLanguage } from './server/language.server.ts';
import { languageAsked } from './server/language-asked.server.ts';
import { logFailure } from './server/log.server.ts';

export { close, isReady } from '@tessera/core/health.server.ts';
export { buildLoadContext } from './server/context.server.ts';
export { handleApi } from './server/handle-api.server.ts';

export const streamTimeout = 5000;

/** Renders a page to its end before the first byte leaves: nothing here streams, and an error can still be a page. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, language, theme, core }: AppLoadContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', language);
  headers.append('Vary', 'Accept-Language, Cookie');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
  const asked = languageAsked(request.url);
  const inItsLanguage = (page: Buffer<ArrayBuffer>) => (asked ? withLanguage(page.toString(), asked) : page);
  return new Promise((resolve, reject) => {
    let answerStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <ReaderContext.Provider value={{ theme, nonce }}>
        <ReadingProvider value={readingOf(language)}>
          <RemixServer context={remix} url={request.url} nonce={nonce} />
        </ReadingProvider>
      </ReaderContext.Provider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(timer);
          const parts: Buffer[] = [];
          const body = new PassThrough();
          body.on('data', (part: Buffer) => parts.push(withoutPadding(part)));
          body.on('end', () => {
            const page = inItsLanguage(Buffer.concat(parts));
            // A page that is whole says how long it is; nothing has to be framed in chunks.
            headers.set('Content-Length', String(Buffer.byteLength(page)));
            resolve(new Response(page, { headers, status: answerStatus }));
          });
          pipe(body);
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error) {
          answerStatus = 500;
          logFailure(error, core.requestId, request.url);
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout + 1000);
  });
}

// React 18 ends a chunk with zeros where a letter of several bytes did not fit any more (facebook/react#24985).
function withoutPadding(part: Buffer): Buffer {
  let end = part.length;
  while (end > 0 && part[end - 1] === 0) end--;
  return part.subarray(0, end);
}

/** Failures of loaders and actions that nobody foresaw; refusals are answers and come here as responses. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status === 'number' && status < 500) return;
  logFailure(error, context.core.requestId, new URL(request.url).pathname);
};
