import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { AccountWays } from '~/components/account-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { readForm } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { wantedIn } from './wanted.server.ts';

/** One's second step at sign-in; who was led here by a network reads which one asks for it. */
export async function loader(args: LoaderFunctionArgs) {
  const call = api(args);
  const wanted = wantedIn(args.request);
  const [step, me] = await Promise.all([call.secondStep.own(), wanted.network ? call.identity.me() : null]);
  const asking = me?.networks.find(({ code }) => code === wanted.network)?.name ?? null;
  return { step, wanted, asking };
}

export async function action(args: ActionFunctionArgs) {
  await readForm(args.request);
  await api(args).secondStep.begin();
  return redirect(paths.secondStepSetUp(wantedIn(args.request)));
}

export const handle: Handle = { title: (t) => t('secondStep:title') };

export default function SecondStep() {
  const { step, wanted, asking } = useLoaderData<typeof loader>();
  const { t } = useTranslation('secondStep');
  const format = useFormats();
  return (
    <>
      <AccountWays />
      <PageHeader title={t('title')} lead={t('lead')} />
      {step.state === 'on' ? (
        <>
          <p>
            <strong>{t('on', { day: format.date(new Date(step.since), 'UTC') })}</strong>
          </p>
          <p className="mt-2">{t('left', { number: step.codesLeft })}</p>
          <div className="mt-6">
            <ButtonRow>
              <LinkButton to={paths.secondStepCodes()}>{t('renew.title')}</LinkButton>
              <LinkButton to={paths.secondStepEnd()}>{t('end.title')}</LinkButton>
            </ButtonRow>
          </div>
        </>
      ) : (
        <>
          {asking ? (
            <Notice tone="warning" title={t('asked.title', { network: asking })}>
              {t('asked.text')}
            </Notice>
          ) : (
            <p>
              <strong>{t('off')}</strong>
            </p>
          )}
          <p className="mt-4 max-w-[42rem]">{t('needed')}</p>
          {step.mayBegin ? (
            <Form method="post" action={paths.secondStep(wanted)} className="mt-6">
              <Button look="primary">{t('begin')}</Button>
            </Form>
          ) : (
            <SignInAgain next={paths.secondStep(wanted)} />
          )}
        </>
      )}
    </>
  );
}

function SignInAgain({ next }: { next: string }) {
  const { t } = useTranslation('secondStep');
  return (
    <Form method="post" action={paths.signOut()} reloadDocument className="mt-6">
      <input type="hidden" name="next" value={paths.signIn({ next })} />
      <p className="mb-4 max-w-[42rem]">{t('again.text')}</p>
      <Button look="primary">{t('again.submit')}</Button>
    </Form>
  );
}
