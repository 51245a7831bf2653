import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NewCohort } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { requireRight } from '~/components/programmes/rights.server.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { programmeParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { DateTimeField, TextField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = programmeParams(args);
  await requireRight(args, 'programme.edit');
  const { id, title } = await api(args).mentoring.programme(where);
  return { network: where.network, programme: { id, title } };
}

export async function action(args: ActionFunctionArgs) {
  const where = programmeParams(args);
  return submit(args, NewCohort.omit({ programmeId: true }), async (input) => {
    await api(args).mentoring.addCohort({ ...where, ...input });
    return redirectWithFlash(
      paths.mentoringProgramme(where.network, where.programmeId),
      'programmes:cohorts.added',
    );
  });
}

export const handle: Handle = { title: (t) => t('programmes:cohorts.new') };

export default function NewCohortPage() {
  const { network, programme } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  const back = paths.mentoringProgramme(network, programme.id);
  const state = useTesseraForm<{ name: string; place: string; startsOn: string }>({
    id: 'cohort',
    labels: { name: t('cohorts.name'), place: t('cohorts.place'), startsOn: t('cohorts.startsOn') },
    optional: ['place', 'startsOn'],
  });
  return (
    <>
      <MentoringWays network={network} above="programmes" more={[{ to: back, label: programme.title }]} />
      <PageHeader title={t('cohorts.new')} lead={t('cohorts.lead')} />
      <TesseraForm state={state}>
        <TextField {...state.field('name')} maxLength={120} />
        <TextField {...state.field('place')} maxLength={120} />
        <DateTimeField {...state.field('startsOn')} withTime={false} />
        <FormEnd back={back} isPending={state.isPending}>
          {t('cohorts.add')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
