import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { goalStates, isOpenGoal, mayMove } from '@tessera/core/mentoring/rules.ts';
import { GoalReview } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { RelationWays } from '~/components/mentoring/relation-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { ChipField } from '~/ui/chips.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';
import { Written } from '~/ui/written.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = relationParams(args);
  const { goals } = await api(args).mentoring.relation(where);
  const goal = goals.find(({ id }) => id === args.params.goal);
  if (!goal || !isOpenGoal(goal.state)) throw refuse('not_found');
  const next = goalStates.filter((state) => state === goal.state || mayMove('goal', goal.state, state));
  return { ...where, goal: { text: goal.text, progress: goal.progress, state: goal.state }, next };
}

export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  const goalId = args.params.goal ?? '';
  return submit(args, GoalReview.omit({ goalId: true }), async (review) => {
    await api(args).mentoring.reviewGoal({ network: where.network, goalId, ...review });
    return redirectWithFlash(paths.relation(where.network, where.relationId), 'mentoring:goal.reviewSaved');
  });
}

export const handle: Handle = { title: (t) => t('mentoring:goal.reviewTitle') };

type ReviewInput = { progress: string; state: string; note: string; evidence: string };
const steps = ['0', '1', '2', '3', '4'] as const;

export default function ReviewGoal() {
  const { network, relationId, goal, next } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const state = useTesseraForm<ReviewInput>({
    id: 'review',
    labels: {
      progress: t('goal.progress'),
      state: t('goal.newState'),
      note: t('goal.note'),
      evidence: t('goal.evidence'),
    },
    hints: { evidence: t('goal.evidenceHint') },
    optional: ['note', 'evidence'],
    // Whoever reviews an agreed goal has begun with it.
    defaultValue: {
      progress: String(goal.progress),
      state: goal.state === 'agreed' ? 'in_progress' : goal.state,
    },
  });
  return (
    <>
      <RelationWays network={network} relationId={relationId} />
      <PageHeader
        title={t('goal.reviewTitle')}
        lead={
          <span dir="auto">
            <Written text={goal.text ?? ''} />
          </span>
        }
      />
      <TesseraForm state={state}>
        <RadioField
          {...state.field('progress')}
          options={steps.map((value) => ({ value, label: t(`goal.progress${value}`) }))}
        />
        <ChipField
          {...state.field('state')}
          options={next.map((value) => ({ value, label: t(`states.goal.${value}`) }))}
          chosen={[String(state.fields.state.initialValue)]}
        />
        <TextareaField {...state.field('note')} dir="auto" rows={4} />
        <TextField {...state.field('evidence')} dir="auto" />
        <FormEnd back={paths.relation(network, relationId)} isPending={state.isPending}>
          {t('goal.reviewSave')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
