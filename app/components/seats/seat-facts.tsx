import { useTranslation } from '@tessera/i18n/react.tsx';
import { PersonName } from '~/components/person-name.tsx';
import { SeatStateBadge } from '~/components/state-badge.tsx';
import { Moment, When } from '~/components/when.tsx';
import { type Definition, DefinitionList } from '~/ui/lists.tsx';
import type { MySeat } from './seat-group.tsx';

/** Which seat a page is about. */
export function SeatFacts({ seat, more = [] }: { seat: MySeat; more?: readonly Definition[] }) {
  const { t } = useTranslation('seats');
  const { position } = seat;
  return (
    <DefinitionList
      entries={[
        {
          term: t('cancel.training'),
          value: (
            <>
              {seat.trainingTitle}
              <br />
              <span className="text-sm text-muted">
                <When {...seat} withTimes />
              </span>
            </>
          ),
        },
        { term: t('cancel.person'), value: <PersonName {...seat} /> },
        {
          term: t('register.halfDays'),
          value: seat.sessionStarts.length > 0 && (
            <ul>
              {seat.sessionStarts.map((at) => (
                <li key={at.toISOString()}>
                  <Moment at={at} timeZone={seat.timeZone} />
                </li>
              ))}
            </ul>
          ),
        },
        { term: t('cancel.institution'), value: seat.institutionName },
        {
          term: t('cancel.state'),
          value: (
            <>
              <SeatStateBadge state={seat.state} />
              {position !== null && <span className="ms-3 text-sm">{t('position', { position })}</span>}
            </>
          ),
        },
        ...more,
      ]}
    />
  );
}
