import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Wording } from '@tessera/core/consents/schema.ts';
import { isLanguage, type Language } from '@tessera/i18n/languages.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';

/** The words of a purpose as they are, or empty ones for a new one, in the languages of the network. */
export async function readWording(args: LoaderFunctionArgs, purpose: string | null) {
  const where = networkParams(args);
  const call = api(args);
  const [shell, wordings] = await Promise.all([call.networks.shell(where), call.consents.wordings(where)]);
  if (!shell.viewer?.can.includes('privacy.manage')) throw refuse('not_allowed');
  const current = wordings.find((each) => each.purpose === purpose);
  if (purpose !== null && !current) throw refuse('not_found');
  const offered: Language[] = shell.languages.filter(isLanguage);
  const texts = [...new Set(offered.length > 0 ? offered : (['en'] as const))].map((language) => {
    const known = current?.texts.find((text) => text.language === language);
    return { language, title: known?.title ?? '', text: known?.text ?? '' };
  });
  return { ...where, purpose, texts, months: current?.months ?? null };
}

/** Saves the words as a new version. */
export async function saveWording(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, Wording, async (input) => {
    await api(args).consents.newWording({ ...where, ...input });
    return redirectWithFlash(paths.wordings(where.network), 'privacy:wordings.saved');
  });
}
