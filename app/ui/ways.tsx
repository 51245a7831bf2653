import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { cx } from './class-names.ts';
import { Menu, menuItem } from './menu.tsx';

export type Way = { to: string; label: string };

/** The pages above this one. The current page is the heading and does not stand here again. */
export function Breadcrumbs({ label, ways }: { label: string; ways: readonly Way[] }) {
  return (
    <nav aria-label={label} className="mb-5 text-sm" data-print="no">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {ways.map(({ to, label: words }) => (
          // In one line of text, so that the stroke follows the last word of a name that needs two lines.
          <li key={to} className="leading-6">
            <Link to={to} className="link py-1">
              {words}
            </Link>
            <span aria-hidden className="ms-1.5 text-muted">
              /
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/**
 * Views of one thing, each with its own address.
 * @param isLong there are so many that on a narrow screen they would stand before the page itself: there a drawer opens under the
 *   name of the current one, with and without scripts
 */
export function Tabs({
  label,
  tabs,
  isLong = false,
}: {
  label: string;
  tabs: readonly (Way & { isCurrent: boolean; count?: number })[];
  isLong?: boolean;
}) {
  return (
    <nav aria-label={label} className="mb-8 border-b border-rule">
      {isLong && <Drawer label={label} tabs={tabs} />}
      <ul className={cx('-mb-px flex flex-wrap gap-x-6', isLong && 'max-md:hidden print:flex')}>
        {tabs.map(({ to, label: words, isCurrent, count }) => (
          // On paper stands which view it is.
          <li key={to} data-print={isCurrent ? undefined : 'no'}>
            <Link
              to={to}
              preventScrollReset
              aria-current={isCurrent ? 'page' : undefined}
              className={cx(
                'inline-flex min-h-11 items-center gap-2 border-b-[3px] py-2',
                isCurrent
                  ? 'border-accent font-semibold'
                  : 'border-transparent text-muted hover:border-edge hover:text-ink',
              )}
            >
              {words}
              {count !== undefined && <span className="text-sm text-muted tabular-nums">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Drawer({ label, tabs }: { label: string; tabs: readonly (Way & { isCurrent: boolean })[] }) {
  const current = tabs.find(({ isCurrent }) => isCurrent)?.label;
  return (
    <Menu
      align="start"
      className="mb-3 md:hidden print:hidden"
      label={current && label}
      summary={
        <>
          <span className="wrap-anywhere">{current ?? label}</span>
          <ChevronDown aria-hidden className="size-5 shrink-0" />
        </>
      }
    >
      <ul>
        {tabs.map(({ to, label: words, isCurrent }) => (
          <li key={to}>
            <Link to={to} aria-current={isCurrent ? 'page' : undefined} className={menuItem(isCurrent)}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </Menu>
  );
}

/** Pages of a list. `to` gives the address of a page, so that filters stay in it. */
export function Pagination({
  page,
  pages,
  to,
}: {
  page: number;
  pages: number;
  to: (page: number) => string;
}) {
  const { t } = useTranslation('common');
  if (pages <= 1) return null;
  return (
    <nav
      aria-label={t('pagination.label')}
      className="mt-6 flex items-center justify-between gap-4 border-t border-rule pt-3"
      data-print="no"
    >
      {page > 1 ? (
        <Link to={to(page - 1)} rel="prev" className="link inline-flex min-h-11 items-center gap-1.5">
          <ChevronLeft aria-hidden className="size-5 rtl:rotate-180" />
          {t('pagination.previous')}
        </Link>
      ) : (
        <span />
      )}
      <span className="text-sm text-muted tabular-nums">{t('pagination.status', { page, pages })}</span>
      {page < pages ? (
        <Link to={to(page + 1)} rel="next" className="link inline-flex min-h-11 items-center gap-1.5">
          {t('pagination.next')}
          <ChevronRight aria-hidden className="size-5 rtl:rotate-180" />
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
