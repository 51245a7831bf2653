import { Link } from '@remix-run/react';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { type Column, Table } from '~/ui/table.tsx';
import type { NetworkNeeds } from './task-words.ts';

type Training = NetworkNeeds['next'][number];

/** What comes next for the reader in a network. */
export function NextTrainings({ network }: { network: NetworkNeeds }) {
  const { t, language } = useTranslation('identity');
  const { code, name, next, isCoordinator } = network;
  const columns: Column<Training>[] = [
    {
      key: 'training',
      header: t('start.training'),
      isName: true,
      cell: ({ id, title }) => (
        <Link to={isCoordinator ? paths.manage(code, id) : paths.training(code, id)} className="link">
          {title}
        </Link>
      ),
    },
    {
      key: 'when',
      header: t('start.when'),
      cell: ({ startsAt, endsAt, timeZone }) => formats(language).dateRange(startsAt, endsAt, timeZone),
    },
    {
      key: 'seats',
      header: t('start.seats'),
      cell: (training) => <Seats training={training} isCoordinator={isCoordinator} />,
    },
  ];
  return (
    <div>
      <h3 className="font-bold">{t('start.next')}</h3>
      {next.length > 0 ? (
        <div className="mt-2">
          <Table
            caption={t('start.nextCaption', { network: name })}
            isCaptionHidden
            columns={columns}
            rows={next}
            rowKey={({ id }) => id}
          />
        </div>
      ) : (
        <p className="mt-2 text-muted">
          {isCoordinator ? t('start.noTrainingNetwork') : t('start.noTraining')}
        </p>
      )}
      <Link to={paths.trainings(code)} className="link mt-2 inline-flex min-h-11 items-center">
        {t('start.seeTrainings')}
      </Link>
    </div>
  );
}

function Seats({ training, isCoordinator }: { training: Training; isCoordinator: boolean }) {
  const { t } = useTranslation('identity');
  const { takenCount, capacity, waitingCount, confirmed, waiting, isTrainer } = training;
  const parts = [
    isTrainer && t('start.youTrain'),
    (isCoordinator || isTrainer) && t('start.taken', { taken: takenCount, capacity }),
    (isCoordinator || isTrainer) && waitingCount > 0 && t('start.waiting', { count: waitingCount }),
    !isCoordinator && confirmed > 0 && t('start.mine', { count: confirmed }),
    !isCoordinator && waiting > 0 && t('start.mineWaiting', { count: waiting }),
  ];
  return parts
    .filter((part) => part !== false)
    .map((part) => (
      <span key={part} className="block tabular-nums">
        {part}
      </span>
    ));
}
