import { useTranslation } from '@tessera/i18n/react.tsx';
import { ModeLabel } from '~/components/training-labels.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';
import type { ShownTraining } from './shown-training.ts';

type HalfDay = ShownTraining['sessions'][number];

/** Every half-day with its hours, in the time of the place. */
export function HalfDays({
  training: { sessions, timeZone, trainers, ...training },
}: {
  training: ShownTraining;
}) {
  const { t } = useTranslation(['trainings', 'certificates']);
  const format = useFormats();
  const led = new Map(trainers.map((trainer) => [trainer.id, format.personName(trainer)]));
  const hasForms = sessions.some(({ mode }) => mode !== null && mode !== training.mode);
  const hasLeaders = sessions.some(({ trainerIds }) => trainerIds.length > 0);
  const hasRooms = sessions.some(({ room }) => room !== '');
  const hasPlaces = sessions.some(({ capacity }) => capacity !== null);
  const columns: Column<HalfDay>[] = [
    {
      key: 'day',
      header: t('page.day'),
      isName: true,
      cell: ({ startsAt }) => format.weekday(startsAt, timeZone),
    },
    {
      key: 'part',
      header: t('page.part'),
      cell: ({ halfDay, isMandatory }) => (
        <>
          {t(`halfDay.${halfDay}`)}
          {isMandatory && <span className="block text-muted">{t('certificates:rule.mandatory')}</span>}
        </>
      ),
    },
    {
      key: 'time',
      header: t('page.time'),
      cell: ({ startsAt, endsAt }) => format.timeRange(startsAt, endsAt, timeZone),
    },
    ...(hasRooms ? [{ key: 'room', header: t('page.room'), cell: ({ room }: HalfDay) => room || '–' }] : []),
    ...(hasPlaces
      ? [
          {
            key: 'places',
            header: t('page.places'),
            cell: ({ capacity }: HalfDay) =>
              format.number(Math.min(capacity ?? training.capacity, training.capacity)),
          },
        ]
      : []),
    ...(hasForms
      ? [
          {
            key: 'mode',
            header: t('page.sessionForm'),
            cell: ({ mode }: HalfDay) => <ModeLabel mode={mode ?? training.mode} />,
          },
        ]
      : []),
    ...(hasLeaders
      ? [
          {
            key: 'leaders',
            header: t('page.ledBy'),
            cell: ({ trainerIds }: HalfDay) =>
              format.list(
                (trainerIds.length > 0 ? trainerIds : [...led.keys()]).flatMap((id) => led.get(id) ?? []),
              ),
          },
        ]
      : []),
  ];
  return (
    <Section id="half-days" title={t('page.halfDays')} lead={t('page.zone', { zone: format.zone(timeZone) })}>
      <Table
        caption={t('page.halfDays')}
        isCaptionHidden
        columns={columns}
        rows={sessions}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}
