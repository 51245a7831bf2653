import { isCalm, type SurveyAnswer } from '@tessera/core/care/standstill-rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';

type Survey = {
  id: string;
  aliases: string[];
  /** Of the mentee who was asked; null for the mentor. */
  alias: string | null;
  answer: SurveyAnswer | null;
  askedAt: Date;
  answeredAt: Date | null;
  mentor: { givenName: string; familyName: string; nameOrder: 'given_first' | 'family_first' };
};

/** Who was asked whether they still meet, and the word that they answered. */
export function SurveyList({ surveys }: { surveys: readonly Survey[] }) {
  const { t } = useTranslation('care');
  const format = useFormats();
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  return (
    <ul className="max-w-[46rem]">
      {surveys.map(({ id, aliases, alias, answer, askedAt, answeredAt, mentor }) => (
        <li key={id} className="border-b border-rule py-4 first:pt-0 last:border-0">
          <p className="font-semibold wrap-anywhere">
            {alias === null ? `${t('board.mentor')}: ${format.personName(mentor)}` : <bdi>{alias}</bdi>}
          </p>
          <p className="mt-1 text-sm text-muted wrap-anywhere">
            {[
              alias === null ? aliases.join(', ') : format.personName(mentor),
              format.dateTime(answeredAt ?? askedAt, timeZone),
            ].join(' · ')}
          </p>
          <p className="mt-2">
            {answer === null ? (
              <Badge shape="waiting">{t('flags.open')}</Badge>
            ) : (
              <Badge
                tone={isCalm(answer) ? 'success' : 'warning'}
                shape={isCalm(answer) ? 'done' : 'attention'}
              >
                {t(`survey.answers.${answer}`)}
              </Badge>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
