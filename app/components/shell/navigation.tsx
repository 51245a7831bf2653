import { useLocation, useNavigation } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useEffect, useRef } from 'react';

/** Moves the focus to the heading of a new page, so that keyboards and screen readers start where the page starts. */
export function FocusOnNavigation() {
  const { pathname, hash } = useLocation();
  const previous = useRef(pathname);

  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    if (hash) return;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [pathname, hash]);

  return null;
}

/** A thin line on top while the next page is on its way. */
export function PendingLine() {
  const { t } = useTranslation('shell');
  const { state } = useNavigation();
  if (state === 'idle') return null;
  return <div className="pending-line" role="progressbar" aria-label={t('pending')} data-print="no" />;
}
