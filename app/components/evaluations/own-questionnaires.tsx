import { Link } from '@remix-run/react';
import type { EvaluationStage } from '@tessera/core/evaluations/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Notice } from '~/ui/notice.tsx';

type Own = {
  seatId: string;
  stage: EvaluationStage;
  title: string;
  closesAt: Date;
  timeZone: string;
  token: string;
};

/** The questionnaires that wait for an answer of the reader. */
export function OwnQuestionnaires({
  network,
  questionnaires,
}: {
  network: string;
  questionnaires: readonly Own[];
}) {
  const { t } = useTranslation('evaluations');
  const format = useFormats();
  if (questionnaires.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice title={t('answer.mine', { count: questionnaires.length })}>
        <ul>
          {questionnaires.map(({ seatId, stage, title, closesAt, timeZone, token }) => (
            <li key={`${seatId} ${stage}`} className="flex flex-wrap items-center gap-x-3">
              <Link
                to={paths.questionnaire(network, seatId, stage, token)}
                className="link inline-flex min-h-11 items-center"
              >
                {t('answer.mineLink', { title, stage: t(`stages.${stage}`) })}
              </Link>
              <span className="text-muted">
                {t('answer.mineUntil', { date: format.date(closesAt, timeZone) })}
              </span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
