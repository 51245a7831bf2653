import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput, type TrainingFacts } from './template.ts';
import { momentText, trainingFacts } from './training-facts.ts';

export type PresenceAskedProps = {
  training: TrainingFacts;
  session: { id: string; startsAt: Date; endsAt: Date };
  until: Date;
  seatId: string;
  /** Opens the question for its reader alone */
  token: string;
};

/** Asks somebody who takes part online whether they were there. */
export function presenceAsked(input: TemplateInput<PresenceAskedProps>): MailContent {
  const { props, t, context } = input;
  const { training, session, until, seatId, token } = props;
  return {
    subject: t('presenceAsked.subject', { title: training.title }),
    preheader: t('presenceAsked.text'),
    title: t('presenceAsked.title'),
    why: t('presenceAsked.why'),
    body: (
      <>
        <Paragraph>{t('presenceAsked.text')}</Paragraph>
        <Facts
          facts={[
            ...trainingFacts({ ...training, startsAt: session.startsAt, endsAt: session.endsAt }, input),
            [t('presenceAsked.until'), momentText(until, training.timeZone, input)],
          ]}
        />
        <Paragraph>{t('presenceAsked.ifNot')}</Paragraph>
        <Action
          href={networkLink(context, (code) => paths.presence(code, seatId, session.id, token))}
          label={t('presenceAsked.button')}
          t={t}
        />
      </>
    ),
  };
}
