import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

export type AccessNoticeProps = {
  step: 'requested' | 'approved' | 'used';
  requesterName: string | null;
  isOperator: boolean;
  deciderName: string | null;
};

/** Tells coordinators about an access to a sealed record. The reason and the record stand on the page only. */
export function accessNotice({ props, t, context }: TemplateInput<AccessNoticeProps>): MailContent {
  const { step, requesterName, isOperator, deciderName } = props;
  return {
    subject: t(`accessNotice.${step}`),
    preheader: t('accessNotice.text'),
    title: t(`accessNotice.${step}`),
    why: t('accessNotice.why'),
    body: (
      <>
        <Paragraph>{t('accessNotice.text')}</Paragraph>
        <Facts
          facts={[
            [t('accessNotice.who'), requesterName],
            [t('facts.role'), isOperator ? t('roles.platform_admin') : t('roles.coordinator')],
            [t('accessNotice.decider'), deciderName],
          ]}
        />
        <Action
          href={networkLink(context, (code) => paths.accesses(code))}
          label={t('accessNotice.button')}
        />
      </>
    ),
  };
}
