import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';

/** The end of a form about a relation: what it does, and the way back without it. */
export function FormEnd({
  network,
  relationId,
  isPending,
  children,
}: {
  network: string;
  relationId: string;
  isPending: boolean;
  children: string;
}) {
  const { t } = useTranslation('common');
  return (
    <ButtonRow>
      <Button look="primary" isPending={isPending}>
        {children}
      </Button>
      <Link to={paths.relation(network, relationId)} className="link inline-flex min-h-11 items-center">
        {t('cancel')}
      </Link>
    </ButtonRow>
  );
}
