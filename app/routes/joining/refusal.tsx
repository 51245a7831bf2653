import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Refusal } from '@tessera/core/joining/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { ApplicationWays } from '~/components/joining/application-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { applicationParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

const Refusing = Refusal.pick({ reason: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = applicationParams(args);
  const { id, name, givenName, familyName, nameOrder } = await api(args).joining.application(where);
  return { network: where.network, application: { id, name }, person: { givenName, familyName, nameOrder } };
}

export async function action(args: ActionFunctionArgs) {
  const where = applicationParams(args);
  return submit(args, Refusing, async ({ reason }) => {
    await api(args).joining.decline({ ...where, reason });
    const back = paths.application(where.network, where.applicationId);
    return redirectWithFlash(back, 'joining:application.declined', {}, 'info');
  });
}

export const handle: Handle = { title: (t) => t('institutions:moves.decline') };

export default function RefusalPage() {
  const { network, application, person } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['institutions', 'joining', 'registering']);
  const name = useFormats().personName(person);
  const state = useTesseraForm<z.input<typeof Refusing>>({
    id: 'refusal',
    labels: { reason: t('registering:approvals.reason') },
  });
  return (
    <>
      <ApplicationWays application={application} />
      <PageHeader
        eyebrow={application.name}
        title={t('moves.decline')}
        lead={t('joining:application.refuseLead', { name })}
      />
      <TesseraForm state={state}>
        <TextareaField {...state.field('reason')} rows={4} maxLength={500} />
        <FormEnd back={paths.application(network, application.id)} look="danger" isPending={state.isPending}>
          {t('moves.decline')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
