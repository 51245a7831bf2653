import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { ChosenHalfDays } from '~/components/seats/chosen-half-days.tsx';
import { SeatStateBadge } from '~/components/state-badge.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Moment } from '~/components/when.tsx';
import { Badge } from '~/ui/badge.tsx';
import { Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';
import type { ManagedSeat, ManagedTraining } from './manage-types.ts';
import { bindingQuota, chances } from './quota.ts';

type Lists = { network: string; training: ManagedTraining; seats: readonly ManagedSeat[] };

/** Everyone who holds, is offered, waits for or gave back a seat. */
export function SeatLists({ network, training, seats }: Lists) {
  const { t } = useTranslation('trainings');
  const { person, institution, position, next, until, state, steps } = useColumns({
    network,
    training,
    seats,
  });
  const inState = (...states: string[]) => seats.filter((seat) => states.includes(seat.state));
  const confirmed = inState('confirmed');
  const offered = inState('offered');
  const waiting = inState('waiting');
  const gone = inState('cancelled', 'lapsed', 'rejected');
  const rowKey = ({ id }: ManagedSeat) => id;
  return (
    <>
      {waiting.length > 0 && (
        <Section id="waiting" title={t('manage.waiting')} lead={t('manage.waitingText')} layout="full">
          <Table
            caption={t('manage.waiting')}
            isCaptionHidden
            columns={[position, person, institution, next, steps]}
            rows={waiting}
            rowKey={rowKey}
          />
        </Section>
      )}
      {offered.length > 0 && (
        <Section id="offered" title={t('manage.offered')} lead={t('manage.offeredText')} layout="full">
          <Table
            caption={t('manage.offered')}
            isCaptionHidden
            columns={[person, institution, until, steps]}
            rows={offered}
            rowKey={rowKey}
          />
        </Section>
      )}
      <Section id="confirmed" title={t('manage.confirmed')} layout="full">
        {confirmed.length > 0 ? (
          <Table
            caption={t('manage.confirmed')}
            isCaptionHidden
            columns={[person, institution, steps]}
            rows={confirmed}
            rowKey={rowKey}
          />
        ) : (
          <p className="text-muted">{t('manage.confirmedEmpty')}</p>
        )}
        {gone.length > 0 && (
          <details className="mt-6">
            <summary className="link inline-flex min-h-11 items-center">
              {t('manage.gone', { count: gone.length })}
            </summary>
            <Table
              caption={t('manage.gone', { count: gone.length })}
              isCaptionHidden
              columns={[person, institution, state]}
              rows={gone}
              rowKey={rowKey}
            />
          </details>
        )}
      </Section>
    </>
  );
}

function useColumns({ network, training, seats }: Lists) {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  const columns = {
    person: {
      key: 'person',
      header: t('manage.columns.person'),
      isName: true,
      cell: (seat) => (
        <>
          <PersonName {...seat} />
          {seat.jobTitle && <span className="block font-normal text-muted">{seat.jobTitle}</span>}
          <ChosenHalfDays seat={seat} timeZone={training.timeZone} />
        </>
      ),
    },
    institution: {
      key: 'institution',
      header: t('manage.columns.institution'),
      cell: (seat) => seat.institutionName ?? t('manage.noInstitution'),
    },
    position: {
      key: 'position',
      header: t('manage.columns.position'),
      cell: (seat) => <span className="tabular-nums">{format.number(seat.position ?? 0)}</span>,
    },
    next: { key: 'next', header: t('manage.columns.next'), cell: useChance(training, seats) },
    until: {
      key: 'until',
      header: t('manage.columns.until'),
      cell: (seat) => seat.offeredUntil && <Moment at={seat.offeredUntil} timeZone={training.timeZone} />,
    },
    state: {
      key: 'state',
      header: t('manage.columns.state'),
      cell: (seat) => <SeatStateBadge state={seat.state} />,
    },
    steps: {
      key: 'steps',
      isSteps: true,
      header: t('manage.columns.steps'),
      cell: (seat) => <Steps network={network} training={training} seat={seat} />,
    },
  } satisfies Record<string, Column<ManagedSeat>>;
  return columns;
}

// Who gets the next free seat, who is passed over because a quota has no room, and who was moved, and why.
function useChance(training: ManagedTraining, seats: readonly ManagedSeat[]) {
  const { t } = useTranslation(['trainings', 'seats']);
  const { held, next, keptBack } = chances(training, seats);
  const quota = bindingQuota(training);
  const full = training.sessionLimits.filter(({ capacity, held: taken }) => taken >= capacity);
  function chance({ id, institutionId, isElsewhere, sessionIds }: ManagedSeat) {
    if (isElsewhere) return t('seats:rules.elsewhere');
    const holds = institutionId ? (held.get(institutionId) ?? 0) : 0;
    if (quota !== null && institutionId && holds >= quota) {
      return t('manage.passedOver', { held: holds, quota });
    }
    if (full.some((limit) => sessionIds.length === 0 || sessionIds.includes(limit.id)))
      return t('seats:rules.keptBackHalfDay');
    if (keptBack.has(id)) return t('seats:rules.keptBack');
    return next.has(id) ? (
      <Badge tone="success" shape="open">
        {t('manage.nextInLine')}
      </Badge>
    ) : (
      t('manage.inLine')
    );
  }
  return (seat: ManagedSeat) => (
    <>
      {chance(seat)}
      {seat.priority !== 0 && (
        <span className="block text-muted">
          {t(seat.priority > 0 ? 'seats:priority.movedAhead' : 'seats:priority.movedBehind', {
            reason: seat.priorityReason,
          })}
        </span>
      )}
    </>
  );
}

function Steps({
  network,
  training,
  seat,
}: {
  network: string;
  training: ManagedTraining;
  seat: ManagedSeat;
}) {
  const { t } = useTranslation(['trainings', 'seats', 'registration']);
  const format = useFormats();
  if (training.window === 'over' && seat.participantId !== null) return null;
  const name = seat.participantId
    ? format.personName({
        givenName: seat.givenName ?? '',
        familyName: seat.familyName ?? '',
        nameOrder: seat.nameOrder ?? 'given_first',
      })
    : t('seats:toBeNamed');
  const which = <span className="sr-only">{t('seats:mine.forSeat', { name })}</span>;
  return (
    <span className="flex flex-wrap gap-x-5">
      {seat.participantId === null && seat.institutionId && (
        <Link to={paths.seat(network, seat.id)} className="link inline-flex min-h-6 items-center">
          {t('manage.nameSeat')} {which}
        </Link>
      )}
      {seat.state === 'waiting' && training.now < training.startsAt && (
        <Link to={paths.seatPriority(network, seat.id)} className="link inline-flex min-h-6 items-center">
          {t('seats:priority.link')} {which}
        </Link>
      )}
      {training.now < training.startsAt && (
        <Link to={paths.seatSupport(network, seat.id)} className="link inline-flex min-h-6 items-center">
          {t('registration:support.link')} {which}
        </Link>
      )}
      {training.window !== 'over' && (
        <Link to={paths.seatCancellation(network, seat.id)} className="link inline-flex min-h-6 items-center">
          {t('manage.cancelSeat')} {which}
        </Link>
      )}
    </span>
  );
}
