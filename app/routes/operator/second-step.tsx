import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { SecondStepRemoval } from '@tessera/core/second-step/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  // The pages of operators are theirs alone, their forms too.
  await api(args).operator.failedJobs();
  return null;
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, SecondStepRemoval, async (input) => {
    await api(args).operator.removeSecondStep(input);
    return redirectWithFlash(paths.operatorAccounts(), 'secondStep:operator.done');
  });
}

export const handle: Handle = { title: (t) => t('secondStep:operator.title') };

export default function Removal() {
  const { t } = useTranslation(['secondStep', 'people', 'identity', 'operator']);
  const state = useTesseraForm<z.input<typeof SecondStepRemoval>>({
    id: 'second-step-removal',
    labels: { email: t('identity:fields.email'), reason: t('operator.reason') },
    hints: { email: t('identity:fields.emailHint'), reason: t('operator.reasonHint') },
  });
  return (
    <>
      <Breadcrumbs
        label={t('operator:title')}
        ways={[
          { to: paths.operator(), label: t('operator:title') },
          { to: paths.operatorAccounts(), label: t('people:operator.title') },
        ]}
      />
      <PageHeader title={t('operator.title')} lead={t('operator.lead')} />
      <TesseraForm state={state}>
        <TextField {...state.field('email')} type="email" autoComplete="off" />
        <TextareaField {...state.field('reason')} rows={3} />
        <FormEnd back={paths.operatorAccounts()} isPending={state.isPending} look="danger">
          {t('operator.submit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
