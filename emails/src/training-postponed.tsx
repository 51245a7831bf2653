import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { awayPage, guestLink, type MailContent, type TemplateInput, type TrainingFacts } from './template.ts';
import { leaveFact, trainingTime } from './training-facts.ts';

export type TrainingPostponedProps = {
  training: TrainingFacts;
  reason: string | null;
  /** The link with which the reader's place is given back */
  leave: { seatId: string; token: string } | null;
  /** The one place of a guest of a partner network */
  awaySeatId: string | null;
};

/** Tells everyone with a place, and everyone who waits, that an event comes later and its date is not known yet. */
export function trainingPostponed(input: TemplateInput<TrainingPostponedProps>): MailContent {
  const { props, t, context } = input;
  const { training, reason, leave } = props;
  return {
    subject: t('trainingPostponed.subject', { title: training.title }),
    preheader: t('trainingPostponed.title'),
    title: t('trainingPostponed.title'),
    why: t('trainingPostponed.why'),
    body: (
      <>
        <Paragraph>{t('trainingPostponed.text')}</Paragraph>
        <Facts
          facts={[
            [t('facts.training'), training.title],
            [t('facts.before'), trainingTime(training, input)],
            [t('facts.where'), training.venue],
            [t('facts.reason'), reason],
            ...(leave ? [leaveFact(input, leave.seatId, leave.token)] : []),
          ]}
        />
        <Paragraph>{t('trainingPostponed.giveBack')}</Paragraph>
        <Action
          href={guestLink(context, (code) => paths.training(code, training.id), awayPage(props.awaySeatId))}
          label={t('trainingPostponed.button')}
        />
      </>
    ),
  };
}
