import { languageCapabilities, plainCapabilities, type Role, roles } from '@tessera/core/permissions.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Filter, FilterBar } from '~/ui/filter-bar.tsx';

const states = ['active', 'waiting', 'lapsed', 'ended'] as const;
const shownRoles: Role[] = roles.filter((role) => role !== 'platform_admin');

/** Finds people by what one remembers of them. */
export function MemberFilter({
  code,
  filter,
  institutions,
  total,
}: {
  code: string;
  filter: { q: string; role: string; institutionId: string | null; state: string; capability: string };
  institutions: readonly { id: string; name: string }[];
  total: number;
}) {
  const { t } = useTranslation(['people', 'identity', 'common']);
  const { q, role, institutionId, state, capability } = filter;
  const isFiltered = [q, role, institutionId ?? '', state, capability].some((value) => value !== '');
  return (
    <>
      <FilterBar label={t('identity:members.people')} clearTo={isFiltered ? paths.members(code) : undefined}>
        <Filter label={t('identity:members.search')}>
          <input type="search" name="q" defaultValue={q} maxLength={100} className="control" />
        </Filter>
        <Filter label={t('identity:members.role')}>
          <select name="role" defaultValue={role} className="control">
            <option value="">{t('common:all')}</option>
            {shownRoles.map((each) => (
              <option key={each} value={each}>
                {t(`identity:roles.${each}`)}
              </option>
            ))}
          </select>
        </Filter>
        {institutions.length > 1 && (
          <Filter label={t('identity:members.institution')}>
            <select name="institutionId" defaultValue={institutionId ?? ''} className="control max-w-64">
              <option value="">{t('common:all')}</option>
              {institutions.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Filter>
        )}
        <Filter label={t('identity:members.state')}>
          <select name="state" defaultValue={state} className="control">
            <option value="">{t('list.current')}</option>
            {states.map((each) => (
              <option key={each} value={each}>
                {t(`states.${each}`)}
              </option>
            ))}
            <option value="all">{t('list.everyone')}</option>
          </select>
        </Filter>
        <Filter label={t('list.capability')}>
          <select name="capability" defaultValue={capability} className="control">
            <option value="">{t('common:all')}</option>
            {[...plainCapabilities, ...languageCapabilities].map((each) => (
              <option key={each} value={each}>
                {t(`capability.${each}`)}
              </option>
            ))}
          </select>
        </Filter>
      </FilterBar>
      <p role="status" className="mb-4 text-sm text-muted">
        {total > 0 ? t('list.found', { count: total }) : t('identity:members.foundNone')}
      </p>
    </>
  );
}
