import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { mostModules } from '@tessera/core/mentoring/limits.ts';
import { ProgrammeModules } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { TitleInputs } from '~/components/plans/title-inputs.tsx';
import { lineOf, titleFields, titleIn, type titleName, titlesOf } from '~/components/plans/titles.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { programmeParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

const Modules = z.object({
  modules: z.array(z.object({ ...titleFields, moduleId: z.uuid() })).max(mostModules),
  trainings: ProgrammeModules.shape.trainings,
});
type Module = Record<'moduleId' | ReturnType<typeof titleName>, string>;

/** Empty lines below those that there are. */
const spare = 2;

export async function loader(args: LoaderFunctionArgs) {
  const where = programmeParams(args);
  const { modules, ...programme } = await api(args).mentoring.modules(where);
  const free = Math.min(spare, mostModules - modules.length);
  return {
    ...where,
    ...programme,
    modules,
    lines: [
      ...modules.map(({ id, titles }) => ({ ...lineOf(titles), moduleId: id })),
      ...Array.from({ length: free }, () => ({ ...lineOf({}), moduleId: randomUUID() })),
    ],
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = programmeParams(args);
  return submit(args, Modules, async ({ modules, trainings }) => {
    const written = modules.flatMap(({ moduleId, ...words }) => {
      const titles = titlesOf(words);
      return titles.length > 0 ? [{ moduleId, titles }] : [];
    });
    const isLeft = (id: string | null) => written.some(({ moduleId }) => moduleId === id);
    await api(args).mentoring.saveModules({
      ...where,
      modules: written,
      // The trainings of a module whose words were taken out belong to none.
      trainings: trainings.filter(({ moduleId }) => isLeft(moduleId)),
    });
    return redirectWithFlash(paths.mentoringModules(where.network, where.programmeId), 'plans:modules.saved');
  });
}

export const handle: Handle = { title: (t) => t('plans:modules.title') };

type Shape = { modules: Module[]; trainings: { trainingId: string; moduleId: string }[] };

export default function ModulesPage() {
  const { network, programmeId, title, modules, trainings, mentees, lines } = useLoaderData<typeof loader>();
  const { t } = useTranslation('plans');
  const format = useFormats();
  const state = useTesseraForm<Shape>({
    id: 'modules',
    labels: { 'modules[].moduleId': t('module'), 'trainings[].moduleId': t('module') },
    defaultValue: {
      modules: lines,
      trainings: trainings.map(({ id, moduleId }) => ({ trainingId: id, moduleId: moduleId ?? '' })),
    },
  });
  const back = paths.mentoringProgramme(network, programmeId);
  return (
    <>
      <MentoringWays network={network} above="programmes" more={[{ to: back, label: title }]} />
      <PageHeader
        eyebrow={<span translate="no">{title}</span>}
        title={t('modules.title')}
        lead={t('modules.lead')}
      />
      <TesseraForm state={state}>
        <ol className="max-w-[46rem] space-y-5">
          {state.fields.modules.getFieldList().map((module, index) => {
            const parts = module.getFieldset();
            return (
              <li key={module.key} className="border-t border-rule pt-5">
                <input
                  type="hidden"
                  name={parts.moduleId.name}
                  value={String(parts.moduleId.initialValue ?? '')}
                />
                <TitleInputs
                  label={t('modules.name', { number: index + 1 })}
                  parts={parts}
                  field={(part) => state.field(part)}
                />
              </li>
            );
          })}
        </ol>
        <Section id="trainings" title={t('modules.trainings')} lead={t('modules.trainingsLead')}>
          {trainings.length === 0 ? (
            <p className="text-muted">{t('modules.noTraining')}</p>
          ) : (
            <>
              <Trainings state={state} isLikely />
              {trainings.some((training) => !training.isLikely) && (
                <details className="mt-4">
                  <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">
                    {t('modules.others')}
                  </summary>
                  <Trainings state={state} isLikely={false} />
                </details>
              )}
            </>
          )}
        </Section>
        <FormEnd back={back} isPending={state.isPending}>
          {t('modules.save')}
        </FormEnd>
      </TesseraForm>
      {modules.length > 0 && mentees.length > 0 && (
        <Section id="attended" title={t('modules.attended')} lead={t('modules.attendedLead')} layout="full">
          <Table
            caption={t('modules.attended')}
            isCaptionHidden
            rows={mentees}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'alias',
                header: t('modules.alias'),
                isName: true,
                cell: ({ id, alias }) => (
                  <Link to={paths.mentee(network, id)} className="link" translate="no">
                    <bdi>{alias}</bdi>
                  </Link>
                ),
              },
              {
                key: 'count',
                header: t('modules.count'),
                isNumber: true,
                cell: ({ attended }) =>
                  t('modules.of', {
                    count: attended.length,
                    total: format.number(modules.length),
                  }),
              },
              {
                key: 'list',
                header: t('modules.list'),
                cell: ({ id, alias, hasLogin }) =>
                  hasLogin ? (
                    <span className="text-muted">{t('modules.byLogin')}</span>
                  ) : (
                    <Link to={paths.menteeSeats(network, id)} className="link">
                      {t('modules.find')} <span className="sr-only">{alias}</span>
                    </Link>
                  ),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

// Trainings, each with the module that it is; in the order of the form, so that their numbers stay.
function Trainings({
  state,
  isLikely,
}: {
  state: ReturnType<typeof useTesseraForm<Shape>>;
  isLikely: boolean;
}) {
  const { modules, trainings } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation('plans');
  const format = useFormats();
  const day = (at: string | Date, zone: string) => format.date(new Date(at), zone);
  return (
    <ul className="space-y-4">
      {state.fields.trainings.getFieldList().map((entry, index) => {
        const parts = entry.getFieldset();
        const training = trainings.find(({ id }) => id === parts.trainingId.initialValue);
        if (training?.isLikely !== isLikely) return null;
        return (
          <li key={entry.key} className="grid items-end gap-x-6 gap-y-2 sm:grid-cols-[1fr_16rem]">
            <input type="hidden" name={parts.trainingId.name} value={training.id} />
            <p>
              <span dir="auto">{training.title ?? training.code}</span>
              <span className="block text-sm text-muted">
                <span translate="no">{training.code}</span>, {day(training.startsAt, training.timeZone)}
              </span>
            </p>
            <SelectField
              {...state.field(parts.moduleId)}
              label={
                <>
                  <span aria-hidden>{t('module')}</span>
                  <span className="sr-only">
                    {t('modules.ofTraining', { training: training.title ?? training.code })} {index + 1}
                  </span>
                </>
              }
              required={false}
              placeholder={t('modules.none')}
              options={modules.map(({ id, titles }) => ({
                value: id,
                label: titleIn(titles, language),
              }))}
            />
          </li>
        );
      })}
    </ul>
  );
}
