import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { importKinds, keptDays, maxFileBytes, maxRows } from '@tessera/core/imports/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { EntryWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { ImportTable } from '~/components/transfer/import-table.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submitUpload } from '~/server/upload.server.ts';
import { Button } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { FileField } from '~/ui/file-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const wanted = new URL(args.request.url).searchParams.get('kind');
  return {
    ...where,
    kind: importKinds.find((kind) => kind === wanted) ?? 'institutions',
    ...(await api(args).imports.list(where)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  // Who may not import is refused before the file is read.
  await api(args).imports.list(where);
  return submitUpload(args, async ({ kind }, file) => {
    const known = importKinds.find((each) => each === kind) ?? 'institutions';
    const { importId } = await api(args).imports.upload({
      ...where,
      kind: known,
      name: file.name.slice(-200),
      content: file.content,
    });
    return redirect(paths.import(where.network, importId));
  });
}

export const handle: Handle = { title: (t) => t('transfer:title') };

export default function Imports() {
  const { network, kind, imports } = useLoaderData<typeof loader>();
  const { t } = useTranslation('transfer');
  const format = useFormats();
  const form = useTesseraForm<{ kind: string; file: string }>({
    id: 'upload',
    labels: { kind: t('upload.kind'), file: t('upload.file') },
    hints: {
      file: t('upload.fileHint', {
        megabytes: format.number(maxFileBytes / 1_000_000),
        rows: format.number(maxRows),
        days: format.number(keptDays),
      }),
    },
    defaultValue: { kind },
  });
  return (
    <>
      <EntryWays />
      <PageHeader title={t('title')} lead={t('lead')} />
      <Section id="new" title={t('upload.title')}>
        <TesseraForm state={form} encType="multipart/form-data">
          <RadioField
            {...form.field('kind')}
            options={importKinds.map((value) => ({
              value,
              label: t(`kinds.${value}`),
              hint: t(`kindHints.${value}`),
            }))}
          />
          <FileField {...form.field('file')} accept=".csv,.txt,.xlsx" />
          <Button look="primary" isPending={form.isPending}>
            {t('upload.submit')}
          </Button>
        </TesseraForm>
        <p className="mt-8 text-sm text-muted">{t('upload.templates')}</p>
        <ul className="mt-1 flex flex-wrap gap-x-6 text-sm">
          {importKinds.map((each) => (
            <li key={each}>
              <Link
                to={paths.importTemplate(network, each)}
                reloadDocument
                className="link inline-flex min-h-11 items-center"
              >
                {t('exports.xlsxOf', { what: t(`kinds.${each}`) })}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="earlier" title={t('list.title')} layout="full">
        {imports.length > 0 ? (
          <ImportTable network={network} imports={imports} />
        ) : (
          <Empty title={t('list.empty')}>{t('list.emptyText')}</Empty>
        )}
      </Section>
    </>
  );
}
