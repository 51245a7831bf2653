import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FormTicks } from '@tessera/core/registering/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { CheckboxGroupField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

const Ticks = FormTicks.pick({ receivedIds: true }).extend({ shown: z.string().max(90_000).default('') });

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const call = api(args);
  const [{ training }, forms] = await Promise.all([
    call.trainings.manage(where),
    call.registering.forms(where),
  ]);
  return { network: where.network, training, ...forms };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, Ticks, async ({ receivedIds, shown }) => {
    const seatIds = shown.split(' ').filter(Boolean);
    const { missing } = await api(args).registering.markForms({ ...where, seatIds, receivedIds });
    const to = paths.participantForms(where.network, where.trainingId);
    return redirectWithFlash(to, 'registering:forms.saved', { missing });
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('registering:forms.title')}: ${data.training.title}`,
};

/** Whose participant form is in; those whose form is missing stand first. */
export default function ParticipantFormsPage() {
  const { training, form, rows, missing } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['registering', 'phases']);
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={t('forms.title')}
        lead={
          form === null
            ? t('forms.notAsked')
            : t('forms.lead', { form: t(`phases:forms.${form}`), missing, count: rows.length })
        }
      />
      {form !== null && rows.length === 0 && <Empty title={t('forms.none')}>{t('forms.noneText')}</Empty>}
      {form !== null && rows.length > 0 && (
        <Sheet key={rows.map(({ seatId, receivedAt }) => `${seatId} ${receivedAt}`).join()} />
      )}
    </>
  );
}

function Sheet() {
  const { network, training, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation('registering');
  const format = useFormats();
  const state = useTesseraForm<z.input<typeof Ticks>>({
    id: 'forms',
    labels: { receivedIds: t('forms.received') },
  });
  return (
    <TesseraForm state={state}>
      <input type="hidden" name="shown" value={rows.map(({ seatId }) => seatId).join(' ')} />
      <CheckboxGroupField
        {...state.field('receivedIds')}
        defaultValue={rows.filter(({ receivedAt }) => receivedAt).map(({ seatId }) => seatId)}
        options={rows.map((row) => ({
          value: row.seatId,
          label: <PersonName {...row} />,
          hint: [
            row.institutionName,
            row.receivedAt
              ? t('forms.receivedOn', { date: format.date(row.receivedAt, training.timeZone) })
              : t('forms.missing'),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
      <FormEnd back={paths.manage(network, training.id)} isPending={state.isPending}>
        {t('forms.save')}
      </FormEnd>
    </TesseraForm>
  );
}
