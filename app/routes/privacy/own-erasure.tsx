import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  await api(args).privacy.mine();
  return null;
}

export async function action(args: ActionFunctionArgs) {
  await api(args).privacy.requestErasure();
  return redirectWithFlash(paths.accountPrivacy(), 'privacy:mine.askDone');
}

export const handle: Handle = { title: (t) => t('privacy:mine.askTitle') };

export default function OwnErasure() {
  const { t } = useTranslation('privacy');
  return (
    <>
      <PageHeader title={t('mine.askTitle')} lead={t('mine.forgetLead')} />
      <Form method="post" className="max-w-[44rem] space-y-8">
        <Notice tone="warning" title={t('mine.forget')}>
          {t('mine.askText')}
        </Notice>
        <FormEnd back={paths.accountPrivacy()} backLabel={t('mine.keep')} look="danger">
          {t('mine.confirm')}
        </FormEnd>
      </Form>
    </>
  );
}
