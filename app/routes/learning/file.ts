import type { LoaderFunctionArgs } from '@remix-run/node';
import { delimiterFor } from '@tessera/documents/csv.server.ts';
import { serverI18n, translator } from '@tessera/i18n/server.server.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { tableAnswer } from '~/server/table-file.server.ts';

/** One's own learning as a table. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { lines } = await api(args).learning.own(networkParams(args));
  const t = translator(language, 'certificates');
  const words = serverI18n(language).t;
  return tableAnswer('csv', {
    name: t('learning.title'),
    columns: [
      t('mine.training'),
      t('mine.date'),
      t('learning.theme'),
      t('learning.kind'),
      t('learning.hours'),
      t('issue.result'),
    ],
    rows: lines.map(({ title, startsAt, theme, kind, minutes, certificateId }) => [
      title,
      startsAt,
      words(`trainings:themes.${theme}`, { defaultValue: theme }),
      words(`trainings:kinds.${kind}`, { defaultValue: kind }),
      minutes / 60,
      certificateId ? t('standings.valid') : null,
    ]),
    delimiter: delimiterFor(language),
  });
}
