import type { CreateEmailOptions } from 'resend';
import type { Filling } from '../sheets.ts';
import { type OutgoingMail, standardHeaders } from '../transport.ts';

/** A mail in the words of the library. */
export function toResend(mail: OutgoingMail) {
  return {
    from: mail.from,
    to: recipient(mail.to),
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: standardHeaders(mail),
    ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
  } satisfies CreateEmailOptions;
}

// Marks that mean something in an address are dropped from the name; a comma and the like only need quotes.
function recipient({ email, name }: OutgoingMail['to']): string {
  const plain = name?.replace(/["\\<>]/g, '').trim();
  if (!plain) return email;
  return /[,;:@()[\].]/.test(plain) ? `"${plain}" <${email}>` : `${plain} <${email}>`;
}

/**
 * The body of a request with many mails, byte for byte what the library would write. Of mails from one sheet each piece is
 * turned into bytes once: writing and encoding ten thousand pages anew took a third of the sending.
 */
export function batchBody(mails: readonly OutgoingMail[]): Uint8Array<ArrayBuffer> {
  const body = openBody();
  for (const [index, mail] of mails.entries()) {
    const { from, to, subject, headers, html, text } = toResend(mail);
    const { fillings, replyTo } = mail;
    body.add(index === 0 ? '[' : ',');
    body.add(`{"from":${JSON.stringify(from)},"headers":${JSON.stringify(headers)},"html":"`);
    body.fill(fillings?.html ?? whole(html));
    body.add(`",${replyTo === undefined ? '' : `"reply_to":${JSON.stringify(replyTo)},`}`);
    body.add(`"subject":${JSON.stringify(subject)},"text":"`);
    body.fill(fillings?.text ?? whole(text));
    body.add(`","to":${JSON.stringify(to)}}`);
  }
  body.add(']');
  return body.bytes();
}

function openBody() {
  const chunks: Buffer[] = [];
  let waiting = '';
  const flush = () => {
    chunks.push(Buffer.from(waiting));
    waiting = '';
  };
  return {
    add: (text: string) => {
      waiting += text;
    },
    fill: ({ pieces, own }: Filling) => {
      for (const [place, bytes] of bytesOf(pieces).entries()) {
        flush();
        chunks.push(bytes);
        waiting += quoteless(own[place] ?? '');
      }
    },
    bytes: () => {
      flush();
      return Buffer.concat(chunks);
    },
  };
}

function whole(text: string): Filling {
  return { pieces: [text], own: [] };
}

// Every mail of a sheet brings the same list; it goes when the sending is over.
const known = new WeakMap<readonly string[], Buffer[]>();

function bytesOf(pieces: readonly string[]): Buffer[] {
  let bytes = known.get(pieces);
  if (!bytes) {
    bytes = pieces.map((piece) => Buffer.from(quoteless(piece)));
    known.set(pieces, bytes);
  }
  return bytes;
}

/** Words as they stand between the quotes of JSON. */
function quoteless(words: string): string {
  return JSON.stringify(words).slice(1, -1);
}
