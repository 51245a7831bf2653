import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useCan } from '~/components/shell/network.ts';
import { Tabs } from '~/ui/ways.tsx';

type Page = 'board' | 'figures' | 'programmes' | 'mentors' | 'mentees' | 'matching';
type Entry = { page?: Page; to: string; label: string };

/** The parts of mentoring that the reader may open: groups, and below them the pages of the one that is open. */
export function MentoringTabs({ network, current }: { network: string; current: Page }) {
  const { t } = useTranslation(['programmes', 'initiatives', 'indicators', 'care', 'supervision']);
  const may = useCan();
  const entry = (is: boolean, label: string, to: string, page?: Page): Entry[] =>
    is ? [{ to, label, ...(page && { page }) }] : [];
  const groups: { label: string; entries: Entry[] }[] = [
    {
      label: t('tabs.board'),
      entries: [
        ...entry(
          may('relation.move') || may('mentoring.summary'),
          t('tabs.board'),
          paths.mentoring(network),
          'board',
        ),
        ...entry(may('mentoring.summary'), t('indicators:title'), paths.mentoringFigures(network), 'figures'),
      ],
    },
    {
      label: t('tabs.programmes'),
      entries: entry(
        may('programme.read'),
        t('tabs.programmes'),
        paths.mentoringProgrammes(network),
        'programmes',
      ),
    },
    {
      label: t('tabs.people'),
      entries: [
        ...entry(may('mentor.add'), t('tabs.mentors'), paths.mentors(network), 'mentors'),
        ...entry(may('mentee.add'), t('tabs.mentees'), paths.mentees(network), 'mentees'),
        ...entry(may('relation.propose'), t('tabs.matching'), paths.matching(network), 'matching'),
      ],
    },
    {
      label: t('initiatives:title'),
      entries: entry(may('initiative.read'), t('initiatives:title'), paths.initiatives(network)),
    },
    {
      label: t('care:board.title'),
      entries: [
        ...entry(may('care.read'), t('care:board.title'), paths.care(network)),
        ...entry(may('supervision.read'), t('supervision:list.title'), paths.supervision(network)),
        ...entry(may('concern.raise'), t('care:concerns.title'), paths.concerns(network)),
      ],
    },
  ];
  const shown = groups.filter(({ entries }) => entries.length > 0);
  const isHere = ({ page }: Entry) => page === current;
  const open = shown.find(({ entries }) => entries.some(isHere));
  if (shown.flatMap(({ entries }) => entries).length < 2) return null;
  return (
    <>
      <Tabs
        label={t('title')}
        tabs={shown.flatMap(({ label, entries }) => {
          const [first, ...others] = entries;
          if (!first) return [];
          const tab = { to: first.to, label: others.length > 0 ? label : first.label };
          return [{ ...tab, isCurrent: entries.some(isHere) }];
        })}
      />
      {open && open.entries.length > 1 && (
        <nav aria-label={open.label} className="-mt-4 mb-8" data-print="no">
          <ul className="flex flex-wrap gap-x-6">
            {open.entries.map(({ page, to, label }) => (
              <li key={to}>
                <Link
                  to={to}
                  aria-current={page === current ? 'page' : undefined}
                  className={
                    page === current
                      ? 'inline-flex min-h-11 items-center font-semibold'
                      : 'link inline-flex min-h-11 items-center'
                  }
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
