import type { LoaderFunctionArgs } from '@remix-run/node';
import { importFields, importKinds } from '@tessera/core/imports/terms.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { tableAnswer } from '~/server/table-file.server.ts';

/** An empty table whose headings are recognised when it comes back. */
export async function loader(args: LoaderFunctionArgs) {
  const kind = importKinds.find((known) => known === args.params.kind);
  if (!kind) throw refuse('not_found');
  await api(args).imports.list(networkParams(args));
  const t = translator(args.context.language, 'transfer');
  return tableAnswer('xlsx', {
    name: t(`kinds.${kind}`),
    columns: importFields[kind].map((field) => t(`fields.${field}`)),
    rows: [],
    delimiter: ';',
  });
}
