import { absolute, paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput, type TrainingFacts } from './template.ts';
import { trainingFacts } from './training-facts.ts';

export type CertificateIssuedProps = {
  training: TrainingFacts;
  personName: string;
  certificateId: string;
  verifyCode: string;
  /** Opens it for somebody without a login */
  guest: { seatId: string; token: string } | null;
};

/** Brings the learner to the certificate, and tells how others can check it. */
export function certificateIssued(input: TemplateInput<CertificateIssuedProps>): MailContent {
  const { props, t, context } = input;
  return {
    subject: t('certificateIssued.subject', { title: props.training.title }),
    preheader: t('certificateIssued.text'),
    title: t('certificateIssued.title'),
    why: t('certificateIssued.why'),
    body: (
      <>
        <Paragraph>{t('certificateIssued.text')}</Paragraph>
        <Facts
          facts={[
            [t('facts.person'), props.personName],
            ...trainingFacts(props.training, input),
            [t('facts.verifyCode'), props.verifyCode],
            [t('facts.verifyAt'), absolute(context.origin, paths.verify(props.verifyCode)), 'link'],
          ]}
        />
        <Paragraph>{t('certificateIssued.verifyHint')}</Paragraph>
        <Action
          href={networkLink(context, (code) =>
            props.guest
              ? paths.guestCertificate(code, props.guest.seatId, props.guest.token)
              : paths.certificatePdf(code, props.certificateId),
          )}
          label={t('certificateIssued.button')}
        />
      </>
    ),
  };
}
