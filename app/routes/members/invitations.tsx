import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { InvitationFilter } from '@tessera/core/members/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import Plus from 'lucide-react/icons/plus';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Filter, FilterBar } from '~/ui/filter-bar.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs, Pagination } from '~/ui/ways.tsx';
import { InvitationTable } from './invitation-table.tsx';

const states = ['open', 'expired', 'accepted', 'revoked'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const code = args.params.network ?? '';
  const { searchParams } = new URL(args.request.url);
  const filter = InvitationFilter.parse({
    state: searchParams.get('state') ?? '',
    page: Number(searchParams.get('page') ?? 1),
  });
  return { code, filter, ...(await api(args).members.invitations({ network: code, ...filter })) };
}

export const handle: Handle = { title: (t) => t('people:invitations.title') };

export default function Invitations() {
  const { code, filter, invitations, pages } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['people', 'identity', 'common', 'transfer']);
  const may = useCan();
  const { state, page } = filter;
  return (
    <>
      <Breadcrumbs
        label={t('identity:members.title')}
        ways={[{ to: paths.members(code), label: t('identity:members.title') }]}
      />
      <PageHeader
        title={t('invitations.title')}
        lead={t('invitations.lead')}
        actions={
          <>
            <LinkButton to={paths.newInvitations(code)} look="primary" icon={<Plus aria-hidden />}>
              {t('identity:members.invite')}
            </LinkButton>
            {may('person.import') && (
              <LinkButton to={paths.imports(code, { kind: 'people' })}>{t('transfer:open')}</LinkButton>
            )}
          </>
        }
      />
      <FilterBar label={t('invitations.title')} clearTo={state ? paths.invitations(code) : undefined}>
        <Filter label={t('identity:members.state')}>
          <select name="state" defaultValue={state} className="control">
            <option value="">{t('invitations.unanswered')}</option>
            {states.map((each) => (
              <option key={each} value={each}>
                {t(`invitations.states.${each}`)}
              </option>
            ))}
            <option value="all">{t('common:all')}</option>
          </select>
        </Filter>
      </FilterBar>
      {invitations.length > 0 ? (
        <InvitationTable code={code} invitations={invitations} />
      ) : (
        <p className="text-muted">{t('invitations.none')}</p>
      )}
      <Pagination page={page} pages={pages} to={(next) => paths.invitations(code, { state, page: next })} />
    </>
  );
}
