import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, NamedList, Paragraph } from './parts.tsx';
import {
  type MailContent,
  type MailT,
  networkLink,
  type TemplateInput,
  type TrainingFacts,
} from './template.ts';
import { leaveFact, momentText, trainingFacts } from './training-facts.ts';

/** `seats` are the confirmed ones, in order; `name` is null while nobody is named for the place. */
export type SeatsRegisteredProps = {
  training: TrainingFacts;
  institutionName: string | null;
  confirmed: number;
  waiting: { name: string | null; position: number }[];
  seats: { name: string | null }[];
  /** Those that the organiser decides on */
  undecided: { name: string | null }[];
  /** Somebody without a login */
  isGuest: boolean;
  cancelDeadline: Date | null;
  /** The link with which the only place of a registration is given back */
  leave: { seatId: string; token: string } | null;
  /** The rules by which the waiting list is served */
  line: { priorityRule: 'first_come' | 'institutions_without_seat_first'; partyRule: 'skip' | 'strict' };
};

/** Tells how many places are confirmed, how many wait, and at which positions. */
export function seatsRegistered(input: TemplateInput<SeatsRegisteredProps>): MailContent {
  const { props, t, context } = input;
  const { training, confirmed, waiting, seats, cancelDeadline, line, leave, undecided, isGuest } = props;
  const outcome =
    undecided.length > 0
      ? 'Undecided'
      : waiting.length === 0
        ? 'Confirmed'
        : confirmed === 0
          ? 'Waiting'
          : 'Mixed';
  const hasUnnamed = [...seats, ...waiting, ...undecided].some((seat) => seat.name === null);
  const summary = [
    confirmed > 0 ? t('seatsRegistered.confirmed', { count: confirmed }) : null,
    waiting.length > 0 ? t('seatsRegistered.waiting', { count: waiting.length }) : null,
    waiting.length > 0 ? t('seatsRegistered.waitingNext') : null,
    undecided.length > 0 ? t('seatsRegistered.undecided', { count: undecided.length }) : null,
  ].filter((sentence) => sentence !== null);

  return {
    subject: t(`seatsRegistered.subject${outcome}`, { title: training.title }),
    preheader: summary.join(' '),
    title: t(`seatsRegistered.title${outcome}`),
    why: t('seatsRegistered.why'),
    body: (
      <>
        <Paragraph>{summary.join(' ')}</Paragraph>
        <Facts
          facts={[
            ...trainingFacts(training, input),
            [t('facts.institution'), props.institutionName],
            [t('facts.cancelUntil'), cancelDeadline && momentText(cancelDeadline, training.timeZone, input)],
            ...(leave ? [leaveFact(input, leave.seatId, leave.token)] : []),
          ]}
        />
        <NamedList heading={t('seatsRegistered.confirmedHeading')} items={confirmedNames(seats, t)} />
        <NamedList heading={t('seatsRegistered.undecidedHeading')} items={confirmedNames(undecided, t)} />
        <NamedList
          heading={t('seatsRegistered.waitingHeading')}
          items={waiting.map(({ name, position }) =>
            t('seatsRegistered.position', { position, name: name ?? t('personToBeNamed') }),
          )}
        />
        {waiting.length > 0 ? (
          <Paragraph>
            {t(`seatsRegistered.rules.${line.priorityRule}`)} {t(`seatsRegistered.rules.${line.partyRule}`)}
          </Paragraph>
        ) : null}
        {hasUnnamed ? <Paragraph>{t('seatsRegistered.nameThem')}</Paragraph> : null}
        {isGuest ? null : (
          <Action href={networkLink(context, paths.myRegistrations)} label={t('seatsRegistered.button')} />
        )}
      </>
    ),
  };
}

function confirmedNames(seats: SeatsRegisteredProps['seats'], t: MailT): string[] {
  const names = seats.map((seat) => seat.name).filter((name) => name !== null);
  const unnamed = seats.length - names.length;
  return unnamed === 0 ? names : [...names, t('seatsRegistered.unnamed', { count: unnamed })];
}
