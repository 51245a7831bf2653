import { useTranslation } from '@tessera/i18n/react.tsx';
import { useSeatRules } from '~/components/seats/quota-words.ts';
import { useFormats } from '~/components/use-formats.ts';
import { DefinitionList } from '~/ui/lists.tsx';
import { Section } from '~/ui/page.tsx';
import { useFollowUpWords } from './follow-up-hours.tsx';
import type { ManagedFollowUps, ManagedReminder, ManagedTraining } from './manage-types.ts';

/** The rules by which the seats of a training are given. */
export function Rules({
  training,
  reminders,
  followUps,
}: {
  training: ManagedTraining;
  reminders: ManagedReminder[];
  followUps: ManagedFollowUps;
}) {
  const { t } = useTranslation(['trainings', 'seats']);
  const format = useFormats();
  const moment = (at: Date) => format.dateTime(at, training.timeZone);
  const { quotaPerInstitution: quota, quotaReleaseAt, regOpensAt, regClosesAt, now } = training;

  function limit(): string {
    if (quota === null) return t('manage.rules.quotaNone');
    if (quotaReleaseAt === null) return t('manage.rules.quotaValue', { quota });
    const key = now >= quotaReleaseAt ? 'quotaReleased' : 'quotaUntil';
    return t(`manage.rules.${key}`, { quota, moment: moment(quotaReleaseAt) });
  }

  function registration(): string {
    if (regOpensAt && regClosesAt) {
      return t('manage.rules.both', { from: moment(regOpensAt), until: moment(regClosesAt) });
    }
    if (regOpensAt) return t('manage.rules.opens', { moment: moment(regOpensAt) });
    if (regClosesAt) return t('manage.rules.closes', { moment: moment(regClosesAt) });
    return t('manage.rules.always');
  }

  const isOffer = training.promotion === 'offer';
  return (
    <Section id="rules" title={t('manage.rules.title')}>
      <DefinitionList
        entries={[
          { term: t('manage.rules.registration'), value: registration() },
          { term: t('manage.rules.quota'), value: limit() },
          {
            term: t('manage.rules.promotion'),
            value: isOffer
              ? t('manage.rules.offer', { count: training.offerHours })
              : t('manage.rules.automatic'),
          },
          { term: t('seats:rules.title'), value: <LineRules training={training} /> },
          { term: t('manage.rules.cancelUntil'), value: moment(training.cancelDeadline) },
          {
            term: t('manage.rules.reminders'),
            value: <Reminders lines={reminders} timeZone={training.timeZone} />,
          },
          {
            term: t('manage.rules.followUps'),
            value: <FollowUps {...followUps} timeZone={training.timeZone} />,
          },
          { term: t('manage.rules.threshold'), value: format.percent(training.attendanceThreshold / 100) },
        ]}
      />
    </Section>
  );
}

const words = { sent: 'reminderSent', left_out: 'reminderLeftOut', planned: 'reminderPlanned' } as const;

function Reminders({ lines, timeZone }: { lines: ManagedReminder[]; timeZone: string }) {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  if (lines.length === 0) return t('manage.rules.remindersNone');
  return (
    <ul>
      {lines.map(({ daysBefore, at, state }) => (
        <li key={daysBefore}>
          {t('form.daysBefore', { count: daysBefore })}:{' '}
          {t(`manage.rules.${words[state]}`, { moment: format.dateTime(at, timeZone) })}
        </li>
      ))}
    </ul>
  );
}

function FollowUps({ lines, readers, timeZone }: ManagedFollowUps & { timeZone: string }) {
  const { t } = useTranslation('trainings');
  const format = useFormats();
  const label = useFollowUpWords();
  if (lines.length === 0) return t('manage.rules.remindersNone');
  return (
    <>
      <ul>
        {lines.map(({ hoursAfter, at, state }) => (
          <li key={hoursAfter}>
            {label(hoursAfter)}:{' '}
            {t(`manage.rules.${words[state]}`, { moment: format.dateTime(at, timeZone) })}
          </li>
        ))}
      </ul>
      {lines.some(({ state }) => state === 'planned') && (
        <p>{t('manage.rules.followUpReaders', { readers: format.number(readers) })}</p>
      )}
    </>
  );
}

function LineRules({ training }: { training: ManagedTraining }) {
  return (
    <ul>
      {useSeatRules(training).map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  );
}
