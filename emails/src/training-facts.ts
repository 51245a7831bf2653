import type { Formats } from '@tessera/i18n/format.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { paths } from '@tessera/paths/paths.ts';
import type { Fact } from './parts.tsx';
import { type MailT, networkLink, type TemplateInput, type TrainingFacts } from './template.ts';

/** When something takes place. */
export type TrainingTime = Pick<TrainingFacts, 'startsAt' | 'endsAt' | 'timeZone'>;

type Words = Pick<TemplateInput<unknown>, 't' | 'f' | 'context'>;

/** The lines that every mail about a training starts with. */
export function trainingFacts(training: TrainingFacts, { t, f, context }: Words): Fact[] {
  return [
    [t('facts.training'), training.title],
    [t('facts.when'), trainingTime(training, { t, f, context })],
    [t('facts.where'), training.venue],
  ];
}

/** The line with the address of the online room, for who has a confirmed place in it. */
export function joinFact({ t }: Pick<Words, 't'>, url: string | null): Fact {
  return [t('facts.join'), url, 'link'];
}

/** The line with the link that gives a place back, or leaves the waiting list, without signing in. */
export function leaveFact({ t, context }: Words, seatId: string, token: string): Fact {
  return [t('facts.leave'), networkLink(context, (code) => paths.seatLeave(code, seatId, token)), 'link'];
}

/** `13 May 2027, 09:00–15:00 (GMT+3)`, or from one moment to another when it takes several days. */
export function trainingTime({ startsAt, endsAt, timeZone }: TrainingTime, { t, f, context }: Words): string {
  const zone = zoneName(startsAt, timeZone, context.language);
  const date = f.date(startsAt, timeZone);
  if (date === f.date(endsAt, timeZone)) {
    return t('when.oneDay', { date, from: f.time(startsAt, timeZone), to: f.time(endsAt, timeZone), zone });
  }
  return t('when.range', { from: f.dateTime(startsAt, timeZone), to: f.dateTime(endsAt, timeZone), zone });
}

export type TrainingHalfDay = { startsAt: Date; endsAt: Date; room: string };

/** A line for each half-day: when it is, and in which room. */
export function halfDayLines(
  training: TrainingTime,
  halfDays: readonly TrainingHalfDay[],
  words: Words,
): string[] {
  return halfDays.map(({ room, ...times }) =>
    [trainingTime({ ...training, ...times }, words), room].filter(Boolean).join(', '),
  );
}

/** `10 May 2027, 18:00 (GMT+3)`: a deadline needs its zone, because guests of another country read it too. */
export function momentText(
  moment: Date,
  timeZone: string,
  { t, f, context }: { t: MailT; f: Formats; context: { language: Language } },
): string {
  return t('when.moment', {
    moment: f.dateTime(moment, timeZone),
    zone: zoneName(moment, timeZone, context.language),
  });
}

function zoneName(moment: Date, timeZone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(
    moment,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}
