import type { AppLoadContext } from '@remix-run/node';
import type { Request, Response } from 'express';
import type { Incoming } from './context.server.ts';

/** What `entry.server.tsx` gives to the web server besides pages. */
export type Entry = {
  buildLoadContext(incoming: Incoming): Promise<AppLoadContext>;
  handleApi(request: globalThis.Request, context: AppLoadContext): Promise<globalThis.Response>;
  /** Whether the database answers. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
};

/** The headers of a Node request as a page or the API reads them. */
export function webHeaders(req: Request): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  return headers;
}

/** The context of this request, with the cookies that the core wants to set put on the answer. */
export async function loadContext(entry: Entry, req: Request, res: Response): Promise<AppLoadContext> {
  const { requestId, nonce } = res.locals;
  const context = await entry.buildLoadContext({
    method: req.method,
    headers: webHeaders(req),
    path: req.originalUrl,
    ip: req.ip ?? '',
    requestId,
    nonce,
  });
  // Redirects and files pass no hook of the framework; the head of the answer is the one place that all share.
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => Response;
  res.writeHead = ((...args: unknown[]) => {
    for (const cookie of context.core.setCookies.splice(0)) res.append('Set-Cookie', cookie);
    return writeHead(...args);
  }) as typeof res.writeHead;
  return context;
}
