import { fieldClasses } from '@tessera/db/classes.ts';
import { placesOfPerson } from '@tessera/db/needs.server.ts';
import { inScope, type Transaction } from '@tessera/db/scope.server.ts';
import {
  globalAreas,
  placeOfArea,
  type SubjectArea,
  subjectAreas,
  subjectRows,
} from '@tessera/db/subject.server.ts';
import { networksOf } from '../consents/own.server.ts';
import type { Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { countAttempt } from '../identity/rate-limit.server.ts';
import { isSecondStepMissing } from '../second-step/missing.server.ts';
import { type Opened, readConfidential } from './seal.server.ts';

type SignedIn = RequestContext & { actor: Actor };
type Row = Record<string, unknown>;
export type StoredRows = Partial<Record<SubjectArea, Row[]>>;
export type EverythingStored = {
  madeAt: Date;
  you: StoredRows;
  networks: { code: string; name: string; timeZone: string; stored: StoredRows }[];
};

/**
 * Everything that is stored about the person of the request, in every network that knows them: each column of each row,
 * but for what opens a door (hashes of passwords and sessions). Where they only acted on something that is about others,
 * that they did and when. What they wrote about others is sealed, so it is given to nobody who lacks the second step that one of
 * their networks asks for.
 * @throws DomainError too_many_attempts, second_step_needed
 */
export async function everythingAbout(ctx: SignedIn): Promise<EverythingStored> {
  const { personId } = ctx.actor;
  const places = await inScope({ personId }, (tx) => tx.run(placesOfPerson(personId, ctx.now, ctx.language)));
  const closed = places.find(isSecondStepMissing);
  if (closed) throw new DomainError('second_step_needed', { network: closed.code });
  await countAttempt('download', personId);
  const networks = await networksOf(ctx);
  const you = await inScope({ personId, door: 'identity' }, (tx) => read(tx, ctx, globalAreas));
  const stored: EverythingStored['networks'] = [];
  for (const { id, code, name, timeZone, now } of networks) {
    const rows = await inScope({ networkId: id, personId }, async (tx) => {
      const found = await read(
        tx,
        ctx,
        subjectAreas.filter((area) => !globalAreas.includes(area)),
      );
      await unseal(tx, { networkId: id, personId, now }, found);
      await recordEvent(tx, {
        networkId: id,
        kind: 'data.downloaded',
        object: ['person', personId],
        actorId: personId,
        at: now,
      });
      return found;
    });
    stored.push({ code, name, timeZone, stored: rows });
  }
  return { madeAt: ctx.now, you, networks: stored };
}

async function read(tx: Transaction, ctx: SignedIn, areas: readonly SubjectArea[]): Promise<StoredRows> {
  const stored: StoredRows = {};
  for (const area of areas) {
    const rows = await tx.run(subjectRows(area, ctx.actor.personId, ctx.actor.email));
    if (rows.length > 0) stored[area] = rows.map(({ row }) => shown(area, row));
  }
  return stored;
}

// A row that is about the person loses what opens a door; one that they only acted on keeps what is about nobody.
function shown(area: SubjectArea, row: Row): Row {
  const { table, mode, without = [] } = placeOfArea(area);
  const classes = (fieldClasses as Record<string, Record<string, string>>)[table] ?? {};
  const hidden = mode === 'about' ? ['secret'] : ['secret', 'per', 'conf', 'spec'];
  const kept = Object.entries(row).filter(
    ([column]) => !hidden.includes(classes[column] ?? '') && !without.includes(column),
  );
  const isOthers = /(^|_)(participant|person|seat|requester|invited)_id$|^(given|family)_name$|^email$/;
  return Object.fromEntries(mode === 'about' ? kept : kept.filter(([column]) => !isOthers.test(column)));
}

// What is sealed about a person, by area.
const sealedParts = [
  { area: 'mentoringAsks', object: 'mentoring_ask', column: 'ask_words', field: 'mentoring_ask.ask_words' },
  {
    area: 'mentoringAsks',
    object: 'mentoring_ask',
    column: 'answer_words',
    field: 'mentoring_ask.answer_words',
  },
  {
    area: 'supervised',
    object: 'supervision',
    column: 'supervision_themes',
    field: 'supervision_meeting.supervision_themes',
  },
  { area: 'consents', object: 'consent', column: 'guardian', field: 'consent_record.guardian' },
  { area: 'support', object: 'support', column: 'need', field: 'support_need.need' },
  { area: 'answers', object: 'answer', column: 'sealed', field: 'seat_answer.sealed' },
  { area: 'seatRequests', object: 'seat_request', column: 'answers', field: 'seat_request.answers' },
  {
    area: 'prerequisites',
    object: 'prerequisite',
    column: 'evidence_note',
    field: 'prerequisite_record.evidence_note',
  },
  {
    area: 'menteeProfile',
    object: 'mentee',
    column: 'gender_preference',
    field: 'mentee_profile.gender_preference',
  },
  {
    area: 'menteeProfile',
    object: 'mentee',
    column: 'meeting_limits',
    field: 'mentee_profile.meeting_limits',
  },
  {
    area: 'mentored',
    object: 'mentoring_relation',
    column: 'end_reason',
    field: 'mentoring_relation.end_reason',
  },
  {
    area: 'mentored',
    object: 'mentoring_relation',
    column: 'closure_comment',
    field: 'mentoring_relation.closure_comment',
  },
  { area: 'goals', object: 'mentoring_goal', column: 'aim', field: 'mentoring_goal.aim' },
  { area: 'goals', object: 'mentoring_goal', column: 'measure', field: 'mentoring_goal.measure' },
  { area: 'goals', object: 'mentoring_goal', column: 'baseline', field: 'mentoring_goal.baseline' },
  { area: 'goals', object: 'mentoring_goal', column: 'target', field: 'mentoring_goal.target' },
  {
    area: 'goalReviews',
    object: 'mentoring_review',
    column: 'proof_note',
    field: 'mentoring_goal_review.proof_note',
  },
  { area: 'mentoringSessions', object: 'mentoring_session', column: 'mood', field: 'mentoring_session.mood' },
  {
    area: 'goalReviews',
    object: 'mentoring_review',
    column: 'review_note',
    field: 'mentoring_goal_review.review_note',
  },
  {
    area: 'mentoringSessions',
    object: 'mentoring_session',
    column: 'shared_summary',
    field: 'mentoring_session.shared_summary',
  },
  {
    area: 'mentoringSessions',
    object: 'mentoring_session',
    column: 'next_steps',
    field: 'mentoring_session.next_steps',
  },
  { area: 'mentorNotes', object: 'mentoring_note', column: 'note_text', field: 'mentoring_note.note_text' },
  { area: 'risksSet', object: 'relation_risk', column: 'risk_reason', field: 'relation_risk.risk_reason' },
  {
    area: 'approvalsRequested',
    object: 'relation_approval',
    column: 'request_words',
    field: 'relation_approval.request_words',
  },
  {
    area: 'approvalsRequested',
    object: 'relation_approval',
    column: 'decision_words',
    field: 'relation_approval.decision_words',
  },
  { area: 'mentorDrafts', object: 'mentoring_draft', column: 'body', field: 'mentoring_draft.body' },
] as const;
type SealedPart = (typeof sealedParts)[number]['field'];

async function unseal(
  tx: Transaction,
  { networkId, personId, now }: { networkId: string; personId: string; now: Date },
  found: StoredRows,
): Promise<void> {
  for (const { area, object, column, field } of sealedParts) {
    for (const row of found[area] ?? []) {
      const sealed = bytesOf(row[column]);
      if (sealed === null) continue;
      const opened: Record<string, Opened> = await readConfidential<SealedPart>(tx, {
        networkId,
        actorId: personId,
        at: now,
        right: 'own',
        object: [object, String(row.id)],
        subjectPersonId: personId,
        fields: { [field]: sealed } as Record<SealedPart, Uint8Array>,
      });
      const part = opened[field];
      row[column] = part?.state === 'open' ? part.text : part?.state;
    }
  }
}

// to_jsonb writes bytes as hexadecimal digits after "\x".
function bytesOf(value: unknown): Uint8Array | null {
  return typeof value === 'string' && value.startsWith('\\x') ? Buffer.from(value.slice(2), 'hex') : null;
}
