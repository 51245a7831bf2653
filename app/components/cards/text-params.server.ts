import type { LoaderFunctionArgs } from '@remix-run/node';
import { type SpokenLanguage, spokenLanguages } from '@tessera/i18n/languages.ts';
import { cardParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';

/**
 * The card and the language of its text in the address; `new` is the language that the query names.
 * @throws a refusal for what is no language
 */
export function textParams(args: Pick<LoaderFunctionArgs, 'params' | 'request'>) {
  const named = args.params.language;
  const asked = named === 'new' ? new URL(args.request.url).searchParams.get('in') : named;
  const language = spokenLanguages.find((each): each is SpokenLanguage => each === asked);
  if (!language) throw refuse('not_found');
  return { ...cardParams(args), language };
}
