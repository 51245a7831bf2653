import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { When } from '~/components/when.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import type { PersonPage } from './person-roles.tsx';

type Seats = PersonPage['seats'];
type Training = Seats['trains'][number];

/** What a person has to do with trainings, in short. */
export function PersonTrainings({ code, seats }: { code: string; seats: Seats }) {
  const { t } = useTranslation('people');
  return (
    <DefinitionList
      entries={[
        { term: t('person.confirmed'), value: seats.confirmed },
        { term: t('person.waiting'), value: seats.waiting },
        { term: t('person.attended'), value: seats.attended },
        { term: t('person.certificates'), value: seats.certificates },
        { term: t('person.next'), value: listed(code, seats.next) },
        { term: t('person.trains'), value: listed(code, seats.trains) },
      ]}
    />
  );
}

function listed(code: string, trainings: readonly Training[]) {
  if (trainings.length === 0) return null;
  return (
    <ul className="space-y-2">
      {trainings.map((training) => (
        <li key={training.id}>
          <Link to={paths.training(code, training.id)} className="link">
            {training.title}
          </Link>
          <span className="block text-sm text-muted">
            <When {...training} />
          </span>
        </li>
      ))}
    </ul>
  );
}
