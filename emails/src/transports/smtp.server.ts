import { createTransport } from 'nodemailer';
import {
  MailError,
  type MailTransport,
  type OutgoingMail,
  type SentMail,
  safeMail,
  standardHeaders,
} from '../transport.ts';

/** `url` is `smtp://user:password@host:587` or `smtps://…`. */
type Settings = { url: string };

/**
 * Sends over SMTP. SMTP knows no idempotency: a crash between acceptance and record may send a mail twice, and both
 * carry the same Message-ID, by which most mail programs show one.
 */
export function smtpTransport({ url }: Settings): MailTransport {
  const smtp = createTransport({
    url,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  async function send(unsafe: OutgoingMail): Promise<SentMail> {
    const mail = safeMail(unsafe);
    try {
      const sent = await smtp.sendMail({
        messageId: messageId(mail),
        from: mail.from,
        to: mail.to.name ? { name: mail.to.name, address: mail.to.email } : mail.to.email,
        replyTo: mail.replyTo,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        headers: standardHeaders(mail),
      });
      return { providerId: sent.messageId };
    } catch (error) {
      throw smtpError(error);
    }
  }

  return { name: 'smtp', idempotent: false, send };
}

// A colon may not stand in a Message-ID; `+` is no letter of our ids, so two ids never meet in one.
function messageId(mail: OutgoingMail): string {
  const domain = /@([^\s<>@]+?)>?$/.exec(mail.from)?.[1] ?? 'localhost';
  return `<${mail.id.replaceAll(':', '+')}@${domain}>`;
}

// 5xx to an address or a content is final. 4xx, no line and a refused login are not the fault of the mail.
function smtpError(error: unknown): MailError {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === 'number' ? responseCode : 0;
  const isAboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const reason = status > 0 ? `smtp_${status}` : typeof code === 'string' ? code.toLowerCase() : 'unknown';
  return new MailError(isAboutTheMail && status >= 500 ? 'rejected' : 'unavailable', reason, {
    cause: error,
  });
}
