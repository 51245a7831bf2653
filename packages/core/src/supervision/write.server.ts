import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { wordsForMentees } from '@tessera/db/supervision.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { todayOf } from '../mentoring/note.server.ts';
import { dayRefusal } from '../mentoring/rules.ts';
import { sealOf } from '../privacy/seal.server.ts';
import type { SupervisionEventKind } from './events.ts';
import { namedIn, stateOn } from './rules.ts';
import type { SupervisionFields } from './schema.ts';

type Fields = z.output<typeof SupervisionFields>;

/**
 * What is stored of a meeting: whether it lies ahead follows from its day. A name or alias of a mentee in the themes is
 * asked about; whoever writes may say that it is none.
 * @throws DomainError supervision_alone, not_found for a mentor, day_too_old, themes_name_somebody
 */
export async function rowOf(tx: Transaction, ctx: Acting, id: string, fields: Fields) {
  const networkId = ctx.network.id;
  const { day, kind, mentorIds, themes, isNoName } = fields;
  const today = todayOf(ctx);
  if (kind === 'single' && mentorIds.length > 1) throw new DomainError('supervision_alone', {}, 'mentorIds');
  const state = stateOn(day, today);
  const refused = dayRefusal(day, today, state);
  if (refused) throw new DomainError(refused, {}, 'day');
  const known = await tx.prisma.mentorProfile.count({ where: { networkId, id: { in: mentorIds } } });
  if (known !== mentorIds.length) throw new DomainError('not_found');
  if (themes && !isNoName) {
    const words = await tx.run(wordsForMentees(networkId, mentorIds));
    const named = namedIn(
      themes,
      words.map(({ word }) => word),
    );
    if (named.length > 0)
      throw new DomainError('themes_name_somebody', { words: named.join(', ') }, 'themes');
  }
  const seal = await sealOf(tx, networkId, ctx.now);
  return {
    state,
    day: new Date(day),
    kind,
    supervisionThemes: themes ? seal('supervision_meeting.supervision_themes', id, themes) : null,
    writtenAt: ctx.now,
  };
}

/** Writes who comes to a meeting, instead of whoever stood there. */
export async function writeMentors(
  tx: Transaction,
  networkId: string,
  meetingId: string,
  mentorIds: readonly string[],
): Promise<void> {
  await tx.prisma.supervisionMentor.deleteMany({ where: { networkId, meetingId } });
  await tx.prisma.supervisionMentor.createMany({
    data: mentorIds.map((mentorId) => ({ networkId, meetingId, mentorId })),
  });
}

/**
 * Plans the meeting after one, with the same mentors.
 * @throws DomainError day_behind
 */
export async function planNext(tx: Transaction, ctx: Acting, { day, nextDay, ...fields }: Fields) {
  if (nextDay === null) return;
  const networkId = ctx.network.id;
  if (nextDay <= day || nextDay < todayOf(ctx)) throw new DomainError('day_behind', {}, 'nextDay');
  const same = { networkId, state: 'planned', day: new Date(nextDay), ledById: ctx.actor.personId };
  // The same form came twice.
  if ((await tx.prisma.supervisionMeeting.count({ where: same })) > 0) return;
  const id = newId();
  await tx.prisma.supervisionMeeting.create({
    data: {
      id,
      networkId,
      state: 'planned',
      day: new Date(nextDay),
      kind: fields.kind,
      ledById: ctx.actor.personId,
      nonce: id,
      writtenAt: ctx.now,
    },
  });
  await writeMentors(tx, networkId, id, fields.mentorIds);
  await noteMeeting(tx, ctx, 'supervision.planned', id, fields.mentorIds.length);
}

/** Writes what happened to a meeting: how many come, and nothing of what is said there. */
export function noteMeeting(
  tx: Transaction,
  ctx: Acting,
  kind: SupervisionEventKind,
  id: string,
  count: number,
): Promise<void> {
  return recordEvent(tx, {
    networkId: ctx.network.id,
    kind,
    object: ['supervision', id],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload: { count },
  });
}
