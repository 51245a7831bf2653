import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput, type TrainingFacts } from './template.ts';
import { trainingFacts } from './training-facts.ts';

export type SeatAskedAgainProps = {
  training: TrainingFacts;
  personName: string | null;
  institutionName: string | null;
};

/** Tells coordinators that a seat has a new name and waits for their decision again. */
export function seatAskedAgain(input: TemplateInput<SeatAskedAgainProps>): MailContent {
  const { props, t, context } = input;
  return {
    subject: t('seatAskedAgain.subject', { title: props.training.title }),
    preheader: t('seatAskedAgain.text'),
    title: t('seatAskedAgain.title'),
    why: t('seatAskedAgain.why'),
    body: (
      <>
        <Paragraph>{t('seatAskedAgain.text')}</Paragraph>
        <Facts
          facts={[
            [t('facts.person'), props.personName ?? t('personToBeNamed')],
            [t('facts.institution'), props.institutionName],
            ...trainingFacts(props.training, input),
          ]}
        />
        <Action
          href={networkLink(context, (code) => paths.approvals(code, props.training.id))}
          label={t('seatAskedAgain.button')}
        />
      </>
    ),
  };
}
