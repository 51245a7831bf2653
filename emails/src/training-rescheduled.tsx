import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, NamedList, Paragraph } from './parts.tsx';
import { awayPage, guestLink, type MailContent, type TemplateInput, type TrainingFacts } from './template.ts';
import { halfDayLines, leaveFact, momentText, type TrainingHalfDay, trainingTime } from './training-facts.ts';

export type TrainingRescheduledProps = {
  training: TrainingFacts;
  previousStartsAt: Date;
  /** Whether it had no date, so that any date is new */
  wasPostponed: boolean;
  /** None where the event is a single one */
  halfDays: TrainingHalfDay[];
  /** The link with which the reader's place is given back */
  leave: { seatId: string; token: string } | null;
  /** The one place of a guest of a partner network */
  awaySeatId: string | null;
};

/** Tells the new date of a training beside the one that people may have in their calendars, or its new half-days. */
export function trainingRescheduled(input: TemplateInput<TrainingRescheduledProps>): MailContent {
  const { props, t, context } = input;
  const { training, previousStartsAt, wasPostponed, halfDays, leave } = props;
  // Where only a later half-day moved, the event begins when it did.
  const hasMovedStart = previousStartsAt.getTime() !== training.startsAt.getTime();
  const isSameDate = !hasMovedStart && !wasPostponed && halfDays.length > 0;
  const newDate = trainingTime(training, input);
  return {
    subject: t(isSameDate ? 'trainingRescheduled.halfDaysSubject' : 'trainingRescheduled.subject', {
      title: training.title,
    }),
    preheader: `${t('facts.now')}: ${newDate}`,
    title: t(isSameDate ? 'trainingRescheduled.halfDaysTitle' : 'trainingRescheduled.title'),
    why: t('trainingRescheduled.why'),
    body: (
      <>
        <Paragraph>
          {t(isSameDate ? 'trainingRescheduled.halfDaysText' : 'trainingRescheduled.text')}
        </Paragraph>
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
        <Paragraph>
          {t(isSameDate ? 'trainingRescheduled.halfDaysHint' : 'trainingRescheduled.cancelHint')}
        </Paragraph>
        <Action
          href={guestLink(context, (code) => paths.training(code, training.id), awayPage(props.awaySeatId))}
          label={t('trainingRescheduled.button')}
        />
      </>
    ),
  };
}
