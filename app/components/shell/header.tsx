import { Form, Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import BellIcon from 'lucide-react/icons/bell';
import ChevronDown from 'lucide-react/icons/chevron-down';
import UserRound from 'lucide-react/icons/user-round';
import { LinkButton } from '~/ui/button.tsx';
import { Menu, MenuHeading, menuItem } from '~/ui/menu.tsx';
import { Mark } from './mark.tsx';
import type { NetworkShell } from './network.ts';
import { NetworkNavigation } from './network-navigation.tsx';
import { LanguageMenu, ThemeMenu } from './preference-menus.tsx';

export type Person = { name: string; unread: number };

/** The same on every page: where one is, the way elsewhere, and who one is. */
export function Header({
  person,
  network,
  signInTo,
}: {
  person: Person | null;
  network: NetworkShell | undefined;
  signInTo: string;
}) {
  const { t } = useTranslation('shell');
  return (
    <header className="border-b border-rule">
      <div className="mx-auto flex max-w-[80rem] flex-wrap items-center gap-x-3 px-4 sm:px-8">
        <Link
          to={paths.home()}
          aria-label={t('home')}
          className="flex min-h-16 items-center gap-2.5 rounded-tile text-lg font-bold tracking-[-0.01em]"
        >
          <Mark className="size-7 shrink-0" />
          <span>Tessera</span>
        </Link>
        {network && <span className="order-3 basis-full md:hidden" />}
        {network && <NetworkMenu network={network} person={person} />}
        <div className="ms-auto flex shrink-0 items-center max-md:order-2" data-print="no">
          <LanguageMenu />
          <ThemeMenu />
          {person ? (
            <>
              <Bell unread={person.unread} />
              <PersonMenu person={person} />
            </>
          ) : (
            <LinkButton to={signInTo} size="small" className="ms-2 min-h-11">
              {t('signIn')}
            </LinkButton>
          )}
        </div>
        {network && <NetworkNavigation network={network} />}
      </div>
    </header>
  );
}

function NetworkMenu({ network, person }: { network: NetworkShell; person: Person | null }) {
  const { t } = useTranslation('shell');
  return (
    <div className="flex min-w-0 flex-1 items-center gap-3 max-md:order-4">
      <span aria-hidden className="h-6 border-s border-edge max-md:hidden" />
      <Menu
        align="start"
        className="min-w-0 max-md:-ms-2.5 [&>summary]:max-w-full"
        label={t('menu.network')}
        summary={
          <>
            <span aria-hidden className="tile size-2.5 shrink-0 bg-accent" />
            <span className="truncate">{network.name}</span>
            <ChevronDown aria-hidden className="size-4 shrink-0" />
          </>
        }
      >
        <MenuHeading>{network.name}</MenuHeading>
        <Link to={paths.network(network.code)} className={menuItem()}>
          {t('nav.overview')}
        </Link>
        {person && (
          <Link to={paths.dashboard()} className={menuItem()}>
            {t('menu.start')}
          </Link>
        )}
        <Link to={paths.tree()} className={menuItem()}>
          {t('menu.allNetworks')}
        </Link>
        <Link to={paths.events()} className={menuItem()}>
          {t('menu.allEvents')}
        </Link>
      </Menu>
    </div>
  );
}

function Bell({ unread }: { unread: number }) {
  const { t } = useTranslation('shell');
  return (
    <Link
      to={paths.notices()}
      className="relative grid size-11 place-items-center rounded-tile hover:bg-sunk"
      title={t('menu.notices')}
    >
      <BellIcon aria-hidden className="size-5" />
      <span className="sr-only">
        {unread > 0 ? t('menu.noticesUnread', { count: unread }) : t('menu.notices')}
      </span>
      {unread > 0 && (
        <span
          aria-hidden
          className="tile absolute end-0.5 top-1 min-w-4.5 bg-accent px-1 text-center text-xs/4.5 font-bold text-on-accent tabular-nums"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}

function PersonMenu({ person }: { person: Person }) {
  const { t } = useTranslation('shell');
  return (
    <Menu
      label={t('menu.person')}
      summary={
        <>
          <UserRound aria-hidden className="size-5" />
          <span className="max-w-40 truncate max-lg:sr-only">{person.name}</span>
        </>
      }
    >
      <MenuHeading>{person.name}</MenuHeading>
      <Link to={paths.dashboard()} className={menuItem()}>
        {t('menu.start')}
      </Link>
      <Link to={paths.account()} className={menuItem()}>
        {t('menu.account')}
      </Link>
      <Form method="post" action={paths.signOut()} reloadDocument>
        <button type="submit" className={menuItem()}>
          {t('signOut')}
        </button>
      </Form>
    </Menu>
  );
}
