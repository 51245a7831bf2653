import { sortOrders, trainingKinds, trainingModes, trainingThemes } from '@tessera/core/trainings/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Filter, FilterBar, FilterChoice, FilterTick } from '~/ui/filter-bar.tsx';
import { type Filter as CatalogueFilter, isFiltered } from './catalogue-filter.ts';
import { DateFilters } from './date-filters.tsx';

/** What the list of trainings can be narrowed by. */
export function CatalogueFilters({ network, filter }: { network: string; filter: CatalogueFilter }) {
  const { t } = useTranslation(['trainings', 'catalogue']);
  const format = useFormats();
  const shell = useNetwork();
  const languages = new Set(shell?.contentLanguages);
  if (filter.language) languages.add(filter.language);
  return (
    <FilterBar label={t('list.filter')} clearTo={isFiltered(filter) ? paths.trainings(network) : undefined}>
      <Filter label={t('list.query')}>
        <input type="search" name="q" defaultValue={filter.q} maxLength={100} className="control" />
      </Filter>
      <FilterChoice
        name="kind"
        label={t('list.kind')}
        value={filter.kind}
        any={t('list.anyKind')}
        options={trainingKinds.map((kind) => [kind, t(`kinds.${kind}`)])}
      />
      <FilterChoice
        name="theme"
        label={t('list.theme')}
        value={filter.theme}
        any={t('list.anyTheme')}
        options={trainingThemes.map((theme) => [theme, t(`themes.${theme}`)])}
      />
      <FilterChoice
        name="mode"
        label={t('list.mode')}
        value={filter.mode}
        any={t('list.anyMode')}
        options={trainingModes.map((mode) => [mode, t(`modes.${mode}`)])}
      />
      <FilterChoice
        name="language"
        label={t('list.language')}
        value={filter.language}
        any={t('list.anyLanguage')}
        options={[...languages].map((tag) => [tag, format.language(tag)])}
      />
      <Filter label={t('catalogue:search.place')}>
        <input name="place" defaultValue={filter.place} maxLength={100} className="control" />
      </Filter>
      <DateFilters {...filter} />
      <FilterChoice
        name="sort"
        label={t('list.sort')}
        value={filter.sort}
        options={sortOrders.map((sort) => [sort, t(`list.sorts.${sort}`)])}
      />
      <FilterTick name="free" value="1" isTicked={filter.free} label={t('list.free')} />
    </FilterBar>
  );
}
