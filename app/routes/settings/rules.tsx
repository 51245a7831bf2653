import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { secondStepDemands } from '@tessera/core/second-step/schema.ts';
import { Rules } from '@tessera/core/settings/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { useRuleWords } from '~/components/founding/setting-words.ts';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { chosen } from '~/components/trainings/chosen.ts';
import { ReminderDays } from '~/components/trainings/reminder-days.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { RadioField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { rules } = await api(args).settings.page(where);
  return {
    ...where,
    values: Object.fromEntries(rules.map(({ field, value }) => [field, formValue(value)])),
  };
}

const formValue = (value: unknown) =>
  Array.isArray(value) ? value.map(String) : value === null ? '' : String(value);

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, Rules, async (rules) => {
    await api(args).settings.saveRules({ ...where, ...rules });
    return redirectWithFlash(paths.settings(where.network), 'founding:settings.savedRules');
  });
}

export const handle: Handle = { title: (t) => t('founding:settings.rules') };

const number = { type: 'number', inputMode: 'numeric', width: 'short', min: 0 } as const;

export default function RulesPage() {
  const { network, values } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['founding', 'trainings', 'secondStep']);
  const { labels, wordOf } = useRuleWords();
  const state = useTesseraForm<z.input<typeof Rules>>({
    id: 'rules',
    labels,
    hints: {
      quotaPerInstitution: t('trainings:form.quotaHint'),
      cancelDeadlineHours: t('trainings:form.cancelDeadlineHint'),
      attendanceThreshold: t('trainings:form.attendanceThresholdHint'),
      reminderDays: t('trainings:form.reminderHint'),
      secondStep: t('secondStep:setting.hint'),
    },
    optional: ['quotaPerInstitution', 'reminderDays'],
    defaultValue: values,
  });
  const { field } = state;
  return (
    <>
      <PageHeader title={t('settings.rules')} lead={t('settings.rulesLead')} />
      <SettingsTabs />
      <TesseraForm state={state}>
        <TextField {...field('quotaPerInstitution')} {...number} min={1} />
        <RadioField
          {...field('promotion')}
          options={(['automatic', 'offer'] as const).map((value) => ({
            value,
            label: wordOf('promotion', value),
          }))}
        />
        <TextField {...field('offerHours')} {...number} min={1} />
        <TextField {...field('cancelDeadlineHours')} {...number} />
        <TextField {...field('attendanceThreshold')} {...number} min={1} max={100} />
        <ReminderDays {...field('reminderDays')} chosen={chosen(state.fields.reminderDays.initialValue)} />
        <SelectField
          {...field('weekStart')}
          options={(['monday', 'saturday', 'sunday'] as const).map((value) => ({
            value,
            label: wordOf('weekStart', value),
          }))}
        />
        <RadioField
          {...field('secondStep')}
          options={secondStepDemands.map((value) => ({ value, label: wordOf('secondStep', value) }))}
        />
        <FormEnd back={paths.settings(network)} isPending={state.isPending}>
          {t('settings.saveRules')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
