import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { guestLink, type MailContent, type TemplateInput, type TrainingFacts } from './template.ts';
import { trainingFacts } from './training-facts.ts';

export type SeatLapsedProps = { training: TrainingFacts; personName: string | null };

/** Tells that an offered place was not accepted in time. */
export function seatLapsed(input: TemplateInput<SeatLapsedProps>): MailContent {
  const { props, t, context } = input;
  const atTraining = (code: string) => paths.training(code, props.training.id);
  return {
    subject: t('seatLapsed.subject', { title: props.training.title }),
    preheader: t('seatLapsed.text'),
    title: t('seatLapsed.title'),
    why: t('seatLapsed.why'),
    body: (
      <>
        <Paragraph>{t('seatLapsed.text')}</Paragraph>
        <Facts facts={[...trainingFacts(props.training, input), [t('facts.person'), props.personName]]} />
        <Paragraph>{t('seatLapsed.again')}</Paragraph>
        <Action href={guestLink(context, atTraining, atTraining)} label={t('seatLapsed.button')} />
      </>
    ),
  };
}
