import { paths } from '@tessera/paths/paths.ts';
import { doorPass, type Pass } from './door-pass.tsx';
import { Action, Facts, NamedList, Paragraph } from './parts.tsx';
import {
  guestLink,
  type MailContent,
  type MailT,
  type TemplateInput,
  type TrainingFacts,
} from './template.ts';
import {
  joinFact,
  leaveFact,
  momentText,
  type TrainingTime,
  trainingFacts,
  trainingTime,
} from './training-facts.ts';

/** `seats` are the confirmed ones, in order; `name` is null while nobody is named for the place. */
export type SeatsRegisteredProps = {
  training: TrainingFacts;
  institutionName: string | null;
  joinUrl: string | null;
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
  pass: Pass | null;
  /** The other dates on which those who wait would come as well; no position until they have joined the line there */
  otherDates: (TrainingTime & { title: string; position: number | null })[];
  /** The rules by which the waiting list is served */
  line: { priorityRule: 'first_come' | 'institutions_without_seat_first'; partyRule: 'skip' | 'strict' };
};

/** Tells how many places are confirmed, how many wait, and at which positions. */
export function seatsRegistered(input: TemplateInput<SeatsRegisteredProps>): MailContent {
  const { props, t, context } = input;
  const { training, confirmed, waiting, seats, cancelDeadline, line, leave, undecided, isGuest, otherDates } =
    props;
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
            joinFact(input, props.joinUrl),
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
        <NamedList
          heading={t('seatsRegistered.datesHeading')}
          items={otherDates.map(({ title, position, ...at }) => {
            const when = trainingTime(at, input);
            return position === null
              ? t('seatsRegistered.date', { title, when })
              : t('seatsRegistered.dateWithPosition', { title, when, position });
          })}
        />
        {otherDates.length > 0 ? <Paragraph>{t('seatsRegistered.datesText')}</Paragraph> : null}
        {waiting.length > 0 ? (
          <Paragraph>
            {t(`seatsRegistered.rules.${line.priorityRule}`)} {t(`seatsRegistered.rules.${line.partyRule}`)}
          </Paragraph>
        ) : null}
        {hasUnnamed ? <Paragraph>{t('seatsRegistered.nameThem')}</Paragraph> : null}
        {doorPass(props.pass, input)}
        {isGuest ? null : (
          <Action
            href={guestLink(context, paths.myRegistrations, paths.away)}
            label={t('seatsRegistered.button')}
          />
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
