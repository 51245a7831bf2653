import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ThresholdFields } from '@tessera/core/care/schema.ts';
import { ownersOf } from '@tessera/core/care/standstill-rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { CareWays } from '~/components/care/care-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { programmeParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

const Thresholds = ThresholdFields.omit({ programmeId: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = programmeParams(args);
  return { network: where.network, ...(await api(args).care.thresholds(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = programmeParams(args);
  return submit(args, Thresholds, async (fields) => {
    await api(args).care.setThresholds({ ...where, ...fields });
    return redirectWithFlash(paths.care(where.network), 'care:thresholds.saved');
  });
}

export const handle: Handle = { title: (t) => t('care:thresholds.title') };

export default function ThresholdsPage() {
  const { network, title, steps } = useLoaderData<typeof loader>();
  const { t } = useTranslation('care');
  const form = useTesseraForm<z.input<typeof Thresholds>>({
    id: 'thresholds',
    labels: {},
    defaultValue: { steps: steps.map(({ days, ...rest }) => ({ ...rest, days: String(days) })) },
  });
  return (
    <>
      <CareWays />
      <PageHeader eyebrow={title} title={t('thresholds.title')} lead={t('thresholds.lead')} />
      <TesseraForm state={form}>
        {form.fields.steps.getFieldList().map((entry, index) => {
          const { step, days, owner } = entry.getFieldset();
          const name = steps[index]?.step ?? 'gap';
          const words = name === 'survey' ? t('survey.section') : t(`board.steps.${name}`);
          return (
            <div key={entry.key} className="grid gap-6 sm:grid-cols-2">
              <input type="hidden" name={step.name} value={steps[index]?.step} />
              <TextField
                {...form.field(days)}
                label={name === 'survey' ? t('thresholds.surveyDays') : t('thresholds.days', { step: words })}
                type="number"
                inputMode="numeric"
                min={1}
                max={366}
                width="short"
              />
              {ownersOf(name).length > 1 ? (
                <SelectField
                  {...form.field(owner)}
                  label={t('thresholds.owner', { step: words })}
                  options={ownersOf(name).map((value) => ({ value, label: t(`board.owners.${value}`) }))}
                />
              ) : (
                <input type="hidden" name={owner.name} value={ownersOf(name)[0]} />
              )}
            </div>
          );
        })}
        <FormEnd back={paths.care(network)} isPending={form.isPending}>
          {t('thresholds.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
