import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { guestLink, type MailContent, type TemplateInput, type TrainingFacts } from './template.ts';
import { trainingFacts } from './training-facts.ts';

/** `promoted` says that someone took the place, never who: that person may belong to another institution. */
export type SeatCancelledProps = {
  training: TrainingFacts;
  personName: string | null;
  institutionName: string | null;
  promoted: boolean;
  audience: 'institution' | 'coordinator';
};

/** Confirms a cancelled place to its institution, or tells the coordinator about it. */
export function seatCancelled(input: TemplateInput<SeatCancelledProps>): MailContent {
  const { props, t, context } = input;
  const { training, audience } = props;
  const reader = audience === 'coordinator' ? 'Coordinator' : 'Institution';
  const page = audience === 'coordinator' ? paths.manage : paths.training;
  const text = t(`seatCancelled.text${reader}`);
  return {
    subject: t('seatCancelled.subject', { title: training.title }),
    preheader: text,
    title: t('seatCancelled.title'),
    why: t(`seatCancelled.why${reader}`),
    body: (
      <>
        <Paragraph>{text}</Paragraph>
        <Facts
          facts={[
            ...trainingFacts(training, input),
            [t('facts.person'), props.personName ?? t('personToBeNamed')],
            [t('facts.institution'), props.institutionName],
          ]}
        />
        {props.promoted ? <Paragraph>{t('seatCancelled.promoted')}</Paragraph> : null}
        {!props.promoted && audience === 'coordinator' ? (
          <Paragraph>{t('seatCancelled.free')}</Paragraph>
        ) : null}
        <Action
          href={guestLink(context, (code) => page(code, training.id), paths.away)}
          label={t(`seatCancelled.button${reader}`)}
        />
      </>
    ),
  };
}
