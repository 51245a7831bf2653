import { frameWords } from '@tessera/i18n/frame-words.server.ts';
import type { Request, Response } from 'express';
import { guessLanguage } from './language-asked.server.ts';

type Status = 400 | 403 | 404 | 405 | 411 | 413 | 415 | 500 | 503;
type Reason = 'notFound' | 'forbidden' | 'foreignForm' | 'tooLarge' | 'notUnderstood' | 'failed';

const reasons: Record<Status, Reason> = {
  400: 'notUnderstood',
  403: 'forbidden',
  404: 'notFound',
  405: 'notUnderstood',
  411: 'tooLarge',
  413: 'tooLarge',
  415: 'notUnderstood',
  500: 'failed',
  503: 'failed',
};

/** The answer when a request does not reach a page: one plain page, or JSON under `/api/`. */
export async function sendErrorPage(
  req: Request,
  res: Response,
  status: Status,
  reason: Reason = reasons[status],
): Promise<void> {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res.status(status).setHeader('Cache-Control', 'no-store');
  if (req.path.startsWith('/api/')) {
    res.json({ error: { code: reason, status } });
    return;
  }
  const language = guessLanguage(req.get('Cookie') ?? null, req.get('Accept-Language') ?? null);
  const { problem } = await frameWords(language);
  const { title, text } = problem[reason];
  res.type('html').send(`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${title} – Tessera</title>
<style nonce="${res.locals.nonce}">:root{color-scheme:light dark}body{font:1.0625rem/1.6 "Noto Sans",system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem;background:light-dark(#faf6ee,#181511);color:light-dark(#221c14,#f1eadd)}h1{line-height:1.15}a{color:light-dark(#8f3a1f,#f0a184)}</style>
</head><body><main><h1>${title}</h1><p>${text}</p><p><a href="/">${problem.home}</a></p></main></body></html>`);
}
