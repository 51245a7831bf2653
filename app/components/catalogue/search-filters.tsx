import { searchOrders } from '@tessera/core/catalogue/terms.ts';
import { trainingKinds, trainingModes, trainingThemes } from '@tessera/core/trainings/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { DateFilters } from '~/components/trainings/date-filters.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Filter, FilterBar, FilterChoice, FilterTick } from '~/ui/filter-bar.tsx';
import { type EventSearch, filtersIn, type SearchFilter } from './event-search.ts';

export type Counts = readonly { filter: SearchFilter; value: string; label: string | null; count: number }[];

/** What the events of all networks can be narrowed by; each value says how many events it would leave. */
export function SearchFilters({ search, counts }: { search: EventSearch; counts: Counts }) {
  const { t } = useTranslation(['catalogue', 'trainings']);
  const format = useFormats();

  // A value that leaves nothing is not offered, but the chosen one stays, or the form would say what is not so.
  const offer = (filter: SearchFilter, chosen: string, wordsOf: (value: string) => string) => {
    const of = counts.filter((count) => count.filter === filter && count.value !== '');
    const known = of.some(({ value }) => value === chosen) || chosen === '';
    return [...of, ...(known ? [] : [{ value: chosen, label: null, count: 0 }])].map(
      ({ value, label, count }): [string, string] => [
        value,
        t('search.counted', { words: label ?? wordsOf(value), formatted: format.number(count) }),
      ],
    );
  };
  const inOrder = <Value extends string>(
    filter: SearchFilter,
    chosen: string,
    order: readonly Value[],
    wordsOf: (value: Value) => string,
  ) =>
    offer(filter, chosen, (value) => wordsOf(value as Value)).toSorted(
      ([one], [other]) => order.indexOf(one as Value) - order.indexOf(other as Value),
    );

  const isFiltered = search.when !== 'upcoming' || filtersIn(search).some((filter) => filter !== 'period');
  return (
    <FilterBar label={t('search.filter')} clearTo={isFiltered ? paths.events() : undefined}>
      <Filter label={t('trainings:list.query')}>
        <input type="search" name="q" defaultValue={search.q} maxLength={100} className="control" />
      </Filter>
      <FilterChoice
        name="kind"
        label={t('trainings:list.kind')}
        value={search.kind}
        any={t('trainings:list.anyKind')}
        options={inOrder('kind', search.kind, trainingKinds, (kind) => t(`trainings:kinds.${kind}`))}
      />
      <FilterChoice
        name="theme"
        label={t('trainings:list.theme')}
        value={search.theme}
        any={t('trainings:list.anyTheme')}
        options={inOrder('theme', search.theme, trainingThemes, (theme) => t(`trainings:themes.${theme}`))}
      />
      <FilterChoice
        name="mode"
        label={t('trainings:list.mode')}
        value={search.mode}
        any={t('trainings:list.anyMode')}
        options={inOrder('mode', search.mode, trainingModes, (mode) => t(`trainings:modes.${mode}`))}
      />
      <FilterChoice
        name="language"
        label={t('trainings:list.language')}
        value={search.language}
        any={t('trainings:list.anyLanguage')}
        options={offer('language', search.language, format.language)}
      />
      <Filter label={t('search.place')}>
        <input name="place" defaultValue={search.place} maxLength={100} className="control" />
      </Filter>
      <FilterChoice
        name="country"
        label={t('search.country')}
        value={search.country}
        any={t('search.anyCountry')}
        options={offer('country', search.country, format.country)}
      />
      <FilterChoice
        name="host"
        label={t('search.host')}
        value={search.host}
        any={t('search.anyHost')}
        options={offer('host', search.host, (code) => code)}
      />
      <DateFilters {...search} />
      <FilterChoice
        name="sort"
        label={t('trainings:list.sort')}
        value={search.sort}
        options={searchOrders.map((sort) => [
          sort,
          sort === 'match' ? t('search.byMatch') : t(`trainings:list.sorts.${sort}`),
        ])}
      />
      <FilterTick name="free" value="1" isTicked={search.free} label={t('trainings:list.free')} />
    </FilterBar>
  );
}
