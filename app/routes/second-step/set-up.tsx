import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CodeOfApp } from '@tessera/core/second-step/schema.ts';
import { qrSvg } from '@tessera/documents/qr.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { KeyToScan } from '~/components/second-step/key-to-scan.tsx';
import { RecoveryCodes } from '~/components/second-step/recovery-codes.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { wantedIn } from './wanted.server.ts';

/** The key for the app, as long as the second step is begun and not on. */
export async function loader(args: LoaderFunctionArgs) {
  const call = api(args);
  const wanted = wantedIn(args.request);
  const step = await call.secondStep.own();
  // The page with the codes is the answer to the form, and asks again for what it shows.
  if (step.state === 'on') return { wanted, scan: null };
  if (step.state === 'off' || !step.mayBegin) throw redirect(paths.secondStep(wanted));
  const { key, address } = await call.secondStep.key();
  return { wanted, scan: { text: key, svg: qrSvg(address) } };
}

export async function action(args: ActionFunctionArgs) {
  return submit(
    args,
    CodeOfApp,
    async (input) =>
      data(await api(args).secondStep.confirm(input), { headers: { 'Cache-Control': 'no-store' } }),
    { secrets: ['code'] },
  );
}

export const handle: Handle = { title: (t) => t('secondStep:setUp.title') };

export default function SetUp() {
  const { wanted, scan } = useLoaderData<typeof loader>();
  const answer = useActionData<{ codes?: string[] }>();
  const { t } = useTranslation('secondStep');
  if (answer?.codes)
    return (
      <RecoveryCodes codes={answer.codes} title={t('codes.on')} next={wanted.next ?? paths.secondStep()} />
    );
  if (!scan)
    return (
      <>
        <PageHeader title={t('title')} lead={t('codes.on')} />
        <LinkButton to={paths.secondStep()}>{t('open')}</LinkButton>
      </>
    );
  return (
    <>
      <PageHeader title={t('setUp.title')} lead={t('needed')} />
      <KeyToScan {...scan} />
      <CodeForm />
    </>
  );
}

function CodeForm() {
  const { wanted } = useLoaderData<typeof loader>();
  const { t } = useTranslation('secondStep');
  const form = useTesseraForm<z.input<typeof CodeOfApp>>({
    id: 'second-step',
    labels: { code: t('fields.app') },
    hints: { code: t('fields.appHint') },
  });
  return (
    <section aria-labelledby="type-code" className="mt-10">
      <h2 id="type-code" className="mb-4 text-xl font-bold">
        {t('setUp.type')}
      </h2>
      <TesseraForm state={form}>
        <TextField
          {...form.field('code')}
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          className="tracking-[0.2em] tabular-nums"
        />
        <FormEnd back={paths.secondStep(wanted)} isPending={form.isPending}>
          {t('setUp.submit')}
        </FormEnd>
      </TesseraForm>
    </section>
  );
}
