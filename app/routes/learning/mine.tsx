import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { EntryWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { KindLabel, ThemeLabel } from '~/components/training-labels.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Workload } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList, Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, ...(await api(args).learning.own(where)) };
}

export const handle: Handle = { title: (t) => t('certificates:learning.title') };

export default function MyLearning() {
  const { network, lines, minutes, byYear, byTheme, byKind } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificates');
  const format = useFormats();
  const can = useCan();
  return (
    <>
      <EntryWays />
      <PageHeader
        title={t('learning.title')}
        lead={t('learning.lead')}
        actions={
          <>
            {lines.length > 0 && (
              <LinkButton to={paths.learningFile(network)} reloadDocument>
                {t('learning.csv')}
              </LinkButton>
            )}
            {can('attendance.export') && (
              <LinkButton to={paths.learners(network)}>{t('learning.ofAll')}</LinkButton>
            )}
          </>
        }
      />
      {lines.length === 0 ? (
        <Empty
          title={t('learning.empty')}
          action={<LinkButton to={paths.trainings(network)}>{t('mine.seeTrainings')}</LinkButton>}
        >
          {t('learning.emptyText')}
        </Empty>
      ) : (
        <>
          <Section id="total" title={t('learning.total')}>
            <p className="text-2xl font-bold">
              <Workload minutes={minutes} />
            </p>
          </Section>
          <Section id="years" title={t('learning.byYear')}>
            <DefinitionList
              entries={byYear.map((sum) => ({ term: sum.key, value: <Workload minutes={sum.minutes} /> }))}
            />
          </Section>
          <Section id="themes" title={t('learning.byTheme')}>
            <DefinitionList
              entries={byTheme.map((sum) => ({
                term: <ThemeLabel theme={sum.key} />,
                value: <Workload minutes={sum.minutes} />,
              }))}
            />
          </Section>
          <Section id="kinds" title={t('learning.byKind')}>
            <DefinitionList
              entries={byKind.map((sum) => ({
                term: <KindLabel kind={sum.key} />,
                value: <Workload minutes={sum.minutes} />,
              }))}
            />
          </Section>
          <Section id="trainings" title={t('learning.trainings')} layout="full">
            <Table
              caption={t('learning.trainings')}
              isCaptionHidden
              rows={lines}
              rowKey={({ trainingId }) => trainingId}
              columns={[
                {
                  key: 'title',
                  header: t('mine.training'),
                  isName: true,
                  cell: ({ trainingId, title }) => (
                    <Link to={paths.training(network, trainingId)} className="link">
                      {title}
                    </Link>
                  ),
                },
                {
                  key: 'date',
                  header: t('mine.date'),
                  cell: ({ startsAt, timeZone }) => format.shortDate(startsAt, timeZone),
                },
                {
                  key: 'theme',
                  header: t('learning.theme'),
                  cell: ({ theme }) => <ThemeLabel theme={theme} />,
                },
                {
                  key: 'hours',
                  header: t('mine.hours'),
                  cell: (line) => <Workload minutes={line.minutes} />,
                },
                {
                  key: 'certificate',
                  header: t('issue.result'),
                  cell: ({ certificateId }) =>
                    certificateId ? (
                      <a href={paths.certificatePdf(network, certificateId)} className="link">
                        {t('mine.pdf')}
                      </a>
                    ) : (
                      '–'
                    ),
                },
              ]}
            />
          </Section>
        </>
      )}
    </>
  );
}
