import { createHash } from 'node:crypto';
import { type CalendarEvent, calendarFile } from '@tessera/documents/calendar.server.ts';
import { env } from '@tessera/env/env.server.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';

type CalendarTraining = {
  id: string;
  title: string;
  summary: string;
  venue: string;
  timeZone: string;
  state: string;
  sequence: number;
  updatedAt: Date;
  sessions: readonly { id: string; startsAt: Date; endsAt: Date; room: string }[];
};

/**
 * Trainings as an iCalendar file, one entry for each half-day. A calendar program that asks again and again gets a
 * short "not changed" while nothing changed.
 * @param fileName without its ending
 */
export function calendarAnswer(
  request: Request,
  calendar: {
    network: string;
    name: string;
    fileName: string;
    language: Language;
    trainings: readonly CalendarTraining[];
  },
): Response {
  const { network, name, fileName, language, trainings } = calendar;
  const { appUrl } = env();
  const versions = trainings.map(({ id, sequence, updatedAt }) => [id, sequence, updatedAt.getTime()]);
  const tag = `"${createHash('sha256')
    .update(JSON.stringify([appUrl, name, language, versions]))
    .digest('base64url')
    .slice(0, 27)}"`;
  const headers = new Headers({
    ETag: tag,
    // Members see more than visitors, and everyone their own language.
    'Cache-Control': 'private, no-cache',
    Vary: 'Accept-Language, Cookie',
  });
  const newest = Math.max(...versions.map(([, , updatedAt]) => Number(updatedAt)));
  if (Number.isFinite(newest)) headers.set('Last-Modified', new Date(newest).toUTCString());
  if (isKnown(request, tag)) return new Response(null, { status: 304, headers });

  headers.set('Content-Type', 'text/calendar; charset=utf-8');
  headers.set('Content-Disposition', `inline; filename="${fileName}.ics"`);
  const events = trainings.flatMap((training) => eventsOf(training, network));
  const file = calendarFile({ name, language, method: 'PUBLISH', productUrl: appUrl, events });
  return new Response(request.method === 'HEAD' ? null : file, { headers });
}

function eventsOf(training: CalendarTraining, network: string): CalendarEvent[] {
  const { appUrl } = env();
  const { id, title, summary, venue, timeZone, state, sequence, updatedAt } = training;
  const url = absolute(appUrl, paths.training(network, id));
  return training.sessions.map(({ id: sessionId, startsAt, endsAt, room }) => ({
    uid: `${sessionId}@${new URL(appUrl).host}`,
    sequence,
    status: state === 'cancelled' || state === 'postponed' ? 'CANCELLED' : 'CONFIRMED',
    summary: title,
    description: [summary, url].filter(Boolean).join('\n\n'),
    location: [venue, room].filter(Boolean).join(', ') || null,
    url,
    startsAt,
    endsAt,
    timeZone,
    updatedAt,
    organiser: null,
  }));
}

// A compressed answer carries the same tag as a weak one.
function isKnown(request: Request, tag: string): boolean {
  const known = request.headers.get('If-None-Match') ?? '';
  return known.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
