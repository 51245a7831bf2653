import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, NamedList, Paragraph } from './parts.tsx';
import { awayPage, guestLink, type MailContent, type TemplateInput, type TrainingFacts } from './template.ts';
import { halfDayLines, leaveFact, momentText, type TrainingHalfDay, trainingTime } from './training-facts.ts';

export type TrainingRescheduledProps = {
  training: TrainingFacts;
  previousStartsAt: Date;
  /** Whether it had no date, so that any date is new */
  wasPostponed: boolean;
  /** It has another place alone; `before` is the venue until now, where it is another one */
  place: { before: string | null } | null;
  /** None where the event is a single one */
  halfDays: TrainingHalfDay[];
  /** The link with which the reader's place is given back */
  leave: { seatId: string; token: string } | null;
  /** The one place of a guest of a partner network */
  awaySeatId: string | null;
};

/** Tells the new date of a training beside the one that people may have in their calendars, its new half-days or its new place. */
export function trainingRescheduled(input: TemplateInput<TrainingRescheduledProps>): MailContent {
  const { props, t, context } = input;
  const { training, previousStartsAt, wasPostponed, place, halfDays, leave } = props;
  // Where only a later half-day moved, the event begins when it did.
  const hasMovedStart = previousStartsAt.getTime() !== training.startsAt.getTime();
  const isSameDate = !hasMovedStart && !wasPostponed && halfDays.length > 0;
  const change = place ? 'place' : isSameDate ? 'halfDays' : 'date';
  const { subject, title, text, hint } = words[change];
  const newDate = trainingTime(training, input);
  return {
    subject: t(`trainingRescheduled.${subject}`, { title: training.title }),
    preheader:
      place && training.venue ? `${t('facts.where')}: ${training.venue}` : `${t('facts.now')}: ${newDate}`,
    title: t(`trainingRescheduled.${title}`),
    why: t('trainingRescheduled.why'),
    body: (
      <>
        <Paragraph>{t(`trainingRescheduled.${text}`)}</Paragraph>
        <Facts
          facts={[
            [t('facts.training'), training.title],
            [t(place ? 'facts.when' : 'facts.now'), newDate],
            [
              t('facts.before'),
              hasMovedStart ? momentText(previousStartsAt, training.timeZone, input) : null,
            ],
            [t('facts.where'), training.venue],
            [t('trainingRescheduled.placeBefore'), place?.before ?? null],
            ...(leave ? [leaveFact(input, leave.seatId, leave.token)] : []),
          ]}
        />
        <NamedList heading={t('trainingReminder.halfDays')} items={halfDayLines(training, halfDays, input)} />
        <Paragraph>{t(`trainingRescheduled.${hint}`)}</Paragraph>
        <Action
          href={guestLink(context, (code) => paths.training(code, training.id), awayPage(props.awaySeatId))}
          label={t('trainingRescheduled.button')}
        />
      </>
    ),
  };
}

const words = {
  date: { subject: 'subject', title: 'title', text: 'text', hint: 'cancelHint' },
  halfDays: {
    subject: 'halfDaysSubject',
    title: 'halfDaysTitle',
    text: 'halfDaysText',
    hint: 'halfDaysHint',
  },
  place: { subject: 'placeSubject', title: 'placeTitle', text: 'placeText', hint: 'placeHint' },
} as const;
