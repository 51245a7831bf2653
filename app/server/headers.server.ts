import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

/** Gives each request an id for the log and a nonce for its inline scripts. */
export function identify(_req: Request, res: Response, next: NextFunction): void {
  res.locals.requestId = randomUUID();
  res.locals.nonce = randomUUID();
  res.setHeader('X-Request-Id', res.locals.requestId);
  next();
}

// The one page that is made for frames in other sites: no cookies, no scripts, nothing to press but links.
const embeddable = /^\/n\/[^/]+\/widget\/trainings\/?$/;

/**
 * What a browser may load and tell others. Scripts run only with the nonce of their own page, and no other site may put a
 * page into a frame, but for the one that is made for it.
 */
export function securityHeaders(options: { isHttps: boolean; isDevelopment: boolean }) {
  const [usual, inFrames] = [headers(options, false), headers(options, true)];
  return (req: Request, res: Response, next: NextFunction) =>
    (embeddable.test(req.path) ? inFrames : usual)(req, res, next);
}

function headers(
  { isHttps, isDevelopment }: { isHttps: boolean; isDevelopment: boolean },
  isEmbeddable: boolean,
) {
  const nonce = (_req: unknown, res: unknown) => `'nonce-${(res as Response).locals.nonce}'`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'", "'strict-dynamic'", nonce],
        'script-src-attr': ["'none'"],
        'style-src': isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        ...(isDevelopment
          ? {}
          : { 'style-src-elem': ["'self'", nonce], 'style-src-attr': ["'unsafe-inline'"] }),
        'img-src': ["'self'", 'data:', 'blob:'],
        'media-src': ["'self'", 'blob:'],
        'font-src': ["'self'"],
        'connect-src': isDevelopment ? ["'self'", 'ws:'] : ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'frame-src': ["'self'"],
        'frame-ancestors': [isEmbeddable ? '*' : "'none'"],
        'base-uri': ["'none'"],
        'object-src': ["'none'"],
        ...(isHttps ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    xFrameOptions: isEmbeddable ? false : { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  });
}
