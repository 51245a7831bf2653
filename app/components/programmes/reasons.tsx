import type { Obstacle, Reason } from '@tessera/core/mentoring/matching.ts';
import type { MentorState, topics } from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { usePrerequisiteWord } from '~/components/people/words.ts';
import { useFormats } from '~/components/use-formats.ts';
import { useTimeWords } from './wishes.tsx';

type Kinds = readonly { kindId: string; code: string; name: string }[];

/** Why two fit, in words, and what stands against them. */
export function useReasonWords() {
  const { t } = useTranslation('programmes');
  const format = useFormats();
  const prerequisite = usePrerequisiteWord();
  const { timeWord } = useTimeWords();
  const reasonWord = (reason: Reason): string => {
    switch (reason.code) {
      case 'language_shared':
        return t('reasons.language_shared', {
          languages: format.list(reason.params.languages.map((code) => format.language(code))),
        });
      case 'topics_shared':
        return t('reasons.topics_shared', {
          topics: format.list(
            reason.params.topics.map((topic) => t(`topics.${topic as (typeof topics)[number]}`)),
          ),
        });
      case 'times_shared':
        return t('reasons.times_shared', { times: format.list(reason.params.times.map(timeWord)) });
      case 'place_same':
        return t('reasons.place_same', { place: reason.params.place });
      default:
        return t(`reasons.${reason.code}`);
    }
  };
  const obstacleWord = (obstacle: Obstacle, kinds: Kinds): string => {
    switch (obstacle.code) {
      case 'mentor_not_approved':
        return t('obstacles.mentor_not_approved', {
          state: t(`mentorStates.${obstacle.params.state as MentorState}`),
        });
      case 'prerequisite_missing':
      case 'prerequisite_lapsed': {
        const lacked = kinds.filter(({ kindId }) => obstacle.params.kindIds.includes(kindId));
        return t(`obstacles.${obstacle.code}`, { prerequisite: format.list(lacked.map(prerequisite)) });
      }
      default:
        return t(`obstacles.${obstacle.code}`);
    }
  };
  return { reasonWord, obstacleWord };
}

/** The points of a pair and one line for each question. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation('programmes');
  const { reasonWord } = useReasonWords();
  return (
    <ul className="space-y-0.5">
      {reasons.map((reason) => (
        <li key={reason.code} className={reason.points === 0 ? 'text-muted' : undefined}>
          {reasonWord(reason)}{' '}
          {reason.points > 0 && (
            <span className="text-muted tabular-nums">{t('matching.points', { count: reason.points })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
