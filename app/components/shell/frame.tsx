import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { ReactNode } from 'react';
import { type Flash, FlashMessage } from './flash-message.tsx';
import { Header, type Person } from './header.tsx';
import { FocusOnNavigation, PendingLine } from './navigation.tsx';
import type { NetworkShell } from './network.ts';

/** Everything around a page. */
export function Frame({
  person,
  network,
  flash,
  isDemo,
  signInTo,
  children,
}: {
  person: Person | null;
  network: NetworkShell | undefined;
  flash: Flash | null;
  isDemo: boolean;
  signInTo: string;
  children: ReactNode;
}) {
  const { t } = useTranslation('shell');
  return (
    <div className="flex min-h-screen flex-col">
      <a
        href="#main"
        className="absolute start-2 top-2 z-40 -translate-y-24 rounded-tile bg-ink px-4 py-3 font-semibold text-paper focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <PendingLine />
      <FocusOnNavigation />
      {isDemo && <DemoBanner />}
      <Header person={person} network={network} signInTo={signInTo} />
      <FlashMessage flash={flash} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[80rem] flex-1 px-4 pt-8 pb-20 sm:px-8 sm:pt-12"
      >
        {children}
      </main>
      <Footer />
    </div>
  );
}

function DemoBanner() {
  const { t } = useTranslation('shell');
  return (
    <aside aria-label={t('demo.label')} className="border-b border-rule bg-sunk" data-print="no">
      <div className="mx-auto flex max-w-[80rem] flex-wrap items-center gap-x-5 px-4 py-1.5 text-xs sm:px-8 sm:text-sm">
        <p>{t('demo.text')}</p>
        <Link to={paths.devMail()} className="inline-flex min-h-6 items-center underline underline-offset-4">
          {t('demo.mail')}
        </Link>
      </div>
    </aside>
  );
}

function Footer() {
  const { t } = useTranslation('shell');
  const link = 'inline-flex min-h-11 items-center underline-offset-4 hover:underline';
  return (
    <footer className="border-t border-rule" data-print="no">
      <div className="mx-auto flex max-w-[80rem] flex-wrap items-center gap-x-8 px-4 py-4 text-sm text-muted sm:px-8">
        <p className="me-auto py-2">{t('footer.about')}</p>
        <Link to={paths.tree()} className={link}>
          {t('footer.networks')}
        </Link>
        <Link to={paths.events()} className={link}>
          {t('footer.events')}
        </Link>
        <Link to={paths.verifyForm()} className={link}>
          {t('footer.verify')}
        </Link>
        <a href={paths.openapi()} className={link}>
          {t('footer.api')}
        </a>
      </div>
    </footer>
  );
}
