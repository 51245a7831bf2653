import { Link, useLocation } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { cx } from '~/ui/class-names.ts';
import { Menu, MenuHeading, menuItem } from '~/ui/menu.tsx';
import { type NetworkShell, useCan } from './network.ts';
import { arranged, currentOf, type Page, pageGroups, pagesOf } from './pages.ts';

/** The pages of a network that its reader may open: a few in a row and the rest below it, on small screens all in a drawer. */
export function NetworkNavigation({ network: { code, modules } }: { network: NetworkShell }) {
  const { t } = useTranslation('shell');
  const may = useCan();
  const { pathname } = useLocation();
  const pages = pagesOf({ code, has: (module) => modules.includes(module), may });
  const current = currentOf(pages, pathname);
  const { row, rest } = arranged(pages);
  const isInRest = current !== undefined && rest.includes(current);
  return (
    <nav
      aria-label={t('networkNavigation')}
      className="relative max-md:order-5 max-md:static md:basis-full"
      data-print="no"
    >
      <ul className="hidden flex-wrap gap-x-4 md:flex lg:gap-x-6">
        {row.map((page) => (
          <li key={page.name}>
            <Link
              to={page.to}
              prefetch="intent"
              aria-current={page === current ? 'page' : undefined}
              className={cx(
                'inline-flex min-h-11 items-center border-b-[3px] pt-[3px]',
                page === current
                  ? 'border-accent font-semibold'
                  : 'border-transparent text-muted hover:border-edge hover:text-ink',
              )}
            >
              {t(`nav.${page.name}`)}
            </Link>
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <Menu
              // In a narrow window the word may stand at either edge; the list then keeps to the edge of the page.
              className={cx(
                '-mx-2.5 border-b-[3px] pt-[3px] max-lg:static [&>summary]:font-normal [&>summary]:text-muted [&>summary]:min-h-9.5',
                isInRest ? 'border-accent' : 'border-transparent',
              )}
              summary={
                <>
                  <span className={isInRest ? 'max-lg:font-semibold' : undefined}>{t('nav.more')}</span>{' '}
                  {isInRest && (
                    <span className="font-semibold text-ink max-lg:sr-only">
                      <span aria-hidden>/</span> {t(`nav.${current.name}`)}
                    </span>
                  )}
                  <ChevronDown aria-hidden className="size-4" />
                </>
              }
            >
              <Groups pages={rest} current={current} />
            </Menu>
          </li>
        )}
      </ul>
      <Menu
        className="-me-2.5 md:hidden"
        summary={
          <>
            <span>{current ? t(`nav.${current.name}`) : t('menu.sections')}</span>
            <ChevronDown aria-hidden className="size-4" />
          </>
        }
      >
        <Groups pages={pages} current={current} />
      </Menu>
    </nav>
  );
}

function Groups({ pages, current }: { pages: readonly Page[]; current: Page | undefined }) {
  const { t } = useTranslation('shell');
  return [undefined, ...pageGroups].map((group) => {
    const own = pages.filter((page) => page.group === group);
    if (own.length === 0) return null;
    return (
      <div key={group ?? ''}>
        {group && <MenuHeading>{t(`nav.groups.${group}`)}</MenuHeading>}
        <ul>
          {own.map((page) => (
            <li key={page.name}>
              <Link
                to={page.to}
                aria-current={page === current ? 'page' : undefined}
                className={menuItem(page === current)}
              >
                {t(`nav.${page.name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
