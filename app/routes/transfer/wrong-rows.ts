import type { LoaderFunctionArgs } from '@remix-run/node';
import { delimiterFor } from '@tessera/documents/csv.server.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { api } from '~/server/api.server.ts';
import { importParams } from '~/server/params.server.ts';
import { tableAnswer } from '~/server/table-file.server.ts';

/** The wrong rows of an import as the same sort of file, each with what is wrong in it. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { fileName, format, delimiter, headings, rows } = await api(args).imports.wrongRows(
    importParams(args),
  );
  const t = translator(language, 'transfer');
  const width = headings.length;
  return tableAnswer(format, {
    name: `${fileName.replace(/\.[a-z]{3,4}$/i, '')} – ${t('check.wrong')}`,
    columns: [...headings, t('errorColumn')],
    rows: rows.map(({ cells, problems }) => [
      ...Array.from({ length: width }, (_, column) => cells[column] ?? ''),
      problems
        .map(
          ({ field, code, param }) =>
            `${t(`fields.${field}`)}: ${t(`problems.${code}`, { param: param ?? '' })}`,
        )
        .join(' '),
    ]),
    delimiter: delimiter ?? delimiterFor(language),
  });
}
