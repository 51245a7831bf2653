import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import {
  guestLink,
  type MailContent,
  networkLink,
  type TemplateInput,
  type TrainingFacts,
} from './template.ts';
import { momentText, trainingFacts } from './training-facts.ts';

export type SeatOfferedProps = {
  training: TrainingFacts;
  personName: string | null;
  seatId: string;
  /** Whether it was wanted on any of several dates */
  hasOtherDates: boolean;
  expiresAt: Date;
  /** Opens the answer for somebody without a login */
  guestToken: string | null;
};

/** Offers a free place and says until when it is held. */
export function seatOffered(input: TemplateInput<SeatOfferedProps>): MailContent {
  const { props, t, context } = input;
  const { guestToken } = props;
  const answerBy = momentText(props.expiresAt, props.training.timeZone, input);
  return {
    subject: t('seatOffered.subject', { title: props.training.title }),
    preheader: `${t('facts.answerBy')}: ${answerBy}`,
    title: t('seatOffered.title'),
    why: t('seatOffered.why'),
    body: (
      <>
        <Paragraph>{t('seatOffered.text')}</Paragraph>
        <Facts
          facts={[
            [t('facts.answerBy'), answerBy],
            ...trainingFacts(props.training, input),
            [t('facts.person'), props.personName ?? t('personToBeNamed')],
          ]}
        />
        <Paragraph>{t('seatOffered.after')}</Paragraph>
        {props.hasOtherDates ? <Paragraph>{t('seatOffered.otherDates')}</Paragraph> : null}
        <Action
          href={
            guestToken === null
              ? guestLink(
                  context,
                  (code) => paths.seatOffer(code, props.seatId),
                  (code) => paths.awayOffer(code, props.seatId),
                )
              : networkLink(context, (code) => paths.seatLeave(code, props.seatId, guestToken))
          }
          label={t('seatOffered.button')}
        />
      </>
    ),
  };
}
