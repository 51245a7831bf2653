import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Shown } from '@tessera/core/headcounts/rules.ts';
import type { RegisterRow } from '@tessera/core/register/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';
import { Pagination } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const asked = new URL(args.request.url).searchParams.get('page') ?? '';
  const page = /^\d{1,5}$/.test(asked) ? Number(asked) || 1 : 1;
  return { ...where, ...(await api(args).register.page({ ...where, page })) };
}

export const handle: Handle = { title: (t) => t('register:title') };

export default function Register() {
  const { network, table, isWhole } = useLoaderData<typeof loader>();
  const { t } = useTranslation('register');
  const can = useCan();
  const shown = useShown();
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          can('person.import') && (
            <LinkButton to={paths.imports(network, { kind: 'people' })}>{t('empty.import')}</LinkButton>
          )
        }
      />
      {table.rows.length === 0 ? (
        <Empty title={t('empty.title')}>{t('empty.text')}</Empty>
      ) : (
        <>
          <Section id="total" title={t('total')}>
            <p className="text-2xl font-bold" data-testid="people-total">
              {shown(table.total)}
            </p>
          </Section>
          <Section id="categories" title={t('by')} layout="full">
            {!isWhole && <p className="mb-6 max-w-[42rem] text-sm text-muted">{t('veil')}</p>}
            <CategoryTable />
          </Section>
          {isWhole && <Who />}
        </>
      )}
    </>
  );
}

function useShown() {
  const { t } = useTranslation('register');
  const format = useFormats();
  return (value: Shown) => (typeof value === 'number' ? format.number(value) : t(value));
}

function CategoryTable() {
  const { table } = useLoaderData<typeof loader>();
  const { t } = useTranslation('register');
  const shown = useShown();
  const rows: (Pick<RegisterRow, 'cells' | 'total'> & { name: string })[] = [
    ...table.rows.map(({ category, ...row }) => ({
      ...row,
      name: category ? t(`categories.${category}`) : t('none'),
    })),
    { name: t('all'), cells: table.totals, total: table.total },
  ];
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'name', header: t('category'), isName: true, cell: ({ name }) => name },
    ...table.counties.map((county, index) => ({
      key: `county-${county}`,
      header: county || t('noCounty'),
      isNumber: true,
      cell: ({ cells }: (typeof rows)[number]) => shown(cells[index] ?? 0),
    })),
    { key: 'total', header: t('all'), isNumber: true, cell: ({ total }) => shown(total) },
  ];
  return (
    <Table caption={t('by')} isCaptionHidden rows={rows} rowKey={({ name }) => name} columns={columns} />
  );
}

function Who() {
  const { network, people, page, pages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('register');
  const format = useFormats();
  return (
    <Section id="people" title={t('who.title')} layout="full">
      <p className="mb-6 max-w-[42rem] text-sm text-muted">{t('who.lead')}</p>
      <Table
        caption={t('who.title')}
        isCaptionHidden
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'person',
            header: t('who.person'),
            isName: true,
            cell: (row) => <PersonName {...row} />,
          },
          {
            key: 'institution',
            header: t('who.institution'),
            cell: ({ institutionName }) => institutionName ?? '–',
          },
          {
            key: 'events',
            header: t('who.events'),
            isNumber: true,
            cell: ({ events }) => format.number(events),
          },
        ]}
      />
      <Pagination page={page} pages={pages} to={(to) => paths.peopleRegister(network, { page: to })} />
    </Section>
  );
}
