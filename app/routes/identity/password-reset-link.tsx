import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { Password } from '@tessera/core/identity/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { ProblemPage } from '~/components/shell/problem.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { afterSignIn } from './after-sign-in.ts';

const NewPassword = z.object({ password: Password });

export async function loader(args: LoaderFunctionArgs) {
  await api(args).identity.checkReset(linkOf(args));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, NewPassword, async (input) => {
    const end = await api(args).identity.resetPassword({ ...linkOf(args), ...input });
    return redirectWithFlash(
      afterSignIn(end, paths.dashboard()),
      end.secondStepId === null ? 'identity:reset.saved' : 'secondStep:signIn.passwordSaved',
    );
  });
}

export const handle: Handle = { title: (t) => t('identity:reset.title') };

export default function PasswordResetLink() {
  const { t } = useTranslation('identity');
  const form = useTesseraForm<z.input<typeof NewPassword>>({
    id: 'new-password',
    labels: { password: t('fields.newPassword') },
    hints: { password: t('fields.newPasswordHint') },
  });
  return (
    <>
      <PageHeader title={t('reset.title')} lead={t('reset.newLead')} />
      <TesseraForm state={form} reloadDocument>
        <TextField {...form.field('password')} type="password" autoComplete="new-password" />
        <Button look="primary">{t('reset.save')}</Button>
      </TesseraForm>
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useTranslation('identity');
  const isOver = isRouteErrorResponse(error) && (error.status === 410 || error.status === 404);
  if (!isOver) return <ProblemPage error={error} signInTo={null} />;
  return (
    <>
      <PageHeader title={t('reset.expiredTitle')} lead={t('reset.expiredText')} />
      <LinkButton to={paths.passwordReset()} look="primary">
        {t('reset.askAgain')}
      </LinkButton>
    </>
  );
}

function linkOf({ params }: Pick<LoaderFunctionArgs, 'params'>) {
  return { tokenId: params.id ?? '', token: params.token ?? '' };
}
