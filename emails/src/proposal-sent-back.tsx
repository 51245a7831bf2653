import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput, type TrainingFacts } from './template.ts';
import { trainingFacts } from './training-facts.ts';

export type ProposalSentBackProps = { training: TrainingFacts; reason: string };

/** Tells who proposed an event why the coordinator sent the proposal back. */
export function proposalSentBack(input: TemplateInput<ProposalSentBackProps>): MailContent {
  const { props, t, context } = input;
  const { training, reason } = props;
  return {
    subject: t('proposalSentBack.subject', { title: training.title }),
    preheader: reason,
    title: t('proposalSentBack.title'),
    why: t('proposalSentBack.why'),
    body: (
      <>
        <Paragraph>{t('proposalSentBack.text')}</Paragraph>
        <Facts facts={[...trainingFacts(training, input), [t('facts.reason'), reason]]} />
        <Action
          href={networkLink(context, (code) => paths.editTraining(code, training.id))}
          label={t('proposalSentBack.button')}
        />
      </>
    ),
  };
}
