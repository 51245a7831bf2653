import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { type EventSearch, filtersIn, searchQuery, without } from './event-search.ts';
import type { Counts } from './search-filters.tsx';

/** What to change when nothing is found: each filter without which there is something, and how much. */
export function NothingFound({ search, counts }: { search: EventSearch; counts: Counts }) {
  const { t } = useTranslation(['catalogue', 'common']);
  const format = useFormats();
  const active = filtersIn(search);
  const ways = active.flatMap((filter) => {
    const count = counts.find((each) => each.filter === filter && each.value === '')?.count ?? 0;
    return count > 0 ? [{ filter, count }] : [];
  });
  const isPlain = active.every((filter) => filter === 'period') && search.when === 'upcoming';
  const hint = isPlain ? t('search.emptyHint') : t('search.nothingHint');
  return (
    <Empty
      title={isPlain ? t('search.empty') : t('search.nothing')}
      action={
        (ways.length > 0 || !isPlain) && (
          <ul className="flex flex-wrap gap-3">
            {ways.map(({ filter, count }) => (
              <li key={filter}>
                <LinkButton to={paths.events(searchQuery(without(search, filter)))}>
                  {t(`search.without.${filter}`, { formatted: format.number(count) })}
                </LinkButton>
              </li>
            ))}
            {!isPlain && (
              <li>
                <LinkButton to={paths.events()}>{t('common:clearFilters')}</LinkButton>
              </li>
            )}
          </ul>
        )
      }
    >
      {ways.length > 0 && !isPlain ? t('search.nothingWays') : hint}
    </Empty>
  );
}
