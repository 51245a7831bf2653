import { useLocation, useNavigation } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useNewPage } from '~/ui/use-new-page.ts';

/** Moves the focus to the heading of a new page, so that keyboards and screen readers start where the page starts. */
export function FocusOnNavigation() {
  const { pathname, hash } = useLocation();
  useNewPage(pathname, () => {
    if (!hash) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  });

  return null;
}

/** A thin line on top while the next page is on its way. */
export function PendingLine() {
  const { t } = useTranslation('shell');
  const { state } = useNavigation();
  if (state === 'idle') return null;
  return <div className="pending-line" role="progressbar" aria-label={t('pending')} data-print="no" />;
}
