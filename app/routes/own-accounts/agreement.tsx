import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { AgreementByPassword } from '@tessera/core/own-accounts/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { SignInTrouble } from '~/components/own-accounts/sign-in-trouble.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { safePath } from '~/server/safe-path.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { afterSignIn } from '../identity/after-sign-in.ts';
import { carriedIn, forgetCarried } from './carried.server.ts';
import { troubleOf } from './trouble.server.ts';

const ByPassword = AgreementByPassword.omit({ carried: true });

export async function loader(args: LoaderFunctionArgs) {
  try {
    return { asked: await api(args).ownAccounts.agreement({ carried: await carriedIn(args.request) }) };
  } catch (thrown) {
    return troubleOf(thrown, args.context, '');
  }
}

export async function action(args: ActionFunctionArgs) {
  const carried = await carriedIn(args.request);
  return submit(args, ByPassword, async (input) => {
    const end = await api(args).ownAccounts.agreeWithPassword({ ...input, carried });
    const headers = { 'Set-Cookie': await forgetCarried() };
    return redirect(afterSignIn(end, safePath(end.next, paths.dashboard())), { headers });
  });
}

export const handle: Handle = { title: (t) => t('accounts:agreeTitle') };

export default function Agreement() {
  const found = useLoaderData<typeof loader>();
  return 'asked' in found ? <Asked {...found.asked} /> : <SignInTrouble {...found} />;
}

function Asked({ name, email }: { name: string; email: string }) {
  const { t } = useTranslation(['accounts', 'identity']);
  const form = useTesseraForm<z.input<typeof ByPassword>>({
    id: 'agreement',
    labels: { password: t('identity:fields.password') },
  });
  return (
    <>
      <PageHeader title={t('agreeTitle')} lead={t('agreeLead', { name })} />
      <TesseraForm state={form} reloadDocument>
        {/* Password managers look for the name that belongs to the password. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <TextField {...form.field('password')} type="password" autoComplete="current-password" />
        <Button look="primary">{t('agreeSubmit')}</Button>
      </TesseraForm>
      <Form method="post" action={paths.ownAccountAgreementCode()} className="mt-6">
        <input type="hidden" name="step" value="send" />
        <Button>{t('agreeCode')}</Button>
      </Form>
    </>
  );
}
