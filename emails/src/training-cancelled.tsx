import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput, type TrainingFacts } from './template.ts';
import { trainingFacts } from './training-facts.ts';

export type TrainingCancelledProps = { training: TrainingFacts; reason: string | null };

/** Tells everyone with a place, and everyone who waits, that a training will not take place. */
export function trainingCancelled(input: TemplateInput<TrainingCancelledProps>): MailContent {
  const { props, t, context } = input;
  return {
    subject: t('trainingCancelled.subject', { title: props.training.title }),
    preheader: t('trainingCancelled.title'),
    title: t('trainingCancelled.title'),
    why: t('trainingCancelled.why'),
    body: (
      <>
        <Paragraph>{t('trainingCancelled.text')}</Paragraph>
        <Facts facts={[...trainingFacts(props.training, input), [t('facts.reason'), props.reason]]} />
        <Action
          href={networkLink(context, (code) => paths.trainings(code))}
          label={t('trainingCancelled.button')}
        />
      </>
    ),
  };
}
