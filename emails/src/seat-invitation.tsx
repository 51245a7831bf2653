import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput, type TrainingFacts } from './template.ts';
import { momentText, trainingFacts } from './training-facts.ts';

export type SeatInvitationProps = {
  training: TrainingFacts;
  inviterName: string | null;
  invitationId: string;
  token: string;
  expiresAt: Date;
};

/** Invites a person to register for an event; the link registers once, so it is not to be forwarded. */
export function seatInvitation(input: TemplateInput<SeatInvitationProps>): MailContent {
  const { props, t, context } = input;
  return {
    subject: t('seatInvitation.subject', { title: props.training.title }),
    preheader: t('seatInvitation.text'),
    title: t('seatInvitation.title'),
    why: t('seatInvitation.why'),
    isPersonalLink: true,
    body: (
      <>
        <Paragraph>{t('seatInvitation.text')}</Paragraph>
        <Facts
          facts={[
            ...trainingFacts(props.training, input),
            [t('facts.invitedBy'), props.inviterName],
            [t('facts.validUntil'), momentText(props.expiresAt, props.training.timeZone, input)],
          ]}
        />
        <Action
          href={networkLink(context, (code) => paths.seatInvitation(code, props.invitationId, props.token))}
          label={t('seatInvitation.button')}
          t={t}
        />
      </>
    ),
  };
}
