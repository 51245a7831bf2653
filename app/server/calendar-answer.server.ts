import { createHash } from 'node:crypto';
import { type CalendarEvent, calendarFile } from '@tessera/documents/calendar.server.ts';
import { env } from '@tessera/env/env.server.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { absolute } from '@tessera/paths/paths.ts';
import { isKnown } from './open-file.server.ts';

type CalendarTraining = {
  id: string;
  /** Of its page */
  path: string;
  /** Name of the network that shares it, for one that is not the network's own */
  sharedBy: string | null;
  title: string;
  summary: string;
  venue: string;
  timeZone: string;
  state: string;
  /** Waiting or offered is not certain yet */
  seat?: 'confirmed' | 'offered' | 'waiting' | null;
  /** Where its online room is, for who may know it */
  joinUrl?: string | null;
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
    name: string;
    fileName: string;
    language: Language;
    trainings: readonly CalendarTraining[];
    /** One training, not a feed */
    isSingle?: boolean;
  },
): Response {
  const { name, fileName, language, trainings } = calendar;
  const { appUrl } = env();
  const versions = trainings.map(({ id, sharedBy, seat, joinUrl, sequence, updatedAt }) => [
    id,
    sharedBy,
    seat,
    joinUrl,
    sequence,
    updatedAt.getTime(),
  ]);
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
  const newest = Math.max(...trainings.map(({ updatedAt }) => updatedAt.getTime()));
  if (Number.isFinite(newest)) headers.set('Last-Modified', new Date(newest).toUTCString());
  if (isKnown(request, tag)) return new Response(null, { status: 304, headers });

  headers.set('Content-Type', 'text/calendar; charset=utf-8');
  headers.set('Content-Disposition', `inline; filename="${fileName}.ics"`);
  const events = trainings.flatMap((training) => eventsOf(training, language));
  // A file of its own takes a cancelled event out of the reader's calendar; a feed goes on and only says so.
  const method =
    calendar.isSingle && trainings.every(({ state }) => state === 'cancelled') ? 'CANCEL' : 'PUBLISH';
  const file = calendarFile({ name, language, method, productUrl: appUrl, events });
  return new Response(request.method === 'HEAD' ? null : file, { headers });
}

function eventsOf(training: CalendarTraining, language: Language): CalendarEvent[] {
  const { appUrl } = env();
  const { path, sharedBy, seat, title, summary, venue, timeZone, state, sequence, updatedAt, joinUrl } =
    training;
  const url = absolute(appUrl, path);
  const t = translator(language, 'trainings');
  const origin = sharedBy && t('sharedFrom', { network: sharedBy });
  const join = joinUrl && `${t('page.joinDo')}: ${joinUrl}`;
  return training.sessions.map(({ id: sessionId, startsAt, endsAt, room }) => ({
    // The same in the feeds of the owner and of those it is shared with.
    uid: `${sessionId}@${new URL(appUrl).host}`,
    sequence,
    status: statusOf(state, seat),
    summary: title,
    description: [summary, join, origin, url].filter(Boolean).join('\n\n'),
    location: [venue, room].filter(Boolean).join(', ') || null,
    url,
    startsAt,
    endsAt,
    timeZone,
    updatedAt,
    organiser: null,
  }));
}

function statusOf(state: string, seat: CalendarTraining['seat']): CalendarEvent['status'] {
  if (state === 'cancelled' || state === 'postponed') return 'CANCELLED';
  return seat === 'waiting' || seat === 'offered' ? 'TENTATIVE' : 'CONFIRMED';
}
