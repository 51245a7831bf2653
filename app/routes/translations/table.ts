import type { LoaderFunctionArgs } from '@remix-run/node';
import { delimiterFor } from '@tessera/documents/csv.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { translationSearch } from '~/components/translations/search.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { tableAnswer } from '~/server/table-file.server.ts';

/** The translations that the list is narrowed to, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { language } = args.context;
  const t = translator(language, 'translations');
  const format = formats(language);
  const rows = await api(args).translations.table({ ...where, ...translationSearch(args.request) });
  return tableAnswer('csv', {
    name: [t('list.file'), where.network].join(' '),
    columns: [
      t('filter.kind'),
      t('list.text'),
      t('filter.language'),
      t('filter.state'),
      t('filter.audience'),
    ],
    rows: rows.map((row) => [
      t(`kinds.${row.kind}`),
      row.title,
      format.language(row.language),
      t(`states.${row.state}`),
      t(row.isPublic ? 'filter.publicOnly' : 'list.onlyInside'),
    ]),
    delimiter: delimiterFor(language),
  });
}
