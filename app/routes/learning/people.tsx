import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { EntryWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { ExportLinks } from '~/components/transfer/export-links.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Workload } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Button } from '~/ui/button.tsx';
import { SelectField } from '~/ui/choice-field.tsx';
import { LanguageAsked } from '~/ui/language-asked.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { Pagination } from '~/ui/ways.tsx';

const shownYears = 10;

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { searchParams } = new URL(args.request.url);
  const whole = (name: string) => {
    const value = searchParams.get(name) ?? '';
    return /^\d{1,5}$/.test(value) ? Number(value) : null;
  };
  const year = whole('year');
  const filter = { year: year && year >= 2000 && year <= 2200 ? year : null, page: whole('page') || 1 };
  return { ...where, ...(await api(args).learning.people({ ...where, ...filter })) };
}

export const handle: Handle = { title: (t) => t('certificates:learning.ofAll') };

export default function Learners() {
  const { network, year, thisYear, page, pages, total, institutions, people } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(['certificates', 'people']);
  const format = useFormats();
  const can = useCan();
  const years = Array.from({ length: shownYears }, (_, index) => String(thisYear - index));
  return (
    <>
      <EntryWays between={[{ to: paths.learning(network), label: t('learning.title') }]} />
      <PageHeader title={t('learning.ofAll')} lead={t('learning.ofAllLead')}>
        {can('attendance.export') && (
          <ExportLinks
            csv={paths.learningExport(network, 'csv')}
            xlsx={paths.learningExport(network, 'xlsx')}
          />
        )}
      </PageHeader>
      <Form method="get" className="mb-10 flex flex-wrap items-end gap-4" data-print="no">
        <LanguageAsked />
        <SelectField
          id="year"
          name="year"
          label={t('learning.year')}
          required
          defaultValue={year === null ? '' : String(year)}
          options={[
            { value: '', label: t('learning.allYears') },
            ...years.map((value) => ({ value, label: value })),
          ]}
        />
        <Button>{t('learning.show')}</Button>
      </Form>
      {people.length === 0 ? (
        <Empty title={t('learning.nobody')}>{t('learning.nobodyText')}</Empty>
      ) : (
        <>
          <Section id="institutions" title={t('learning.byInstitution')} layout="full">
            <Table
              caption={t('learning.byInstitution')}
              isCaptionHidden
              rows={institutions}
              rowKey={({ institutionId }) => institutionId ?? '-'}
              columns={[
                {
                  key: 'institution',
                  header: t('issue.institution'),
                  isName: true,
                  cell: ({ name }) => name ?? t('learning.noInstitution'),
                },
                {
                  key: 'people',
                  header: t('learning.people'),
                  isNumber: true,
                  cell: (row) => format.number(row.people),
                },
                {
                  key: 'certificates',
                  header: t('issue.title'),
                  isNumber: true,
                  cell: ({ certificates }) => format.number(certificates),
                },
                {
                  key: 'hours',
                  header: t('mine.hours'),
                  isNumber: true,
                  cell: ({ minutes }) => <Workload minutes={minutes} />,
                },
              ]}
            />
          </Section>
          <Section id="people" title={t('learning.byPerson', { count: total })} layout="full">
            <Table
              caption={t('learning.people')}
              isCaptionHidden
              rows={people}
              rowKey={({ participantId }) => participantId}
              columns={[
                {
                  key: 'person',
                  header: t('mine.person'),
                  isName: true,
                  cell: (row) => <PersonName {...row} />,
                },
                {
                  key: 'institution',
                  header: t('issue.institution'),
                  cell: ({ institutionName }) => institutionName ?? '–',
                },
                {
                  key: 'trainings',
                  header: t('learning.trainings'),
                  isNumber: true,
                  cell: ({ trainings }) => format.number(trainings),
                },
                {
                  key: 'certificates',
                  header: t('issue.title'),
                  isNumber: true,
                  cell: ({ certificates }) => format.number(certificates),
                },
                {
                  key: 'hours',
                  header: t('mine.hours'),
                  isNumber: true,
                  cell: ({ minutes }) => <Workload minutes={minutes} />,
                },
              ]}
            />
            <Pagination
              page={page}
              pages={pages}
              to={(to) => paths.learners(network, { year: year ?? undefined, page: to })}
            />
          </Section>
        </>
      )}
    </>
  );
}
