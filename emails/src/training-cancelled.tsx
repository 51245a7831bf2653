import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { awayPage, guestLink, type MailContent, type TemplateInput, type TrainingFacts } from './template.ts';
import { trainingFacts } from './training-facts.ts';

export type TrainingCancelledProps = {
  training: TrainingFacts;
  reason: string | null;
  /** The one place of a guest of a partner network */
  awaySeatId: string | null;
};

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
          href={guestLink(context, (code) => paths.trainings(code), awayPage(props.awaySeatId))}
          label={t('trainingCancelled.button')}
        />
      </>
    ),
  };
}
