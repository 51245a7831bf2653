import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useCan } from '~/components/shell/network.ts';
import { Tabs } from '~/ui/ways.tsx';

type Tab = 'board' | 'programmes' | 'mentors' | 'mentees' | 'matching';

/** The parts of mentoring that the reader may open. */
export function MentoringTabs({ network, current }: { network: string; current: Tab }) {
  const { t } = useTranslation(['programmes', 'initiatives', 'indicators', 'care']);
  const may = useCan();
  const tabs: (readonly [Tab, string] | false)[] = [
    (may('relation.move') || may('mentoring.summary')) && ['board', paths.mentoring(network)],
    may('programme.read') && ['programmes', paths.mentoringProgrammes(network)],
    may('mentor.add') && ['mentors', paths.mentors(network)],
    may('mentee.add') && ['mentees', paths.mentees(network)],
    may('relation.propose') && ['matching', paths.matching(network)],
  ];
  const own = tabs
    .filter((tab) => tab !== false)
    .map(([tab, to]) => ({ to, label: t(`tabs.${tab}`), isCurrent: tab === current }));
  const beside = [
    may('initiative.read') && { to: paths.initiatives(network), label: t('initiatives:title') },
    may('mentoring.summary') && { to: paths.mentoringFigures(network), label: t('indicators:title') },
    may('care.read') && { to: paths.care(network), label: t('care:board.title') },
    may('concern.raise') && { to: paths.concerns(network), label: t('care:concerns.title') },
  ].filter((tab) => tab !== false);
  const shown = [...own, ...beside.map((tab) => ({ ...tab, isCurrent: false }))];
  if (shown.length < 2) return null;
  return <Tabs label={t('title')} tabs={shown} />;
}
