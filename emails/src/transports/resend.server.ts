import { createHash } from 'node:crypto';
import { type CreateBatchSuccessResponse, Resend } from 'resend';
import { MailError, type MailTransport, type OutgoingMail, type SentMail, safeMail } from '../transport.ts';
import { batchBody, toResend } from './resend-body.ts';
import { resendError } from './resend-errors.ts';

type Settings = {
  apiKey: string;
  /** Another address of the same interface, for tests and gateways. */
  baseUrl?: string;
  /** How long one request may take; the library itself would wait for ever. */
  timeoutMs?: number;
};
type Accepted = CreateBatchSuccessResponse<{ batchValidation: 'permissive' }>;
type Result = SentMail | { error: MailError };

const largestBatch = 100;

/**
 * Sends over Resend. The id of a mail is its Idempotency-Key, which Resend remembers for 24 hours. A batch has one key
 * made of its ids, so a batch is to be repeated with the same mails in the same order.
 */
export function resendTransport({ apiKey, baseUrl, timeoutMs = 30_000 }: Settings): MailTransport {
  // Without a key the library would look into the environment.
  if (!apiKey) throw new Error('Resend needs an API key');
  const resend = new Resend(apiKey, { baseUrl: baseUrl ?? 'https://api.resend.com' });

  async function send(mail: OutgoingMail): Promise<SentMail> {
    const { data, error, headers } = await resend.emails.send(toResend(safeMail(mail)), {
      idempotencyKey: mail.id,
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (error || !data) throw resendError(error, headers);
    return { providerId: data.id ?? null };
  }

  async function sendBatch(mails: readonly OutgoingMail[]): Promise<Result[]> {
    if (mails.length > largestBatch) throw new RangeError(`A batch holds at most ${largestBatch} mails`);
    const checked = mails.map(check);
    const good = checked.filter((mail): mail is OutgoingMail => !(mail instanceof MailError));
    const results = good.length === 0 ? [] : await sendChecked(good);
    return checked.map((mail) =>
      mail instanceof MailError ? { error: mail } : (results.shift() ?? unanswered()),
    );
  }

  async function sendChecked(mails: OutgoingMail[]): Promise<Result[]> {
    // The library's own way for batches would write each page of each mail anew.
    const { data, error, headers } = await resend.fetchRequest<Accepted>('/emails/batch', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': batchKey(mails),
        // Without one the provider answers nobody.
        'user-agent': 'tessera',
        'x-batch-validation': 'permissive',
      },
      body: batchBody(mails),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (error || !data) {
      const failure = resendError(error, headers);
      return mails.map(() => ({ error: failure }));
    }
    const refused = new Set((data.errors ?? []).map(({ index }) => index));
    const accepted = [...data.data];
    return mails.map((_, index) => {
      if (refused.has(index)) return { error: new MailError('rejected', 'validation_error') };
      const sent = accepted.shift();
      return sent ? { providerId: sent.id } : unanswered();
    });
  }

  return { name: 'resend', idempotent: true, send, sendBatch };
}

function check(mail: OutgoingMail): OutgoingMail | MailError {
  try {
    return safeMail(mail);
  } catch (error) {
    if (error instanceof MailError) return error;
    throw error;
  }
}

function batchKey(mails: readonly OutgoingMail[]): string {
  const ids = mails.map((mail) => mail.id).join('\n');
  return `batch:${createHash('sha256').update(ids).digest('hex')}`;
}

function unanswered(): Result {
  return { error: new MailError('unavailable', 'no_answer_for_this_mail') };
}
