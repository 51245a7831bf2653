import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { When } from '~/components/when.tsx';
import { Section } from '~/ui/page.tsx';
import type { ShownTraining } from './shown-training.ts';

/** The other dates of the same series. */
export function OtherDates({ network, training }: { network: string; training: ShownTraining }) {
  const { t } = useTranslation('trainings');
  if (training.series.length === 0) return null;
  return (
    <Section id="dates" title={t('copy.otherDates')}>
      <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {training.series.map(({ id, ...span }) => (
          <li key={id}>
            <Link to={paths.training(network, id)} className="link inline-flex min-h-11 items-center">
              <When {...span} timeZone={training.timeZone} withTimes />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
