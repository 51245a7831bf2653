import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { useCan } from '~/components/shell/network.ts';
import { SeatStateBadge } from '~/components/state-badge.tsx';
import { Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

export type OwnSeat = {
  id: string;
  state: string;
  position: number | null;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
  institutionName: string | null;
};

/** The seats of the reader and of the reader's institution. */
export function OwnSeats({
  network,
  seats,
  training,
}: {
  network: string;
  seats: readonly OwnSeat[];
  training: { id: string; window: string };
}) {
  const { t } = useTranslation(['trainings', 'exchange']);
  const mayWrite = useCan()('takeaway.record') && training.window === 'over';
  const columns: Column<OwnSeat>[] = [
    {
      key: 'person',
      header: t('page.person'),
      isName: true,
      cell: (seat) => (
        <Link to={paths.seat(network, seat.id)} className="link">
          <PersonName {...seat} />
        </Link>
      ),
    },
    {
      key: 'institution',
      header: t('page.institution'),
      cell: ({ institutionName }) => institutionName ?? '–',
    },
    { key: 'state', header: t('page.state'), cell: ({ state }) => <SeatStateBadge state={state} /> },
    { key: 'position', header: t('page.position'), isNumber: true, cell: ({ position }) => position ?? '–' },
  ];
  return (
    <Section
      id="own-seats"
      title={t('page.own')}
      actions={
        <>
          <Link to={paths.myRegistrations(network)} className="link inline-flex min-h-11 items-center">
            {t('page.allMine')}
          </Link>
          {mayWrite && (
            <Link
              to={paths.takeaways(network, training.id)}
              className="link inline-flex min-h-11 items-center"
            >
              {t('exchange:takeaways.title')}
            </Link>
          )}
        </>
      }
    >
      <Table
        caption={t('page.ownCaption')}
        isCaptionHidden
        columns={columns}
        rows={seats}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}
