import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { needAreas } from '@tessera/core/mentoring/needs.ts';
import { smartChecks } from '@tessera/core/mentoring/rules.ts';
import { GoalFields } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { RelationWays } from '~/components/mentoring/relation-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { ChipField } from '~/ui/chips.tsx';
import { CheckboxGroupField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { DateTimeField, TextareaField, TextField } from '~/ui/text-field.tsx';

const Goal = GoalFields.omit({ relationId: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = relationParams(args);
  const { mentees } = await api(args).mentoring.logForm(where);
  // Of a group nobody knows yet for whom it is.
  const lastNeed = mentees.length === 1 ? mentees[0]?.lastNeed : null;
  return { ...where, mentees, lastNeed };
}

export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  return submit(args, Goal, async (goal) => {
    await api(args).mentoring.setGoal({ ...where, ...goal });
    return redirectWithFlash(paths.relation(where.network, where.relationId), 'mentoring:goal.saved');
  });
}

export const handle: Handle = { title: (t) => t('mentoring:goal.title') };

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

export default function NewGoal() {
  const { network, relationId, mentees, lastNeed } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const state = useTesseraForm<GoalInput>({
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
    defaultValue: { state: 'agreed', menteeId: mentees[0]?.id ?? '', need: lastNeed ?? '' },
  });
  return (
    <>
      <RelationWays network={network} relationId={relationId} />
      <PageHeader title={t('goal.title')} />
      <TesseraForm state={state}>
        {mentees.length > 1 ? (
          <ChipField
            {...state.field('menteeId')}
            options={mentees.map(({ id, alias }) => ({ value: id, label: alias }))}
            chosen={[String(state.fields.menteeId.initialValue)]}
          />
        ) : (
          <input type="hidden" name="menteeId" value={mentees[0]?.id ?? ''} />
        )}
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
        <ChipField
          {...state.field('state')}
          options={(['agreed', 'draft'] as const).map((value) => ({
            value,
            label: t(`states.goal.${value}`),
          }))}
          chosen={[String(state.fields.state.initialValue)]}
        />
        <FormEnd back={paths.relation(network, relationId)} isPending={state.isPending}>
          {t('goal.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
