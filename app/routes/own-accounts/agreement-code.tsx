import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AgreementByCode } from '@tessera/core/own-accounts/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { SignInTrouble } from '~/components/own-accounts/sign-in-trouble.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { safePath } from '~/server/safe-path.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { afterSignIn } from '../identity/after-sign-in.ts';
import { carriedIn, forgetCarried } from './carried.server.ts';
import { troubleOf } from './trouble.server.ts';

const ByCode = AgreementByCode.omit({ carried: true });
const Step = z.union([z.object({ step: z.literal('send') }), ByCode.extend({ step: z.literal('code') })]);

export async function loader(args: LoaderFunctionArgs) {
  const tokenId = new URL(args.request.url).searchParams.get('id');
  if (!tokenId) throw redirect(paths.ownAccountAgreement());
  try {
    const { email } = await api(args).ownAccounts.agreement({ carried: await carriedIn(args.request) });
    return { asked: { tokenId, email } };
  } catch (thrown) {
    return troubleOf(thrown, args.context, '');
  }
}

export async function action(args: ActionFunctionArgs) {
  const carried = await carriedIn(args.request);
  const { ownAccounts } = api(args);
  return submit(
    args,
    Step,
    async (input) => {
      if (input.step === 'send') {
        const { tokenId } = await ownAccounts.sendAgreementCode({ carried });
        return redirect(paths.ownAccountAgreementCode({ id: tokenId }));
      }
      const { tokenId, code } = input;
      const end = await ownAccounts.agreeWithCode({ carried, tokenId, code });
      const headers = { 'Set-Cookie': await forgetCarried() };
      return redirect(afterSignIn(end, safePath(end.next, paths.dashboard())), { headers });
    },
    { secrets: ['code'] },
  );
}

export const handle: Handle = { title: (t) => t('accounts:agreeTitle') };

export default function AgreementCode() {
  const found = useLoaderData<typeof loader>();
  return 'asked' in found ? <Asked {...found.asked} /> : <SignInTrouble {...found} />;
}

function Asked({ tokenId, email }: { tokenId: string; email: string }) {
  const { t } = useTranslation(['accounts', 'identity']);
  const form = useTesseraForm<z.input<typeof ByCode>>({
    id: 'agreement-code',
    labels: { code: t('identity:fields.code') },
    hints: { code: t('identity:fields.codeHint') },
  });
  return (
    <>
      <PageHeader title={t('agreeTitle')} lead={t('codeLead', { email })} />
      <TesseraForm state={form} reloadDocument>
        <input type="hidden" name="step" value="code" />
        <input type="hidden" name="tokenId" value={tokenId} />
        <TextField
          {...form.field('code')}
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          className="tracking-[0.2em] tabular-nums"
        />
        <FormEnd back={paths.ownAccountAgreement()} isPending={form.isPending}>
          {t('agreeSubmit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
