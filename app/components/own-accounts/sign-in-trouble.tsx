import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { LinkButton } from '~/ui/button.tsx';
import { PageHeader } from '~/ui/page.tsx';

/** Why somebody was not signed in with the account of an institution, and the way to begin anew. */
export function SignInTrouble({ message, next }: { message: string; next: string }) {
  const { t } = useTranslation('accounts');
  return (
    <>
      <PageHeader title={t('problem')} lead={message} />
      <LinkButton look="primary" to={paths.signIn({ next })}>
        {t('back')}
      </LinkButton>
    </>
  );
}
