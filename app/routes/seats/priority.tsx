import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Prioritising } from '@tessera/core/seats/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { SeatFacts } from '~/components/seats/seat-facts.tsx';
import { SeatWays } from '~/components/seats/seat-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

const Form = Prioritising.omit({ seatId: true });
const choices = ['ahead', 'usual', 'behind'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const where = seatParams(args);
  const call = api(args);
  const [{ seat }, { viewer }] = await Promise.all([
    call.seats.one(where),
    call.networks.shell({ network: where.network }),
  ]);
  if (!viewer?.can.includes('registration.manage')) throw refuse('not_allowed');
  return { ...where, seat };
}

export async function action(args: ActionFunctionArgs) {
  const where = seatParams(args);
  return submit(args, Form, async (input) => {
    const { trainingId, promoted } = await api(args).seats.prioritise({ ...where, ...input });
    const key = promoted > 0 ? 'seats:priority.donePromoted' : 'seats:priority.done';
    return redirectWithFlash(paths.manage(where.network, trainingId), key, { promoted });
  });
}

export const handle: Handle = { title: (t) => t('seats:priority.title') };

export default function SeatPriority() {
  const { network, seat } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['seats', 'common']);
  const back = paths.manage(network, seat.trainingId);
  const state = useTesseraForm<z.input<typeof Form>>({
    id: 'priority',
    labels: { priority: t('priority.priority'), reason: t('priority.reason') },
    defaultValue: { priority: 'ahead' },
  });
  return (
    <>
      <SeatWays network={network} seat={seat} />
      <PageHeader eyebrow={seat.trainingTitle} title={t('priority.title')} lead={t('priority.lead')} />
      <div className="mb-8">
        <SeatFacts seat={seat} />
      </div>
      {seat.state === 'waiting' ? (
        <TesseraForm state={state}>
          {seat.isTogether && <p className="max-w-[40rem]">{t('priority.together')}</p>}
          <RadioField
            {...state.field('priority')}
            options={choices.map((value) => ({ value, label: t(`priority.${value}`) }))}
          />
          <TextField {...state.field('reason')} maxLength={300} />
          <FormEnd back={back} isPending={state.isPending}>
            {t('priority.submit')}
          </FormEnd>
        </TesseraForm>
      ) : (
        <Notice
          tone="warning"
          title={t('priority.notWaiting')}
          actions={<LinkButton to={back}>{t('common:back')}</LinkButton>}
        />
      )}
    </>
  );
}
