import { Link } from '@remix-run/react';
import type { WindowState } from '@tessera/core/trainings/rules.ts';
import type { TrainingKind } from '@tessera/core/trainings/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { LinkButton } from '~/ui/button.tsx';
import { SeatMeter } from './seat-meter.tsx';
import { AvailabilityBadge } from './state-badge.tsx';
import type { Mode, Theme } from './training-labels.tsx';
import { useFormats } from './use-formats.ts';
import { spanText } from './when.tsx';

export type TrainingLineData = {
  id: string;
  title: string;
  sharedBy: string | null;
  kind: string;
  theme: string;
  mode: string;
  venue: string;
  languages: string[];
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  workloadMinutes: number;
  state: string;
  window: WindowState;
  capacity: number;
  takenCount: number;
  waitingCount: number;
  regOpensAt: Date | null;
};

/**
 * One training in a list, inside `<ul>`: when, what, where, how many seats, and the next step.
 * @param canRegister whether the reader may register in this network, see `useCan`
 */
export function TrainingLine({
  network,
  training,
  canRegister,
  heldBy,
  heading: Heading = 'h2',
}: {
  network: string;
  training: TrainingLineData;
  canRegister: boolean;
  /** Name of the network that holds it, in a list of many networks */
  heldBy?: string;
  heading?: 'h2' | 'h3';
}) {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  const { id, title, sharedBy, kind, theme, mode, venue, languages, workloadMinutes } = training;
  const hours = workloadMinutes / 60;
  const about = [
    t(`kinds.${kind as TrainingKind}`),
    t(`modes.${mode as Mode}`),
    venue,
    format.list(languages.map(format.language)),
    t(`themes.${theme as Theme}`),
  ];
  return (
    <li className="grid gap-x-8 gap-y-3 border-b border-rule py-5 first:border-t md:grid-cols-[minmax(0,1fr)_16rem] md:grid-rows-[auto_auto_1fr] lg:grid-cols-[14rem_minmax(0,1fr)_16rem] lg:grid-rows-[auto_1fr]">
      <p className="text-sm md:max-lg:col-span-2 lg:row-span-2 lg:pt-1">
        <time dateTime={training.startsAt.toISOString()} className="font-semibold tabular-nums">
          {spanText(format, training)}
        </time>
        <span className="text-muted max-lg:ms-3 lg:block">
          {t('hours', { count: hours, formatted: format.number(hours) })}
        </span>
      </p>
      <div className="min-w-0">
        <Heading className="text-lg leading-snug font-semibold">
          <Link to={paths.training(network, id)} className="underline-offset-4 hover:underline">
            {title}
          </Link>
        </Heading>
        <p className="mt-1 text-sm text-muted">{about.filter(Boolean).join(' · ')}</p>
        {heldBy !== undefined && <p className="mt-1 text-sm">{t('heldBy', { network: heldBy })}</p>}
        {sharedBy !== null && <p className="mt-1 text-sm">{t('sharedFrom', { network: sharedBy })}</p>}
      </div>
      <div className="space-y-2 md:col-start-2 md:row-span-2 md:row-start-2 lg:col-start-3 lg:row-start-1">
        <AvailabilityBadge {...training} />
        <SeatMeter {...training} />
      </div>
      <NextStep network={network} training={training} canRegister={canRegister} />
    </li>
  );
}

function NextStep({
  network,
  training: { id, title, window, sharedBy, capacity, takenCount, regOpensAt, timeZone },
  canRegister,
}: {
  network: string;
  training: TrainingLineData;
  canRegister: boolean;
}) {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  if (window === 'not_yet' && regOpensAt) {
    return (
      <p className="text-sm text-muted lg:col-start-2">
        {t('list.opens', { moment: format.dateTime(regOpensAt, timeZone) })}
      </p>
    );
  }
  if (window !== 'open' || !canRegister || sharedBy !== null) return null;
  const action = takenCount < capacity ? t('list.register') : t('list.join');
  return (
    <LinkButton
      to={paths.register(network, id)}
      size="small"
      className="justify-self-start lg:col-start-2 lg:self-start"
      aria-label={t('list.named', { action, title })}
      data-print="no"
    >
      {action}
    </LinkButton>
  );
}
