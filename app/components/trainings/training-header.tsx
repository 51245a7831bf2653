import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import CalendarPlus from 'lucide-react/icons/calendar-plus';
import type { ReactNode } from 'react';
import { SeatMeter } from '~/components/seat-meter.tsx';
import { useCan, useCanOn } from '~/components/shell/network.ts';
import { AvailabilityBadge } from '~/components/state-badge.tsx';
import { KindLabel, ModeLabel, ThemeLabel } from '~/components/training-labels.tsx';
import { TrainingWays } from '~/components/training-ways.tsx';
import { TextNote } from '~/components/translations/text-note.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { When } from '~/components/when.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { canRegisterNow } from './can-register-now.ts';
import type { ShownTraining } from './shown-training.ts';

/** What, when, where, how many seats, and what the reader can do. */
export function TrainingHeader({ network, training }: { network: string; training: ShownTraining }) {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  const { title, textLanguage, textOrigin, kind, theme, venue, mode, timeZone } = training;
  return (
    <>
      <TrainingWays />
      <PageHeader
        eyebrow={
          <>
            <KindLabel kind={kind} /> · <ThemeLabel theme={theme} />
          </>
        }
        title={
          <span lang={textLanguage} dir="auto">
            {title}
          </span>
        }
        actions={<Actions network={network} training={training} />}
      >
        <TextNote language={textLanguage} origin={textOrigin} />
        <div className="mt-6">
          <AvailabilityBadge {...training} />
        </div>
        <dl className="mt-5 grid gap-x-10 gap-y-6 md:grid-cols-3">
          <Fact term={t('page.when')}>
            <p className="font-semibold">
              <When {...training} withTimes />
            </p>
            <p className="text-sm text-muted">{t('page.zone', { zone: format.zone(timeZone) })}</p>
          </Fact>
          <Fact term={t('page.where')}>
            <p className="font-semibold">{venue || (mode !== 'online' && t('page.noVenue'))}</p>
            <p className={venue || mode !== 'online' ? 'text-sm' : 'font-semibold'}>
              <ModeLabel mode={mode} />
            </p>
          </Fact>
          <Fact term={t('page.seats')}>
            <SeatMeter {...training} />
          </Fact>
        </dl>
      </PageHeader>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="border-t border-ink pt-2.5">
      <dt className="mb-1 text-sm text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Actions({ network, training }: { network: string; training: ShownTraining }) {
  const { t } = useTranslation(['trainings', 'registration', 'exchange']);
  const may = useCan();
  const { id, isOwn, isTrainer } = training;
  const canEdit = training.canEdit || training.canRevise;
  const mayHere = useCanOn(id);
  const canManage = isOwn && (may('registration.manage') || mayHere('registration.manage'));
  const canMark = canManage || (isTrainer && may('attendance.mark')) || mayHere('attendance.mark');
  // The organiser finds it among the tools of the training.
  const isToPrepare = isOwn && !canManage && (isTrainer || mayHere('support.read')) && may('support.read');
  return (
    <>
      {canRegisterNow(training, may) && (
        <LinkButton to={paths.register(network, id)} look="primary">
          {!isOwn
            ? t('exchange:register.action')
            : training.window === 'open'
              ? training.free > 0
                ? t('list.register')
                : t('list.join')
              : t('page.registerLate')}
        </LinkButton>
      )}
      {canManage && <LinkButton to={paths.manage(network, id)}>{t('page.manage')}</LinkButton>}
      {canEdit && <LinkButton to={paths.editTraining(network, id)}>{t('manage.tools.edit')}</LinkButton>}
      {isOwn && canMark && <LinkButton to={paths.attendance(network, id)}>{t('page.attendance')}</LinkButton>}
      {isToPrepare && (
        <LinkButton to={paths.support(network, id)}>{t('registration:support.title')}</LinkButton>
      )}
      <LinkButton to={paths.trainingCalendar(network, id)} reloadDocument icon={<CalendarPlus aria-hidden />}>
        {t('page.calendarFile')}
      </LinkButton>
    </>
  );
}
