import type { EvaluationPlan } from '@tessera/core/evaluations/schema.ts';
import { type EvaluationLevel, evaluationLevels } from '@tessera/core/evaluations/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { z } from 'zod';
import { Button } from '~/ui/button.tsx';
import { CheckboxGroupField } from '~/ui/choice-field.tsx';
import type { FieldProps } from '~/ui/field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Section } from '~/ui/page.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';

type Plan = {
  levels: readonly EvaluationLevel[];
  isOwn: boolean;
  resultUrl: string;
  resultText: string;
};

/** What a training asks, and what came of it. */
export function PlanForm({ plan }: { plan: Plan }) {
  const { t } = useTranslation('evaluations');
  const state = useTesseraForm<Omit<z.input<typeof EvaluationPlan>, 'trainingId'>>({
    id: 'plan',
    labels: {
      levels: t('plan.levels'),
      resultText: t('plan.resultText'),
      resultUrl: t('plan.resultUrl'),
    },
    hints: {
      resultText: t('plan.resultTextHint'),
      resultUrl: t('plan.resultUrlHint'),
      ...(plan.isOwn ? {} : { levels: t('plan.fromNetwork') }),
    },
    optional: ['levels', 'resultText', 'resultUrl'],
    defaultValue: { levels: [...plan.levels], resultText: plan.resultText, resultUrl: plan.resultUrl },
  });
  return (
    <Section id="plan" title={t('plan.title')} lead={t('plan.lead')} isForScreen>
      <TesseraForm state={state}>
        <LevelsField field={state.field('levels')} chosen={state.fields.levels.initialValue} />
        <TextareaField {...state.field('resultText')} rows={2} />
        <TextField {...state.field('resultUrl')} type="url" inputMode="url" />
        <Button look="primary" isPending={state.isPending}>
          {t('plan.save')}
        </Button>
      </TesseraForm>
    </Section>
  );
}

/** Any of the three questionnaires, each with what it is for. */
export function LevelsField({ field, chosen }: { field: FieldProps; chosen: unknown }) {
  const { t } = useTranslation('evaluations');
  return (
    <CheckboxGroupField
      {...field}
      defaultValue={[chosen ?? []].flat() as string[]}
      options={evaluationLevels.map((level) => ({
        value: level,
        label: t(`levels.${level}`),
        hint: t(`levelHints.${level}`),
      }))}
    />
  );
}
