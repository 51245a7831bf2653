import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { waitDays } from '@tessera/core/closing/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { ClosingContents } from '~/components/closing/contents.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { closing, contents } = await api(args).closing.page(where);
  if (closing?.state !== 'asked') throw refuse('not_found');
  return { ...where, reason: closing.reason, contents };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, z.object({}), async () => {
    await api(args).closing.confirm(where);
    return redirectWithFlash(paths.closing(where.network), 'closing:confirm.done', {}, 'warning');
  });
}

export const handle: Handle = { title: (t) => t('closing:confirm.title') };

export default function Confirmation() {
  const { network, reason, contents } = useLoaderData<typeof loader>();
  const { t } = useTranslation('closing');
  const form = useTesseraForm({ id: 'confirmation', labels: {} });
  const back = paths.closing(network);
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: back, label: t('title') }]} />
      <PageHeader title={t('confirm.title')} lead={t('confirm.text', { days: waitDays })} />
      <Section id="decide" title={t('confirm.button')}>
        <div className="mb-6">
          <DefinitionList entries={[{ term: t('now.reason'), value: reason }]} />
        </div>
        <TesseraForm state={form}>
          <FormEnd back={back} look="danger" isPending={form.isPending}>
            {t('confirm.button')}
          </FormEnd>
        </TesseraForm>
      </Section>
      <ClosingContents contents={contents} />
    </>
  );
}
