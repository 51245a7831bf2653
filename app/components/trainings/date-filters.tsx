import { useTranslation } from '@tessera/i18n/react.tsx';
import { Filter, FilterChoice } from '~/ui/filter-bar.tsx';

const whens = ['upcoming', 'past', 'all'] as const;

/** The period of a list: roughly, or from one day to another. */
export function DateFilters({ when, from, to }: { when: (typeof whens)[number]; from: string; to: string }) {
  const { t } = useTranslation(['catalogue', 'trainings']);
  return (
    <>
      <FilterChoice
        name="when"
        label={t('trainings:list.when')}
        value={when}
        options={whens.map((each) => [each, t(`trainings:list.whens.${each}`)])}
      />
      <Filter label={t('search.from')}>
        <input type="date" name="from" defaultValue={from} className="control" />
      </Filter>
      <Filter label={t('search.to')}>
        <input type="date" name="to" defaultValue={to} className="control" />
      </Filter>
    </>
  );
}
