import type { StageResult } from '@tessera/core/evaluations/results.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Meter } from '~/ui/meter.tsx';
import { Notice } from '~/ui/notice.tsx';
import { Section } from '~/ui/page.tsx';
import { QuestionFigures } from './question-result.tsx';

/** One questionnaire of a training: how it stands, how many answered, and what, once that may be shown. */
export function StageSection({
  network,
  training,
  result,
  canClose,
}: {
  network: string;
  training: { id: string; timeZone: string };
  result: StageResult;
  canClose: boolean;
}) {
  const { t } = useTranslation('evaluations');
  const format = useFormats();
  const { stage, state, opensAt, closesAt, asked, answered, questions } = result;
  const date = format.dateTime(state === 'ahead' ? opensAt : closesAt, training.timeZone);
  const share = asked > 0 ? format.percent(answered / asked) : '';
  return (
    <Section
      id={stage}
      title={t(`stages.${stage}`)}
      lead={t(`results.${state}`, { date })}
      actions={
        state === 'open' &&
        canClose && (
          <LinkButton
            to={paths.evaluationClosing(network, training.id, stage)}
            size="small"
            aria-label={t('results.closeFor', { stage: t(`stages.${stage}`) })}
          >
            {t('results.close')}
          </LinkButton>
        )
      }
    >
      {(state === 'open' || state === 'closed') && (
        <div className="mb-6">
          {asked > 0 ? (
            <Meter value={answered} max={asked} words={t('results.rate', { answered, asked, share })} />
          ) : (
            <p className="text-muted">{t('results.nobodyAsked')}</p>
          )}
        </div>
      )}
      {state === 'open' && <Notice title={t('results.few')}>{t('results.openText')}</Notice>}
      {state === 'closed' && questions === null && (
        <Notice title={t('results.few')}>{asked > 0 && t('results.fewText')}</Notice>
      )}
      {questions?.map((question) => (
        <QuestionFigures key={question.name} question={question} />
      ))}
    </Section>
  );
}
