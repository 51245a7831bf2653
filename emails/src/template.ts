import type { Formats } from '@tessera/i18n/format.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';

/** The network in whose name a mail is sent; `accent` is a `#rrggbb` colour. */
export type MailNetwork = { code: string; name: string; accent: string };

/** What a mail needs besides its facts. `origin` is the address of the platform, as in `https://example.org`. */
export type MailContext = {
  language: Language;
  origin: string;
  network: MailNetwork | null;
  recipientName: string | null;
  /** Code of the reader's own network, when the reader is a guest in the mail's one */
  guestOf?: string;
};

/** The facts of a training that mails tell; times are shown in its own zone. */
export type TrainingFacts = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venue: string | null;
};

/** What a template returns. `why` tells the reader, in the footer, why this mail came to them. */
export type MailContent = {
  subject: string;
  preheader: string;
  title: string;
  body: ReactNode;
  why: string;
  /** The link is a key of its own (an invitation, a new password): the footer asks not to forward the mail. */
  isPersonalLink?: boolean;
};

export type MailT = TFunction<'mails'>;
export type TemplateInput<Props> = { props: Props; t: MailT; f: Formats; context: MailContext };
export type MailTemplate<Props> = (input: TemplateInput<Props>) => MailContent;

/** As `networkLink`; a guest finds the page in the own network, at `awayPath`. */
export function guestLink(
  context: MailContext,
  path: (code: string) => string,
  awayPath: (code: string) => string,
): string {
  return context.guestOf ? absolute(context.origin, awayPath(context.guestOf)) : networkLink(context, path);
}

/** Where a guest finds what they asked for elsewhere: their one place, or all of them. */
export function awayPage(seatId: string | null): (code: string) => string {
  return (code) => (seatId === null ? paths.away(code) : paths.awaySeat(code, seatId));
}

/** Builds the full address of a page of the mail's network. Throws if the mail was rendered without a network. */
export function networkLink(context: MailContext, path: (code: string) => string): string {
  if (!context.network) throw new Error('This mail links into a network, and none was given');
  return absolute(context.origin, path(context.network.code));
}
