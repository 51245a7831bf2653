import {
  nextSupervision,
  type SupervisedMentor,
  type SupervisionRow,
  supervisedMentors,
  supervisionMeeting,
  supervisionMeetings,
} from '@tessera/db/supervision.server.ts';
import { type Acting, allows, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { textOf } from '../mentoring/drafts.server.ts';
import { todayOf } from '../mentoring/note.server.ts';
import { isUnderWay, relationStates } from '../mentoring/rules.ts';
import { readConfidential } from '../privacy/seal.server.ts';
import {
  hadSupervision,
  isToWrite,
  mayCancel,
  mayChange,
  type SupervisionKind,
  type SupervisionState,
  supervisionFigure,
} from './rules.ts';

const supervised = ['approved', 'active', 'paused'] as const;
const underWay = relationStates.filter(isUnderWay);

/**
 * The meetings of a network for who plans them, with the mentors and when each had supervision; for a mentor those that
 * they come to. Days and numbers, and nothing of what was said.
 */
export async function listSupervision(ctx: Acting) {
  const networkId = ctx.network.id;
  const isForAll = isForAllHere(ctx);
  const today = todayOf(ctx);
  const [meetings, mentors] = await ctx.transaction((tx) =>
    tx.runAll<[SupervisionRow, SupervisedMentor]>([
      supervisionMeetings(networkId, ctx.actor.personId, isForAll),
      supervisedMentors(networkId, today, isForAll ? supervised : [], underWay),
    ]),
  );
  return {
    isForAll,
    meetings: meetings.map((row) => shown(row, today)),
    mentors: mentors
      .filter(({ isMentoring }) => isMentoring)
      .map((mentor) => ({ ...mentor, isInTime: hadSupervision(mentor, today) })),
    figure: isForAll ? supervisionFigure(mentors, today) : null,
  };
}

/**
 * One meeting. Who was there and who leads it read what it was about, and each reading leaves an entry; everybody else
 * sees that it was held and how many came.
 * @throws DomainError not_found
 */
export async function supervisionPage(ctx: Acting, supervisionId: string) {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  const today = todayOf(ctx);
  return ctx.transaction(async (tx) => {
    const [row] = await tx.run(supervisionMeeting(networkId, personId, isForAllHere(ctx), supervisionId));
    if (!row) throw new DomainError('not_found');
    const { themes: sealed, people, isPurged, ...meeting } = row;
    const isOpen = row.isLed || row.isThere;
    const opened =
      isOpen && sealed
        ? await readConfidential(tx, {
            networkId,
            actorId: personId,
            at: ctx.now,
            right: 'assigned',
            object: ['supervision', supervisionId],
            subjectPersonId: null,
            fields: { 'supervision_meeting.supervision_themes': sealed },
          })
        : null;
    return {
      ...shown(meeting, today),
      isOpen,
      isPurged,
      people: isOpen ? people : [],
      themes: textOf(opened?.['supervision_meeting.supervision_themes']),
      canChange: mayChange(row) && !isPurged && allows(ctx, 'supervision.write', {}),
      canCancel: mayCancel(row) && allows(ctx, 'supervision.plan', {}),
    };
  });
}

/**
 * A meeting that can be cancelled, by its day and kind. Nothing of what it was about is opened.
 * @throws DomainError not_found
 */
export async function cancellablePage(ctx: Acting, supervisionId: string) {
  const reader = ctx.actor.personId;
  const [row] = await ctx.transaction((tx) =>
    tx.run(supervisionMeeting(ctx.network.id, reader, isForAllHere(ctx), supervisionId)),
  );
  if (!row || !mayCancel(row)) throw new DomainError('not_found');
  return { id: row.id, day: row.day, kind: row.kind as SupervisionKind };
}

/** The mentors who can come to a meeting, with the days of their supervision. */
export async function supervisionChoices(ctx: Acting) {
  return ctx.transaction((tx) =>
    tx.run(supervisedMentors(ctx.network.id, todayOf(ctx), supervised, underWay)),
  );
}

/** The next meeting that the reader comes to as a mentor; null when there is none. */
export async function nextMeeting(ctx: Acting) {
  const [[next]] = await ctx.ask([nextMeetingQuestion(ctx)]);
  return next ?? null;
}

/** What `nextMeeting` asks. */
export function nextMeetingQuestion(ctx: Acting) {
  return nextSupervision(ctx.network.id, ctx.actor.personId, todayOf(ctx));
}

function shown<Row extends SupervisionRow>(row: Row, today: string) {
  return {
    ...row,
    state: row.state as SupervisionState,
    kind: row.kind as SupervisionKind,
    isToWrite: isToWrite(row, today),
  };
}

const isForAllHere = (ctx: Acting) => reach(ctx, 'supervision.read').kind === 'network';
