import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { NextFunction, Request, Response } from 'express';
import { type Entry, loadContext, webHeaders } from './incoming.server.ts';

/** Answers `/api/*` from the same build as the pages: one module graph, one database client. */
export function apiHandler(current: () => Promise<Entry>) {
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    try {
      const entry = await current();
      const context = await loadContext(entry, req, res);
      const answer = await entry.handleApi(webRequest(req), context);
      res.status(answer.status);
      answer.headers.forEach((value, name) => {
        res.append(name, value);
      });
      if (!answer.body) {
        res.end();
        return;
      }
      await pipeline(Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream), res);
    } catch (error) {
      next(error);
    }
  };
}

function webRequest(req: Request): globalThis.Request {
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD';
  return new Request(`${req.protocol}://${req.headers.host}${req.originalUrl}`, {
    method: req.method,
    headers: webHeaders(req),
    ...(hasBody ? { body: Readable.toWeb(req), duplex: 'half' } : {}),
  } as RequestInit);
}
