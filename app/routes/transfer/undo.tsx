import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { importParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = importParams(args);
  const { fileName } = await api(args).imports.one(where);
  return { ...where, fileName };
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, z.object({}), async () => {
    const where = importParams(args);
    const { blockers } = await api(args).imports.undo(where);
    if (blockers.length > 0) return data({ blockers }, { status: 409 });
    return redirectWithFlash(paths.import(where.network, where.importId), 'transfer:undo.done');
  });
}

export const handle: Handle = { title: (t) => t('transfer:undo.title') };

export default function Undo() {
  const { network, importId, fileName } = useLoaderData<typeof loader>();
  const { t } = useTranslation('transfer');
  const form = useTesseraForm({ id: 'undo', labels: {} });
  return (
    <>
      <PageHeader eyebrow={fileName || undefined} title={t('undo.title')} lead={t('undo.lead')} />
      <Blockers />
      <TesseraForm state={form}>
        <FormEnd
          back={paths.import(network, importId)}
          backLabel={t('undo.keep')}
          look="danger"
          isPending={form.isPending}
        >
          {t('undo.submit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

function Blockers() {
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('transfer');
  const format = useFormats();
  if (!answer || !('blockers' in answer)) return null;
  return (
    <div className="mb-8 space-y-6">
      <Notice tone="warning" title={t('undo.blocked')}>
        {t('undo.blockedText')}
      </Notice>
      <Table
        caption={t('undo.caption')}
        isCaptionHidden
        columns={[
          { key: 'row', header: t('undo.row'), isName: true, cell: ({ row }) => format.number(row) },
          { key: 'reason', header: t('undo.reason'), cell: ({ reason }) => t(`undo.reasons.${reason}`) },
        ]}
        rows={answer.blockers}
        rowKey={({ row, reason }) => `${row} ${reason}`}
      />
    </div>
  );
}
