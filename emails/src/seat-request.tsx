import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput, type TrainingFacts } from './template.ts';
import { momentText, trainingFacts } from './training-facts.ts';

export type SeatRequestProps = {
  training: TrainingFacts;
  requestId: string;
  token: string;
  expiresAt: Date;
};

/** Asks whoever registered by a public link whether the address is theirs; only then a seat is asked for. */
export function seatRequest(input: TemplateInput<SeatRequestProps>): MailContent {
  const { props, t, context } = input;
  return {
    subject: t('seatRequest.subject', { title: props.training.title }),
    preheader: t('seatRequest.text'),
    title: t('seatRequest.title'),
    why: t('seatRequest.why'),
    isPersonalLink: true,
    body: (
      <>
        <Paragraph>{t('seatRequest.text')}</Paragraph>
        <Facts
          facts={[
            ...trainingFacts(props.training, input),
            [t('facts.validUntil'), momentText(props.expiresAt, props.training.timeZone, input)],
          ]}
        />
        <Action
          href={networkLink(context, (code) => paths.seatRequest(code, props.requestId, props.token))}
          label={t('seatRequest.button')}
          t={t}
        />
        <Paragraph>{t('seatRequest.ignore')}</Paragraph>
      </>
    ),
  };
}
