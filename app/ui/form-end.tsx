import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ReactNode } from 'react';
import { Button, ButtonRow, LinkButton, type Look } from './button.tsx';

/** The end of a form: the one thing that it does, and the way back without it. */
export function FormEnd({
  back,
  backLabel,
  isPending,
  look = 'primary',
  children,
  ...button
}: {
  back: string;
  /** What leaving keeps as it is, where "Cancel" could be mistaken. */
  backLabel?: ReactNode;
  isPending?: boolean;
  look?: Look;
  name?: string;
  value?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation('common');
  return (
    <ButtonRow>
      <Button {...button} look={look} isPending={isPending}>
        {children}
      </Button>
      <LinkButton to={back}>{backLabel ?? t('cancel')}</LinkButton>
    </ButtonRow>
  );
}
