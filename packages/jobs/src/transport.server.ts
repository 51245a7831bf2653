import { join } from 'node:path';
import type { MailTransport } from '@tessera/emails/transport.ts';
import { fileTransport } from '@tessera/emails/transports/file.server.ts';
import { resendTransport } from '@tessera/emails/transports/resend.server.ts';
import { smtpTransport } from '@tessera/emails/transports/smtp.server.ts';
import { type Env, EnvError, env } from '@tessera/env/env.server.ts';

/**
 * The way mails leave, by the settings.
 * @throws EnvError when the chosen way lacks its setting
 */
export function mailTransport(settings: Env = env()): MailTransport {
  switch (settings.mailTransport) {
    case 'resend': {
      const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl } = settings;
      if (!apiKey) throw new EnvError('RESEND_API_KEY: is needed to send over Resend');
      return resendTransport({ apiKey, ...(baseUrl ? { baseUrl } : {}) });
    }
    case 'smtp':
      if (!settings.SMTP_URL) throw new EnvError('SMTP_URL: is needed to send over SMTP');
      return smtpTransport({ url: settings.SMTP_URL });
    case 'file':
      return fileTransport({ directory: join(settings.TESSERA_DATA, 'mail') });
    default:
      return settings.mailTransport satisfies never;
  }
}
