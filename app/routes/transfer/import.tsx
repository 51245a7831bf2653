import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Columns, Start } from '@tessera/core/imports/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { EntryWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { CheckReport } from '~/components/transfer/check-report.tsx';
import { ColumnsForm } from '~/components/transfer/columns-form.tsx';
import { ImportResult } from '~/components/transfer/import-result.tsx';
import { Stopped } from '~/components/transfer/stopped.tsx';
import { Working } from '~/components/transfer/working.tsx';
import { api } from '~/server/api.server.ts';
import { importParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = importParams(args);
  const page = await api(args).imports.one(where);
  const isAgain = new URL(args.request.url).searchParams.get('step') === 'columns';
  const isOpen = page.state === 'uploaded' || (isAgain && ['checked', 'failed'].includes(page.state));
  const head = isOpen ? await api(args).imports.head(where) : null;
  return { network: where.network, page, head };
}

/** Three forms live here: matching the columns, starting the import, and asking again for work that has stopped. */
export async function action(args: ActionFunctionArgs) {
  const where = importParams(args);
  const here = paths.import(where.network, where.importId);
  const step = new URL(args.request.url).searchParams.get('step');
  if (step === 'again') {
    return submit(args, z.object({}), async () => {
      await api(args).imports.resume(where);
      return redirect(here);
    });
  }
  if (step === 'start') {
    return submit(args, Start.omit({ importId: true }), async (input) => {
      await api(args).imports.start({ ...where, ...input });
      return redirect(here);
    });
  }
  return submit(args, Columns.omit({ importId: true }), async (input) => {
    await api(args).imports.chooseColumns({ ...where, ...input });
    return redirect(here);
  });
}

export const handle: Handle = { title: (t) => t('transfer:title') };

export default function Import() {
  const { network, page, head } = useLoaderData<typeof loader>();
  const { t } = useTranslation('transfer');
  return (
    <>
      <EntryWays between={[{ to: paths.imports(network), label: t('title') }]} />
      <PageHeader
        eyebrow={t(`kinds.${page.kind}`)}
        title={<span className="wrap-anywhere">{page.fileName || t('list.removed')}</span>}
      />
      {head ? (
        <ColumnsForm network={network} page={page} head={head} />
      ) : page.isStopped ? (
        <Stopped network={network} page={page} />
      ) : page.state === 'checking' || page.state === 'running' ? (
        <Working state={page.state} percent={page.progress} />
      ) : page.state === 'checked' ? (
        <CheckReport network={network} page={page} />
      ) : (
        <ImportResult network={network} page={page} />
      )}
    </>
  );
}
