import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { AnyCode } from '@tessera/core/second-step/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { CurrentCodeForm } from '~/components/second-step/current-code-form.tsx';
import { RecoveryCodes } from '~/components/second-step/recovery-codes.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { state } = await api(args).secondStep.own();
  if (state !== 'on') throw redirect(paths.secondStep());
  return null;
}

export async function action(args: ActionFunctionArgs) {
  return submit(
    args,
    AnyCode,
    async (input) =>
      data(await api(args).secondStep.renewCodes(input), { headers: { 'Cache-Control': 'no-store' } }),
    { secrets: ['code'] },
  );
}

export const handle: Handle = { title: (t) => t('secondStep:renew.title') };

export default function Codes() {
  const answer = useActionData<{ codes?: string[] }>();
  const { t } = useTranslation('secondStep');
  if (answer?.codes)
    return <RecoveryCodes codes={answer.codes} title={t('codes.renewed')} next={paths.secondStep()} />;
  return (
    <>
      <PageHeader title={t('renew.title')} lead={t('renew.lead')} />
      <CurrentCodeForm>{t('renew.submit')}</CurrentCodeForm>
    </>
  );
}
