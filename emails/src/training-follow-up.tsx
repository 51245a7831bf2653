import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput, type TrainingFacts } from './template.ts';
import { trainingFacts } from './training-facts.ts';

export type TrainingFollowUpProps = { training: TrainingFacts };

/** Thanks for having been there, and leads to what the page of the event says about it afterwards. */
export function trainingFollowUp(input: TemplateInput<TrainingFollowUpProps>): MailContent {
  const { props, t, context } = input;
  const { training } = props;
  return {
    subject: t('trainingFollowUp.subject', { title: training.title }),
    preheader: t('trainingFollowUp.text'),
    title: t('trainingFollowUp.title'),
    why: t('trainingFollowUp.why'),
    body: (
      <>
        <Paragraph>{t('trainingFollowUp.text')}</Paragraph>
        <Facts facts={trainingFacts(training, input)} />
        <Paragraph>{t('trainingFollowUp.next')}</Paragraph>
        <Action
          href={networkLink(context, (code) => paths.training(code, training.id))}
          label={t('trainingFollowUp.button')}
        />
      </>
    ),
  };
}
