import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ageBands, genders, type Shown } from '@tessera/core/headcounts/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { ExportLinks } from '~/components/transfer/export-links.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { periodOf } from '~/server/head-count-period.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Filter, FilterBar } from '~/ui/filter-bar.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

const figures = ['total', ...genders, ...ageBands] as const;

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { period, chosen } = periodOf(args.request);
  return { ...where, chosen, ...(await api(args).headCounts.report({ ...where, ...period })) };
}

export const handle: Handle = { title: (t) => t('attendance:headCount.report.title') };

export default function HeadCounts() {
  const { network, chosen, years, phases, rows, isWhole } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['attendance', 'evaluations']);
  const may = useCan();
  return (
    <>
      {may('evaluation.summary') && (
        <Breadcrumbs
          label={t('evaluations:summary.title')}
          ways={[{ to: paths.evaluations(network), label: t('evaluations:summary.title') }]}
        />
      )}
      <PageHeader title={t('headCount.report.title')} lead={t('headCount.report.lead')}>
        {isWhole && rows.length > 0 && (
          <ExportLinks
            csv={paths.headCountsExport(network, 'csv', { period: chosen })}
            xlsx={paths.headCountsExport(network, 'xlsx', { period: chosen })}
          />
        )}
      </PageHeader>
      {years.length === 0 ? (
        <Empty title={t('headCount.report.empty')}>{t('headCount.report.emptyText')}</Empty>
      ) : (
        <>
          <FilterBar
            label={t('headCount.report.filter')}
            clearTo={chosen ? paths.headCounts(network) : undefined}
          >
            <Filter label={t('headCount.report.period')}>
              <select name="period" defaultValue={chosen} key={chosen} className="control">
                <option value="">{t('headCount.report.whole')}</option>
                {phases.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
                {years.map((year) => (
                  <option key={year} value={year}>
                    {t('headCount.report.year', { year: String(year) })}
                  </option>
                ))}
              </select>
            </Filter>
          </FilterBar>
          {!isWhole && <p className="mb-8 max-w-[42rem] text-sm text-muted">{t('headCount.report.veil')}</p>}
          <Section id="topics" title={t('headCount.report.byTopic')} layout="full">
            <TopicTable />
          </Section>
          <Section id="languages" title={t('headCount.report.byLanguage')}>
            <LanguageTable />
          </Section>
        </>
      )}
    </>
  );
}

type Row = { name: string; sessions: number } & Record<(typeof figures)[number], Shown>;

function TopicTable() {
  const { rows, totals, sessions } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const format = useFormats();
  const shown = (value: Shown) =>
    typeof value === 'number' ? format.number(value) : t(`headCount.report.${value}`);
  const all: Row[] = [
    ...rows.map((row) => ({ ...row, name: t(`headCount.topics.${row.topic}`) })),
    { ...totals, sessions, name: t('headCount.report.all') },
  ];
  const columns: Column<Row>[] = [
    { key: 'name', header: t('headCount.report.topic'), cell: ({ name }) => name, isName: true },
    {
      key: 'sessions',
      header: t('headCount.report.sessions'),
      cell: ({ sessions: count }) => format.number(count),
      isNumber: true,
    },
    ...figures.map(
      (figure): Column<Row> => ({
        key: figure,
        header: t(`headCount.${figure}`),
        cell: (row) => shown(row[figure]),
        isNumber: true,
      }),
    ),
  ];
  return (
    <Table
      caption={t('headCount.report.byTopic')}
      isCaptionHidden
      rows={all}
      rowKey={({ name }) => name}
      columns={columns}
    />
  );
}

function LanguageTable() {
  const { languages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const format = useFormats();
  return (
    <Table
      caption={t('headCount.report.byLanguage')}
      isCaptionHidden
      rows={languages}
      rowKey={({ language }) => language}
      columns={[
        {
          key: 'language',
          header: t('headCount.report.language'),
          cell: ({ language }) => format.language(language),
          isName: true,
        },
        {
          key: 'sessions',
          header: t('headCount.report.sessions'),
          cell: ({ sessions }) => format.number(sessions),
          isNumber: true,
        },
      ]}
    />
  );
}
