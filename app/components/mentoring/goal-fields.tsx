import { needAreas } from '@tessera/core/mentoring/needs.ts';
import { smartChecks } from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { CheckboxGroupField, SelectField } from '~/ui/choice-field.tsx';
import { useTesseraForm } from '~/ui/form.tsx';
import { DateTimeField, TextareaField, TextField } from '~/ui/text-field.tsx';

type GoalInput = {
  menteeId: string;
  text: string;
  need: string;
  baseline: string;
  target: string;
  measure: string;
  dueOn: string;
  smart: string[];
  state: string;
};

/** The form of a goal, new or written anew. */
export function useGoalForm(defaultValue: Partial<GoalInput>) {
  const { t } = useTranslation('mentoring');
  return useTesseraForm<GoalInput>({
    id: 'goal',
    labels: {
      menteeId: t('goal.mentee'),
      text: t('goal.text'),
      need: t('goal.need'),
      baseline: t('relation.baseline'),
      target: t('relation.target'),
      measure: t('relation.measure'),
      dueOn: t('relation.due'),
      smart: t('goal.smart'),
      state: t('goal.state'),
    },
    hints: { text: t('goal.textHint'), need: t('goal.needHint'), smart: t('goal.smartHint') },
    optional: ['need', 'baseline', 'target', 'measure', 'dueOn', 'smart'],
    defaultValue,
  });
}

/** What a goal says. */
export function GoalFieldset({ state }: { state: Pick<ReturnType<typeof useGoalForm>, 'field' | 'fields'> }) {
  const { t } = useTranslation('mentoring');
  return (
    <>
      <TextareaField {...state.field('text')} dir="auto" rows={3} />
      <SelectField
        {...state.field('need')}
        placeholder={t('goal.needNotSaid')}
        options={needAreas.map((value) => ({ value, label: t(`needs.${value}`) }))}
      />
      <TextField {...state.field('baseline')} dir="auto" />
      <TextField {...state.field('target')} dir="auto" />
      <TextField {...state.field('measure')} dir="auto" />
      <DateTimeField {...state.field('dueOn')} withTime={false} />
      <CheckboxGroupField
        {...state.field('smart')}
        options={smartChecks.map((value) => ({ value, label: t(`smart.${value}`) }))}
        defaultValue={[state.fields.smart.initialValue ?? []].flat().map(String)}
      />
    </>
  );
}
