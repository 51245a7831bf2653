import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, NamedList, Paragraph } from './parts.tsx';
import { awayPage, guestLink, type MailContent, type TemplateInput, type TrainingFacts } from './template.ts';
import { halfDayLines, leaveFact, momentText, type TrainingHalfDay, trainingTime } from './training-facts.ts';

export type TrainingRescheduledProps = {
  training: TrainingFacts;
  previousStartsAt: Date;
  /** None where the event is a single one */
  halfDays: TrainingHalfDay[];
  /** The link with which the reader's place is given back */
  leave: { seatId: string; token: string } | null;
  /** The one place of a guest of a partner network */
  awaySeatId: string | null;
};

/** Tells the new date of a training beside the one that people may have in their calendars. */
export function trainingRescheduled(input: TemplateInput<TrainingRescheduledProps>): MailContent {
  const { props, t, context } = input;
  const { training, previousStartsAt, halfDays, leave } = props;
  // Where only a later half-day moved, the event begins when it did.
  const hasMovedStart = previousStartsAt.getTime() !== training.startsAt.getTime();
  const newDate = trainingTime(training, input);
  return {
    subject: t('trainingRescheduled.subject', { title: training.title }),
    preheader: `${t('facts.now')}: ${newDate}`,
    title: t('trainingRescheduled.title'),
    why: t('trainingRescheduled.why'),
    body: (
      <>
        <Paragraph>{t('trainingRescheduled.text')}</Paragraph>
        <Facts
          facts={[
            [t('facts.training'), training.title],
            [t('facts.now'), newDate],
            [
              t('facts.before'),
              hasMovedStart ? momentText(previousStartsAt, training.timeZone, input) : null,
            ],
            [t('facts.where'), training.venue],
            ...(leave ? [leaveFact(input, leave.seatId, leave.token)] : []),
          ]}
        />
        <NamedList heading={t('trainingReminder.halfDays')} items={halfDayLines(training, halfDays, input)} />
        <Paragraph>{t('trainingRescheduled.cancelHint')}</Paragraph>
        <Action
          href={guestLink(context, (code) => paths.training(code, training.id), awayPage(props.awaySeatId))}
          label={t('trainingRescheduled.button')}
        />
      </>
    ),
  };
}
