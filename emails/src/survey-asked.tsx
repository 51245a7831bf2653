import { paths } from '@tessera/paths/paths.ts';
import { Action, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';
import { momentText } from './training-facts.ts';

export type SurveyAskedProps = {
  surveyId: string;
  /** Opens the question for its reader alone */
  token: string;
  until: Date;
  timeZone: string;
};

/** Asks a mentor or a mentee whether they still meet; no alias, and nobody's name but the reader's. */
export function surveyAsked(input: TemplateInput<SurveyAskedProps>): MailContent {
  const { props, t, context } = input;
  const { surveyId, token, until, timeZone } = props;
  const subject = t('surveyAsked.subject');
  return {
    subject,
    preheader: t('surveyAsked.text'),
    title: subject,
    why: t('surveyAsked.why'),
    body: (
      <>
        <Paragraph>{t('surveyAsked.text')}</Paragraph>
        <Paragraph>{t('surveyAsked.until', { moment: momentText(until, timeZone, input) })}</Paragraph>
        <Action
          href={networkLink(context, (code) => paths.mentoringSurvey(code, surveyId, token))}
          label={t('surveyAsked.button')}
          t={t}
        />
      </>
    ),
  };
}
