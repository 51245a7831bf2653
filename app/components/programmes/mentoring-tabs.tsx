import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useCan } from '~/components/shell/network.ts';
import { Tabs } from '~/ui/ways.tsx';

type Tab = 'board' | 'programmes' | 'mentors' | 'mentees' | 'matching';

/** The parts of mentoring that the reader may open. */
export function MentoringTabs({ network, current }: { network: string; current: Tab }) {
  const { t } = useTranslation('programmes');
  const may = useCan();
  const tabs: (readonly [Tab, string] | false)[] = [
    (may('relation.move') || may('mentoring.summary')) && ['board', paths.mentoring(network)],
    may('programme.read') && ['programmes', paths.mentoringProgrammes(network)],
    may('mentor.add') && ['mentors', paths.mentors(network)],
    may('mentee.add') && ['mentees', paths.mentees(network)],
    may('relation.propose') && ['matching', paths.matching(network)],
  ];
  const shown = tabs.filter((tab) => tab !== false);
  if (shown.length < 2) return null;
  return (
    <Tabs
      label={t('title')}
      tabs={shown.map(([tab, to]) => ({ to, label: t(`tabs.${tab}`), isCurrent: tab === current }))}
    />
  );
}
