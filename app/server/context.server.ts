import type { AppLoadContext } from '@remix-run/node';
import { buildContext } from '@tessera/core/api.server.ts';
import type { RequestContext } from '@tessera/core/context.server.ts';
import type { Opening } from '@tessera/core/opening.server.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { languageAsked, languageOfPage, readLanguage } from './language-asked.server.ts';
import { readTheme, type Theme } from './theme.server.ts';

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** What the core knows of this request: who asks, when, from where. */
    core: RequestContext;
    language: Language;
    theme: Theme;
    /** For inline scripts and style sheets of this answer only; never part of loader data. */
    nonce: string;
  }
}

/** What the web server knows of a request before the application reads it. */
export type Incoming = {
  method: string;
  headers: Headers;
  path: string;
  ip: string;
  requestId: string;
  nonce: string;
};

/** Made once for each request; loaders, actions and the API find it in `args.context`. */
export async function buildLoadContext({
  method,
  headers,
  path,
  ip,
  requestId,
  nonce,
}: Incoming): Promise<AppLoadContext> {
  const cookies = headers.get('Cookie');
  const chosenLanguage = languageAsked(path) ?? languageOfPage(headers) ?? readLanguage(cookies);
  const core = await buildContext({
    headers,
    ip,
    requestId,
    chosenLanguage,
    networkCode: networkIn(path),
    // A request that changes something shows what is true after it.
    opening: method === 'GET' ? openingIn(path) : null,
  });
  return { core, language: core.language, theme: readTheme(cookies), nonce };
}

// `/n/un`, `/n/un/trainings?q=a`, and the same as the browser asks for their data: `/n/un.data`.
function networkIn(path: string): string | undefined {
  return /^\/n\/([a-z0-9-]+)(?:[/?.]|$)/.exec(path)?.[1];
}

/** The page in an address, where what it asks can travel with the session: `/home`, `/n/un/trainings/<id>.data?a=b`. */
export function openingIn(path: string): Opening | null {
  if (/^\/home(?:\.data)?(?:\?|$)/.test(path)) return { page: 'home' };
  const found =
    /^\/n\/([a-z0-9-]+)(?:\/trainings\/([0-9a-f-]{36})|(\/mentoring\/mine))?(?:\.data)?(?:\?|$)/.exec(path);
  const [, code, trainingId, isMentors] = found ?? [];
  if (!code) return null;
  if (isMentors) return { page: 'mentor', code };
  return trainingId ? { page: 'training', code, trainingId } : { page: 'network', code };
}
