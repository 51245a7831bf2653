import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { instantOfLocal, localTime } from '@tessera/core/clock/zoned-time.ts';
import { ownOrigin, partyRules, priorityRules } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { QuotaFields } from '~/components/seats/quota-fields.tsx';
import { QuotaStates } from '~/components/seats/quota-states.tsx';
import {
  chosenQuota,
  quotaChoice,
  quotaChoices,
  SeatRulesForm,
  type SeatRulesInput,
} from '~/components/seats/seat-rules-form.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { RadioField } from '~/ui/choice-field.tsx';
import { DefaultSubmit } from '~/ui/default-submit.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const call = api(args);
  const [{ training }, { partners }] = await Promise.all([
    call.trainings.manage(where),
    call.exchange.page(where),
  ]);
  const quotas = training.quotas.map((quota) => {
    const release = quota.releaseAt && localTime(quota.releaseAt, training.timeZone);
    return {
      key: quotaChoice(quota),
      size: String(quota.size),
      releaseAt: release ? `${release.day}T${release.time}` : '',
    };
  });
  // A quota of a network that is a partner no more stays until it is taken out.
  const left = training.quotas.flatMap(({ scope, key, name }) =>
    scope === 'origin' && name && key !== ownOrigin && !partners.some(({ code }) => code === key)
      ? [{ code: key, name }]
      : [],
  );
  return { network: where.network, training, quotas, partners: [...partners, ...left] };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  const { training } = await api(args).trainings.manage(where);
  const Form = SeatRulesForm.transform((typed, issues) => {
    const quotas = typed.quotas.map(({ key, size, releaseAt }, index) => {
      const refuse = (field: string, message: string) =>
        issues.addIssue({ code: 'custom', message, path: ['quotas', index, field] });
      const choice = chosenQuota(key);
      if (!choice) refuse('key', 'validation.required');
      const release = releaseAt ? instantOfLocal(releaseAt, training.timeZone) : null;
      if (releaseAt && !release) refuse('releaseAt', 'validation.invalidDate');
      return { scope: 'mode' as const, key, ...choice, size, releaseAt: release };
    });
    return { ...typed, quotas };
  });
  return submit(args, Form, async (rules) => {
    const { promoted } = await api(args).trainings.changeCapacity({ ...where, ...rules });
    const key = promoted > 0 ? 'trainings:capacity.donePromoted' : 'trainings:capacity.done';
    return redirectWithFlash(paths.manage(where.network, where.trainingId), key, { promoted });
  });
}

export const handle: Handle = { title: (t) => t('trainings:capacity.title') };

export default function CapacityPage() {
  const { network, training, quotas, partners } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['trainings', 'seats']);
  const { takenCount: taken, waitingCount: waiting } = training;
  const state = useTesseraForm<SeatRulesInput>({
    id: 'capacity',
    labels: {
      capacity: t('capacity.capacity'),
      priorityRule: t('seats:rules.priorityRule'),
      partyRule: t('seats:rules.partyRule'),
      quotas: t('seats:quotas.title'),
      'quotas[].key': t('seats:quotas.key'),
      'quotas[].size': t('seats:quotas.size'),
      'quotas[].releaseAt': t('seats:quotas.releaseAt'),
    },
    hints: { capacity: t('capacity.taken', { taken, waiting }) },
    defaultValue: {
      capacity: String(training.capacity),
      priorityRule: training.priorityRule,
      partyRule: training.partyRule,
      quotas,
    },
  });
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('capacity.title')} lead={t('capacity.lead')} />
      <TesseraForm state={state}>
        <DefaultSubmit />
        <TextField {...state.field('capacity')} type="number" min={0} inputMode="numeric" width="short" />
        <Section id="quotas" title={t('seats:quotas.title')} lead={t('seats:quotas.lead')}>
          <QuotaFields state={state} choices={quotaChoices(training, partners)} />
          <QuotaStates training={training} />
        </Section>
        <Section id="line" title={t('seats:rules.title')}>
          <div className="space-y-6">
            <RadioField
              {...state.field('priorityRule')}
              options={priorityRules.map((value) => ({ value, label: t(`seats:rules.${value}`) }))}
            />
            <RadioField
              {...state.field('partyRule')}
              options={partyRules.map((value) => ({ value, label: t(`seats:rules.${value}`) }))}
            />
          </div>
        </Section>
        <FormEnd back={paths.manage(network, training.id)} isPending={state.isPending}>
          {t('capacity.submit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
