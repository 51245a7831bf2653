import { oneLine } from './one-line.ts';
import type { Filling } from './sheets.ts';

/**
 * One mail on its way to one person. `id` belongs to this very mail for ever: a repeat carries the same one, and the
 * transports make of it what keeps a repeat from becoming a second mail.
 */
export type OutgoingMail = {
  id: string;
  to: { email: string; name: string | null };
  /** `Tessera <no-reply@example.org>` or a bare address. */
  from: string;
  subject: string;
  html: string;
  text: string;
  /** What page and text are made of, for transports that write what is alike in many mails once */
  fillings?: { html: Filling; text: Filling };
  replyTo?: string;
};

/** `providerId` is the name under which the provider knows the mail, if it gives one. */
export type SentMail = { providerId: string | null };

export type MailTransport = {
  name: 'resend' | 'smtp' | 'file';
  /** Sends one mail; throws `MailError`. */
  send(mail: OutgoingMail): Promise<SentMail>;
  /** Sends up to 100 mails in one request; the results stand in the order of the mails. */
  sendBatch?(mails: readonly OutgoingMail[]): Promise<(SentMail | { error: MailError })[]>;
  /** Whether the provider itself drops a repeat with the same id. */
  idempotent: boolean;
};

export type MailErrorCode = 'rate_limited' | 'rejected' | 'unavailable';

/**
 * A mail that was not accepted. `rejected` stays so however often it is tried; the other two pass. `reason` is the
 * provider's own word for it and contains no address and no content.
 */
export class MailError extends Error {
  override readonly name = 'MailError';
  readonly code: MailErrorCode;
  readonly reason: string;
  readonly retryAfterMs: number | undefined;

  constructor(code: MailErrorCode, reason: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(`Mail ${code}: ${reason}`, { cause: options.cause });
    this.code = code;
    this.reason = reason;
    this.retryAfterMs = options.retryAfterMs;
  }

  /** Whether trying again later can help. */
  get isRetryable(): boolean {
    return this.code !== 'rejected';
  }
}

/** Ids travel as header values and file names: letters, digits and single `. _ : -` between them, at most 200. */
export function isMailId(id: string): boolean {
  return id.length <= 200 && /^[A-Za-z0-9]+(?:[._:-]+[A-Za-z0-9]+)*$/.test(id) && !id.includes('..');
}

/**
 * The mail with header fields that hold one line each. A name or a title may come with breaks, which are smoothed; an
 * address with breaks or with a second address in it is an attack or a bug, and is rejected.
 */
export function safeMail(mail: OutgoingMail): OutgoingMail {
  if (!isMailId(mail.id)) throw new MailError('rejected', 'invalid_id');
  if (!isAddress(mail.to.email)) throw new MailError('rejected', 'invalid_recipient');
  if (!isSender(mail.from)) throw new MailError('rejected', 'invalid_sender');
  if (mail.replyTo !== undefined && !isAddress(mail.replyTo))
    throw new MailError('rejected', 'invalid_reply_to');
  const name = mail.to.name === null ? '' : oneLine(mail.to.name);
  return { ...mail, to: { email: mail.to.email, name: name || null }, subject: oneLine(mail.subject) };
}

/** Headers of every mail: no holiday notices in return, and two mails about one training stay two in the inbox. */
export function standardHeaders(mail: OutgoingMail): Record<string, string> {
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'X-Entity-Ref-ID': mail.id,
  };
}

function isAddress(value: string): boolean {
  return value.length <= 320 && /^[^\s\p{Cc}<>()[\],;:"\\@]+@[^\s\p{Cc}<>()[\],;:"\\@]+$/u.test(value);
}

function isSender(value: string): boolean {
  const named = /^(?:"[^"\\\p{Cc}]*"|[^"<>,;:@\\\p{Cc}]*) <([^<>]*)>$/u.exec(value);
  return isAddress(named?.[1] ?? value);
}
