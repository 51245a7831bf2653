import type { LoaderFunctionArgs } from '@remix-run/node';
import { type Caller, createCaller } from '@tessera/core/api.server.ts';
import type { RequestContext } from '@tessera/core/context.server.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { answerTo } from './refusal.server.ts';

/**
 * The core, called in this process in the name of this request. What the core refuses ends the loader with the page of
 * its status; in an action, `submit` turns it into a message of the form.
 */
export function api({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>): Caller {
  return createCaller(context.core, {
    onError({ error }) {
      throw answerTo(error, request);
    },
  });
}

/** The core as a visitor calls it, whoever asks: for what is the same for everyone and may be kept by caches. */
export function apiForNobody(
  { request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  language: Language = 'en',
): Caller {
  const core = { ...asNobody(context.core), language };
  return api({ request, context: { ...context, core } });
}

/** The context of a request without who asks. */
export function asNobody(core: RequestContext): RequestContext {
  return { ...core, actor: null, sessionId: null, resolved: new Map() };
}
