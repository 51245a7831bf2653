import { addMentee, moveMentee } from '@tessera/core/mentoring/mentees.server.ts';
import { addMentor, moveMentor } from '@tessera/core/mentoring/mentors.server.ts';
import { addCohort, createProgramme, moveProgramme } from '@tessera/core/mentoring/programmes.server.ts';
import { proposeRelation } from '@tessera/core/mentoring/propose.server.ts';
import { acceptForMentee, acceptRelation } from '@tessera/core/mentoring/relations.server.ts';
import type { MenteeState, ProgrammeState } from '@tessera/core/mentoring/rules.ts';
import { NewMentee, NewMentor, ProgrammeFields } from '@tessera/core/mentoring/schema.ts';
import { recordPrerequisite } from '@tessera/core/prerequisites/record.server.ts';
import { kinds } from '@tessera/core/prerequisites/require.server.ts';
import { cohorts, programme, type SeedCohort, type SeedGroup, type SeedLeader } from './data/mentoring-bg.ts';
import { managerOf } from './data/people.ts';
import { playGroup, type Related } from './mentoring-group.server.ts';
import { findSeats, writePlan } from './mentoring-plan.server.ts';
import { seedSupervision, writeAgreements } from './supervision.server.ts';
import { acting, institutionOf, networkOf, type World } from './world.server.ts';

const { network, coordinator } = programme;

/**
 * The Bulgarian programme: two cohorts are taken in, trained, matched and accompanied, one after the other. A second run
 * goes on where the first one stopped.
 */
export async function seedMentoring(world: World): Promise<void> {
  const programmeId = await openProgramme(world);
  const designing = acting(world, coordinator, network, time(world, programme.designedOn, '10:00'));
  await writePlan(designing, programmeId);
  await writeAgreements(designing, programmeId);
  for (const [turn, cohort] of cohorts.entries()) {
    const move = (step: number, state: ProgrammeState, date: string, days = 0) =>
      reach(world, programmeId, { after: turn * 4 + step, state, at: time(world, date, '09:30', days) });
    await move(0, 'recruiting', cohort.startsOn, -28);
    const menteeIds = await takeIn(world, programmeId, cohort);
    await move(1, 'training', cohort.startsOn);
    for (const menteeId of menteeIds.values())
      await moveLeader(world, menteeId, ['accepted'], 'in_training', time(world, cohort.startsOn, '10:00'));
    await move(2, 'matching', cohort.matchedOn, -10);
    const relations: Related[] = [];
    for (const group of cohort.groups)
      relations.push(await relate(world, programmeId, cohort, group, menteeIds));
    await move(3, 'running', cohort.groups[0]?.from ?? '');
    for (const related of relations) await playGroup(world, related, cohort === cohorts.at(-1));
  }
  await seedSupervision(world);
}

async function openProgramme(world: World): Promise<string> {
  const { code, texts, designedOn, startsOn, endsOn } = programme;
  const ctx = acting(world, coordinator, network, time(world, designedOn, '09:00'));
  const where = { networkId: ctx.network.id, code };
  const known = await ctx.transaction(({ prisma }) => prisma.mentoringProgramme.findFirst({ where }));
  if (known) return known.id;
  const fields = { code, texts, targetLeaders: 20, cadenceDays: 7, durationMonths: 6, sessionMinutes: 90 };
  const days = { startsOn: dayIn(world, startsOn), endsOn: dayIn(world, endsOn) };
  return (await createProgramme(ctx, ProgrammeFields.parse({ ...fields, ...days }))).programmeId;
}

/** A programme comes through the same state with each cohort: how often it has moved tells where it is. */
async function reach(
  world: World,
  programmeId: string,
  { after, state, at }: { after: number; state: ProgrammeState; at: Date },
): Promise<void> {
  const ctx = acting(world, coordinator, network, at);
  const moved = await ctx.transaction(({ prisma }) =>
    prisma.domainEvent.count({
      where: { networkId: ctx.network.id, kind: 'mentoring.programme_moved', objectId: programmeId },
    }),
  );
  if (moved === after) await moveProgramme(ctx, { programmeId, state });
}

/** @returns the ids of the cohort's leaders, by alias */
async function takeIn(world: World, programmeId: string, cohort: SeedCohort): Promise<Map<string, string>> {
  const cohortId = await openCohort(world, programmeId, cohort);
  const menteeIds = new Map<string, string>();
  for (const leader of cohort.groups.flatMap(({ leaders }) => leaders))
    menteeIds.set(leader.alias, await nominate(world, { programmeId, cohortId, cohort, leader }));
  return menteeIds;
}

async function openCohort(
  world: World,
  programmeId: string,
  { name, place, startsOn }: SeedCohort,
): Promise<string> {
  const ctx = acting(world, coordinator, network, time(world, startsOn, '11:00', -28));
  const where = { networkId: ctx.network.id, programmeId, name };
  const known = await ctx.transaction(({ prisma }) => prisma.mentoringCohort.findFirst({ where }));
  if (known) return known.id;
  return (await addCohort(ctx, { programmeId, name, place, startsOn: dayIn(world, startsOn) })).cohortId;
}

type Nomination = { programmeId: string; cohortId: string; cohort: SeedCohort; leader: SeedLeader };

async function nominate(
  world: World,
  { programmeId, cohortId, cohort, leader }: Nomination,
): Promise<string> {
  const { alias, languages, topics, availability, institution } = leader;
  const at = time(world, cohort.startsOn, '14:00', -14, Number(alias.slice(1)) * 7);
  const ctx = acting(world, speakerFor(leader), network, at);
  const where = { networkId: ctx.network.id, programmeId, alias };
  const known = await ctx.transaction(({ prisma }) => prisma.menteeProfile.findFirst({ where }));
  const ids = {
    programmeId,
    cohortId,
    personId: world.people.get(alias.toLowerCase())?.actor.personId,
    institutionId: institution ? institutionOf(world, institution) : null,
  };
  const fields = { alias, languages, topics, availability, place: cohort.place };
  const menteeId =
    known?.id ??
    (
      await addMentee(
        ctx,
        NewMentee.parse({ ...ids, ...fields, needsInterpreter: !languages.some(isReadHere) }),
      )
    ).menteeId;
  if (!ids.personId) await findSeats(acting(world, coordinator, network, at), menteeId);
  const answeredOn = time(world, cohort.startsOn, '10:00', -7);
  await moveLeader(world, menteeId, ['nominated'], 'accepted', answeredOn);
  return menteeId;
}

async function moveLeader(
  world: World,
  menteeId: string,
  from: MenteeState[],
  state: MenteeState,
  at: Date,
): Promise<void> {
  const ctx = acting(world, coordinator, network, at);
  const where = { networkId: ctx.network.id, id: menteeId, state: { in: from } };
  const found = await ctx.transaction(({ prisma }) => prisma.menteeProfile.findFirst({ where }));
  if (found) await moveMentee(ctx, { menteeId, state });
}

async function readyMentor(world: World, cohort: SeedCohort, { mentor }: SeedGroup): Promise<string> {
  const { mailbox, seen = {}, ...offer } = mentor;
  const ctx = (days: number) =>
    acting(world, coordinator, network, time(world, cohort.matchedOn, '15:00', days));
  const { personId } = acting(world, mailbox, network, ctx(0).now).actor;
  const where = { networkId: ctx(0).network.id, personId };
  const find = () => ctx(0).transaction(({ prisma }) => prisma.mentorProfile.findFirst({ where }));
  const mentorId =
    (await find())?.id ?? (await addMentor(ctx(-40), NewMentor.parse({ personId, ...offer }))).mentorId;
  for (const [from, state, days] of [
    ['applied', 'screening', -38],
    ['screening', 'in_training', -30],
    ['in_training', 'approved', -3],
  ] as const) {
    if ((await find())?.state !== from) continue;
    if (state === 'in_training') await seeProofs(world, ctx(days), personId, seen);
    await moveMentor(ctx(days), { mentorId, state });
  }
  return mentorId;
}

async function seeProofs(
  world: World,
  ctx: ReturnType<typeof acting>,
  personId: string,
  seen: NonNullable<SeedGroup['mentor']['seen']>,
): Promise<void> {
  for (const { id: kindId, code } of await kinds(ctx)) {
    const day = seen[code as keyof typeof seen];
    if (!day) continue;
    const issuedOn = dayIn(world, day);
    await recordPrerequisite(ctx, { personId, kindId, issuedOn, expiresOn: null, evidenceNote: '' });
  }
}

async function relate(
  world: World,
  programmeId: string,
  cohort: SeedCohort,
  group: SeedGroup,
  menteeIds: Map<string, string>,
): Promise<Related> {
  const mentorId = await readyMentor(world, cohort, group);
  const at = (hour: string, days = 0) => time(world, cohort.matchedOn, hour, days);
  const ctx = acting(world, coordinator, network, at('10:00'));
  const where = { networkId: ctx.network.id, programmeId, mentorId };
  const known = await ctx.transaction(({ prisma }) => prisma.mentoringRelation.findFirst({ where }));
  const leaders = group.leaders.map((leader) => ({ ...leader, menteeId: menteeIds.get(leader.alias) ?? '' }));
  const ids = leaders.map(({ menteeId }) => menteeId);
  const relationId =
    known?.id ?? (await proposeRelation(ctx, { programmeId, mentorId, menteeIds: ids })).relationId;
  if (known && known.state !== 'proposed') return { relationId, group, leaders };
  await acceptRelation(acting(world, group.mentor.mailbox, network, at('18:10')), relationId);
  for (const leader of leaders) {
    const mailbox = leader.alias.toLowerCase();
    const hasLogin = world.people.has(mailbox);
    const person = acting(world, hasLogin ? mailbox : speakerFor(leader), network, at('17:20', 1));
    if (hasLogin) await acceptRelation(person, relationId);
    else await acceptForMentee(person, { relationId, menteeId: leader.menteeId });
  }
  return { relationId, group, leaders };
}

/** Who speaks for a leader without a login, by the alias. */
export function speakerForLeader(alias: string): string {
  const leaders = cohorts.flatMap(({ groups }) => groups).flatMap((group) => group.leaders);
  const leader = leaders.find((each) => each.alias === alias);
  return leader ? speakerFor(leader) : coordinator;
}

/** The same for one of the data. */
function speakerFor({ institution }: SeedLeader): string {
  return institution ? managerOf(institution) : coordinator;
}

const isReadHere = (language: string) => language === 'bg' || language === 'en';

function time(world: World, date: string, hour: string, days = 0, minutes = 0): Date {
  const { clock, timeZone } = networkOf(world, network);
  return new Date(clock.at(date, hour, timeZone).getTime() + days * 86_400_000 + minutes * 60_000);
}

function dayIn(world: World, date: string): string {
  return networkOf(world, network).clock.day(date).toISOString().slice(0, 10);
}
