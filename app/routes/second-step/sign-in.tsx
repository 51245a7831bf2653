import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { SecondStepSignIn } from '@tessera/core/second-step/schema.ts';
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

const StepForm = SecondStepSignIn.extend({ next: z.string().optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = safePath(searchParams.get('next'), paths.dashboard());
  if (context.core.actor) throw redirect(next);
  const tokenId = searchParams.get('id');
  if (!tokenId) throw redirect(paths.signIn({ next }));
  return { tokenId, next, isRecovery: searchParams.get('with') === 'recovery' };
}

export async function action(args: ActionFunctionArgs) {
  return submit(
    args,
    StepForm,
    async ({ next, ...step }) => {
      await api(args).secondStep.signIn(step);
      return redirect(safePath(next, paths.dashboard()));
    },
    { secrets: ['code'] },
  );
}

export const handle: Handle = { title: (t) => t('secondStep:signIn.title') };

export default function SignInStep() {
  const { tokenId, next, isRecovery } = useLoaderData<typeof loader>();
  const { t } = useTranslation('secondStep');
  const form = useTesseraForm<z.input<typeof StepForm>>({
    id: 'second-step',
    labels: { code: t(isRecovery ? 'fields.recovery' : 'fields.app') },
    hints: { code: t(isRecovery ? 'fields.recoveryHint' : 'fields.appHint') },
  });
  const other = { id: tokenId, next, ...(isRecovery ? {} : { with: 'recovery' }) };
  return (
    <>
      <PageHeader title={t('signIn.title')} lead={t(isRecovery ? 'signIn.recoveryLead' : 'signIn.lead')} />
      <TesseraForm state={form} reloadDocument>
        <input type="hidden" name="tokenId" value={tokenId} />
        <input type="hidden" name="next" value={next} />
        <TextField
          {...form.field('code')}
          width={isRecovery ? 'medium' : 'short'}
          inputMode={isRecovery ? 'text' : 'numeric'}
          autoComplete={isRecovery ? 'off' : 'one-time-code'}
          className="tracking-[0.1em] tabular-nums"
        />
        <Button look="primary">{t('signIn.submit')}</Button>
      </TesseraForm>
      <div className="mt-8 flex max-w-[36rem] flex-wrap items-center gap-x-6 gap-y-2 border-t border-rule pt-5">
        <Link to={paths.signInSecondStep(other)} className="link inline-flex min-h-11 items-center">
          {t(isRecovery ? 'signIn.app' : 'signIn.recovery')}
        </Link>
        <Link to={paths.signIn({ next })} className="link inline-flex min-h-11 items-center">
          {t('signIn.again')}
        </Link>
        <p className="w-full text-sm text-muted">{t('signIn.lost')}</p>
      </div>
    </>
  );
}
