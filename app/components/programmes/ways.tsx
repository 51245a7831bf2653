import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs, type Way } from '~/ui/ways.tsx';

/** The pages above one programme, mentor, mentee or relation. */
export function MentoringWays({
  network,
  above,
  more = [],
}: {
  network: string;
  above: 'programmes' | 'mentors' | 'mentees' | 'matching' | 'board';
  more?: readonly Way[];
}) {
  const { t } = useTranslation('programmes');
  const to = {
    board: paths.mentoring(network),
    programmes: paths.mentoringProgrammes(network),
    mentors: paths.mentors(network),
    mentees: paths.mentees(network),
    matching: paths.matching(network),
  }[above];
  return <Breadcrumbs label={t('title')} ways={[{ to, label: t(`tabs.${above}`) }, ...more]} />;
}
