import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { SignIn as Credentials } from '@tessera/core/identity/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { OwnWays } from '~/components/own-accounts/own-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { safePath } from '~/server/safe-path.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { afterSignIn } from './after-sign-in.ts';
import { DemoLogins } from './demo-logins.tsx';

const SignInForm = Credentials.extend({ next: z.string().optional() });

export async function loader(args: LoaderFunctionArgs) {
  const next = safePath(new URL(args.request.url).searchParams.get('next'), paths.dashboard());
  if (args.context.core.actor) throw redirect(next);
  const call = api(args);
  const network = networkIn(next);
  const [demo, providers] = await Promise.all([
    call.identity.demoLogins(),
    network ? call.ownAccounts.offered({ network }) : [],
  ]);
  return { next, demo, own: { network, providers } };
}

// Whoever comes from a network goes back to it.
function networkIn(next: string): string {
  return /^\/n\/([a-z0-9-]{1,40})(?:[/?#]|$)/.exec(next)?.[1] ?? '';
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, SignInForm, async ({ next, ...credentials }) => {
    const end = await api(args).identity.signIn(credentials);
    return redirect(afterSignIn(end, safePath(next, paths.dashboard())));
  });
}

export const handle: Handle = { title: (t) => t('identity:signIn.title') };

export default function SignIn() {
  const { next, demo, own } = useLoaderData<typeof loader>();
  const { t } = useTranslation('identity');
  const form = useTesseraForm<z.input<typeof SignInForm>>({
    id: 'sign-in',
    labels: { email: t('fields.email'), password: t('fields.password') },
    hints: { email: t('fields.emailHint') },
  });
  return (
    <>
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
        {/* The language of a person is that of the whole document, so it is asked for anew. */}
        <div>
          <OwnWays {...own} next={next} />
          <TesseraForm state={form} reloadDocument>
            <input type="hidden" name="next" value={next} />
            <TextField {...form.field('email')} type="email" autoComplete="username" />
            <TextField {...form.field('password')} type="password" autoComplete="current-password" />
            <ButtonRow>
              <Button look="primary">{t('signIn.submit')}</Button>
              <Button formAction={paths.signInCodeRequest()}>{t('signIn.sendCode')}</Button>
            </ButtonRow>
            <p>
              <Link to={paths.passwordReset()} className="link inline-flex min-h-11 items-center">
                {t('signIn.forgotten')}
              </Link>
            </p>
          </TesseraForm>
        </div>
        <aside
          aria-labelledby="no-login"
          className="border-t border-rule pt-5 lg:border-s lg:border-t-0 lg:ps-8 lg:pt-0"
        >
          <h2 id="no-login" className="font-bold">
            {t('signIn.noLogin')}
          </h2>
          <p className="mt-1 text-muted">{t('signIn.noLoginText')}</p>
        </aside>
      </div>
      {demo.logins.length > 0 && <DemoLogins {...demo} next={next} />}
    </>
  );
}
