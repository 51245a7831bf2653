import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { CapacityChange } from '@tessera/core/trainings/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

const Capacity = CapacityChange.pick({ capacity: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { training } = await api(args).trainings.manage(where);
  return { network: where.network, training };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  return submit(args, Capacity, async ({ capacity }) => {
    const { promoted } = await api(args).trainings.changeCapacity({ ...where, capacity });
    const key = promoted > 0 ? 'trainings:capacity.donePromoted' : 'trainings:capacity.done';
    return redirectWithFlash(paths.manage(where.network, where.trainingId), key, { promoted });
  });
}

export const handle: Handle = { title: (t) => t('trainings:capacity.title') };

export default function CapacityPage() {
  const { network, training } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['trainings', 'common']);
  const { takenCount: taken, waitingCount: waiting } = training;
  const state = useTesseraForm<z.input<typeof Capacity>>({
    id: 'capacity',
    labels: { capacity: t('capacity.capacity') },
    hints: { capacity: t('capacity.taken', { taken, waiting }) },
    defaultValue: { capacity: String(training.capacity) },
  });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('capacity.title')} lead={t('capacity.lead')} />
      <TesseraForm state={state}>
        <TextField {...state.field('capacity')} type="number" min={0} inputMode="numeric" width="short" />
        <ButtonRow>
          <Button look="primary" isPending={state.isPending}>
            {t('capacity.submit')}
          </Button>
          <Link to={paths.manage(network, training.id)} className="link inline-flex min-h-11 items-center">
            {t('common:cancel')}
          </Link>
        </ButtonRow>
      </TesseraForm>
    </>
  );
}
