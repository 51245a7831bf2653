import type { LoaderFunctionArgs } from '@remix-run/node';
import { ageBands, genders } from '@tessera/core/headcounts/rules.ts';
import { delimiterFor } from '@tessera/documents/csv.server.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { api } from '~/server/api.server.ts';
import { periodOf } from '~/server/head-count-period.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { tableAnswer } from '~/server/table-file.server.ts';

const figures = ['total', ...genders, ...ageBands] as const;

/** The head counts of a period by topic, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { language } = args.context;
  const t = translator(language, 'attendance');
  const rows = await api(args).headCounts.table({ ...where, ...periodOf(args.request).period });
  return tableAnswer(new URL(args.request.url).pathname.endsWith('.xlsx') ? 'xlsx' : 'csv', {
    name: [t('headCount.report.file'), where.network].join(' '),
    columns: [
      t('headCount.report.topic'),
      t('headCount.report.sessions'),
      ...figures.map((figure) => t(`headCount.${figure}`)),
    ],
    rows: rows.map((row) => [
      t(`headCount.topics.${row.topic}`),
      row.sessions,
      ...figures.map((figure) => row[figure]),
    ]),
    delimiter: delimiterFor(language),
  });
}
