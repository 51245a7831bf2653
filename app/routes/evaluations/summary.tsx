import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { trainingThemes } from '@tessera/core/trainings/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { StageTable, ThemeTable, YearTable } from '~/components/evaluations/summary-tables.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Filter, FilterBar } from '~/ui/filter-bar.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

type Theme = (typeof trainingThemes)[number];

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const query = new URL(args.request.url).searchParams;
  const theme = trainingThemes.find((each) => each === query.get('theme')) ?? '';
  const year = Number(query.get('year')) || null;
  const { evaluations } = api(args);
  const [summary, all] = await Promise.all([
    evaluations.summary({ ...where, theme, year }),
    evaluations.summary(where),
  ]);
  return {
    ...where,
    summary,
    chosen: { theme, year },
    themes: all.byTheme.map(({ theme: each }) => each as Theme),
    years: all.byYear.map(({ year: each }) => each),
  };
}

export const handle: Handle = { title: (t) => t('evaluations:summary.title') };

export default function EvaluationSummaryPage() {
  const { network, summary, chosen, themes, years } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['evaluations', 'trainings', 'attendance', 'indicators', 'register']);
  const may = useCan();
  const isFiltered = chosen.theme !== '' || chosen.year !== null;
  return (
    <>
      <PageHeader
        title={t('summary.title')}
        lead={t('summary.lead')}
        actions={
          <>
            {may('headcount.report') && (
              <>
                <LinkButton to={paths.headCounts(network)}>
                  {t('attendance:headCount.report.title')}
                </LinkButton>
                <LinkButton to={paths.peopleRegister(network)}>{t('register:title')}</LinkButton>
              </>
            )}
            {may('mentoring.summary') && (
              <LinkButton to={paths.mentoringFigures(network)}>{t('indicators:title')}</LinkButton>
            )}
            {may('evaluation.edit') && (
              <LinkButton to={paths.evaluationForms(network)}>{t('summary.forms')}</LinkButton>
            )}
          </>
        }
      />
      {themes.length === 0 ? (
        <Empty title={t('summary.empty')}>{t('summary.emptyText')}</Empty>
      ) : (
        <>
          <FilterBar
            label={t('summary.filter')}
            {...(isFiltered ? { clearTo: paths.evaluations(network) } : {})}
          >
            <Filter label={t('summary.theme')}>
              <select name="theme" defaultValue={chosen.theme} className="control">
                <option value="">{t('summary.all')}</option>
                {themes.map((theme) => (
                  <option key={theme} value={theme}>
                    {t(`trainings:themes.${theme}`)}
                  </option>
                ))}
              </select>
            </Filter>
            <Filter label={t('summary.year')}>
              <select name="year" defaultValue={chosen.year ?? ''} className="control">
                <option value="">{t('summary.all')}</option>
                {years.map((year) => (
                  <option key={year}>{year}</option>
                ))}
              </select>
            </Filter>
          </FilterBar>
          <p className="mb-8 max-w-[42rem] text-sm text-muted">{t('summary.rule')}</p>
          <Section id="stages" title={t('summary.questionnaires')} layout="full">
            <StageTable stages={summary.stages} />
          </Section>
          <Section id="themes" title={t('summary.byTheme')} layout="full">
            <ThemeTable rows={summary.byTheme} />
          </Section>
          <Section id="years" title={t('summary.byYear')} layout="full">
            <YearTable rows={summary.byYear} />
          </Section>
        </>
      )}
    </>
  );
}
