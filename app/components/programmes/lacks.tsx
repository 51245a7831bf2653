import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { usePrerequisiteWord } from '~/components/people/words.ts';
import { useCan } from '~/components/shell/network.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';

type Lack = { kindId: string; code: string; name: string; state: 'missing' | 'lapsed' };

/** What keeps a mentor from being matched, one line for each, with the way to put it right. */
export function LacksNotice({
  network,
  personId,
  lacks,
  isMentorNow,
}: {
  network: string;
  personId: string;
  lacks: readonly Lack[];
  /** The person holds the role of a mentor now. */
  isMentorNow: boolean;
}) {
  const { t } = useTranslation('programmes');
  const word = usePrerequisiteWord();
  const mayRecord = useCan()('person.edit');
  if (lacks.length === 0 && isMentorNow) return null;
  return (
    <Notice tone="warning" title={t('mentors.lacksTitle')}>
      <ul className="space-y-2">
        {!isMentorNow && (
          <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <span>{t('obstacles.mentor_without_role')}</span>
            {mayRecord && (
              <LinkButton size="small" to={paths.newRole(network, personId)}>
                {t('mentors.giveRole')}
              </LinkButton>
            )}
          </li>
        )}
        {lacks.map(({ kindId, state, ...kind }) => (
          <li key={kindId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <span>{t(`mentors.lacks.${state}`, { prerequisite: word(kind) })}</span>
            {mayRecord && (
              <LinkButton
                size="small"
                to={paths.personPrerequisite(network, personId, kindId)}
                aria-label={t('mentors.recordOf', { prerequisite: word(kind) })}
              >
                {t('mentors.record')}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
