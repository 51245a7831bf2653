import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Support } from '@tessera/core/support/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SeatWays } from '~/components/seats/seat-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { SupportFields, type SupportInput, useSupportLabels } from '~/components/support/support-fields.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = seatParams(args);
  const { seat, days } = await api(args).support.ofSeat(where);
  return { ...where, seat, days };
}

export async function action(args: ActionFunctionArgs) {
  const where = seatParams(args);
  return submit(args, Support, async (asked) => {
    await api(args).support.ask({ ...where, ...asked });
    return redirectWithFlash(paths.seatSupport(where.network, where.seatId), 'registration:support.added');
  });
}

export const handle: Handle = { title: (t) => t('registration:support.addTitle') };

export default function NewSupport() {
  const { network, seatId, seat, days } = useLoaderData<typeof loader>();
  const { t } = useTranslation('registration');
  const state = useTesseraForm<SupportInput>({ id: 'support', labels: useSupportLabels() });
  return (
    <>
      <SeatWays network={network} seat={seat} />
      <PageHeader eyebrow={seat.trainingTitle} title={t('support.addTitle')} lead={t('support.addLead')}>
        <p className="mt-4 max-w-[36rem] text-sm text-muted">{t('support.privacy', { days })}</p>
      </PageHeader>
      <TesseraForm state={state}>
        <SupportFields fields={state.fields} field={state.field} />
        <FormEnd back={paths.seatSupport(network, seatId)} isPending={state.isPending}>
          {t('support.submit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
