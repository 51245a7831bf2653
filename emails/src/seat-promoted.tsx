import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput, type TrainingFacts } from './template.ts';
import { leaveFact, trainingFacts } from './training-facts.ts';

export type SeatPromotedProps = {
  training: TrainingFacts;
  personName: string | null;
  institutionName: string | null;
  seatId: string;
  leaveToken: string;
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
            [t('facts.person'), props.personName ?? t('personToBeNamed')],
            [t('facts.institution'), props.institutionName],
            leaveFact(input, props.seatId, props.leaveToken),
          ]}
        />
        <Paragraph>{t('seatPromoted.cancelHint')}</Paragraph>
        <Action
          href={networkLink(context, (code) =>
            props.isGuest
              ? paths.seatLeave(code, props.seatId, props.leaveToken)
              : paths.seat(code, props.seatId),
          )}
          label={t('seatPromoted.button')}
        />
      </>
    ),
  };
}
