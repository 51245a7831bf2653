import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { type Column, Table } from '~/ui/table.tsx';
import { MembershipBadge } from './state-badges.tsx';
import { placeOf, useInstitutionWords } from './words.ts';

export type InstitutionLine = {
  id: string;
  name: string;
  otherNames: string[];
  kind: string;
  locality: string;
  county: string;
  role: string;
  track: string;
  state: string;
};

export type Sort = 'name' | 'place' | 'kind';

/** Institutions with every name that they carry. */
export function InstitutionTable({
  network,
  institutions,
  sort,
  sortTo,
}: {
  network: string;
  institutions: readonly InstitutionLine[];
  sort: Sort;
  sortTo: (sort: Sort) => string;
}) {
  const { t } = useTranslation('institutions');
  const words = useInstitutionWords();
  const sorted = (by: Sort) => ({
    to: sortTo(by),
    ...(sort === by ? { direction: 'ascending' as const } : {}),
  });
  const columns: Column<InstitutionLine>[] = [
    {
      key: 'name',
      header: t('directory.name'),
      isName: true,
      sort: sorted('name'),
      cell: (row) => <Names network={network} institution={row} />,
    },
    { key: 'kind', header: t('directory.kind'), sort: sorted('kind'), cell: ({ kind }) => words.kind(kind) },
    { key: 'place', header: t('directory.place'), sort: sorted('place'), cell: placeOf },
    {
      key: 'role',
      header: t('directory.role'),
      cell: ({ role, track, state }) => (
        <>
          {words.role(role)}
          {track && <span className="block text-muted">{track}</span>}
          {state !== 'active' && (
            <span className="block">
              <MembershipBadge state={state} />
            </span>
          )}
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

function Names({
  network,
  institution: { id, name, otherNames },
}: {
  network: string;
  institution: InstitutionLine;
}) {
  return (
    <>
      <Link to={paths.institution(network, id)} className="link" translate="no">
        {name}
      </Link>
      {otherNames
        .filter((other) => other !== name)
        .map((other) => (
          <span key={other} translate="no" className="block font-normal text-muted">
            {other}
          </span>
        ))}
    </>
  );
}
