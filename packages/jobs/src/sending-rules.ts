import type { SettledMessage } from '@tessera/db/messages.server.ts';
import type { MailError, MailTransport, SentMail } from '@tessera/emails/transport.ts';

/**
 * Whether a mail may have arrived before: `first` no; `dropped` perhaps, and the provider drops a repeat; `second`
 * perhaps, and a repeat would be a second mail.
 */
export type Repeat = 'first' | 'dropped' | 'second';

/** The mark of a mail that waits again after nobody told whether it arrived. */
export const noAnswer = 'no_answer';

type Fate = Omit<SettledMessage, 'id'>;

/** How a mail ends by the answer of its transport; null: it stays taken, to be repeated exactly as it was. */
export function fate(
  answer: SentMail | { error: MailError },
  { repeat, transport }: { repeat: Repeat; transport: Pick<MailTransport, 'name' | 'idempotent'> },
): Fate | null {
  if (!('error' in answer)) {
    return { state: repeat === 'second' ? 'uncertain' : 'sent', providerId: answer.providerId, error: '' };
  }
  const { error } = answer;
  const ends = (state: Fate['state'], code: string): Fate => ({ state, providerId: null, error: code });
  if (!error.isRetryable) {
    // The provider knows the id with other words in the mail: the first one arrived.
    const isKnown = repeat !== 'first' && error.reason === 'invalid_idempotent_request';
    return isKnown ? ends('uncertain', error.reason) : ends('failed', error.reason);
  }
  const isUnsent = wasCertainlyNotSent(error, transport.name);
  if (transport.idempotent) return repeat === 'first' && isUnsent ? ends('pending', error.reason) : null;
  return ends('pending', repeat === 'first' && isUnsent ? error.reason : noAnswer);
}

/** The server said so, or there was no line to it. A line that broke in between tells nothing. */
function wasCertainlyNotSent(error: MailError, name: MailTransport['name']): boolean {
  if (name === 'file' || error.code === 'rate_limited' || error.reason.startsWith('smtp_')) return true;
  const { cause } = error;
  const call = cause instanceof Error && 'syscall' in cause ? cause.syscall : undefined;
  return call === 'connect' || call === 'getaddrinfo';
}
