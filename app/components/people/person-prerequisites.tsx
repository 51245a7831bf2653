import type { Role } from '@tessera/core/permissions.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Badge } from '~/ui/badge.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { type Column, Table } from '~/ui/table.tsx';
import type { PersonPage } from './person-roles.tsx';
import { usePrerequisiteWord } from './words.ts';

type Prerequisite = PersonPage['prerequisites'][number];

/** What the network asks for, and whether this person has it. The note about the proof stands elsewhere. */
export function PersonPrerequisites({
  code,
  personId,
  prerequisites,
  canEdit,
}: {
  code: string;
  personId: string;
  prerequisites: readonly Prerequisite[];
  canEdit: boolean;
}) {
  const { t, language } = useTranslation(['people', 'identity', 'common']);
  const word = usePrerequisiteWord();
  const format = formats(language);
  const columns: Column<Prerequisite>[] = [
    {
      key: 'kind',
      header: t('settings.kind'),
      isName: true,
      cell: ({ roles, ...kind }) => (
        <>
          {word(kind)}
          <span className="block font-normal text-muted">
            {t('person.neededFor', {
              roles: format.list(roles.map((role) => t(`identity:roles.${role as Role}`))),
            })}
          </span>
        </>
      ),
    },
    { key: 'state', header: t('identity:members.state'), cell: (row) => <PrerequisiteState {...row} /> },
    {
      key: 'until',
      header: t('record.expires'),
      cell: ({ recordId, expiresOn }) =>
        recordId && (expiresOn ? format.date(expiresOn, 'UTC') : t('person.noEnd')),
    },
    { key: 'by', header: t('person.checkedBy'), cell: ({ checkedBy }) => checkedBy },
  ];
  const steps: Column<Prerequisite> = {
    key: 'actions',
    header: t('common:actions'),
    cell: ({ kindId, ...kind }) => (
      <LinkButton
        to={paths.personPrerequisite(code, personId, kindId)}
        size="small"
        aria-label={t('person.recordOf', { prerequisite: word(kind) })}
      >
        {t('person.record')}
      </LinkButton>
    ),
  };
  return (
    <Table
      caption={t('person.prerequisitesCaption')}
      isCaptionHidden
      columns={canEdit ? [...columns, steps] : columns}
      rows={prerequisites}
      rowKey={({ kindId }) => kindId}
    />
  );
}

function PrerequisiteState({ state, isNeeded }: Prerequisite) {
  const { t } = useTranslation('people');
  if (state === 'met')
    return (
      <Badge tone="success" shape="done">
        {t('person.met')}
      </Badge>
    );
  if (!isNeeded) return <Badge shape="draft">{t('person.notNeeded')}</Badge>;
  return (
    <Badge tone="warning" shape="attention">
      {t(state === 'lapsed' ? 'person.lapsed' : 'person.missing')}
    </Badge>
  );
}
