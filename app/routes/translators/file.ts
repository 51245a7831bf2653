import type { LoaderFunctionArgs } from '@remix-run/node';
import { LanguagePair } from '@tessera/core/translators/schema.ts';
import { xliffMime, xliffText } from '@tessera/documents/xliff.ts';
import { env } from '@tessera/env/env.server.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { absolute } from '@tessera/paths/paths.ts';
import { pageOf } from '~/components/translations/page-of.ts';
import { api } from '~/server/api.server.ts';
import { fileAnswer } from '~/server/download.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';

/** The open texts of a pair of languages as XLIFF, with notes in the reader's language. */
export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const asked = LanguagePair.safeParse(Object.fromEntries(new URL(args.request.url).searchParams));
  if (!asked.success) throw refuse('not_found');
  const { from, language, texts } = await api(args).translators.file({ network, ...asked.data });
  const t = translator(args.context.language, 'translators');
  const words = translator(args.context.language, 'translations');
  const files = texts.map(({ kind, id, file, original, units }) => ({
    id: file,
    original,
    units: units.map(({ most, shape, readability, ...unit }) => ({
      ...unit,
      notes: {
        [t('note.kind')]: words(`kinds.${kind}`),
        [t('note.field')]: words(`fields.${unit.name as 'title'}`),
        length: t('note.longest', { number: most }),
        ...(shape === 'list' ? { shape: t('note.list') } : {}),
        ...(readability && readability.level !== 'easy'
          ? {
              readability: t(`note.${readability.level}`, {
                number: readability.wordsPerSentence,
                percent: readability.longWords,
              }),
            }
          : {}),
        [t('note.page')]: absolute(env().appUrl, pageOf[kind](network, id)),
      },
    })),
  }));
  return fileAnswer(xliffText({ from, to: language, files }), {
    name: `${t('out.fileName')} ${network} ${from}-${language}.xlf`,
    type: `${xliffMime}; charset=utf-8`,
  });
}
