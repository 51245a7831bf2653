import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput, type TrainingFacts } from './template.ts';
import { leaveFact, trainingFacts } from './training-facts.ts';

export type SeatDecidedProps = {
  training: TrainingFacts;
  personName: string | null;
  institutionName: string | null;
  outcome: 'confirmed' | 'waiting' | 'rejected';
  /** What the organiser wrote with a refusal */
  reason: string;
  /** The place in the line */
  position: number | null;
  seatId: string;
  leaveToken: string;
  /** Somebody without a login */
  isGuest: boolean;
};

/** Tells what the organiser decided on a registration. */
export function seatDecided(input: TemplateInput<SeatDecidedProps>): MailContent {
  const { props, t, context } = input;
  const { outcome, position, seatId, leaveToken, isGuest } = props;
  const isRefused = outcome === 'rejected';
  return {
    subject: t(`seatDecided.${outcome}.subject`, { title: props.training.title }),
    preheader: t(`seatDecided.${outcome}.text`),
    title: t(`seatDecided.${outcome}.title`),
    why: t('seatDecided.why'),
    body: (
      <>
        <Paragraph>{t(`seatDecided.${outcome}.text`)}</Paragraph>
        <Facts
          facts={[
            [t('seatDecided.reason'), isRefused ? props.reason : null],
            ...trainingFacts(props.training, input),
            [t('facts.person'), props.personName ?? t('personToBeNamed')],
            [t('facts.institution'), props.institutionName],
            [t('seatDecided.position'), position === null ? null : String(position)],
            ...(isRefused ? [] : [leaveFact(input, seatId, leaveToken)]),
          ]}
        />
        {isRefused ? null : (
          <Action
            href={networkLink(context, (code) =>
              isGuest ? paths.seatLeave(code, seatId, leaveToken) : paths.seat(code, seatId),
            )}
            label={t('seatDecided.button')}
          />
        )}
      </>
    ),
  };
}
