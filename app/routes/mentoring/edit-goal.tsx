import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isOpenGoal } from '@tessera/core/mentoring/rules.ts';
import { GoalCorrection } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { GoalFieldset, useGoalForm } from '~/components/mentoring/goal-fields.tsx';
import { RelationWays } from '~/components/mentoring/relation-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = relationParams(args);
  const { goals } = await api(args).mentoring.relation(where);
  const goal = goals.find(({ id }) => id === args.params.goal);
  if (!goal || !isOpenGoal(goal.state)) throw refuse('not_found');
  return { ...where, goal };
}

export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  const goalId = args.params.goal ?? '';
  return submit(args, GoalCorrection.omit({ goalId: true }), async (goal) => {
    await api(args).mentoring.correctGoal({ network: where.network, goalId, ...goal });
    return redirectWithFlash(paths.relation(where.network, where.relationId), 'mentoring:goal.correctSaved');
  });
}

export const handle: Handle = { title: (t) => t('mentoring:goal.correctTitle') };

export default function EditGoal() {
  const { network, relationId, goal } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const state = useGoalForm({
    text: goal.text ?? '',
    need: goal.need ?? '',
    baseline: goal.baseline ?? '',
    target: goal.target ?? '',
    measure: goal.measure ?? '',
    dueOn: goal.dueOn ?? '',
    smart: goal.smart,
  });
  return (
    <>
      <RelationWays network={network} relationId={relationId} />
      <PageHeader title={t('goal.correctTitle')} lead={t('goal.correctLead')} />
      <TesseraForm state={state}>
        <input
          type="hidden"
          name="seen"
          value={goal.correctedAt ? new Date(goal.correctedAt).toISOString() : 'never'}
        />
        <GoalFieldset state={state} />
        <FormEnd back={paths.relation(network, relationId)} isPending={state.isPending}>
          {t('goal.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
