import { Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import type { Role } from '@tessera/core/permissions.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { tileStyle } from '~/components/network-tree.tsx';
import { type Column, Table } from '~/ui/table.tsx';

type Attention = Awaited<ReturnType<Caller['trainings']['attention']>>;
type Training = Attention['next'][number];
type Props = { code: string; name: string; accent: string; roles: string[]; attention: Attention | null };

/** How many things wait for the reader in a network. */
export function countTasks({ offers, unnamed, proposals, toMark, toFill, others }: Attention): number {
  const lists = [offers, unnamed, proposals, toMark, toFill].reduce((sum, list) => sum + list.length, 0);
  return lists + (others ? otherKinds.filter((kind) => others[kind] > 0).length : 0);
}

// By urgency: what a law or a date ends comes first.
const otherKinds = [
  'erasures',
  'accesses',
  'failedMails',
  'invitations',
  'moves',
  'proposals',
  'lacking',
] as const;

/** One network of the reader: what is to be done there, then what comes next. */
export function NetworkAttention({ code, name, accent, roles, attention }: Props) {
  const { t, language } = useTranslation('identity');
  const id = `network-${code}`;
  const words = roles.map((role) => t(`roles.${role as Role}`));
  return (
    <section aria-labelledby={id} className="mt-12 border-t-2 border-ink pt-5 first-of-type:mt-0">
      <h2 id={id} className="flex items-baseline gap-3 text-xl font-bold tracking-[-0.01em]">
        <span aria-hidden style={tileStyle(accent)} className="tile mosaic-tile size-3 shrink-0" />
        <Link to={paths.network(code)} className="underline-offset-4 hover:underline">
          {name}
        </Link>
      </h2>
      <p className="mt-1 text-sm text-muted">{t('start.roles', { roles: formats(language).list(words) })}</p>
      {attention && (
        <div className="mt-5 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <ToDo code={code} attention={attention} />
          <Next code={code} name={name} attention={attention} />
        </div>
      )}
    </section>
  );
}

type Task = { key: string; to: string; title: string; text: string };

type Part = { code: string; attention: Attention };

function ToDo({ code, attention }: Part) {
  const { t } = useTranslation('identity');
  const tasks = useTasks(code, attention);
  return (
    <div>
      <h3 className="font-bold">{t('start.todo')}</h3>
      {tasks.length === 0 ? (
        <p className="mt-2 text-muted">{t('start.nothing')}</p>
      ) : (
        <ul className="mt-2 border-t border-rule">
          {tasks.map(({ key, to, title, text }) => (
            <li key={key} className="border-b border-rule">
              <Link to={to} className="group flex min-h-11 items-center gap-3 py-2.5">
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold text-accent underline-offset-4 group-hover:underline">
                    {text}
                  </span>
                  <span className="block text-sm">{title}</span>
                </span>
                <ChevronRight aria-hidden className="size-5 shrink-0 text-muted rtl:rotate-180" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

// What has an end comes first.
function useTasks(
  code: string,
  { offers, unnamed, proposals, toMark, toFill, others, timeZone }: Attention,
): Task[] {
  const { t, language } = useTranslation(['identity', 'messages', 'people']);
  const day = (date: Date | null) => (date ? formats(language).date(date, timeZone) : '');
  const places: Record<(typeof otherKinds)[number], string> = {
    erasures: paths.erasures(code),
    accesses: paths.accesses(code),
    failedMails: paths.messages(code, { state: 'failed' }),
    invitations: paths.invitations(code),
    moves: paths.place(code),
    proposals: paths.partners(code),
    lacking: paths.prerequisites(code),
  };
  const dates = { erasures: others?.erasuresDue ?? null, invitations: others?.invitationsEnd ?? null };
  const otherTasks = otherKinds.flatMap((key): Task[] => {
    const count = others?.[key] ?? 0;
    if (count === 0) return [];
    if (key === 'lacking')
      return [
        { key, to: places[key], title: t('people:todo.title'), text: t('people:todo.text', { count }) },
      ];
    const date = key === 'erasures' || key === 'invitations' ? day(dates[key]) : '';
    return [
      {
        key,
        to: places[key],
        title: t(`messages:needs.${key}.title`),
        text: t(`messages:needs.${key}.text`, { count, date }),
      },
    ];
  });
  return [
    ...offers.map(({ id, title, offered, offeredUntil, timeZone: zone }) => ({
      key: `offer-${id}`,
      to: paths.myRegistrations(code),
      title,
      text: t('start.answerOffer', {
        count: offered,
        date: offeredUntil ? formats(language).dateTime(offeredUntil, zone) : '',
      }),
    })),
    ...toMark.map(({ id, title }) => ({
      key: `mark-${id}`,
      to: paths.attendance(code, id),
      title,
      text: t('start.markAttendance'),
    })),
    ...unnamed.map(({ id, title, unnamed: count }) => ({
      key: `name-${id}`,
      to: paths.myRegistrations(code),
      title,
      text: t('start.nameSeats', { count }),
    })),
    ...proposals.map(({ id, title }) => ({
      key: `proposal-${id}`,
      to: paths.training(code, id),
      title,
      text: t('start.publish'),
    })),
    ...toFill.map(({ id, title, waitingCount: count }) => ({
      key: `fill-${id}`,
      to: paths.manage(code, id),
      title,
      text: t('messages:needs.fill', { count }),
    })),
    ...otherTasks,
  ];
}

function Next({ code, name, attention }: Part & { name: string }) {
  const { t, language } = useTranslation('identity');
  const { next, isCoordinator } = attention;
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
