import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

export type ClosingNoticeProps = {
  step: 'asked' | 'confirmed' | 'withdrawn';
  /** From when on it can be deleted; null while that is not decided */
  deleteAfter: Date | null;
  timeZone: string;
  /** A coordinator decides; everybody else can still get their own data */
  isCoordinator: boolean;
};

/** Tells those whom it concerns that their network is to be closed, closes, or does not after all. */
export function closingNotice({ props, t, f, context }: TemplateInput<ClosingNoticeProps>): MailContent {
  const { step, deleteAfter, timeZone, isCoordinator } = props;
  return {
    subject: t(`closingNotice.${step}.subject`, { name: context.network?.name ?? '' }),
    preheader: t(`closingNotice.${step}.text`),
    title: t(`closingNotice.${step}.title`),
    why: t('closingNotice.why'),
    body: (
      <>
        <Paragraph>{t(`closingNotice.${step}.text`)}</Paragraph>
        <Facts
          facts={[
            [t('facts.network'), context.network?.name ?? null],
            [t('closingNotice.deleteAfter'), deleteAfter && f.date(deleteAfter, timeZone)],
          ]}
        />
        {isCoordinator ? (
          <Action
            href={networkLink(context, (code) => paths.closing(code))}
            label={t('closingNotice.toClosing')}
          />
        ) : (
          <Action
            href={networkLink(context, () => paths.accountPrivacy())}
            label={t('closingNotice.toData')}
          />
        )}
      </>
    ),
  };
}
