import { isRouteErrorResponse } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ProblemPage } from '~/components/shell/problem.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { PageHeader } from '~/ui/page.tsx';

/** Why an invitation cannot be opened, and what to do. */
export function InvitationProblem({ error }: { error: unknown }) {
  const { t } = useTranslation('identity');
  if (!isRouteErrorResponse(error)) return <ProblemPage error={error} signInTo={null} />;
  switch (error.data?.code) {
    case 'invitation_used':
      return (
        <>
          <PageHeader title={t('invitation.usedTitle')} lead={t('invitation.usedText')} />
          <LinkButton to={paths.signIn()} look="primary">
            {t('invitation.signIn')}
          </LinkButton>
        </>
      );
    case 'link_expired':
      return <PageHeader title={t('invitation.expiredTitle')} lead={t('invitation.expiredText')} />;
    case 'not_found':
      return <PageHeader title={t('invitation.goneTitle')} lead={t('invitation.goneText')} />;
    default:
      return <ProblemPage error={error} signInTo={null} />;
  }
}
