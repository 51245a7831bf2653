import { paths } from '@tessera/paths/paths.ts';
import { Action, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

export type ApprovalNoticeProps = { step: 'requested' | 'decided'; approvalId: string };

/** Tells that a mentor asks for an approval, or that it is decided; neither about what nor whose. */
export function approvalNotice({ props, t, context }: TemplateInput<ApprovalNoticeProps>): MailContent {
  const { step, approvalId } = props;
  const subject = t(`approvalNotice.${step}`);
  return {
    subject,
    preheader: t(`approvalNotice.text.${step}`),
    title: subject,
    why: t('careNotice.why'),
    body: (
      <>
        <Paragraph>{t(`approvalNotice.text.${step}`)}</Paragraph>
        <Action
          href={networkLink(context, (code) => paths.mentoringApproval(code, approvalId))}
          label={t('careNotice.button')}
        />
      </>
    ),
  };
}
