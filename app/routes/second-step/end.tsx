import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { AnyCode } from '@tessera/core/second-step/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { CurrentCodeForm } from '~/components/second-step/current-code-form.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
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
    async (input) => {
      await api(args).secondStep.switchOff(input);
      return redirectWithFlash(paths.secondStep(), 'secondStep:end.done');
    },
    { secrets: ['code'] },
  );
}

export const handle: Handle = { title: (t) => t('secondStep:end.title') };

export default function End() {
  const { t } = useTranslation('secondStep');
  return (
    <>
      <PageHeader title={t('end.title')} lead={t('end.lead')} />
      <CurrentCodeForm look="danger">{t('end.submit')}</CurrentCodeForm>
    </>
  );
}
