import type { Role } from '@tessera/core/permissions.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Filter, FilterBar } from '~/ui/filter-bar.tsx';

/** Finds people by what one remembers of them. */
export function MemberFilter({
  code,
  filter,
  roles,
  count,
}: {
  code: string;
  filter: { q: string; role: string };
  roles: readonly Role[];
  count: number;
}) {
  const { t } = useTranslation(['identity', 'common']);
  const isFiltered = filter.q !== '' || filter.role !== '';
  return (
    <>
      <FilterBar label={t('members.people')} clearTo={isFiltered ? paths.members(code) : undefined}>
        <Filter label={t('members.search')}>
          <input type="search" name="q" defaultValue={filter.q} maxLength={100} className="control" />
        </Filter>
        <Filter label={t('members.role')}>
          <select name="role" defaultValue={filter.role} className="control">
            <option value="">{t('common:all')}</option>
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`roles.${role}`)}
              </option>
            ))}
          </select>
        </Filter>
      </FilterBar>
      <p role="status" className="text-sm text-muted">
        {count > 0 ? t('members.found', { count }) : t('members.foundNone')}
      </p>
    </>
  );
}
