import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CodeRequest } from '@tessera/core/identity/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { safePath } from '~/server/safe-path.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { keepAddress } from './code-address.server.ts';

const CodeForm = CodeRequest.extend({ next: z.string().optional(), again: z.string().optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = safePath(new URL(request.url).searchParams.get('next'), paths.dashboard());
  if (context.core.actor) throw redirect(next);
  return { next };
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, CodeForm, async ({ email, next, again }) => {
    const { tokenId } = await api(args).identity.requestCode({ email });
    const url = paths.signInCode({ id: tokenId, next: safePath(next, paths.dashboard()) });
    const answer = again ? await redirectWithFlash(url, 'identity:code.sentAgain') : redirect(url);
    answer.headers.append('Set-Cookie', await keepAddress(email));
    return answer;
  });
}

export const handle: Handle = { title: (t) => t('identity:code.askTitle') };

export default function CodeRequestPage() {
  const { next } = useLoaderData<typeof loader>();
  const { t } = useTranslation('identity');
  const form = useTesseraForm<z.input<typeof CodeForm>>({
    id: 'code-request',
    labels: { email: t('fields.email') },
    hints: { email: t('fields.emailHint') },
  });
  return (
    <>
      <PageHeader title={t('code.askTitle')} lead={t('code.askLead')} />
      <TesseraForm state={form}>
        <input type="hidden" name="next" value={next} />
        <TextField {...form.field('email')} type="email" autoComplete="username" />
        <FormEnd back={paths.signIn({ next })} backLabel={t('reset.back')} isPending={form.isPending}>
          {t('code.ask')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
