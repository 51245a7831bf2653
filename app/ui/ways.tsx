import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { cx } from './class-names.ts';

export type Way = { to: string; label: string };

/** The pages above this one. The current page is the heading and does not stand here again. */
export function Breadcrumbs({ label, ways }: { label: string; ways: readonly Way[] }) {
  return (
    <nav aria-label={label} className="mb-5 text-sm" data-print="no">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {ways.map(({ to, label: words }) => (
          <li key={to} className="flex items-center gap-1.5">
            <Link to={to} className="link inline-flex min-h-6 items-center">
              {words}
            </Link>
            <span aria-hidden className="text-muted">
              /
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Views of one thing, each with its own address. */
export function Tabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly (Way & { isCurrent: boolean; count?: number })[];
}) {
  return (
    <nav aria-label={label} className="mb-8 border-b border-rule">
      <ul className="-mb-px flex flex-wrap gap-x-6">
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
