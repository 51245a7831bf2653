import type { EventKind } from '@tessera/core/events/record.server.ts';

/** What the queue carries: that something happened, never what. */
export type EventJobData = { eventId: string; networkId: string; kind: string; round: number };
export type EventJobName =
  | 'notify'
  | 'import'
  | 'package'
  | 'wish'
  | 'words'
  | 'links'
  | 'previews'
  | 'machine'
  | 'pattern';

const subscriptions: Partial<Record<EventKind, readonly EventJobName[]>> = {
  'sign_in.code_requested': ['notify'],
  'password.reset_requested': ['notify'],
  'second_step.switched_on': ['notify'],
  'second_step.switched_off': ['notify'],
  'second_step.removed': ['notify'],
  'second_step.recovery_used': ['notify'],
  'own_account.linked': ['notify'],
  'invitation.sent': ['notify'],
  'seats.registered': ['notify'],
  'seat.requested': ['notify'],
  'seat_invitation.sent': ['notify'],
  'seat.approved': ['notify'],
  'seat.rejected': ['notify'],
  'seat.asked_again': ['notify'],
  'application.asked': ['notify'],
  'application.confirmed': ['notify'],
  'application.declined': ['notify'],
  'seat.promoted': ['notify'],
  'seat.offered': ['notify'],
  'seats.wished': ['wish'],
  'seat.wish_fulfilled': ['wish'],
  'seat.wish_opened': ['wish'],
  'seat.lapsed': ['notify'],
  'seat.cancelled': ['notify'],
  'training.rescheduled': ['notify'],
  'training.relocated': ['notify'],
  'training.cancelled': ['notify'],
  'training.postponed': ['notify'],
  'training.sent_back': ['notify'],
  'training.reminded': ['notify'],
  'training.followed_up': ['notify'],
  'attendance.presence_asked': ['notify'],
  'certificate.issued': ['notify'],
  'evaluation.asked': ['notify'],
  'evaluation.reminded': ['notify'],
  'access.requested': ['notify'],
  'access.approved': ['notify'],
  'access.used': ['notify'],
  'concern.raised': ['notify'],
  'concern.escalated': ['notify'],
  'care.stood_still': ['notify'],
  'care.log_missing': ['notify'],
  'care.week': ['notify'],
  'care.asked': ['notify'],
  'care.answered': ['notify'],
  'care.survey_asked': ['notify'],
  'mentoring.relation_proposed': ['notify'],
  'care.survey_answered': ['notify'],
  'mentoring.asked': ['notify'],
  'mentoring.ask_answered': ['notify'],
  'mentoring.approval_requested': ['notify'],
  'mentoring.approval_decided': ['notify'],
  'supervision.planned': ['notify'],
  'supervision.near': ['notify'],
  'supervision.cancelled': ['notify'],
  'resource.review_due': ['notify'],
  'resource.link_broken': ['notify'],
  'resource.file_infected': ['notify'],
  'resource.links_asked': ['links'],
  'resource.created': ['words', 'previews'],
  'resource.revised': ['words', 'previews'],
  'machine_order.asked': ['machine'],
  'machine_order.stopped': ['notify'],
  'import.check_asked': ['import'],
  'import.run_asked': ['import'],
  'pattern.asked': ['pattern'],
  'message.resent': ['notify'],
  'closing.asked': ['notify'],
  'closing.confirmed': ['notify'],
  'closing.withdrawn': ['notify'],
  'closing.package_asked': ['package'],
  'digest.due': ['notify'],
};

/** The jobs that answer a kind of event; most kinds have none. */
export function jobsFor(kind: string): readonly EventJobName[] {
  return Object.hasOwn(subscriptions, kind) ? (subscriptions[kind as EventKind] ?? []) : [];
}

/** The id of a job: the same event makes the same job, however often it is handed over; a retry makes a new one. */
export function jobId(event: { id: string; round: number }, job: EventJobName): string {
  return `${event.id}-${job}-${event.round}`;
}
