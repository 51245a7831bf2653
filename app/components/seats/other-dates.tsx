import { Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { isHeld, isLiving } from '@tessera/core/seats/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SeatStateBadge } from '~/components/state-badge.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { useHasScripts } from '~/components/use-has-scripts.ts';
import { spanText, When } from '~/components/when.tsx';
import { CheckboxGroupField } from '~/ui/choice-field.tsx';
import type { FieldProps } from '~/ui/field.tsx';
import type { MySeat } from './seat-group.tsx';

export type OtherDate = Awaited<ReturnType<Caller['seats']['dates']>>[number];

/** Where whoever has to wait would come as well. */
export function OtherDatesField({
  dates,
  chosen,
  waiting,
  ...field
}: FieldProps & {
  dates: readonly OtherDate[];
  chosen: readonly string[];
  /** How many seats are expected to wait */
  waiting: number;
}) {
  const { t } = useTranslation('seats');
  const format = useFormats();
  const hasScripts = useHasScripts();
  // Without scripts nothing follows what is typed, so it is asked for any number of seats.
  if (dates.length === 0 || (hasScripts && waiting === 0)) return null;
  const room = ({ free, waitingCount }: OtherDate) =>
    [
      free > 0 ? t('meter.free', { count: free }) : t('meter.full'),
      waitingCount > 0 && t('meter.waiting', { count: waitingCount }),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <CheckboxGroupField
      {...field}
      defaultValue={chosen}
      options={dates.map((date) => ({
        value: date.id,
        label: `${spanText(format, date, { withTimes: true })}: ${date.title}`,
        hint: [date.venue, room(date)].filter(Boolean).join(' · '),
      }))}
    />
  );
}

/** The other dates of a seat that is wanted on any of several, and how it stands there. */
export function WishLine({
  network,
  seat,
  seats,
}: {
  network: string;
  seat: MySeat;
  seats: readonly MySeat[];
}) {
  const { t } = useTranslation('seats');
  if (seat.wishId === null || isHeld(seat)) return null;
  const others = firstOfEach(
    seats.filter(({ wishId, trainingId }) => wishId === seat.wishId && trainingId !== seat.trainingId),
  );
  const given = others.filter(isHeld);
  const shown = given.length > 0 ? given : others.filter(isLiving);
  if (shown.length === 0 || (given.length === 0 && !isLiving(seat))) return null;
  const isOffered = given.some(({ state }) => state === 'offered');
  return (
    <div className="text-sm sm:col-span-full">
      <p className="text-muted">
        {t(isOffered ? 'wish.held' : given.length > 0 ? 'wish.given' : 'wish.anyOf')}
      </p>
      <ul className="mt-1 space-y-1">
        {shown.map((other) => (
          <li key={other.id} className="flex flex-wrap items-center gap-x-3">
            <Link to={paths.training(network, other.trainingId)} className="link">
              <When {...other} withTimes />: {other.trainingTitle}
            </Link>
            {other.position !== null ? (
              <span className="tabular-nums">{t('position', { position: other.position })}</span>
            ) : (
              <SeatStateBadge state={other.state} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

// One seat for each date: the one that stands best there.
function firstOfEach(seats: readonly MySeat[]): MySeat[] {
  const order = ['confirmed', 'offered', 'waiting'];
  const rank = ({ state }: MySeat) => (order.includes(state) ? order.indexOf(state) : order.length);
  const byTraining = new Map<string, MySeat>();
  for (const seat of seats) {
    const known = byTraining.get(seat.trainingId);
    if (!known || rank(seat) < rank(known)) byTraining.set(seat.trainingId, seat);
  }
  return [...byTraining.values()].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}
