import type { NextFunction, Request, Response } from 'express';
import { loggedPath, requestLog } from './log.server.ts';

// Built files; in development their sources.
const isFile = /^\/(assets|app|packages|node_modules|@)/;

/** One line for each request when it ends; style sheets, scripts and fonts only at level debug. */
export function logRequests(req: Request, res: Response, next: NextFunction): void {
  const started = process.hrtime.bigint();
  const path = loggedPath(req.originalUrl);
  res.once('close', () => {
    const line = {
      requestId: res.locals.requestId,
      method: req.method,
      path,
      status: res.statusCode,
      ms: Math.round(Number(process.hrtime.bigint() - started) / 1e5) / 10,
      ...(res.writableFinished ? {} : { aborted: true }),
    };
    if (isFile.test(path)) requestLog().debug(line);
    else requestLog().info(line);
  });
  next();
}
