import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useModule } from '~/components/shell/network.ts';

/** One page of work on an event. `open` counts what is left to do there. */
type Task = { to: string; label: string; open?: number };

/** Every page of work on an event, by when it is needed. */
export function Tasks({
  network,
  training,
  isRunning,
  asksForm,
  open,
}: {
  network: string;
  training: { id: string; kind: string; givesCertificate: boolean; registrationWays: readonly string[] };
  isRunning: boolean;
  asksForm: boolean;
  open: { undecided: number; unmarked: number; due: number };
}) {
  const { t } = useTranslation([
    'trainings',
    'registering',
    'registration',
    'answers',
    'exchange',
    'attendance',
  ]);
  const has = useModule();
  const { id } = training;
  const groups: { name: 'before' | 'during' | 'after'; tasks: (Task | false)[] }[] = [
    {
      name: 'before',
      tasks: [
        { to: paths.training(network, id), label: t('manage.tools.page') },
        { to: paths.registrationWays(network, id), label: t('registering:ways.title') },
        open.undecided > 0 && {
          to: paths.approvals(network, id),
          label: t('registering:approvals.title'),
          open: open.undecided,
        },
        training.registrationWays.includes('invitation') && {
          to: paths.seatInvitations(network, id),
          label: t('registering:invitations.title'),
        },
        isRunning &&
          asksForm && { to: paths.participantForms(network, id), label: t('registering:forms.title') },
        { to: paths.questions(network, id), label: t('answers:builder.title') },
        { to: paths.answers(network, id), label: t('answers:table.title') },
        { to: paths.support(network, id), label: t('registration:support.title') },
        isRunning && { to: paths.exchange(network, id), label: t('exchange:page.title') },
        has('partners') && { to: paths.sharing(network, id), label: t('manage.tools.sharing') },
      ],
    },
    {
      name: 'during',
      tasks: [
        isRunning && {
          to: paths.attendance(network, id),
          label: t('manage.tools.attendance'),
          open: open.unmarked,
        },
        isRunning &&
          training.kind === 'information_session' && {
            to: paths.headCount(network, id),
            label: t('attendance:headCount.title'),
          },
      ],
    },
    {
      name: 'after',
      tasks: [
        isRunning &&
          has('certificates') &&
          training.givesCertificate && {
            to: paths.certificates(network, id),
            label: t('manage.tools.certificates'),
            open: open.due,
          },
        isRunning && { to: paths.evaluation(network, id), label: t('manage.tools.evaluation') },
        { to: paths.trainingCopy(network, id), label: t('copy.tool') },
      ],
    },
  ];
  return (
    <nav
      aria-label={t('manage.tasks')}
      className="mt-6 grid gap-x-10 gap-y-5 border-t border-rule pt-5 sm:grid-cols-2 lg:grid-cols-3"
      data-print="no"
    >
      {groups.map(({ name, tasks }) => {
        const shown = tasks.filter((task) => task !== false);
        if (shown.length === 0) return null;
        return (
          <div key={name}>
            <h2 className="text-sm font-semibold text-muted">{t(`manage.groups.${name}`)}</h2>
            <ul>
              {shown.map(({ to, label, open = 0 }) => (
                <li key={to} className="flex flex-wrap items-center gap-x-3">
                  <Link to={to} className="link inline-flex min-h-11 items-center">
                    {label}
                  </Link>
                  {open > 0 && (
                    <span className="text-sm text-muted">{t('manage.open', { count: open })}</span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
