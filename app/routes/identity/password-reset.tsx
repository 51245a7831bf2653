import type { ActionFunctionArgs } from '@remix-run/node';
import { ResetRequest } from '@tessera/core/identity/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

export async function action(args: ActionFunctionArgs) {
  return submit(args, ResetRequest, async (input) => {
    await api(args).identity.requestReset(input);
    return redirectWithFlash(paths.signIn(), 'identity:reset.asked', {}, 'info');
  });
}

export const handle: Handle = { title: (t) => t('identity:reset.title') };

export default function PasswordReset() {
  const { t } = useTranslation('identity');
  const form = useTesseraForm<z.input<typeof ResetRequest>>({
    id: 'password-reset',
    labels: { email: t('fields.email') },
    hints: { email: t('fields.emailHint') },
  });
  return (
    <>
      <PageHeader title={t('reset.title')} lead={t('reset.lead')} />
      <TesseraForm state={form}>
        <TextField {...form.field('email')} type="email" autoComplete="username" />
        <FormEnd back={paths.signIn()} backLabel={t('reset.back')} isPending={form.isPending}>
          {t('reset.ask')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
