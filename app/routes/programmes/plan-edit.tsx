import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mostPlanTasks } from '@tessera/core/mentoring/limits.ts';
import { planOwners } from '@tessera/core/mentoring/plan.ts';
import { NewPlan } from '@tessera/core/mentoring/schema.ts';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { TitleInputs } from '~/components/plans/title-inputs.tsx';
import { lineOf, titleFields, titleIn, titleName, titlesOf } from '~/components/plans/titles.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
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

const { taskId, owner, after, days, moduleId } = NewPlan.shape.tasks.element.shape;
const Plan = z.object({
  tasks: z
    .array(z.object({ ...titleFields, taskId, owner, after, days: days.default(0), moduleId }))
    .max(mostPlanTasks),
});
type Line = Record<'taskId' | 'owner' | 'after' | 'days' | 'moduleId' | ReturnType<typeof titleName>, string>;

/** Empty lines below those that there are. */
const spare = 3;

export async function loader(args: LoaderFunctionArgs) {
  const where = programmeParams(args);
  const call = api(args).mentoring;
  const [programme, { plan, modules }] = await Promise.all([call.programme(where), call.plan(where)]);
  const tasks = plan?.tasks ?? [];
  const lines: Line[] = tasks.map((task) => ({
    ...lineOf(task.titles),
    taskId: task.id,
    owner: task.owner,
    after: task.after ?? '',
    days: String(task.days),
    moduleId: task.moduleId ?? '',
  }));
  const free = Math.min(spare, mostPlanTasks - lines.length);
  const empty = () => ({ taskId: randomUUID(), owner: 'mentor', after: '', days: '0', moduleId: '' });
  return {
    network: where.network,
    programme: { id: programme.id, title: programme.title },
    modules,
    lines: [...lines, ...Array.from({ length: free }, () => ({ ...lineOf({}), ...empty() }))],
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = programmeParams(args);
  return submit(args, Plan, async ({ tasks }) => {
    const written = tasks.flatMap(({ taskId, owner, after, days, moduleId, ...words }) => {
      const titles = titlesOf(words);
      return titles.length > 0 ? [{ taskId, owner, after, days, moduleId, titles }] : [];
    });
    await api(args).mentoring.savePlan({ ...where, tasks: written });
    return redirectWithFlash(paths.mentoringPlan(where.network, where.programmeId), 'plans:saved');
  });
}

export const handle: Handle = { title: (t) => t('plans:edit') };

export default function EditPlan() {
  const { network, programme, modules, lines } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation('plans');
  const state = useTesseraForm<{ tasks: Line[] }>({
    id: 'plan',
    labels: {
      'tasks[].owner': t('owner'),
      'tasks[].after': t('from'),
      'tasks[].days': t('days'),
      'tasks[].moduleId': t('module'),
    },
    defaultValue: { tasks: lines },
  });
  const tasks = state.fields.tasks
    .getFieldList()
    .map((task) => ({ key: task.key, parts: task.getFieldset() }));
  // In the reader's language, else in any in which there are some.
  const wordsOf = (parts: (typeof tasks)[number]['parts']) =>
    [language, ...spokenLanguages]
      .map((each) => parts[titleName(each as (typeof spokenLanguages)[number])]?.initialValue)
      .find(Boolean);
  const others = tasks.map(({ parts }, index) => ({
    value: String(parts.taskId.initialValue ?? ''),
    label: wordsOf(parts) ?? t('taskTitle', { number: index + 1 }),
  }));
  const back = paths.mentoringPlan(network, programme.id);
  return (
    <>
      <MentoringWays
        network={network}
        above="programmes"
        more={[
          { to: paths.mentoringProgramme(network, programme.id), label: programme.title },
          { to: back, label: t('title') },
        ]}
      />
      <PageHeader title={t('edit')} lead={t('editLead')} />
      <TesseraForm state={state}>
        <ol className="space-y-8">
          {tasks.map(({ key, parts }, index) => {
            const id = String(parts.taskId.initialValue ?? '');
            const field = (part: typeof parts.owner) => ({ ...state.field(part), required: false });
            return (
              <li key={key} className="border-t border-rule pt-5">
                <input type="hidden" name={parts.taskId.name} value={id} />
                <div className="max-w-[46rem] space-y-4">
                  <TitleInputs
                    label={t('taskTitle', { number: index + 1 })}
                    parts={parts}
                    field={(part) => state.field(part)}
                  />
                  <div className="grid gap-4 sm:grid-cols-2">
                    <SelectField
                      {...state.field(parts.owner)}
                      options={planOwners.map((value) => ({ value, label: t(`owners.${value}`) }))}
                    />
                    <TextField
                      {...state.field(parts.days)}
                      type="number"
                      min={-366}
                      max={3660}
                      width="short"
                    />
                    <SelectField
                      {...field(parts.after)}
                      placeholder={t('start')}
                      options={others.filter(({ value }) => value !== id)}
                    />
                    {modules.length > 0 && (
                      <SelectField
                        {...field(parts.moduleId)}
                        placeholder={t('noModule')}
                        options={modules.map(({ id: value, titles }) => ({
                          value,
                          label: titleIn(titles, language),
                        }))}
                      />
                    )}
                  </div>
                </div>
              </li>
            );
          })}
        </ol>
        <p className="max-w-[46rem] text-sm text-muted">
          {t('daysHint')} {modules.length > 0 && t('moduleHint')}
        </p>
        <FormEnd back={back} isPending={state.isPending}>
          {t('save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
