import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, NamedList, Paragraph } from './parts.tsx';
import {
  guestLink,
  type MailContent,
  networkLink,
  type TemplateInput,
  type TrainingFacts,
} from './template.ts';
import {
  halfDayLines,
  joinFact,
  leaveFact,
  type TrainingHalfDay,
  trainingFacts,
  trainingTime,
} from './training-facts.ts';

export type TrainingReminderProps = {
  training: TrainingFacts;
  joinUrl: string | null;
  halfDays: TrainingHalfDay[];
  /** The reader's own place; its link is null once the place cannot be given back any more */
  own: { seatId: string; leaveToken: string | null } | null;
  /** Who comes of those whom the reader registered and no mail reaches */
  colleagues: string[];
  /** Places of theirs without a name */
  unnamed: number;
};

/** Reminds of an event that begins soon: when and where it is, and the way to give a place back or to name who comes. */
export function trainingReminder(input: TemplateInput<TrainingReminderProps>): MailContent {
  const { props, t, f, context } = input;
  const { training, joinUrl, halfDays, own, colleagues, unnamed } = props;
  const { timeZone } = training;
  const isForOthers = colleagues.length > 0 || unnamed > 0;
  return {
    subject: t('trainingReminder.subject', {
      title: training.title,
      date: f.date(training.startsAt, timeZone),
    }),
    preheader: trainingTime(training, input),
    title: t('trainingReminder.title'),
    why: t(own ? 'trainingReminder.whyOwn' : 'trainingReminder.whyOthers'),
    body: (
      <>
        <Facts
          facts={[
            ...trainingFacts(training, input),
            joinFact(input, joinUrl),
            ...(own?.leaveToken ? [leaveFact(input, own.seatId, own.leaveToken)] : []),
          ]}
        />
        <NamedList heading={t('trainingReminder.halfDays')} items={halfDayLines(training, halfDays, input)} />
        {own?.leaveToken ? <Paragraph>{t('trainingReminder.giveBack')}</Paragraph> : null}
        <NamedList heading={t('trainingReminder.colleagues')} items={colleagues} />
        {colleagues.length > 0 ? <Paragraph>{t('trainingReminder.passOn')}</Paragraph> : null}
        {unnamed > 0 ? (
          <Paragraph>
            {t('trainingReminder.unnamed', { count: unnamed })} {t('trainingReminder.nameThem')}
          </Paragraph>
        ) : null}
        {isForOthers ? (
          <Action
            href={guestLink(context, paths.myRegistrations, paths.away)}
            label={t('trainingReminder.buttonOthers')}
          />
        ) : (
          <Action
            href={networkLink(context, (code) => paths.training(code, training.id))}
            label={t('trainingReminder.buttonOwn')}
          />
        )}
      </>
    ),
  };
}
