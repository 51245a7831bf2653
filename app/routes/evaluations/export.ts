import type { LoaderFunctionArgs } from '@remix-run/node';
import { delimiterFor } from '@tessera/documents/csv.server.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { tableAnswer } from '~/server/table-file.server.ts';

const columns = ['stage', 'question', 'choice', 'answers', 'answered'] as const;

/** The figures of a training that may be shown, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const t = translator(language, 'evaluations');
  const { training, rows } = await api(args).evaluations.table(trainingParams(args));
  return tableAnswer(new URL(args.request.url).pathname.endsWith('.xlsx') ? 'xlsx' : 'csv', {
    name: [t('table.name'), training].join(' '),
    columns: columns.map((key) => t(`table.${key}`)),
    rows: rows.map((row) => columns.map((key) => (key === 'stage' ? t(`stages.${row.stage}`) : row[key]))),
    delimiter: delimiterFor(language),
  });
}
