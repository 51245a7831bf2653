import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { DomainError } from '@tessera/core/errors.ts';
import { PasswordChange } from '@tessera/core/identity/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { answerTo } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = context.core;
  if (!actor) throw answerTo(new DomainError('sign_in_needed'), request);
  return { email: actor.email ?? '' };
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, PasswordChange, async (input) => {
    await api(args).identity.changePassword(input);
    return redirectWithFlash(paths.account(), 'identity:account.passwordChanged');
  });
}

export const handle: Handle = { title: (t) => t('identity:account.passwordTitle') };

export default function AccountPassword() {
  const { email } = useLoaderData<typeof loader>();
  const { t } = useTranslation('identity');
  const form = useTesseraForm<z.input<typeof PasswordChange>>({
    id: 'password-change',
    labels: { currentPassword: t('fields.currentPassword'), password: t('fields.newPassword') },
    hints: { password: t('fields.newPasswordHint') },
  });
  return (
    <>
      <PageHeader title={t('account.passwordTitle')} lead={t('account.passwordText')} />
      <TesseraForm state={form}>
        {/* Password managers look for the name that belongs to the password. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <TextField {...form.field('currentPassword')} type="password" autoComplete="current-password" />
        <TextField {...form.field('password')} type="password" autoComplete="new-password" />
        <FormEnd back={paths.account()} isPending={form.isPending}>
          {t('account.changePassword')}
        </FormEnd>
        <p className="text-sm text-muted">
          {t('account.noPassword')}{' '}
          <Link to={paths.passwordReset()} className="link">
            {t('reset.ask')}
          </Link>
        </p>
      </TesseraForm>
    </>
  );
}
