import type { institutionKinds, membershipRoles } from '@tessera/core/institutions/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { type Column, Table } from '~/ui/table.tsx';

export type InstitutionLine = {
  id: string;
  name: string;
  otherNames: string[];
  kind: string;
  locality: string;
  county: string;
  website: string;
  role: string;
  track: string;
};

/** Institutions with every name that they carry. */
export function InstitutionTable({ institutions }: { institutions: readonly InstitutionLine[] }) {
  const { t } = useTranslation('networks');
  const columns: Column<InstitutionLine>[] = [
    { key: 'name', header: t('directory.name'), isName: true, cell: (row) => <Names institution={row} /> },
    {
      key: 'kind',
      header: t('directory.kind'),
      cell: ({ kind }) => t(`institutionKinds.${kind as (typeof institutionKinds)[number]}`),
    },
    { key: 'place', header: t('directory.place'), cell: placeOf },
    {
      key: 'role',
      header: t('directory.role'),
      cell: ({ role, track }) => (
        <>
          {t(`membershipRoles.${role as (typeof membershipRoles)[number]}`)}
          {track && <span className="block text-muted">{track}</span>}
        </>
      ),
    },
  ];
  return (
    <Table
      caption={t('directory.caption')}
      isCaptionHidden
      columns={columns}
      rows={institutions}
      rowKey={({ id }) => id}
    />
  );
}

function Names({ institution: { name, otherNames, website } }: { institution: InstitutionLine }) {
  return (
    <>
      <span translate="no">{name}</span>
      {otherNames.map((other) => (
        <span key={other} translate="no" className="block font-normal text-muted">
          {other}
        </span>
      ))}
      {/^https?:\/\//.test(website) && URL.canParse(website) && (
        <span className="block font-normal">
          <a href={website} rel="noopener noreferrer" className="link">
            {new URL(website).host}
          </a>
        </span>
      )}
    </>
  );
}

function placeOf({ locality, county }: InstitutionLine): string {
  return [locality, county === locality ? '' : county].filter(Boolean).join(', ');
}
