import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { instantOfLocal } from '@tessera/core/clock/zoned-time.ts';
import { Copy } from '@tessera/core/trainings/schema.ts';
import { repeats } from '@tessera/core/trainings/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { DateTimeField, TextField } from '~/ui/text-field.tsx';

const Typed = Copy.pick({ code: true, repeat: true, count: true }).extend({ startsAt: z.string() });

// Times are typed on the clock of the place.
const copyForm = (timeZone: string) =>
  Typed.transform(({ startsAt, ...rest }, issues) => {
    const instant = instantOfLocal(startsAt, timeZone);
    if (!instant) issues.addIssue({ code: 'custom', message: 'validation.invalidDate', path: ['startsAt'] });
    return { ...rest, startsAt: instant ?? new Date(0) };
  });

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { training } = await api(args).trainings.manage(where);
  return { network: where.network, training };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  const call = api(args);
  const { timeZone } = await call.trainings.page(where);
  return submit(args, copyForm(timeZone), async (typed) => {
    const { trainingIds } = await call.trainings.copy({ ...where, ...typed });
    const [first = where.trainingId] = trainingIds;
    return redirectWithFlash(paths.manage(where.network, first), 'trainings:copy.done', {
      drafts: trainingIds.length,
    });
  });
}

export const handle: Handle = { title: (t) => t('trainings:copy.title') };

export default function CopyTraining() {
  const { network, training } = useLoaderData<typeof loader>();
  const { t } = useTranslation('trainings');
  const format = useFormats();
  const state = useTesseraForm<z.input<typeof Typed>>({
    id: 'copy',
    labels: {
      code: t('form.reference'),
      startsAt: t('postponement.startsAt'),
      repeat: t('copy.repeat'),
      count: t('copy.count'),
    },
    hints: {
      code: t('copy.codeHint'),
      startsAt: t('copy.startsAtHint', { zone: format.zone(training.timeZone) }),
      count: t('copy.countHint'),
    },
    optional: ['repeat', 'count'],
    defaultValue: { count: '1' },
  });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('copy.title')} lead={t('copy.lead')} />
      <TesseraForm state={state}>
        <TextField {...state.field('code')} width="medium" autoComplete="off" />
        <DateTimeField {...state.field('startsAt')} />
        <SelectField
          {...state.field('repeat')}
          placeholder={t('copy.once')}
          options={repeats.map((value) => ({ value, label: t(`copy.repeats.${value}`) }))}
        />
        <TextField
          {...state.field('count')}
          type="number"
          inputMode="numeric"
          width="short"
          min={1}
          max={52}
        />
        <FormEnd back={paths.manage(network, training.id)} isPending={state.isPending}>
          {t('copy.submit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
