import { readableCode } from '@tessera/core/attendance/rules.ts';
import { evaluationStages } from '@tessera/core/evaluations/terms.ts';
import { checkInCode } from '@tessera/core/identity/secrets.server.ts';
import type { Topic } from '@tessera/core/messages/kinds.ts';
import { seatToken } from '@tessera/core/seats/leave.server.ts';
import type {
  NoticeEvent,
  NoticePerson,
  NoticeSeat,
  NoticeTraining,
  TextIn,
} from '@tessera/db/messages.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Pass } from '@tessera/emails/door-pass.tsx';
import { type MailKind, type MailProps, type RenderedMail, renderMail } from '@tessera/emails/mails.ts';
import type { Sheets } from '@tessera/emails/sheets.ts';
import type { MailContext, MailNetwork, TrainingFacts } from '@tessera/emails/template.ts';
import { formats } from '@tessera/i18n/format.ts';
import { type Language, pickLanguage } from '@tessera/i18n/languages.ts';
import { z } from 'zod';

/** Who gets a mail, in which language, and what the matter is to them. */
export type Reader = {
  personId: string | null;
  email: string;
  name: string | null;
  language: Language;
  topic: Topic;
  /** Code of the own network of a guest */
  guestOf?: string;
};

/** One mail that an event asks for. */
export type Notice = {
  kind: MailKind;
  reader: Reader;
  /** Ids of what it is about. */
  about: z.output<typeof About>;
  /** Too late once a day: it ends by itself, or somebody may be on their way already. */
  isUrgent: boolean;
  render: (origin: string, sheets?: Sheets) => Promise<RenderedMail>;
};

/** An event with everything that its notices are found by. `now` is the network's clock. */
export type Occasion = {
  tx: Transaction;
  event: NoticeEvent;
  payload: z.output<typeof Payload>;
  now: Date;
  realNow: Date;
  /** Asked for what was told once: also what time has overtaken is found, and no secret is made. */
  isLookingBack: boolean;
};

/** Stands where a link opens a door, when somebody else looks at the mail. */
export const hiddenToken = 'xxxxxxxx';

/** The token with which a seat is given back. */
export function leaveTokenOf({ isLookingBack }: Pick<Occasion, 'isLookingBack'>, seat: NoticeSeat): string {
  return isLookingBack ? hiddenToken : seatToken(seat);
}

/** What opens the door to a seat, in a mail to who sits in it: for one that is confirmed and not taken online. */
export function passFor(
  occasion: Pick<Occasion, 'isLookingBack'>,
  training: NoticeTraining,
  seat: NoticeSeat,
  { email }: Reader,
): Pass | null {
  const isOnSite = training.mode !== 'online' && seat.mode !== 'online';
  if (seat.state !== 'confirmed' || !isOnSite || seat.participant?.email !== email) return null;
  const code = occasion.isLookingBack ? hiddenToken : readableCode(checkInCode(seat.id));
  return { seatId: seat.id, token: leaveTokenOf(occasion, seat), code };
}

/** What the payloads of events hold for notices. */
export const Payload = z.object({
  trainingId: z.uuid().optional(),
  sessionId: z.uuid().optional(),
  tokenId: z.uuid().optional(),
  linkId: z.uuid().optional(),
  askId: z.uuid().optional(),
  eventId: z.uuid().optional(),
  language: z.string().optional(),
  sha256: z.string().optional(),
  stage: z.enum(evaluationStages).optional(),
  startsOn: z.iso.date().optional(),
  endsOn: z.iso.date().optional(),
  expiresAt: z.iso.datetime().transform(toDate).optional(),
  previousStartsAt: z.iso.datetime().transform(toDate).optional(),
  previousVenue: z.string().optional(),
  wasPostponed: z.boolean().default(false),
  promoted: z.number().default(0),
  confirmed: z.number().default(0),
  count: z.number().default(0),
  relations: z.number().default(0),
  standing: z.number().default(0),
  questions: z.number().default(0),
  held: z.number().default(0),
  left: z.number().default(0),
  isOtherDate: z.boolean().default(false),
});

/** Where something that is told leads to, taken out of what a mail tells. */
const About = z
  .object({
    training: z.object({ id: z.uuid() }).optional(),
    seatId: z.uuid().optional(),
    certificateId: z.uuid().optional(),
    resourceId: z.uuid().optional(),
    askId: z.uuid().optional(),
    approvalId: z.uuid().optional(),
    surveyId: z.uuid().optional(),
  })
  .transform(({ training, ...ids }) => ({ ...ids, ...(training ? { trainingId: training.id } : {}) }));

/** What is off, and when it would have been. */
const Off = z.object({
  training: z.object({ startsAt: z.date() }),
  previousStartsAt: z.date().optional(),
});
const offKinds: readonly MailKind[] = [
  'seat-cancelled',
  'training-cancelled',
  'training-postponed',
  'training-rescheduled',
];
const soonMs = 48 * 3_600_000;

/** An offer ends without an answer, and a question by mail too; what is called off or moved within 48 hours of its start leaves no time. */
function isUrgent(kind: MailKind, props: unknown, now: Date): boolean {
  if (kind === 'seat-offered' || kind === 'presence-asked' || kind === 'survey-asked') return true;
  if (!offKinds.includes(kind)) return false;
  const { training, previousStartsAt } = Off.parse(props);
  return [training.startsAt, previousStartsAt].some((start) => {
    const left = start ? start.getTime() - now.getTime() : -1;
    return left >= 0 && left <= soonMs;
  });
}

/** A mail of one kind to one reader. */
export function notice<K extends MailKind>(
  { event, now }: Pick<Occasion, 'event' | 'now'>,
  kind: K,
  reader: Reader,
  props: MailProps[K],
): Notice {
  const context: Omit<MailContext, 'origin'> = {
    language: reader.language,
    network: mailNetwork(event, reader.language),
    recipientName: reader.name,
    ...(reader.guestOf ? { guestOf: reader.guestOf } : {}),
  };
  return {
    kind,
    reader,
    about: About.parse(props),
    isUrgent: isUrgent(kind, props, now),
    render: (origin, sheets) => renderMail(kind, props, { ...context, origin }, sheets),
  };
}

/** The reader that a person is, or null without an address. The person's language comes before the network's. */
export function readerOf(
  event: NoticeEvent,
  person: NoticePerson | null | undefined,
  topic: Topic,
): Reader | null {
  if (!person?.email) return null;
  const language = pickLanguage([person.language, event.network.defaultLanguage]);
  return { personId: person.personId, email: person.email, name: nameOf(person), language, topic };
}

/** Each address once: the first that stands in the list. What is their own comes before what they do for others. */
export function distinctReaders(readers: readonly (Reader | null)[]): Reader[] {
  const byEmail = new Map<string, Reader>();
  for (const reader of readers) {
    if (!reader) continue;
    const { topic, ...first } = byEmail.get(reader.email) ?? reader;
    byEmail.set(reader.email, { ...first, topic: reader.topic === 'own' ? 'own' : topic });
  }
  return [...byEmail.values()];
}

/** A name in the person's own order; null while nobody is named. */
export function nameOf(person: NoticePerson | null): string | null {
  return person ? formats('en').personName(person) : null;
}

/** The text in the reader's language, else in the network's, in English, or in any. */
export function inLanguage(
  texts: readonly TextIn[],
  language: Language,
  { network }: NoticeEvent,
): string | null {
  const wishes = [language, network.defaultLanguage, 'en'];
  const found = wishes.map((wish) => texts.find((text) => text.language === wish)).find(Boolean);
  return (found ?? texts[0])?.name ?? null;
}

/** What a mail tells of a training, for one reader. */
export function factsOf(training: NoticeTraining, language: Language, event: NoticeEvent): TrainingFacts {
  const { id, startsAt, endsAt, timeZone, venue } = training;
  const title = inLanguage(training.titles, language, event) ?? '';
  return { id, title, startsAt, endsAt, timeZone, venue: venue || null };
}

/** Where the online room is, in a mail about these seats: for one that is confirmed and not taken on site. */
export function joinUrlFor(training: NoticeTraining, seats: readonly NoticeSeat[]): string | null {
  const isOnline = seats.some(({ state, mode }) => state === 'confirmed' && mode !== 'onsite');
  return isOnline ? training.joinUrl : null;
}

function mailNetwork(event: NoticeEvent, language: Language): MailNetwork | null {
  const { code, kind, accent, names } = event.network;
  if (kind === 'platform') return null;
  return { code, accent, name: inLanguage(names, language, event) ?? code };
}

function toDate(value: string): Date {
  return new Date(value);
}
