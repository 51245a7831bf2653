import { membershipStates } from '@tessera/core/institutions/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Filter, FilterBar } from '~/ui/filter-bar.tsx';
import type { DirectoryQuery } from './directory-query.ts';
import { useKinds } from './words.ts';

/** What one can look for; the choices are what the network has. */
export function DirectoryFilters({
  network,
  query,
  choices,
  withStates,
}: {
  network: string;
  query: DirectoryQuery;
  choices: { kinds: string[]; counties: string[]; languages: string[] };
  withStates: boolean;
}) {
  const { t } = useTranslation(['institutions', 'common']);
  const format = useFormats();
  const collator = format.collator();
  const isFiltered = [query.q, query.kind, query.county, query.speaks, query.state].some((value) => value);
  const options = (values: readonly string[], label: (value: string) => string = (value) => value) =>
    values
      .map((value) => ({ value, label: label(value) }))
      .sort((a, b) => collator.compare(a.label, b.label));
  return (
    <FilterBar label={t('directory.filter')} clearTo={isFiltered ? paths.institutions(network) : undefined}>
      <Filter label={t('directory.query')}>
        <input type="search" name="q" defaultValue={query.q} maxLength={100} className="control" />
      </Filter>
      <Choice
        name="kind"
        label={t('directory.kind')}
        value={query.kind}
        options={useKinds([...choices.kinds, query.kind])}
      />
      <Choice
        name="county"
        label={t('directory.county')}
        value={query.county}
        options={options(choices.counties)}
      />
      <Choice
        name="speaks"
        label={t('directory.speaks')}
        value={query.speaks}
        options={options(choices.languages, format.language)}
      />
      {withStates && (
        <Filter label={t('directory.state')}>
          <select name="state" defaultValue={query.state} className="control">
            {membershipStates.map((state) => (
              <option key={state} value={state === 'active' ? '' : state}>
                {t(`membershipStates.${state}`)}
              </option>
            ))}
          </select>
        </Filter>
      )}
      {query.sort !== 'name' && <input type="hidden" name="sort" value={query.sort} />}
    </FilterBar>
  );
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
}) {
  const { t } = useTranslation('common');
  return (
    <Filter label={label}>
      <select name={name} defaultValue={value} className="control">
        <option value="">{t('all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Filter>
  );
}
