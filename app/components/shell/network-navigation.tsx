import { NavLink, useMatches } from '@remix-run/react';
import type { Module } from '@tessera/core/settings/modules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { cx } from '~/ui/class-names.ts';
import { Menu, menuItem } from '~/ui/menu.tsx';
import { type NetworkShell, useCan } from './network.ts';

/** The pages of a network that its reader may open: in a row, on small screens in a drawer. */
export function NetworkNavigation({ network }: { network: NetworkShell }) {
  const { t } = useTranslation('shell');
  const links = usePages(network);
  return (
    <nav aria-label={t('networkNavigation')} className="max-md:order-5 md:basis-full" data-print="no">
      <ul className="hidden flex-wrap gap-x-6 md:flex">
        {links.map(({ to, label, end }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={end}
              prefetch="intent"
              className={({ isActive }) =>
                cx(
                  'inline-flex min-h-11 items-center border-b-[3px] pt-[3px]',
                  isActive
                    ? 'border-accent font-semibold'
                    : 'border-transparent text-muted hover:border-edge hover:text-ink',
                )
              }
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
      <Menu
        className="-me-2.5 md:hidden"
        summary={
          <>
            <SectionName links={links} />
            <ChevronDown aria-hidden className="size-4" />
          </>
        }
      >
        <ul>
          {links.map(({ to, label, end }) => (
            <li key={to}>
              <NavLink to={to} end={end} className={({ isActive }) => menuItem(isActive)}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </Menu>
    </nav>
  );
}

type Page = { to: string; label: string; end?: boolean };

function SectionName({ links }: { links: readonly Page[] }) {
  const { t } = useTranslation('shell');
  const pathname = useMatches().at(-1)?.pathname.replace(/\/$/, '') ?? '';
  const current = links.findLast(({ to, end }) => pathname === to || (!end && pathname.startsWith(`${to}/`)));
  return <span>{current?.label ?? t('menu.sections')}</span>;
}

function usePages({ code, modules }: NetworkShell): Page[] {
  const { t } = useTranslation('shell');
  const may = useCan();
  const has = (module: Module) => modules.includes(module);
  const pages: (Page | false)[] = [
    { to: paths.network(code), label: t('nav.overview'), end: true },
    has('trainings') && { to: paths.trainings(code), label: t('nav.trainings') },
    has('trainings') && { to: paths.trainingsCalendar(code), label: t('nav.calendar') },
    has('directory') && { to: paths.institutions(code), label: t('nav.institutions') },
    has('trainings') &&
      may('registration.read') && { to: paths.myRegistrations(code), label: t('nav.registrations') },
    has('certificates') &&
      may('certificate.read') && { to: paths.myCertificates(code), label: t('nav.certificates') },
    has('trainings') &&
      may('evaluation.summary') && { to: paths.evaluations(code), label: t('nav.evaluations') },
    has('resources') && { to: paths.library(code), label: t('nav.library') },
    has('mentoring') &&
      (may('programme.read') || may('mentoring.summary')) && {
        to: paths.mentoring(code),
        label: t('nav.mentoring'),
      },
    has('cards') &&
      (may('card.create') || may('card_text.write')) && {
        to: paths.cards(code),
        label: t('nav.cards'),
      },
    // Who keeps the settings finds it there.
    may('translation.write') &&
      !may('network.edit') && { to: paths.translations(code), label: t('nav.translations') },
    may('person.read') && { to: paths.members(code), label: t('nav.members') },
    may('consent.record') && { to: paths.consents(code), label: t('nav.consents') },
    may('privacy.read') &&
      !may('network.edit') && { to: paths.privacySettings(code), label: t('nav.privacy') },
    may('access.read') && !may('privacy.read') && { to: paths.accesses(code), label: t('nav.privacy') },
    may('audit.read') && { to: paths.audit(code), label: t('nav.history') },
    may('phase.read') && !may('network.edit') && { to: paths.phases(code), label: t('nav.phases') },
    may('network.edit') && { to: paths.settings(code), label: t('nav.settings') },
  ];
  return pages.filter((page) => page !== false);
}
