import { redirect } from '@remix-run/node';
import type { Language } from '@tessera/i18n/languages.ts';
import type { Area, ServerMessages } from '@tessera/i18n/messages.ts';
import { serverI18n } from '@tessera/i18n/server.server.ts';
import { z } from 'zod';
import type { Flash } from '../components/shell/flash-message.tsx';
import { flashCookie } from './cookies.server.ts';

type Leaf<T> = {
  [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${Leaf<T[K]>}`;
}[keyof T & string];
type Singular<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;

/** A key with its area: `shell:language.changed`. */
export type MessageKey = { [A in Area]: `${A}:${Leaf<ServerMessages[A]>}` }[Area];

const KeptFlash = z.object({
  id: z.string(),
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  tone: z.enum(['success', 'info', 'warning', 'danger']),
});

/**
 * Redirects and says what happened on the next page, in the language that page is read in.
 * @param key a message key, so that no text travels in the cookie
 */
export async function redirectWithFlash(
  url: string,
  key: MessageKey,
  params: Record<string, string | number> = {},
  tone: Flash['tone'] = 'success',
) {
  const kept: z.output<typeof KeptFlash> = { id: crypto.randomUUID(), key, params, tone };
  return redirect(url, { headers: { 'Set-Cookie': await flashCookie().serialize(kept) } });
}

/** The message that waits for this page, and the header that forgets it. */
export async function takeFlash(
  request: Request,
  language: Language,
): Promise<{ flash: Flash | null; headers: HeadersInit }> {
  const cookies = request.headers.get('Cookie');
  if (!cookies?.includes('tessera_flash=')) return { flash: null, headers: {} };
  const kept = KeptFlash.safeParse(await flashCookie().parse(cookies)).data;
  const forget = await flashCookie().serialize('', { maxAge: 0 });
  return { flash: kept ? inWords(kept, language) : null, headers: { 'Set-Cookie': forget } };
}

function inWords({ id, key, params, tone }: z.output<typeof KeptFlash>, language: Language): Flash {
  const t = serverI18n(language).getFixedT(language) as unknown as (key: string, params: object) => string;
  return { id, text: t(key, params), tone };
}
