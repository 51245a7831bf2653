import { paths } from '@tessera/paths/paths.ts';
import { doorPass, type Pass } from './door-pass.tsx';
import { Action, Facts, Paragraph } from './parts.tsx';
import {
  guestLink,
  type MailContent,
  networkLink,
  type TemplateInput,
  type TrainingFacts,
} from './template.ts';
import { joinFact, leaveFact, trainingFacts } from './training-facts.ts';

export type SeatPromotedProps = {
  training: TrainingFacts;
  personName: string | null;
  institutionName: string | null;
  joinUrl: string | null;
  seatId: string;
  /** Whether it was wanted on any of several dates */
  hasOtherDates: boolean;
  leaveToken: string;
  pass: Pass | null;
  /** Somebody without a login */
  isGuest: boolean;
};

/** Tells that a place of the waiting list is confirmed now. */
export function seatPromoted(input: TemplateInput<SeatPromotedProps>): MailContent {
  const { props, t, context } = input;
  return {
    subject: t('seatPromoted.subject', { title: props.training.title }),
    preheader: t('seatPromoted.text'),
    title: t('seatPromoted.title'),
    why: t('seatPromoted.why'),
    body: (
      <>
        <Paragraph>{t('seatPromoted.text')}</Paragraph>
        <Facts
          facts={[
            ...trainingFacts(props.training, input),
            joinFact(input, props.joinUrl),
            [t('facts.person'), props.personName ?? t('personToBeNamed')],
            [t('facts.institution'), props.institutionName],
            leaveFact(input, props.seatId, props.leaveToken),
          ]}
        />
        <Paragraph>{t('seatPromoted.cancelHint')}</Paragraph>
        {props.hasOtherDates ? <Paragraph>{t('seatPromoted.otherDates')}</Paragraph> : null}
        {doorPass(props.pass, input)}
        <Action
          href={
            props.isGuest
              ? networkLink(context, (code) => paths.seatLeave(code, props.seatId, props.leaveToken))
              : guestLink(
                  context,
                  (code) => paths.seat(code, props.seatId),
                  (code) => paths.awaySeat(code, props.seatId),
                )
          }
          label={t('seatPromoted.button')}
        />
      </>
    ),
  };
}
