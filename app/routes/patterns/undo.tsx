import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { copyParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = copyParams(args);
  const { source } = await api(args).patterns.one(where);
  return { ...where, source: source.name };
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, z.object({}), async () => {
    const where = copyParams(args);
    const { blockers } = await api(args).patterns.undo(where);
    if (blockers.length > 0) return data({ blockers }, { status: 409 });
    return redirectWithFlash(paths.pattern(where.network, where.runId), 'patterns:undo.done');
  });
}

export const handle: Handle = { title: (t) => t('patterns:undo.title') };

export default function Undo() {
  const { network, runId, source } = useLoaderData<typeof loader>();
  const { t } = useTranslation('patterns');
  const form = useTesseraForm({ id: 'undo', labels: {} });
  return (
    <>
      <PageHeader eyebrow={source} title={t('undo.title')} lead={t('undo.lead')} />
      <Blockers />
      <TesseraForm state={form}>
        <FormEnd
          back={paths.pattern(network, runId)}
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
  const { t } = useTranslation('patterns');
  if (!answer || !('blockers' in answer)) return null;
  return (
    <div className="mb-8">
      <Notice tone="warning" title={t('undo.blocked')}>
        <ul className="list-disc ps-6">
          {answer.blockers.map(({ kind, title }) => (
            <li key={`${kind} ${title}`} dir="auto">
              {t('undo.blocker', { kind: t(`kinds.${kind}`), title })}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
