import type { Role } from '@tessera/core/permissions.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { PersonName } from '~/components/person-name.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

type Person = {
  personId: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  email: string | null;
};
type Member = Person & { roles: string[] };

/** Whom one asks, and who works there; seen by members only. */
export function InstitutionPeople({
  institution: { focalPoint, staff },
}: {
  institution: { focalPoint: Person | null; staff: Member[] | null };
}) {
  const { t } = useTranslation(['institutions', 'networks']);
  const columns: Column<Member>[] = [
    { key: 'name', header: t('card.person'), isName: true, cell: (person) => <PersonName {...person} /> },
    {
      key: 'roles',
      header: t('card.roles'),
      cell: ({ roles }) => roles.map((role) => t(`networks:roles.${role as Role}`)).join(', '),
    },
    { key: 'email', header: t('card.email'), cell: ({ email }) => <Mail address={email} /> },
  ];
  return (
    <Section id="people" title={t('card.people')} lead={t('card.peopleLead')}>
      <DefinitionList
        entries={[
          {
            term: t('form.focalPoint'),
            value: focalPoint ? (
              <>
                <PersonName {...focalPoint} /> <Mail address={focalPoint.email} />
              </>
            ) : (
              <span className="text-muted">{t('card.noFocalPoint')}</span>
            ),
          },
        ]}
      />
      {staff && staff.length > 0 && (
        <div className="mt-6">
          <Table
            caption={t('card.staff')}
            columns={columns}
            rows={staff}
            rowKey={({ personId }) => personId}
          />
        </div>
      )}
      {staff && staff.length === 0 && <p className="mt-4 text-muted">{t('card.noStaff')}</p>}
    </Section>
  );
}

function Mail({ address }: { address: string | null }) {
  if (!address) return null;
  return (
    <a href={`mailto:${address}`} className="link wrap-anywhere">
      {address}
    </a>
  );
}
