import {
  type ResourceAudience,
  type ResourceKind,
  type ResourceState,
  type ResourceTopic,
  resourceAudiences,
  resourceKinds,
  resourceStates,
  resourceTopics,
} from '@tessera/core/library/rules.ts';
import { type LibrarySearch, librarySorts } from '@tessera/core/library/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { z } from 'zod';
import { useFormats } from '~/components/use-formats.ts';
import { Filter, FilterBar, FilterChoice } from '~/ui/filter-bar.tsx';

export type Search = z.output<typeof LibrarySearch>;
type Count = { filter: string; value: string; label: string | null; count: number };

/** What a library can be narrowed by; each value says how many resources it would leave. */
export function LibraryFilters({
  search,
  counts,
  seesDrafts,
  order,
  clearTo,
}: {
  search: Search;
  counts: readonly Count[];
  seesDrafts: boolean;
  order: string;
  clearTo: string | undefined;
}) {
  const { t } = useTranslation('library');
  const format = useFormats();
  const offer = (
    filter: 'kind' | 'topic' | 'audience' | 'language' | 'from' | 'state',
    order: readonly string[],
    wordsOf: (value: string) => string,
  ) => {
    const of = counts.filter((count) => count.filter === filter);
    const chosen = search[filter];
    const known = chosen === '' || of.some(({ value }) => value === chosen);
    return [...of, ...(known ? [] : [{ value: chosen, label: null, count: 0 }])]
      .toSorted((one, other) => order.indexOf(one.value) - order.indexOf(other.value))
      .map(({ value, label, count }): [string, string] => [
        value,
        `${label ?? wordsOf(value)} (${format.number(count)})`,
      ]);
  };
  const choice = (filter: Parameters<typeof offer>[0], label: string, options: ReturnType<typeof offer>) =>
    options.length > 0 && (
      <FilterChoice
        name={filter}
        label={label}
        value={search[filter]}
        any={t('search.any')}
        options={options}
      />
    );
  return (
    <FilterBar label={t('search.label')} clearTo={clearTo}>
      <Filter label={t('search.words')}>
        <input type="search" name="q" defaultValue={search.q} maxLength={100} className="control" />
      </Filter>
      {choice(
        'kind',
        t('kind'),
        offer('kind', resourceKinds, (value) => t(`kinds.${value as ResourceKind}`)),
      )}
      {choice(
        'topic',
        t('topics'),
        offer('topic', resourceTopics, (value) => t(`topicNames.${value as ResourceTopic}`)),
      )}
      {choice(
        'audience',
        t('audience'),
        offer('audience', resourceAudiences, (value) => t(`audiences.${value as ResourceAudience}`)),
      )}
      {choice('language', t('search.language'), offer('language', [], format.language))}
      {choice(
        'from',
        t('search.from'),
        offer('from', ['own'], () => t('search.own')),
      )}
      {seesDrafts &&
        choice(
          'state',
          t('state'),
          offer('state', resourceStates, (value) => t(`states.${value as ResourceState}`)),
        )}
      <FilterChoice
        name="sort"
        label={t('search.sort')}
        value={order}
        options={librarySorts.map((value) => [value, t(`sorts.${value}`)])}
      />
    </FilterBar>
  );
}
