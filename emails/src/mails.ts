import { formats } from '@tessera/i18n/format.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { createElement } from 'react';
import { render, toPlainText } from 'react-email';
import { type AccessNoticeProps, accessNotice } from './access-notice.tsx';
import { type ApplicationDeclinedProps, applicationDeclined } from './application-declined.tsx';
import { type ApplicationReceivedProps, applicationReceived } from './application-received.tsx';
import { type ApplicationRequestProps, applicationRequest } from './application-request.tsx';
import { type ApprovalNoticeProps, approvalNotice } from './approval-notice.tsx';
import { type AskNoticeProps, askNotice } from './ask-notice.tsx';
import { type CareNoticeProps, careNotice } from './care-notice.tsx';
import { type CareWeekProps, careWeek } from './care-week.tsx';
import { type CertificateIssuedProps, certificateIssued } from './certificate-issued.tsx';
import { type ClosingNoticeProps, closingNotice } from './closing-notice.tsx';
import { type ConcernNoticeProps, concernNotice } from './concern-notice.tsx';
import { type DigestProps, digest } from './digest.tsx';
import { type EvaluationAskedProps, evaluationAsked, evaluationReminder } from './evaluation-asked.tsx';
import { fileInfected } from './file-infected.tsx';
import { type InvitationProps, invitation } from './invitation.tsx';
import { Layout } from './layout.tsx';
import { type LinkBrokenProps, linkBroken } from './link-broken.tsx';
import { type MachineStoppedProps, machineStopped } from './machine-stopped.tsx';
import { mentoringProposed } from './mentoring-proposed.tsx';
import { oneLine } from './one-line.ts';
import { type OwnAccountLinkedProps, ownAccountLinked } from './own-account-linked.tsx';
import { type PasswordResetProps, passwordReset } from './password-reset.tsx';
import { type PresenceAskedProps, presenceAsked } from './presence-asked.tsx';
import { type ProposalSentBackProps, proposalSentBack } from './proposal-sent-back.tsx';
import { type ResourceDueProps, resourceDue } from './resource-due.tsx';
import { type SeatAskedAgainProps, seatAskedAgain } from './seat-asked-again.tsx';
import { type SeatCancelledProps, seatCancelled } from './seat-cancelled.tsx';
import { type SeatDecidedProps, seatDecided } from './seat-decided.tsx';
import { type SeatInvitationProps, seatInvitation } from './seat-invitation.tsx';
import { type SeatLapsedProps, seatLapsed } from './seat-lapsed.tsx';
import { type SeatOfferedProps, seatOffered } from './seat-offered.tsx';
import { type SeatPromotedProps, seatPromoted } from './seat-promoted.tsx';
import { type SeatRequestProps, seatRequest } from './seat-request.tsx';
import { type SeatsRegisteredProps, seatsRegistered } from './seats-registered.tsx';
import { type SecondStepNoticeProps, secondStepNotice } from './second-step-notice.tsx';
import { type Blank, canFill, type Filling, filled, openBlanks, type Sheets, sheetOf } from './sheets.ts';
import { type SignInCodeProps, signInCode } from './sign-in-code.tsx';
import { type SupervisionNoticeProps, supervisionNotice } from './supervision-notice.tsx';
import { type SurveyAskedProps, surveyAsked } from './survey-asked.tsx';
import type { MailContext, MailTemplate } from './template.ts';
import { type TrainingCancelledProps, trainingCancelled } from './training-cancelled.tsx';
import { type TrainingFollowUpProps, trainingFollowUp } from './training-follow-up.tsx';
import { type TrainingPostponedProps, trainingPostponed } from './training-postponed.tsx';
import { type TrainingReminderProps, trainingReminder } from './training-reminder.tsx';
import { type TrainingRescheduledProps, trainingRescheduled } from './training-rescheduled.tsx';

/** The facts that each kind of mail needs, by the event that it answers. */
export type MailProps = {
  'seats-registered': SeatsRegisteredProps;
  'application-request': ApplicationRequestProps;
  'application-received': ApplicationReceivedProps;
  'application-declined': ApplicationDeclinedProps;
  'seat-request': SeatRequestProps;
  'seat-invitation': SeatInvitationProps;
  'seat-decided': SeatDecidedProps;
  'seat-asked-again': SeatAskedAgainProps;
  'seat-promoted': SeatPromotedProps;
  'seat-offered': SeatOfferedProps;
  'seat-lapsed': SeatLapsedProps;
  'seat-cancelled': SeatCancelledProps;
  'training-cancelled': TrainingCancelledProps;
  'training-postponed': TrainingPostponedProps;
  'training-rescheduled': TrainingRescheduledProps;
  'training-reminder': TrainingReminderProps;
  'training-follow-up': TrainingFollowUpProps;
  'presence-asked': PresenceAskedProps;
  'proposal-sent-back': ProposalSentBackProps;
  'certificate-issued': CertificateIssuedProps;
  'evaluation-asked': EvaluationAskedProps;
  'evaluation-reminder': EvaluationAskedProps;
  'access-notice': AccessNoticeProps;
  'closing-notice': ClosingNoticeProps;
  'concern-notice': ConcernNoticeProps;
  'care-notice': CareNoticeProps;
  'resource-due': ResourceDueProps;
  'link-broken': LinkBrokenProps;
  'own-account-linked': OwnAccountLinkedProps;
  'file-infected': Record<string, never>;
  'machine-stopped': MachineStoppedProps;
  'care-week': CareWeekProps;
  'survey-asked': SurveyAskedProps;
  'mentoring-proposed': Record<string, never>;
  'ask-notice': AskNoticeProps;
  'approval-notice': ApprovalNoticeProps;
  'supervision-notice': SupervisionNoticeProps;
  invitation: InvitationProps;
  digest: DigestProps;
  'sign-in-code': SignInCodeProps;
  'password-reset': PasswordResetProps;
  'second-step-notice': SecondStepNoticeProps;
};
export type MailKind = keyof MailProps;
export type RenderedMail = {
  subject: string;
  html: string;
  text: string;
  /** What page and text are made of, where they were filled in from a sheet */
  fillings?: { html: Filling; text: Filling };
};

const templates: { [K in MailKind]: MailTemplate<MailProps[K]> } = {
  'seats-registered': seatsRegistered,
  'application-request': applicationRequest,
  'application-received': applicationReceived,
  'application-declined': applicationDeclined,
  'seat-request': seatRequest,
  'seat-invitation': seatInvitation,
  'seat-decided': seatDecided,
  'seat-asked-again': seatAskedAgain,
  'seat-promoted': seatPromoted,
  'seat-offered': seatOffered,
  'seat-lapsed': seatLapsed,
  'seat-cancelled': seatCancelled,
  'training-cancelled': trainingCancelled,
  'training-postponed': trainingPostponed,
  'training-rescheduled': trainingRescheduled,
  'training-reminder': trainingReminder,
  'training-follow-up': trainingFollowUp,
  'presence-asked': presenceAsked,
  'proposal-sent-back': proposalSentBack,
  'certificate-issued': certificateIssued,
  'evaluation-asked': evaluationAsked,
  'evaluation-reminder': evaluationReminder,
  'access-notice': accessNotice,
  'closing-notice': closingNotice,
  'concern-notice': concernNotice,
  'care-notice': careNotice,
  'resource-due': resourceDue,
  'link-broken': linkBroken,
  'own-account-linked': ownAccountLinked,
  'file-infected': fileInfected,
  'machine-stopped': machineStopped,
  'care-week': careWeek,
  'survey-asked': surveyAsked,
  'mentoring-proposed': mentoringProposed,
  'ask-notice': askNotice,
  'approval-notice': approvalNotice,
  'supervision-notice': supervisionNotice,
  invitation,
  digest,
  'sign-in-code': signInCode,
  'password-reset': passwordReset,
  'second-step-notice': secondStepNotice,
};

/** Every kind of mail, in the order of a training's life. */
export const mailKinds = Object.keys(templates) as readonly MailKind[];

/** The kinds of mails that go to many at once, with what in them is one reader's alone, besides the name. */
const ownWords: { [K in MailKind]?: (props: MailProps[K], blank: Blank) => MailProps[K] } = {
  'training-cancelled': (props) => props,
  'training-postponed': withOwnLink,
  'training-rescheduled': withOwnLink,
  'training-follow-up': (props) => props,
  'training-reminder': ({ own, ...props }, blank) => ({
    ...props,
    own: own && {
      seatId: blank(own.seatId),
      leaveToken: own.leaveToken === null ? null : blank(own.leaveToken),
    },
  }),
};

type Leave = { seatId: string; token: string } | null;

function withOwnLink<Props extends { leave: Leave }>({ leave, ...props }: Props, blank: Blank) {
  return { ...props, leave: leave && { seatId: blank(leave.seatId), token: blank(leave.token) } } as Props;
}

/**
 * Writes one mail in the language of the reader: a subject of one line, the page and its plain text. Throws if a mail
 * that links into a network is rendered without one.
 * @param sheets of a sending: what is alike in its mails is written once
 */
export async function renderMail<K extends MailKind>(
  kind: K,
  props: MailProps[K],
  context: MailContext,
  sheets?: Sheets,
): Promise<RenderedMail> {
  const without = ownWords[kind];
  if (!sheets || !without) return write(kind, props, context);
  const { blank, words } = openBlanks();
  const { recipientName } = context;
  const alike = {
    props: without(props, blank),
    context: { ...context, recipientName: recipientName === null ? null : blank(recipientName) },
  };
  if (!words.every(canFill)) return write(kind, props, context);
  const key = JSON.stringify([kind, alike]);
  const sheet = sheets.get(key) ?? write(kind, alike.props, alike.context).then(sheetOf);
  sheets.set(key, sheet);
  return filled(await sheet, words);
}

async function write<K extends MailKind>(
  kind: K,
  props: MailProps[K],
  context: MailContext,
): Promise<RenderedMail> {
  const t = translator(context.language, 'mails');
  const content = templates[kind]({ props, t, f: formats(context.language), context });
  const subject = oneLine(content.subject);
  const html = await render(createElement(Layout, { content: { ...content, subject }, context, t }));
  return { subject, html, text: toPlainText(html, { selectors: plainTextRules }) };
}

const plainTextRules = [
  { selector: 'h1', format: 'heading', options: { uppercase: false } },
  { selector: 'h2', format: 'heading', options: { uppercase: false } },
  { selector: 'p.fact', format: 'paragraph', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
];
