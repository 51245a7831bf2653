import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput, type TrainingFacts } from './template.ts';
import { trainingFacts } from './training-facts.ts';

export type EvaluationAskedProps = {
  training: TrainingFacts;
  stage: 'before' | 'reaction' | 'after' | 'behaviour';
  seatId: string;
  closesAt: Date;
  /** Opens the questionnaire without a login */
  token: string;
};

const subjects = {
  before: 'evaluation.subjectBefore',
  reaction: 'evaluation.subject',
  after: 'evaluation.subject',
  behaviour: 'evaluation.subjectBehaviour',
} as const;

/** Asks somebody who has a place for their opinion. */
export function evaluationAsked(input: TemplateInput<EvaluationAskedProps>): MailContent {
  return content(input, false);
}

/** Asks a second and last time. */
export function evaluationReminder(input: TemplateInput<EvaluationAskedProps>): MailContent {
  return content(input, true);
}

function content(input: TemplateInput<EvaluationAskedProps>, isReminder: boolean): MailContent {
  const { props, t, f, context } = input;
  const { training, stage, seatId, token, closesAt } = props;
  const subject = t(subjects[stage], { title: training.title });
  return {
    subject: isReminder ? t('evaluation.reminder', { subject }) : subject,
    preheader: t('evaluation.text'),
    title: t('evaluation.title'),
    why: t('evaluation.why'),
    body: (
      <>
        <Paragraph>{t('evaluation.text')}</Paragraph>
        <Facts
          facts={[
            ...trainingFacts(training, input),
            [t('evaluation.until'), f.dateTime(closesAt, training.timeZone)],
          ]}
        />
        <Paragraph>{t('evaluation.anonymous')}</Paragraph>
        {isReminder && <Paragraph>{t('evaluation.last')}</Paragraph>}
        <Action
          href={networkLink(context, (code) => paths.questionnaire(code, seatId, stage, token))}
          label={t('evaluation.button')}
          t={t}
        />
      </>
    ),
  };
}
