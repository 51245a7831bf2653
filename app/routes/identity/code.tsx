import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { CodeSignIn } from '@tessera/core/identity/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { safePath } from '~/server/safe-path.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { afterSignIn } from './after-sign-in.ts';
import { keptAddress } from './code-address.server.ts';

const CodeForm = CodeSignIn.extend({ next: z.string().optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = safePath(searchParams.get('next'), paths.dashboard());
  if (context.core.actor) throw redirect(next);
  const tokenId = searchParams.get('id');
  if (!tokenId) throw redirect(paths.signInCodeRequest({ next }));
  return { tokenId, next, email: await keptAddress(request) };
}

export async function action(args: ActionFunctionArgs) {
  return submit(
    args,
    CodeForm,
    async ({ next, ...code }) => {
      const end = await api(args).identity.signInWithCode(code);
      return redirect(afterSignIn(end, safePath(next, paths.dashboard())));
    },
    { secrets: ['code'] },
  );
}

export const handle: Handle = { title: (t) => t('identity:code.title') };

export default function Code() {
  const { tokenId, next, email } = useLoaderData<typeof loader>();
  const { t } = useTranslation('identity');
  const form = useTesseraForm<z.input<typeof CodeForm>>({
    id: 'code',
    labels: { code: t('fields.code') },
    hints: { code: t('fields.codeHint') },
  });
  return (
    <>
      <PageHeader title={t('code.title')} lead={t('code.lead')}>
        {email && <p className="mt-3 font-semibold">{t('code.sentTo', { email })}</p>}
      </PageHeader>
      <TesseraForm state={form} reloadDocument>
        <input type="hidden" name="tokenId" value={tokenId} />
        <input type="hidden" name="next" value={next} />
        <TextField
          {...form.field('code')}
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          className="tracking-[0.2em] tabular-nums"
        />
        <Button look="primary">{t('code.submit')}</Button>
      </TesseraForm>
      <section aria-labelledby="no-mail" className="mt-12 max-w-[36rem] border-t border-rule pt-5">
        <h2 id="no-mail" className="font-bold">
          {t('code.none')}
        </h2>
        <p className="mt-1 text-muted">{t('code.noneText')}</p>
        <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
          {email && (
            <Form method="post" action={paths.signInCodeRequest()}>
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="next" value={next} />
              <input type="hidden" name="again" value="1" />
              <Button>{t('code.again')}</Button>
            </Form>
          )}
          <Link to={paths.signIn({ next })} className="link inline-flex min-h-11 items-center">
            {t('code.other')}
          </Link>
        </div>
      </section>
    </>
  );
}
