import { agreementParties } from '@tessera/db/agreements.server.ts';
import { approvalsOf, plansSent } from '@tessera/db/approvals.server.ts';
import {
  type GoalRow,
  goalsIn,
  type MenteeInRelation,
  menteesIn,
  ownProfiles,
  type PlannedRow,
  plannedIn,
  type RelationHead,
  type ReviewRow,
  relationHeads,
  reviewsIn,
  type SessionRow,
  sessionsIn,
} from '@tessera/db/mentoring.server.ts';
import { travelledFrom } from '@tessera/db/programmes.server.ts';
import { riskOf } from '@tessera/db/risk.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import {
  type Opened,
  type ReadingRight,
  readAllConfidential,
  type SealedField,
} from '../privacy/seal.server.ts';
import { type Part, requirePart } from './access.server.ts';
import { signersFor } from './agreement-page.server.ts';
import { type ApprovalState, approvalKinds, mayRequest } from './approval-rules.ts';
import { type StoredDraft, textOf } from './drafts.server.ts';
import type { NeedArea } from './needs.ts';
import { todayOf } from './note.server.ts';
import {
  doesTravel,
  type GoalState,
  isActiveGoal,
  isLiving,
  isUnderWay,
  needsContact,
  type RelationState,
  type RiskLevel,
  stepsOf,
} from './rules.ts';

/**
 * One living relation as its mentor or one of its mentees sees it, with what was said opened; each reading leaves an
 * entry. A mentee of a group sees the own goals and the sessions that they were in. Sessions come in pages, and only what
 * is on the page is opened.
 * @throws DomainError not_found, relation_ended
 */
export async function relationPage(ctx: Acting, relationId: string, before: string | null = null) {
  return ctx.transaction(async (tx) => {
    const part = await requirePart(tx, ctx, relationId);
    const isMentor = part.as === 'mentor';
    const own = isMentor ? null : [part.menteeId];
    const page = { before, most: sessionsOnPage };
    const right = isMentor ? 'assigned' : 'own';
    const { heads, mentees, ...said } = await open(tx, ctx, [relationId], own, right, page);
    const [head] = heads;
    if (!head) throw new DomainError('not_found');
    return {
      ...head,
      as: part.as,
      canWrite: isUnderWay(head.state),
      mentees: await withLimits(tx, ctx, part, mentees),
      ...said,
      needsContact: needsContact({
        ...head,
        today: todayOf(ctx),
      }),
      draft: await ownDraft(tx, ctx, relationId),
      signers: signersFor(ctx, part.as, await tx.run(agreementParties(ctx.network.id, [relationId]))),
      /** What came along from the mentor before; for the mentor alone, the mentees have it among their own. */
      earlier: isMentor ? await earlier(tx, ctx, relationId, mentees) : [],
      /** What the coordinator wrote when a closure was sent back. */
      closureComment: await closureComment(tx, ctx, relationId, isMentor ? 'assigned' : 'own'),
      /** For the mentor alone, as their notes. */
      risk: isMentor ? await risk(tx, ctx, relationId) : null,
      /** Whether plans and closings are approved here, and what was asked: states and days. */
      approval: await approval(tx, ctx, relationId, head.state),
      timeZone: ctx.network.timeZone,
    };
  });
}

/** Everything that mentoring holds about its reader as a mentee, also what has ended, and who else may see it. */
export async function myself(ctx: Acting) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const profiles = await tx.run(ownProfiles(networkId, ctx.actor.personId, ctx.language));
    const sent = await tx.run(
      plansSent(
        networkId,
        profiles.map(({ id }) => id),
      ),
    );
    const fields = await opened(
      tx,
      ctx,
      'own',
      profiles.map(({ id, genderPreference, meetingLimits }) => ({
        object: ['mentee' as const, id],
        subjectPersonId: ctx.actor.personId,
        fields: {
          'mentee_profile.gender_preference': genderPreference,
          'mentee_profile.meeting_limits': meetingLimits,
        },
      })),
    );
    const relationIds = profiles.flatMap(({ relations }) => relations.map(({ id }) => id));
    const own = profiles.map(({ id }) => id);
    const page = { before: null, most: mostSessions };
    const said = await open(tx, ctx, relationIds, own, 'own', page);
    const { heads, mentees: _mentees, ...rest } = said;
    const parties = await tx.run(agreementParties(networkId, relationIds));
    return {
      profiles: profiles.map((profile) => ({
        ...profile,
        genderPreference: fields(profile.id, 'mentee_profile.gender_preference'),
        meetingLimits: fields(profile.id, 'mentee_profile.meeting_limits'),
      })),
      relations: heads,
      ...rest,
      /** The own signatures alone. */
      signers: signersFor(ctx, 'mentee', parties).filter(({ isOwn, menteeId }) => isOwn && menteeId !== null),
      timeZone: ctx.network.timeZone,
      /** When the coordinators were sent the goals, and what came of it. */
      plansSent: sent.map((each) => ({ ...each, state: each.state as ApprovalState })),
      /** Texts: the mentors of the living relations. The coordinator sees states and counts, funders figures. */
      readers: heads.filter(({ state }) => isLiving(state)).map(nameOf),
    };
  });
}

const sessionsOnPage = 10;
const mostSessions = 200;

type Row<Field extends SealedField> = {
  object: [
    (
      | 'mentee'
      | 'mentoring_goal'
      | 'mentoring_review'
      | 'mentoring_relation'
      | 'mentoring_session'
      | 'mentoring_note'
      | 'mentoring_draft'
    ),
    string,
  ];
  subjectPersonId: string | null;
  fields: Record<Field, Uint8Array | null>;
};

// Opens what is sealed in rows of one kind; a row that holds nothing is not read.
async function opened<Field extends SealedField>(
  tx: Transaction,
  ctx: Acting,
  right: ReadingRight,
  rows: readonly Row<Field>[],
): Promise<(id: string, field: Field) => string | null> {
  const full = rows.filter(({ fields }) => Object.values(fields).some((value) => value !== null));
  if (full.length === 0) return () => null;
  const reading = { networkId: ctx.network.id, actorId: ctx.actor.personId, at: ctx.now, right };
  const texts = await readAllConfidential(tx, reading, full);
  const byId = new Map<string, Record<Field, Opened>>();
  for (const [index, { object }] of full.entries()) {
    const text = texts[index];
    if (text) byId.set(object[1], text);
  }
  return (id, field) => textOf(byId.get(id)?.[field]);
}

async function open(
  tx: Transaction,
  ctx: Acting,
  relationIds: readonly string[],
  menteeIds: readonly string[] | null,
  right: ReadingRight,
  { before, most }: { before: string | null; most: number },
) {
  const networkId = ctx.network.id;
  const [heads, mentees, goals, reviews, planned, sessions] = await tx.runAll<
    [RelationHead, MenteeInRelation, GoalRow, ReviewRow, PlannedRow, SessionRow]
  >([
    relationHeads(networkId, relationIds, ctx.language),
    menteesIn(networkId, relationIds),
    goalsIn(networkId, relationIds, menteeIds),
    reviewsIn(networkId, relationIds, menteeIds),
    plannedIn(networkId, relationIds, menteeIds),
    // One more than is shown says whether there are more.
    sessionsIn(networkId, relationIds, menteeIds, ctx.actor.personId, before, most + 1),
  ]);
  const shown = sessions.slice(0, most);
  return {
    heads: heads.map((head) => ({ ...head, state: head.state as RelationState })),
    mentees,
    goals: await openGoals(tx, ctx, right, goals, reviews),
    planned,
    sessions: await openSessions(tx, ctx, right, shown),
    /** Names the page after this one. */
    olderThan: sessions.length > most ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function openGoals(
  tx: Transaction,
  ctx: Acting,
  right: ReadingRight,
  goals: readonly GoalRow[],
  reviews: readonly ReviewRow[],
) {
  const texts = await opened(
    tx,
    ctx,
    right,
    goals.map(({ id, subjectPersonId, text, measure, baseline, target }) => ({
      object: ['mentoring_goal' as const, id],
      subjectPersonId,
      fields: {
        'mentoring_goal.aim': text,
        'mentoring_goal.measure': measure,
        'mentoring_goal.baseline': baseline,
        'mentoring_goal.target': target,
      },
    })),
  );
  const notes = await opened(
    tx,
    ctx,
    right,
    reviews.map(({ id, subjectPersonId, note, evidence }) => ({
      object: ['mentoring_review' as const, id],
      subjectPersonId,
      fields: { 'mentoring_goal_review.review_note': note, 'mentoring_goal_review.proof_note': evidence },
    })),
  );
  return goals.map(({ subjectPersonId: _person, ...goal }) => ({
    ...goal,
    state: goal.state as GoalState,
    need: goal.need as NeedArea | null,
    isActive: isActiveGoal(goal.state as GoalState),
    text: texts(goal.id, 'mentoring_goal.aim'),
    measure: texts(goal.id, 'mentoring_goal.measure'),
    baseline: texts(goal.id, 'mentoring_goal.baseline'),
    target: texts(goal.id, 'mentoring_goal.target'),
    reviews: reviews
      .filter(({ goalId }) => goalId === goal.id)
      .map(({ id, progress, state, reviewedAt }) => ({
        id,
        progress,
        state: state as GoalState,
        reviewedAt,
        note: notes(id, 'mentoring_goal_review.review_note'),
        evidence: notes(id, 'mentoring_goal_review.proof_note'),
      })),
  }));
}

/** Opens what is sealed in sessions, and writes who read it. */
export async function openSessions(
  tx: Transaction,
  ctx: Acting,
  right: ReadingRight,
  sessions: readonly SessionRow[],
) {
  const texts = await opened(
    tx,
    ctx,
    right,
    sessions.map(({ id, subjectPersonId, summary, nextSteps, mood }) => ({
      object: ['mentoring_session' as const, id],
      subjectPersonId,
      fields: {
        'mentoring_session.shared_summary': summary,
        'mentoring_session.next_steps': nextSteps,
        'mentoring_session.mood': mood,
      },
    })),
  );
  const notes = await opened(
    tx,
    ctx,
    'own',
    sessions.flatMap(({ noteId, note }) =>
      noteId === null
        ? []
        : [
            {
              object: ['mentoring_note' as const, noteId] as ['mentoring_note', string],
              subjectPersonId: null,
              fields: { 'mentoring_note.note_text': note },
            },
          ],
    ),
  );
  return sessions.map(({ subjectPersonId: _person, noteId, note: _note, stepsDone, ...session }) => {
    const nextSteps = texts(session.id, 'mentoring_session.next_steps');
    const mood = texts(session.id, 'mentoring_session.mood');
    return {
      ...session,
      summary: texts(session.id, 'mentoring_session.shared_summary'),
      nextSteps,
      steps: stepsOf(nextSteps).map((text, index) => ({ text, isDone: stepsDone.includes(index) })),
      mood: mood === null ? null : Number(mood),
      privateNote: noteId === null ? null : notes(noteId, 'mentoring_note.note_text'),
    };
  });
}

// Where and when somebody must not be met is read by their mentor, and by themselves.
async function withLimits(tx: Transaction, ctx: Acting, part: Part, mentees: readonly MenteeInRelation[]) {
  const readable = mentees.filter(({ id }) => part.as === 'mentor' || id === part.menteeId);
  const limits = await opened(
    tx,
    ctx,
    part.as === 'mentor' ? 'assigned' : 'own',
    readable.map(({ id, personId, meetingLimits }) => ({
      object: ['mentee' as const, id],
      subjectPersonId: personId,
      fields: { 'mentee_profile.meeting_limits': meetingLimits },
    })),
  );
  return mentees.map(({ id, alias, languages, needsInterpreter }) => ({
    id,
    alias,
    languages,
    needsInterpreter,
    meetingLimits: limits(id, 'mentee_profile.meeting_limits'),
  }));
}

/** How many sessions of the mentor before are shown. */
const mostEarlier = 200;

async function earlier(tx: Transaction, ctx: Acting, relationId: string, mentees: readonly { id: string }[]) {
  const networkId = ctx.network.id;
  const before = await tx.run(travelledFrom(networkId, relationId));
  if (before.length === 0) return [];
  const ids = before.map(({ id }) => id);
  const sessions = await tx.run(sessionsIn(networkId, ids, null, ctx.actor.personId, null, mostEarlier));
  const here = mentees.map(({ id }) => id);
  return openSessions(
    tx,
    ctx,
    'assigned',
    sessions.filter((session) => doesTravel(session, here)),
  );
}

async function risk(tx: Transaction, ctx: Acting, relationId: string) {
  const [row] = await tx.run(riskOf(ctx.network.id, relationId));
  return row?.risk ? { ...row.risk, level: row.risk.level as RiskLevel } : null;
}

async function approval(tx: Transaction, ctx: Acting, relationId: string, state: RelationState) {
  const [row] = await tx.run(approvalsOf(ctx.network.id, relationId));
  if (!row?.isOn) return null;
  return approvalKinds.map((kind) => {
    const newest = row.approvals.find((each) => each.kind === kind) ?? null;
    return {
      kind,
      canRequest: mayRequest(kind, state, newest),
      newest: newest && { ...newest, state: newest.state as ApprovalState },
    };
  });
}

async function closureComment(tx: Transaction, ctx: Acting, relationId: string, right: ReadingRight) {
  const row = await tx.prisma.mentoringRelation.findFirst({
    where: { networkId: ctx.network.id, id: relationId },
    select: { closureComment: true },
  });
  if (!row?.closureComment) return null;
  const comment = await opened(tx, ctx, right, [
    {
      object: ['mentoring_relation', relationId],
      subjectPersonId: null,
      fields: { 'mentoring_relation.closure_comment': row.closureComment },
    },
  ]);
  return comment(relationId, 'mentoring_relation.closure_comment');
}

/** What somebody was writing about a relation; null when nothing waits. */
export async function ownDraft(
  tx: Transaction,
  ctx: Acting,
  relationId: string,
): Promise<StoredDraft | null> {
  const draft = await tx.prisma.mentoringDraft.findFirst({
    where: { networkId: ctx.network.id, relationId, authorPersonId: ctx.actor.personId },
    select: { id: true, version: true, body: true, updatedAt: true },
  });
  if (!draft) return null;
  const body = await opened(tx, ctx, 'own', [
    {
      object: ['mentoring_draft', draft.id],
      subjectPersonId: null,
      fields: { 'mentoring_draft.body': draft.body },
    },
  ]);
  const { version, updatedAt } = draft;
  return { version, updatedAt, body: body(draft.id, 'mentoring_draft.body') ?? '' };
}

const nameOf = ({ givenName, familyName, nameOrder }: RelationHead) => ({
  givenName,
  familyName,
  nameOrder,
});
