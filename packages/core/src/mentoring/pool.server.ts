import {
  matchingPool,
  type PoolMentee,
  type PoolMentor,
  runningGroups,
} from '@tessera/db/matching.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { readAllConfidential } from '../privacy/seal.server.ts';
import { textOf } from './drafts.server.ts';
import { assignCohort, type Mentee, type Mentor, suggestions } from './matching.ts';
import { note, todayOf } from './note.server.ts';
import {
  freeMentees,
  isLiving,
  type ProgrammeState,
  pastMentors,
  relationStates,
  roomOf,
  takesIn,
  takesRelations,
} from './rules.ts';
import type { CohortChoice, Pair } from './schema.ts';

const living = relationStates.filter(isLiving);

/**
 * The mentors for one mentee, the best first, and the others with what stands against them. Opening the mentee's wish
 * leaves an entry.
 * @throws DomainError not_found when the mentee is not there or does not wait for a mentor
 */
export async function suggest(ctx: Acting, menteeId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const mentee = await tx.prisma.menteeProfile.findFirst({
      where: { networkId, id: menteeId },
      select: { programmeId: true },
    });
    if (!mentee) throw new DomainError('not_found');
    const { programmeId } = mentee;
    const pool = await poolOf(tx, ctx, { programmeId, menteeId, cohortId: null });
    const [row] = pool.rows.mentees;
    const [ranked] = suggestions(pool.mentors, pool.mentees);
    if (!row || !ranked) throw new DomainError('mentee_not_free');
    return {
      programmeId,
      programmeTitle: pool.rows.title,
      isOpen: takesRelations(pool.rows.state as ProgrammeState),
      mentee: { id: row.id, alias: row.alias, ruledOut: row.ruledOut },
      suggested: ranked.suggested,
      excluded: ranked.excluded,
      mentors: pool.rows.mentors.map(shown),
      /** That one can be asked into. */
      groups: await tx.run(runningGroups(networkId, programmeId, relationStates.filter(takesIn))),
    };
  });
}

/**
 * Mentors for everybody who waits in a programme or in one of its cohorts, as good as it can be for all together; nothing
 * is written. With each mentee stand the mentors that one may choose instead.
 * @throws DomainError not_found
 */
export async function planCohort(ctx: Acting, { programmeId, cohortId }: z.output<typeof CohortChoice>) {
  return ctx.transaction(async (tx) => {
    const pool = await poolOf(tx, ctx, { programmeId, cohortId, menteeId: null });
    const { pairs, unmatched, options } = assignCohort(pool.mentors, pool.mentees);
    return {
      title: pool.rows.title,
      isOpen: takesRelations(pool.rows.state as ProgrammeState),
      maxMentees: pool.rows.maxMentees,
      mentors: pool.rows.mentors.map((row) => ({ ...shown(row), room: roomFor(row, pool.rows.maxMentees) })),
      mentees: pool.rows.mentees.map(({ id, alias }) => ({
        id,
        alias,
        pair: pairs.find(({ menteeId }) => menteeId === id) ?? null,
        unmatched: unmatched.find(({ menteeId }) => menteeId === id) ?? null,
        options: options.find(({ menteeId }) => menteeId === id)?.mentors ?? [],
      })),
    };
  });
}

/**
 * Rules out that two are suggested to each other.
 * @throws DomainError not_found
 */
export async function ruleOut(ctx: Acting, { menteeId, mentorId }: z.output<typeof Pair>): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const [mentee, mentor] = [
      await tx.prisma.menteeProfile.findFirst({ where: { networkId, id: menteeId }, select: { id: true } }),
      await tx.prisma.mentorProfile.findFirst({ where: { networkId, id: mentorId }, select: { id: true } }),
    ];
    if (!mentee || !mentor) throw new DomainError('not_found');
    const { count } = await tx.prisma.mentoringRuledOut.createMany({
      data: [{ networkId, menteeId, mentorId, isDeclined: false, createdAt: ctx.now }],
      skipDuplicates: true,
    });
    if (count > 0) await note(tx, ctx, 'mentoring.pair_ruled_out', ['mentee', menteeId], { mentorId });
  });
}

/**
 * Lets two be suggested to each other again.
 * @throws DomainError not_found
 */
export async function allowPair(ctx: Acting, { menteeId, mentorId }: z.output<typeof Pair>): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { count } = await tx.prisma.mentoringRuledOut.deleteMany({
      where: { networkId, menteeId, mentorId },
    });
    if (count === 0) throw new DomainError('not_found');
    await note(tx, ctx, 'mentoring.pair_allowed', ['mentee', menteeId], { mentorId });
  });
}

type Wanted = { programmeId: string; menteeId: string | null; cohortId: string | null };

async function poolOf(tx: Transaction, ctx: Acting, { programmeId, menteeId, cohortId }: Wanted) {
  const [rows] = await tx.run(
    matchingPool(
      ctx.network.id,
      programmeId,
      ctx.language,
      todayOf(ctx),
      living,
      pastMentors,
      freeMentees,
      menteeId,
      cohortId,
    ),
  );
  if (!rows) throw new DomainError('not_found');
  const wishes = await wishesOf(tx, ctx, rows.mentees);
  return {
    rows,
    mentors: rows.mentors.map((row) => mentorOf(row, rows.maxMentees)),
    mentees: rows.mentees.map((row) => menteeOf(row, wishes.get(row.id) ?? null)),
  };
}

// Who wishes for a woman or a man; only rows that hold a wish are opened, and each opening leaves an entry.
async function wishesOf(
  tx: Transaction,
  ctx: Acting,
  rows: readonly PoolMentee[],
): Promise<Map<string, string | null>> {
  const full = rows.filter(({ genderPreference }) => genderPreference !== null);
  if (full.length === 0) return new Map();
  const reading = {
    networkId: ctx.network.id,
    actorId: ctx.actor.personId,
    at: ctx.now,
    right: 'matching' as const,
  };
  const opened = await readAllConfidential(
    tx,
    reading,
    full.map(({ id, personId, genderPreference }) => ({
      object: ['mentee' as const, id] as ['mentee', string],
      subjectPersonId: personId,
      fields: { 'mentee_profile.gender_preference': Buffer.from(genderPreference ?? '', 'base64') },
    })),
  );
  return new Map(
    full.map(({ id }, index) => [id, textOf(opened[index]?.['mentee_profile.gender_preference'])]),
  );
}

const roomFor = (row: PoolMentor, maxMentees: number) => roomOf({ ...row, maxMentees });

// A mentor has as many places as both the own number and the programme leave.
function mentorOf(row: PoolMentor, maxMentees: number): Mentor {
  const { id, personId, state, languages, topics, availability, gender, held, isMentorNow, lacks } = row;
  const profile = { id, personId, languages, topics, availability, place: row.place || null };
  const capacity = held + roomFor(row, maxMentees);
  return { ...profile, state, gender, held, isWithoutRole: !isMentorNow, lacks, capacity };
}

function menteeOf(row: PoolMentee, genderPreference: string | null): Mentee {
  const { id, personId, languages, topics, availability, needsInterpreter } = row;
  return {
    id,
    personId,
    languages,
    topics,
    availability,
    place: row.place || null,
    needsInterpreter,
    genderPreference,
    ruledOut: row.ruledOut.map(({ mentorId }) => mentorId),
  };
}

const shown = ({ id, givenName, familyName, nameOrder, lacks, held }: PoolMentor) => ({
  id,
  givenName,
  familyName,
  nameOrder,
  lacks,
  held,
});
