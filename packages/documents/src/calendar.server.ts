import type { Language } from '@tessera/i18n/languages.ts';
import ical, { ICalCalendarMethod, type ICalDateTimeValue, ICalEventStatus } from 'ical-generator';
import { vtimezone, wallClock } from './vtimezone.ts';

export type CalendarEvent = {
  /** Stays the same for ever; a calendar finds the entry to change or to cancel by it. */
  uid: string;
  /** Grows with every change that matters. */
  sequence: number;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  summary: string;
  description: string;
  location: string | null;
  url: string;
  startsAt: Date;
  endsAt: Date;
  /** IANA zone of the place, `Europe/Bucharest`. */
  timeZone: string;
  updatedAt: Date;
  organiser: { name: string; email: string } | null;
};

export type CalendarInput = {
  name: string;
  language: Language;
  /** `CANCEL` takes the events out of the reader's calendar. */
  method: 'PUBLISH' | 'CANCEL';
  /** Address of the installation; names the maker of the file. */
  productUrl: string;
  events: CalendarEvent[];
};

/**
 * An iCalendar file (RFC 5545) with times on the wall clock of each event's zone and the zones themselves.
 * The same input gives the same text. Throws for an unknown time zone or a malformed address.
 */
export function calendarFile(input: CalendarInput): string {
  const times = input.events.flatMap((event) => [event.startsAt.getTime(), event.endsAt.getTime()]);
  const [first, last] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
  const calendar = ical({
    name: escaped(oneLine(input.name)),
    method: ICalCalendarMethod[input.method],
    prodId: { company: new URL(input.productUrl).host, product: 'Tessera', language: input.language },
    url: new URL(input.productUrl).href,
    timezone: { name: null, generator: (timeZone) => vtimezone(timeZone, first, last) },
  });

  for (const event of input.events) {
    const inUtc =
      event.timeZone === 'UTC' || isTwiceADay(event.startsAt, event) || isTwiceADay(event.endsAt, event);
    const time = (instant: Date) => (inUtc ? instant : onWallClock(instant, event.timeZone));
    calendar.createEvent({
      id: oneLine(event.uid),
      sequence: event.sequence,
      status: input.method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus[event.status],
      summary: oneLine(event.summary),
      description: plain(event.description),
      location: event.location && plain(event.location),
      // The library escapes these two, which a URL must not be.
      url: new URL(event.url).href.replace(/[,;]/g, encodeURIComponent),
      start: time(event.startsAt),
      end: time(event.endsAt),
      timezone: inUtc ? null : event.timeZone,
      stamp: event.updatedAt,
      lastModified: event.updatedAt,
      organizer: event.organiser && {
        name: oneLine(event.organiser.name) || oneLine(event.organiser.email),
        email: oneLine(event.organiser.email),
      },
    });
  }
  return `${calendar.toString()}\r\n`;
}

// When the clock goes back, one hour comes twice and a wall clock cannot tell which one is meant.
function isTwiceADay(instant: Date, { timeZone }: { timeZone: string }): boolean {
  const hourEarlier = new Date(instant.getTime() - 3_600_000);
  return wallClock(instant, timeZone) === wallClock(hourEarlier, timeZone);
}

// ical-generator reads a bare Date on the clock of the server; this shape of Luxon it asks for the zone's own clock.
function onWallClock(instant: Date, timeZone: string): ICalDateTimeValue {
  const [date = '', time = ''] = wallClock(instant, timeZone).split('T');
  const value = {
    isValid: true,
    zone: { type: 'iana' },
    setZone: () => value,
    toFormat: (format: string) => (format === 'HHmmss' ? time : date),
    toJSDate: () => instant,
    toJSON: () => instant.toJSON(),
  };
  return value;
}

function plain(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}/gu, '');
}

function oneLine(text: string): string {
  return plain(text.replace(/\s+/gu, ' ')).trim();
}

// The library escapes the text of events, not the name of the calendar.
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&');
}
