import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import Plus from 'lucide-react/icons/plus';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { ExportLinks } from '~/components/transfer/export-links.tsx';
import { api } from '~/server/api.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Pagination } from '~/ui/ways.tsx';
import { MemberFilter } from './member-filter.tsx';
import { MemberTable } from './member-table.tsx';
import { readPeopleFilter } from './people-filter.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const code = args.params.network ?? '';
  const filter = readPeopleFilter(args.request);
  const list = await api(args).members.list({ network: code, ...filter });
  return { code, filter, ...list };
}

export const handle: Handle = { title: (t) => t('identity:members.title') };

export default function Members() {
  const { code, filter, isOpen, people, total, pages, givableRoles, institutions } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(['identity', 'people', 'transfer']);
  const may = useCan();
  const { page, ...kept } = filter;
  const address = (more: Record<string, string | number>) =>
    paths.members(code, { ...kept, institutionId: kept.institutionId ?? '', ...more });
  if (!isOpen) {
    return (
      <>
        <PageHeader title={t('members.title')} />
        <Empty
          title={t('members.notOpen')}
          action={<LinkButton to={paths.institutions(code)}>{t('members.seeInstitutions')}</LinkButton>}
        >
          {t('members.notOpenText')}
        </Empty>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t('members.title')}
        lead={t('members.lead')}
        actions={
          givableRoles.length > 0 && (
            <>
              <LinkButton to={paths.newInvitations(code)} look="primary" icon={<Plus aria-hidden />}>
                {t('members.invite')}
              </LinkButton>
              <LinkButton to={paths.invitations(code)}>{t('people:list.invitations')}</LinkButton>
              <LinkButton to={paths.prerequisites(code)}>{t('people:list.prerequisites')}</LinkButton>
              {may('person.import') && (
                <LinkButton to={paths.imports(code, { kind: 'people' })}>{t('transfer:open')}</LinkButton>
              )}
            </>
          )
        }
      >
        {may('person.export') && (
          <ExportLinks csv={paths.membersExport(code, 'csv')} xlsx={paths.membersExport(code, 'xlsx')} />
        )}
      </PageHeader>
      <MemberFilter code={code} filter={filter} institutions={institutions} total={total} />
      {people.length > 0 && (
        <MemberTable code={code} people={people} sort={filter.sort} sortTo={(sort) => address({ sort })} />
      )}
      <Pagination page={page} pages={pages} to={(next) => address({ page: next })} />
    </>
  );
}
