import { insertEvents } from '@tessera/db/events.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { CardEventKind } from '../cards/events.ts';
import type { CareEventKind } from '../care/events.ts';
import type { ClosingEvent } from '../closing/events.ts';
import type { EvaluationEvent } from '../evaluations/events.ts';
import type { ExchangeEvent } from '../exchange/events.ts';
import type { InitiativeEventKind } from '../initiatives/events.ts';
import type { JoiningEventKind } from '../joining/events.ts';
import type { LibraryEventKind } from '../library/events.ts';
import type { MentoringEventKind } from '../mentoring/events.ts';
import type { NetworkEvent } from '../networks/events.ts';
import type { OwnAccountEventKind } from '../own-accounts/events.ts';
import type { PatternEventKind } from '../patterns/events.ts';
import type { PrivacyEventKind } from '../privacy/events.ts';
import type { QuestionEventKind } from '../questions/events.ts';
import type { RegisteringEventKind } from '../registering/events.ts';
import type { SecondStepEventKind } from '../second-step/events.ts';
import type { SupervisionEventKind } from '../supervision/events.ts';
import type { SupportEventKind } from '../support/events.ts';
import type { TranslationEventKind } from '../translations/events.ts';
import type { TranslatorEventKind } from '../translators/events.ts';

/** Everything that can happen. The payload holds ids, counts and states: never a secret, never confidential text. */
export type EventKind =
  | PrivacyEventKind
  | PatternEventKind
  | OwnAccountEventKind
  | TranslationEventKind
  | TranslatorEventKind
  | 'sign_in.code_requested'
  | 'password.reset_requested'
  | SecondStepEventKind
  | 'calendar.address_made'
  | 'calendar.address_ended'
  | 'network.founded'
  | 'network.link_accepted'
  | NetworkEvent
  | ClosingEvent
  | EvaluationEvent
  | ExchangeEvent
  | 'institution.joined'
  | 'institution.created'
  | 'institution.changed'
  | 'institution.moved'
  | 'institution.merged'
  | 'membership.changed'
  | 'membership.moved'
  | 'role.assigned'
  | 'role.waiting'
  | 'role.validity_changed'
  | 'role.ended'
  | 'capability.granted'
  | 'capability.ended'
  | 'person.deactivated'
  | 'person.reactivated'
  | 'person.left'
  | 'account.locked'
  | 'account.unlocked'
  | 'prerequisite.required'
  | 'prerequisite.retired'
  | 'prerequisite.recorded'
  | 'prerequisite.withdrawn'
  | 'prerequisite.lapsing'
  | 'invitation.sent'
  | 'invitation.accepted'
  | 'invitation.revoked'
  | 'phase.added'
  | 'phase.changed'
  | 'phase.ended'
  | 'phase.logo_kept'
  | 'phase.removed'
  | 'training.created'
  | 'training.edited'
  | 'training.published'
  | 'training.rescheduled'
  | 'training.relocated'
  | 'training.capacity_changed'
  | 'training.seat_rules_changed'
  | 'training.moved_on'
  | 'training.postponed'
  | 'training.sent_back'
  | 'training.reminded'
  | 'training.followed_up'
  | 'training.cancelled'
  | 'training.shared'
  | 'training.share_revoked'
  | 'seats.registered'
  | 'seats.walked_in'
  | 'seat.walked_in'
  | 'seat.named'
  | 'seat.promoted'
  | 'seat.offered'
  | 'seat.offer_accepted'
  | 'seat.lapsed'
  | 'seat.cancelled'
  | 'seat.prioritised'
  | RegisteringEventKind
  | 'seats.wished'
  | 'seat.wish_fulfilled'
  | 'seat.wish_opened'
  | 'seat.withdrawn'
  | JoiningEventKind
  | SupportEventKind
  | QuestionEventKind
  | MentoringEventKind
  | InitiativeEventKind
  | LibraryEventKind
  | CareEventKind
  | SupervisionEventKind
  | CardEventKind
  | 'attendance.marked'
  | 'attendance.locked'
  | 'attendance.reopened'
  | 'attendance.checked_in'
  | 'attendance.counted'
  | 'attendance.evidence_kept'
  | 'attendance.evidence_withdrawn'
  | 'attendance.presence_asked'
  | 'certificate.issued'
  | 'certificate.revoked'
  | 'certificate.name_shown'
  | 'certificate.template_changed'
  | 'import.uploaded'
  | 'import.check_asked'
  | 'import.run_asked'
  | 'import.done'
  | 'import.undone'
  | 'export.made'
  | 'message.resent'
  | 'digest.due';

export type ObjectKind =
  | 'machine_order'
  | 'pattern'
  | 'account_provider'
  | 'person'
  | 'network'
  | 'institution'
  | 'invitation'
  | 'training'
  | 'registration'
  | 'seat'
  | 'certificate'
  | 'certificate_template'
  | 'prerequisite'
  | 'phase'
  | 'consent'
  | 'access'
  | 'erasure'
  | 'hold'
  | 'retention'
  | 'processing'
  | 'import'
  | 'file'
  | 'message'
  | 'closing'
  | 'support'
  | 'answer'
  | 'seat_request'
  | 'seat_invitation'
  | 'wish'
  | 'evidence'
  | 'application'
  | 'mentoring_programme'
  | 'mentor'
  | 'mentee'
  | 'mentoring_relation'
  | 'initiative'
  | 'resource'
  | 'mentoring_goal'
  | 'mentoring_review'
  | 'mentoring_session'
  | 'mentoring_note'
  | 'mentoring_draft'
  | 'concern'
  | 'concern_entry'
  | 'mentoring_flag'
  | 'mentoring_survey'
  | 'relation_risk'
  | 'relation_approval'
  | 'supervision'
  | 'mentoring_ask'
  | 'card';

export type NewEvent = {
  /** Taken with `newId` before what this event caused, so that it stands before it; else taken now */
  id?: string;
  networkId: string;
  kind: EventKind;
  object: [ObjectKind, id: string];
  actorId: string | null;
  at: Date;
  payload?: Record<string, string | number | boolean | null | string[]>;
};

/** Writes what happened, in the transaction of the change; the relay takes it from there. */
export async function recordEvent(tx: Transaction, ...events: NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.run(
    insertEvents(
      JSON.stringify(
        events.map(({ id, networkId, kind, object, actorId, at, payload }) => ({
          id: id ?? newId(),
          network_id: networkId,
          kind,
          object_kind: object[0],
          object_id: object[1],
          actor_id: actorId,
          payload: payload ?? {},
          at: at.toISOString(),
        })),
      ),
    ),
  );
}
