import { Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { isLiving } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { SeatStateBadge } from '~/components/state-badge.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { When } from '~/components/when.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { ChosenHalfDays } from './chosen-half-days.tsx';
import { WishLine } from './other-dates.tsx';

export type MySeat = Awaited<ReturnType<Caller['seats']['mine']>>['seats'][number];

/** The seats of one training, with what can be done with each. */
export function SeatGroup({
  network,
  seats,
  everySeat,
  now,
  level = 2,
}: {
  network: string;
  seats: readonly MySeat[];
  /** Also those in other trainings */
  everySeat: readonly MySeat[];
  now: Date;
  level?: 2 | 3;
}) {
  const { t } = useTranslation('seats');
  const [first] = seats;
  if (!first) return null;
  const Heading = level === 2 ? 'h2' : 'h3';
  const manyInstitutions = new Set(seats.map(({ institutionId }) => institutionId)).size > 1;
  const canRegister = first.trainingState === 'published' && now < first.startsAt && first.institutionId;
  return (
    <section
      aria-labelledby={`training-${first.trainingId}`}
      className="mt-10 border-t-2 border-ink pt-4 first:mt-0"
    >
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <div>
          <Heading id={`training-${first.trainingId}`} className="text-lg font-bold">
            <Link to={paths.training(network, first.trainingId)} className="hover:underline">
              {first.trainingTitle}
            </Link>
          </Heading>
          <p className="text-sm text-muted">
            <When {...first} withTimes />
            {first.institutionName && !manyInstitutions && ` · ${first.institutionName}`}
          </p>
        </div>
        {canRegister && (
          <LinkButton to={paths.register(network, first.trainingId)} size="small">
            {t('mine.registerMore')}
          </LinkButton>
        )}
      </div>
      <ul>
        {[...seats]
          .sort((a, b) => Number(isGone(a)) - Number(isGone(b)))
          .map((seat) => (
            <li
              key={seat.id}
              className="grid items-center gap-x-6 gap-y-1.5 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_14rem] lg:grid-cols-[minmax(0,1fr)_15rem_19rem]"
            >
              <div>
                <p className="font-semibold">
                  <PersonName {...seat} />
                </p>
                <p className="text-sm text-muted">
                  {[seat.jobTitle, manyInstitutions && seat.institutionName].filter(Boolean).join(' · ')}
                </p>
                <ChosenHalfDays seat={seat} timeZone={seat.timeZone} />
              </div>
              <SeatState seat={seat} />
              <SeatSteps network={network} seat={seat} />
              <WishLine network={network} seat={seat} seats={everySeat} />
            </li>
          ))}
      </ul>
    </section>
  );
}

function isGone(seat: MySeat): boolean {
  return !isLiving(seat);
}

function SeatState({ seat }: { seat: MySeat }) {
  const { t } = useTranslation(['seats', 'registering']);
  const format = useFormats();
  return (
    <div>
      <SeatStateBadge state={seat.state} />
      {seat.decisionReason && (
        <p className="text-sm text-muted">{t('registering:guest.reason', { reason: seat.decisionReason })}</p>
      )}
      {seat.position !== null && (
        <p className="text-sm tabular-nums">{t('position', { position: seat.position })}</p>
      )}
      {seat.state === 'offered' && seat.offeredUntil && (
        <p className="text-sm font-semibold">
          {t('mine.offeredUntil', { moment: format.dateTime(seat.offeredUntil, seat.timeZone) })}
        </p>
      )}
      {seat.state === 'confirmed' && seat.canCancel && seat.cancelDeadline && (
        <p className="text-sm text-muted">
          {t('mine.cancelUntil', { moment: format.dateTime(seat.cancelDeadline, seat.timeZone) })}
        </p>
      )}
      {seat.state === 'confirmed' && !seat.canCancel && seat.canName && seat.participantId && (
        <p className="text-sm text-muted">{t('mine.tooLate')}</p>
      )}
    </div>
  );
}

function SeatSteps({ network, seat }: { network: string; seat: MySeat }) {
  const { t } = useTranslation(['seats', 'registration', 'answers']);
  const format = useFormats();
  const name = seat.participantId
    ? format.personName({
        givenName: seat.givenName ?? '',
        familyName: seat.familyName ?? '',
        nameOrder: seat.nameOrder ?? 'given_first',
      })
    : t('toBeNamed');
  const which = <span className="sr-only">{t('mine.forSeat', { name })}</span>;
  return (
    <div className="flex flex-wrap gap-2 sm:col-span-full lg:col-span-1 lg:justify-end">
      {seat.state === 'offered' && (
        <LinkButton to={paths.seatOffer(network, seat.id)} look="primary" size="small">
          {t('mine.answer')} {which}
        </LinkButton>
      )}
      {seat.asksQuestions && seat.participantId && isLiving(seat) && (
        <LinkButton to={paths.seatAnswers(network, seat.id)} size="small">
          {t('answers:seat.title')} {which}
        </LinkButton>
      )}
      {seat.canName && seat.institutionId && (
        <LinkButton to={paths.seat(network, seat.id)} size="small">
          {t(seat.participantId ? 'mine.replace' : 'mine.name')} {which}
        </LinkButton>
      )}
      {isLiving(seat) && (
        <LinkButton to={paths.seatSupport(network, seat.id)} size="small">
          {t('registration:support.link')} {which}
        </LinkButton>
      )}
      {seat.canCancel && seat.state !== 'offered' && (
        <LinkButton to={paths.seatCancellation(network, seat.id)} size="small">
          {t('mine.cancel')} {which}
        </LinkButton>
      )}
    </div>
  );
}
