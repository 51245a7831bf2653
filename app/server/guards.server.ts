import type { NextFunction, Request, Response } from 'express';
import { sendErrorPage } from './error-page.server.ts';

const largestForm = 1_000_000;
/** The page itself refuses files beyond its own limit, beside the field; this only bounds what is read of them. */
const largestUpload = 100_000_000;
const takesFiles =
  /^\/n\/[a-z0-9-]+\/(?:imports|settings\/phases\/[a-z0-9-]+|mentoring\/initiatives\/[a-z0-9-]+\/story|library\/[a-z0-9-]+\/(?:files|uploads))(?:\.data)?(?:\?|$)/;
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const isUnsafe = (req: Request) => !['GET', 'HEAD', 'OPTIONS'].includes(req.method);
const isApi = (req: Request) => req.path.startsWith('/api/');

/** Without a proxy in front that is trusted, what a caller says about other hosts and addresses is not believed. */
export function dropForwardedHeaders(trustedProxies: number) {
  return (req: Request, _res: Response, next: NextFunction): void => {
    if (trustedProxies === 0) {
      for (const name of Object.keys(req.headers)) {
        if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete req.headers[name];
      }
    }
    next();
  };
}

/** Refuses addresses and hosts that no page can have, before anything tries to read them. */
export function refuseMalformed(req: Request, res: Response, next: NextFunction) {
  if (!methods.has(req.method)) return sendErrorPage(req, res, 405);
  if (!isReadable(req.url) || !URL.canParse(`http://${req.headers.host ?? ''}/`))
    return sendErrorPage(req, res, 400);
  if (req.url.startsWith('//')) return sendErrorPage(req, res, 404);
  next();
}

/**
 * Refuses a write that another site started. Browsers say so in Sec-Fetch-Site; older ones send Origin.
 * A caller that sends neither is no browser and carries nobody's cookies by accident.
 */
export function refuseForeignWrites(req: Request, res: Response, next: NextFunction) {
  if (!isUnsafe(req)) return next();
  const site = req.get('Sec-Fetch-Site');
  const origin = req.get('Origin');
  const isOwn =
    site === undefined
      ? origin === undefined || hostOf(origin) === forwardedHost(req)
      : site === 'same-origin' || site === 'none';
  if (!isOwn) return sendErrorPage(req, res, 403, 'foreignForm');
  next();
}

/** Refuses bodies that are too large to be a form, that do not say how large they are, or that are no form. */
export function refuseUnusableBodies(req: Request, res: Response, next: NextFunction) {
  if (!isUnsafe(req)) return next();
  if (req.headers['transfer-encoding'] !== undefined) return refuseBody(req, res, 411);
  const length = Number(req.headers['content-length'] ?? 0);
  if (length > (takesFiles.test(req.url) ? largestUpload : largestForm)) return refuseBody(req, res, 413);
  if (length > 0 && !isApi(req) && !isForm(req.get('Content-Type') ?? '')) return refuseBody(req, res, 415);
  next();
}

// The rest of a refused body is not worth reading: the connection ends with the answer.
function refuseBody(req: Request, res: Response, status: 411 | 413 | 415) {
  res.setHeader('Connection', 'close');
  sendErrorPage(req, res, status);
}

function isForm(type: string): boolean {
  return (
    /^application\/x-www-form-urlencoded\b/i.test(type) || /^multipart\/form-data;\s*boundary=\S+/i.test(type)
  );
}

function isReadable(url: string): boolean {
  if (/%00/.test(url)) return false;
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function forwardedHost(req: Request): string | undefined {
  return req.get('X-Forwarded-Host') ?? req.headers.host;
}

/** What an answer left unread of a body is read and dropped: the next request of the connection stands behind it. */
export function dropUnreadBodies(req: Request, res: Response, next: NextFunction): void {
  res.once('finish', () => {
    if (req.readableEnded) return;
    req.removeAllListeners('data');
    req.resume();
  });
  next();
}
