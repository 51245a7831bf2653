import type { EventKind } from '@tessera/core/events/record.server.ts';
import type { NoticeEvent } from '@tessera/db/messages.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { invitationSent, ownAccountLinked, passwordReset, signInCode } from './access.server.ts';
import { trainingFollowedUp } from './after.server.ts';
import { approvalDecided, approvalRequested } from './approvals.server.ts';
import { askAnswered, askMade } from './asks.server.ts';
import { accessNotice } from './break-glass.server.ts';
import {
  careTold,
  careWeek,
  concernEscalated,
  concernRaised,
  flagAnswered,
  flagAsked,
} from './care.server.ts';
import { certificateIssued } from './certificates.server.ts';
import { closingTold } from './closing.server.ts';
import { digest } from './digest.server.ts';
import { evaluationAsked } from './evaluations.server.ts';
import { applicationAsked, applicationConfirmed, applicationDeclined } from './joining.server.ts';
import { fileInfected, linkBroken, resourceDue } from './library.server.ts';
import { type Notice, type Occasion, Payload } from './notice.server.ts';
import { presenceAsked } from './presence.server.ts';
import { mentoringProposed } from './proposals.server.ts';
import { seatAskedAgain, seatDecided, seatInvited, seatRequested } from './registering.server.ts';
import { trainingReminded } from './reminders.server.ts';
import { seatCancelled, seatLapsed, seatOffered, seatPromoted, seatsRegistered } from './seats.server.ts';
import { secondStepTold } from './second-step.server.ts';
import { supervisionTold } from './supervision.server.ts';
import { surveyAnswered, surveyAsked } from './surveys.server.ts';
import {
  proposalSentBack,
  trainingCancelled,
  trainingPostponed,
  trainingRelocated,
  trainingRescheduled,
} from './trainings.server.ts';
import { machineStopped } from './translators.server.ts';

const finders: Partial<Record<EventKind, (occasion: Occasion) => Promise<Notice[]>>> = {
  'sign_in.code_requested': signInCode,
  'password.reset_requested': passwordReset,
  'second_step.switched_on': secondStepTold,
  'second_step.switched_off': secondStepTold,
  'second_step.removed': secondStepTold,
  'second_step.recovery_used': secondStepTold,
  'own_account.linked': ownAccountLinked,
  'invitation.sent': invitationSent,
  'seats.registered': seatsRegistered,
  'seat.requested': seatRequested,
  'seat_invitation.sent': seatInvited,
  'seat.approved': seatDecided,
  'seat.rejected': seatDecided,
  'seat.asked_again': seatAskedAgain,
  'application.asked': applicationAsked,
  'application.confirmed': applicationConfirmed,
  'application.declined': applicationDeclined,
  'seat.promoted': seatPromoted,
  'seat.offered': seatOffered,
  'seat.lapsed': seatLapsed,
  'seat.cancelled': seatCancelled,
  'training.rescheduled': trainingRescheduled,
  'training.relocated': trainingRelocated,
  'training.cancelled': trainingCancelled,
  'training.postponed': trainingPostponed,
  'training.sent_back': proposalSentBack,
  'training.reminded': trainingReminded,
  'training.followed_up': trainingFollowedUp,
  'attendance.presence_asked': presenceAsked,
  'certificate.issued': certificateIssued,
  'evaluation.asked': evaluationAsked,
  'evaluation.reminded': evaluationAsked,
  'access.requested': accessNotice,
  'access.approved': accessNotice,
  'access.used': accessNotice,
  'concern.raised': concernRaised,
  'concern.escalated': concernEscalated,
  'care.stood_still': careTold,
  'care.log_missing': careTold,
  'care.week': careWeek,
  'care.asked': flagAsked,
  'care.answered': flagAnswered,
  'care.survey_asked': surveyAsked,
  'care.survey_answered': surveyAnswered,
  'mentoring.relation_proposed': mentoringProposed,
  'mentoring.asked': askMade,
  'mentoring.ask_answered': askAnswered,
  'mentoring.approval_requested': approvalRequested,
  'mentoring.approval_decided': approvalDecided,
  'supervision.planned': supervisionTold,
  'supervision.near': supervisionTold,
  'supervision.cancelled': supervisionTold,
  'resource.review_due': resourceDue,
  'resource.link_broken': linkBroken,
  'resource.file_infected': fileInfected,
  'machine_order.stopped': machineStopped,
  'closing.asked': closingTold,
  'closing.confirmed': closingTold,
  'closing.withdrawn': closingTold,
  'digest.due': digest,
};

/**
 * The mails that an event asks for now: to whom, in which language, with which facts. None when time has overtaken it: a
 * used code, a seat given back. Reads only, with the door "identity".
 */
export async function noticesFor(
  tx: Transaction,
  event: NoticeEvent,
  realNow: Date,
  { isLookingBack = false } = {},
): Promise<Notice[]> {
  const find = finders[event.kind as EventKind];
  if (!find) return [];
  const now = new Date(realNow.getTime() + event.network.clockOffset * 1000);
  return find({ tx, event, payload: Payload.parse(event.payload), now, realNow, isLookingBack });
}
