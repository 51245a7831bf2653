import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { GoalFields } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { GoalFieldset, useGoalForm } from '~/components/mentoring/goal-fields.tsx';
import { RelationWays } from '~/components/mentoring/relation-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { ChipField } from '~/ui/chips.tsx';
import { TesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';

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

export default function NewGoal() {
  const { network, relationId, mentees, lastNeed } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const state = useGoalForm({ state: 'agreed', menteeId: mentees[0]?.id ?? '', need: lastNeed ?? '' });
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
        <GoalFieldset state={state} />
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
