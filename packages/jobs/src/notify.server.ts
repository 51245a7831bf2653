import type { Channel } from '@tessera/core/messages/kinds.ts';
import { newId } from '@tessera/db/id.server.ts';
import {
  insertMessages,
  insertNotices,
  type MessageRow,
  type NoticeEvent,
  noticeEvent,
  openMessages,
} from '@tessera/db/messages.server.ts';
import { noticeChoices } from '@tessera/db/notices.server.ts';
import { inScope, type Transaction } from '@tessera/db/scope.server.ts';
import type { MailTransport } from '@tessera/emails/transport.ts';
import { noticesFor } from './notices/find.server.ts';
import { type Notice, Payload } from './notices/notice.server.ts';
import { type Dispatch, type SendingResult, sendMessages } from './sending.server.ts';
import type { EventJobData } from './subscriptions.ts';

/** How mails leave: over which transport, from which address, with which origin in their links. */
export type MailSettings = { transport: MailTransport; from: string; origin: string };

/**
 * Sends the mails of an event. Each address gets one mail of a kind for one event, however often this runs: the ledger
 * holds a row for each before the first is sent.
 * @throws JobFailure when some mails could not leave now; running it again sends only those
 */
export async function notify(
  job: EventJobData,
  settings: MailSettings & { realNow: Date; signal?: AbortSignal },
): Promise<SendingResult> {
  const { networkId, eventId } = job;
  const { notices, open } = await inScope({ networkId, door: 'identity' }, async (tx) => {
    const [event] = await tx.run(noticeEvent(networkId, eventId));
    if (event?.kind === 'message.resent') return resent(tx, event, settings.realNow);
    const found = event ? await noticesFor(tx, event, settings.realNow) : [];
    if (found.length > 0) {
      const choices = choicesOf(
        await tx.run(noticeChoices(found.flatMap(({ reader }) => reader.personId ?? []))),
      );
      const rows = found.flatMap((notice) => noticeRow(notice, choices));
      const told = await tx.run(insertNotices(networkId, eventId, JSON.stringify(rows)));
      // Whoever was told already was told as they chose then: a later choice or hour adds no second mail.
      const isTelling = new Set(told.map(({ kind, personId }) => `${kind} ${personId}`));
      const isNew = ({ kind, reader }: Notice) => isTelling.has(`${kind} ${reader.personId}`);
      const mailed = found.filter(
        (notice) => !isTold(notice) || (isNew(notice) && channelOf(notice, choices) === 'mail'),
      );
      await tx.run(insertMessages(networkId, eventId, JSON.stringify(mailed.map(ledgerRow))));
    }
    return { notices: found, open: await tx.run(openMessages(networkId, eventId, null)) };
  });
  return sendMessages(networkId, dispatches(open, notices), settings);
}

/** One mail of an earlier event again; nobody else is told a second time. */
async function resent(tx: Transaction, { networkId, objectId, payload }: NoticeEvent, realNow: Date) {
  const earlierId = Payload.parse(payload).eventId ?? '';
  const [earlier] = await tx.run(noticeEvent(networkId, earlierId));
  const notices = earlier ? await noticesFor(tx, earlier, realNow) : [];
  return { notices, open: await tx.run(openMessages(networkId, earlierId, objectId)) };
}

function ledgerRow({ kind, reader }: Notice) {
  const { email, personId, language } = reader;
  return { id: newId(), kind, email, personId, language };
}

// Codes and invitations hold a key, which belongs into a mail alone; what tells of somebody else at the door must not wait behind it; a digest tells what is among the notices already.
const onlyByMail = [
  'sign-in-code',
  'password-reset',
  'second-step-notice',
  'invitation',
  'seat-request',
  'seat-invitation',
  'application-request',
  'digest',
];

/** Whether it stands among the notices of its reader. */
function isTold({ kind, reader }: Notice): boolean {
  return reader.personId !== null && !onlyByMail.includes(kind);
}

/** What people chose, by person and topic. */
type Choices = ReadonlyMap<string, Channel>;

function choicesOf(rows: readonly { personId: string; topic: string; channel: Channel }[]): Choices {
  return new Map(rows.map(({ personId, topic, channel }) => [`${personId} ${topic}`, channel]));
}

function channelOf({ isUrgent, reader: { personId, topic } }: Notice, choices: Choices): Channel {
  if (isUrgent) return 'mail';
  return choices.get(`${personId} ${topic}`) ?? 'mail';
}

function noticeRow(notice: Notice, choices: Choices) {
  if (!isTold(notice)) return [];
  const { kind, reader, about } = notice;
  const isForDigest = channelOf(notice, choices) === 'digest';
  return [{ id: newId(), kind, personId: reader.personId, topic: reader.topic, params: about, isForDigest }];
}

function dispatches(open: readonly MessageRow[], notices: readonly Notice[]): Dispatch[] {
  const byAddress = new Map(notices.map((notice) => [`${notice.kind} ${notice.reader.email}`, notice]));
  return open.map((message) => ({
    message,
    notice: byAddress.get(`${message.kind} ${message.email}`) ?? null,
  }));
}
