import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

export type CareWeekProps = { relations: number; standing: number; questions: number; held: number };

/** The figures of a week in mentoring: how much there is and how much waits, and nobody by an alias. */
export function careWeek({ props, t, f, context }: TemplateInput<CareWeekProps>): MailContent {
  const lines = (['relations', 'held', 'standing', 'questions'] as const).map(
    (each) => [t(`careWeek.${each}`), f.number(props[each])] as const,
  );
  return {
    subject: t('careWeek.subject'),
    preheader: t('careWeek.text'),
    title: t('careWeek.subject'),
    why: t('careNotice.why'),
    body: (
      <>
        <Paragraph>{t('careWeek.text')}</Paragraph>
        <Facts facts={lines} />
        <Action href={networkLink(context, (code) => paths.care(code))} label={t('careNotice.button')} />
      </>
    ),
  };
}
