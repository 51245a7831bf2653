import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';
import { momentText } from './training-facts.ts';

export type InvitationRole =
  | 'coordinator'
  | 'institution_manager'
  | 'trainer'
  | 'mentor'
  | 'community_leader'
  | 'outreach_adviser'
  | 'volunteer'
  | 'viewer'
  | 'platform_admin';

export type InvitationProps = {
  inviterName: string | null;
  role: InvitationRole;
  institutionName: string | null;
  invitationId: string;
  token: string;
  expiresAt: Date;
  timeZone: string;
};

/** Invites a person into a role; the link is the key, so it is not to be forwarded. */
export function invitation(input: TemplateInput<InvitationProps>): MailContent {
  const { props, t, context } = input;
  const networkName = context.network?.name ?? null;
  return {
    subject: t('invitation.subject', { network: networkName }),
    preheader: `${t('facts.role')}: ${t(`roles.${props.role}`)}`,
    title: t('invitation.title'),
    why: t('invitation.why'),
    isPersonalLink: true,
    body: (
      <>
        <Paragraph>{t('invitation.text')}</Paragraph>
        <Facts
          facts={[
            [t('facts.network'), networkName],
            [t('facts.role'), t(`roles.${props.role}`)],
            [t('facts.institution'), props.institutionName],
            [t('facts.invitedBy'), props.inviterName],
            [t('facts.validUntil'), momentText(props.expiresAt, props.timeZone, input)],
          ]}
        />
        <Action
          href={networkLink(context, (code) => paths.invitation(code, props.invitationId, props.token))}
          label={t('invitation.button')}
          t={t}
        />
        <Paragraph>{t('invitation.ignore')}</Paragraph>
      </>
    ),
  };
}
