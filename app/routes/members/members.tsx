import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Role } from '@tessera/core/permissions.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import Plus from 'lucide-react/icons/plus';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { ExportLinks } from '~/components/transfer/export-links.tsx';
import { api } from '~/server/api.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { InvitationTable } from './invitation-table.tsx';
import { MemberFilter } from './member-filter.tsx';
import { byInstitution, type MemberLine, MemberTable, matching } from './member-table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const code = args.params.network ?? '';
  const { people, invitations, givableRoles, institutions } = await api(args).members.list({ network: code });
  const names = new Map(institutions.map(({ id, name }) => [id, name]));
  const format = formats(args.context.language);
  const nameOrder = args.context.language === 'hu' ? 'family_first' : 'given_first';
  const lines: MemberLine[] = people.flatMap(({ personId, email, roles, ...name }) =>
    roles.map(({ role, institution }) => ({
      personId,
      email,
      name: format.personName(name),
      role,
      institution,
    })),
  );
  const { searchParams } = new URL(args.request.url);
  const filter = { q: searchParams.get('q') ?? '', role: searchParams.get('role') ?? '' };
  return {
    code,
    filter,
    lines: matching(lines, filter),
    roles: [...new Set(lines.map(({ role }) => role as Role))],
    invitations: invitations.map(({ givenName, familyName, ...invitation }) => ({
      ...invitation,
      name: familyName ? format.personName({ givenName, familyName, nameOrder }) : '',
      institutionName: invitation.institutionId ? (names.get(invitation.institutionId) ?? null) : null,
    })),
    canInvite: givableRoles.length > 0,
  };
}

export const handle: Handle = { title: (t) => t('identity:members.title') };

export default function Members() {
  const { code, filter, lines, roles, invitations, canInvite } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation(['identity', 'transfer']);
  const may = useCan();
  const everywhere = lines.filter(({ institution }) => institution === null);
  const somewhere = byInstitution(lines, formats(language).collator());
  const invite = (
    <LinkButton to={paths.invitations(code)} look="primary" icon={<Plus aria-hidden />}>
      {t('members.invite')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('members.title')}
        lead={canInvite ? t('members.lead') : undefined}
        actions={
          <>
            {canInvite && invite}
            {may('person.import') && (
              <LinkButton to={paths.imports(code, { kind: 'people' })}>{t('transfer:open')}</LinkButton>
            )}
          </>
        }
      >
        {may('person.export') && (
          <ExportLinks csv={paths.membersExport(code, 'csv')} xlsx={paths.membersExport(code, 'xlsx')} />
        )}
      </PageHeader>
      {roles.length === 0 && !canInvite && (
        <Empty
          title={t('members.notOpen')}
          action={<LinkButton to={paths.institutions(code)}>{t('members.seeInstitutions')}</LinkButton>}
        >
          {t('members.notOpenText')}
        </Empty>
      )}
      {roles.length === 0 && canInvite && (
        <Empty title={t('members.nobody')} action={invite}>
          {t('members.nobodyText')}
        </Empty>
      )}
      {canInvite && (
        <Section
          id="invitations"
          title={t('members.invitations')}
          lead={t('members.invitationsLead')}
          layout="full"
        >
          {invitations.length > 0 ? (
            <InvitationTable code={code} invitations={invitations} />
          ) : (
            <p className="text-muted">{t('members.noInvitations')}</p>
          )}
        </Section>
      )}
      {roles.length > 0 && (
        <Section id="people" title={t('members.people')} layout="full">
          <MemberFilter code={code} filter={filter} roles={roles} count={lines.length} />
        </Section>
      )}
      {everywhere.length > 0 && (
        <Section id="network-roles" title={t('members.wholeNetwork')} layout="full">
          <MemberTable caption={t('members.wholeNetworkCaption')} lines={everywhere} />
        </Section>
      )}
      {somewhere.length > 0 && (
        <Section id="institution-roles" title={t('members.byInstitution')} layout="full">
          <MemberTable caption={t('members.byInstitutionCaption')} lines={somewhere} withInstitution />
        </Section>
      )}
    </>
  );
}
