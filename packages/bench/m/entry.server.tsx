import { PassThrough } from 'node:stream';
import type { EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { ReadingProvider } from '@tessera/i18n/react.tsx';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { ReaderContext } from '~/components/shell/reader.tsx';
import { readingOf } from '~/server/language.server.ts';

/** Renders as the framework does, to the end before the first byte leaves, which costs less than streaming. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(tree(remix, request.url), {
      onAllReady() {
        const parts: Buffer[] = [];
        const body = new PassThrough();
        body.on('data', (part: Buffer) => parts.push(withoutPadding(part)));
        body.on('end', () => resolve(new Response(Buffer.concat(parts), { headers, status })));
        pipe(body);
      },
      onShellError: reject,
      onError: reject,
    });
  });
}

/** The same tree at once, for L. */
export function renderTree(remix: EntryContext, url: string): string {
  return renderToString(tree({ ...remix, serverHandoffStream: undefined }, url));
}

function tree(remix: EntryContext, url: string) {
  return (
    <ReaderContext.Provider value={{ theme: 'auto', nonce: undefined }}>
      <ReadingProvider value={readingOf('en')}>
        <RemixServer context={remix} url={url} />
      </ReadingProvider>
    </ReaderContext.Provider>
  );
}

// React 18 ends a chunk with zeros where a letter of several bytes did not fit any more.
function withoutPadding(part: Buffer): Buffer {
  let end = part.length;
  while (part[end - 1] === 0) end--;
  return part.subarray(0, end);
}
