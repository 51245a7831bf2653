import { dayOf } from '@tessera/core/clock/zoned-time.ts';
import { reviewGoal, setGoal } from '@tessera/core/mentoring/goals.server.ts';
import { moveMentee } from '@tessera/core/mentoring/mentees.server.ts';
import { moveRelation } from '@tessera/core/mentoring/relations.server.ts';
import type { GoalState, RelationState } from '@tessera/core/mentoring/rules.ts';
import {
  Agreement,
  AgreementFor,
  GoalFields,
  GoalReview,
  RelationMove,
  SessionLog,
} from '@tessera/core/mentoring/schema.ts';
import { logSession } from '@tessera/core/mentoring/sessions.server.ts';
import { signAgreement, signFor } from '@tessera/core/mentoring/sign-agreement.server.ts';
import {
  type GoalEnd,
  meetingsPerLeader,
  programme,
  type SeedGroup,
  type SeedLeader,
} from './data/mentoring-bg.ts';
import { aims, arabicAims, arabicTalks, privateNotes, reviewWords, talks } from './data/mentoring-texts.ts';
import { marksOf } from './mentoring-plan.server.ts';
import { keyOf } from './play.server.ts';
import { acting, networkOf, type World } from './world.server.ts';

type Leader = SeedLeader & { menteeId: string };

/** A group whose mentor and leaders have all said yes. */
export type Related = { relationId: string; group: SeedGroup; leaders: Leader[] };

type Step = { at: Date; run: (at: Date) => Promise<unknown> };
type Stage = Related & {
  world: World;
  isLastCohort: boolean;
  /** From the first meeting to the last one, as a share. */
  moment: (share: number) => Date;
  leaves: (leader: Leader) => Date | null;
  stored: Stored;
};
type Stored = Awaited<ReturnType<typeof storedOf>>;

const { network, coordinator } = programme;
const day = 86_400_000;

/** What a group did from the agreement on, in the order of time: goals, meetings, who went, and the end. */
export async function playGroup(world: World, related: Related, isLastCohort: boolean): Promise<void> {
  const { clock } = networkOf(world, network);
  const first = clock.at(related.group.from, '18:00').getTime() + day;
  const last = clock.at(related.group.until, '18:00').getTime();
  const stage: Stage = {
    ...related,
    world,
    isLastCohort,
    moment: (share) => new Date(first + (last - first) * share),
    leaves: ({ left }) => (left ? clock.at(left.on, '11:00') : null),
    stored: await storedOf(world, related.relationId),
  };
  const marks = marksOf({
    relationId: related.relationId,
    first,
    last,
    marked: stage.stored.marked,
    as: (owner, at) =>
      acting(world, owner === 'mentor' ? related.group.mentor.mailbox : coordinator, network, at),
  });
  const steps = [
    ...begin(stage),
    ...marks,
    ...stage.leaders.flatMap((_leader, place) => goalsOf(stage, place)),
  ];
  steps.push(...meetings(stage), ...departures(stage), ...ending(stage));
  for (const { at, run } of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await run(at);
}

async function storedOf(world: World, relationId: string) {
  const { id: networkId, clock } = networkOf(world, network);
  const where = { networkId, relationId };
  return acting(world, coordinator, network, clock.now).transaction(async ({ prisma }) => ({
    state: (await prisma.mentoringRelation.findFirst({ where: { networkId, id: relationId } }))
      ?.state as RelationState,
    signed: new Set((await prisma.relationSignature.findMany({ where })).map(({ menteeId }) => menteeId)),
    nonces: new Set((await prisma.mentoringSession.findMany({ where })).map(({ nonce }) => nonce)),
    marked: new Set((await prisma.mentoringTaskMark.findMany({ where })).map(({ taskId }) => taskId)),
    goals: await prisma.mentoringGoal.findMany({
      where,
      select: { id: true, menteeId: true, reviews: { select: { id: true } } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    gone: new Set(
      (await prisma.mentoringRelationMentee.findMany({ where: { ...where, leftOn: { not: null } } })).map(
        ({ menteeId }) => menteeId,
      ),
    ),
  }));
}

function begin({ world, group, leaders, relationId, moment, stored }: Stage): Step[] {
  const isEnglish = [group.mentor, ...leaders].every(({ languages }) => languages.includes('en'));
  const before = (hours: number) => new Date(moment(0).getTime() - hours * 3_600_000);
  const language = isEnglish ? 'en' : 'bg';
  const agreement = { relationId, language, version: 1 };
  const mentor = (at: Date) => acting(world, group.mentor.mailbox, network, at);
  const zone = networkOf(world, network).timeZone;
  const steps: (Step & { from: RelationState[] })[] = [
    {
      from: ['accepted_by_both'],
      at: before(30),
      run: (at) => signAgreement(mentor(at), Agreement.parse(agreement)),
    },
    // Whoever has no login signs on paper, and the mentor notes it.
    ...leaders
      .filter(({ menteeId }) => !stored.signed.has(menteeId))
      .map(({ alias, menteeId, languages }): Step & { from: RelationState[] } => ({
        from: ['accepted_by_both'],
        at: before(29),
        run: (at) => {
          const mailbox = alias.toLowerCase();
          const isInterpreted = !languages.includes(language);
          if (world.people.has(mailbox))
            return signAgreement(
              acting(world, mailbox, network, at),
              Agreement.parse({ ...agreement, isInterpreted }),
            );
          const noted = { ...agreement, isInterpreted, menteeId, manner: 'paper', day: dayOf(at, zone) };
          return signFor(mentor(at), AgreementFor.parse(noted));
        },
      })),
    {
      from: ['accepted_by_both', 'agreement_signed', 'proposed'],
      at: before(26),
      run: (at) => move(world, at, relationId, 'active'),
    },
  ];
  return steps.filter(({ from }) => from.includes(stored.state));
}

function goalsOf(stage: Stage, place: number): Step[] {
  const leader = stage.leaders[place];
  if (!leader) return [];
  const own = stage.stored.goals.filter(({ menteeId }) => menteeId === leader.menteeId);
  return leader.goals.flatMap((end, index) => goal(stage, leader, index, end, own[index]));
}

function goal(
  { world, group, relationId, moment, leaves }: Stage,
  leader: Leader,
  index: number,
  end: GoalEnd,
  known: Stored['goals'][number] | undefined,
): Step[] {
  const { menteeId, alias } = leader;
  const turn = Number(alias.slice(1)) * 5 + index * 3;
  const mentor = (at: Date) => acting(world, group.mentor.mailbox, network, at);
  const last = leaves(leader)?.getTime() ?? moment(1).getTime();
  const at = (share: number) => new Date(moment(0).getTime() + (last - moment(0).getTime()) * share);
  const [text, measure, need] = from(group.isArabic && index !== 1 ? arabicAims : aims, turn);
  let goalId = known?.id ?? '';
  const dueOn = dayOf(moment(end === 'in_progress' ? 1.2 : 0.9), networkOf(world, network).timeZone);
  const review = (share: number, state: GoalState, progress: number): Step => ({
    at: at(share + index * 0.01),
    run: (when) => {
      const note = from(reviewWords[state as GoalEnd], turn + progress);
      return reviewGoal(mentor(when), GoalReview.parse({ goalId, state, progress, note }));
    },
  });
  const set: Step = {
    at: at(0.03 + index * 0.02),
    run: async (when) => {
      const fields = GoalFields.parse({ relationId, menteeId, text, measure, need, dueOn });
      ({ goalId } = await setGoal(mentor(when), fields));
    },
  };
  const reviews = [review(0.4, 'in_progress', 1 + (turn % 2)), review(0.8, end, reached[end])];
  return [...(known ? [] : [set]), ...reviews.slice(known?.reviews.length ?? 0)];
}

const reached: Record<GoalEnd, number> = { achieved: 4, partly: 2, in_progress: 3, dropped: 1 };

/** Every sixth meeting is of the whole group. */
const groupMeets = 6;

function meetings(stage: Stage): Step[] {
  const { group, leaders, moment, stored } = stage;
  const count = leaders.length * meetingsPerLeader;
  const failed = group.missed + group.cancelled;
  const failures = Array.from({ length: failed }, (_, index) =>
    Math.floor(((index + 1) * count) / (failed + 1)),
  );
  return Array.from({ length: count }, (_, index): Step & { nonce: string } => {
    const failure = failures.indexOf(index);
    const state = failure < 0 ? 'held' : failure < group.missed ? 'missed' : 'cancelled';
    const nonce = keyOf(network, programme.code, group.mentor.mailbox, String(index));
    return {
      nonce,
      at: moment(index / (count - 1)),
      run: (at) => meet(stage, { index, state, nonce }, at),
    };
  }).filter(({ nonce }) => !stored.nonces.has(nonce));
}

type Meeting = { index: number; state: 'held' | 'missed' | 'cancelled'; nonce: string };

function meet(
  { world, group, leaders, relationId, leaves, isLastCohort }: Stage,
  { index, state, nonce }: Meeting,
  at: Date,
) {
  const present = leaders.filter(
    (leader) => (leaves(leader)?.getTime() ?? Number.POSITIVE_INFINITY) > at.getTime(),
  );
  const turn = Number(leaders[0]?.alias.slice(1)) * 7 + index;
  const who = index % groupMeets === 0 ? present : [from(present, index)];
  const isHeld = state === 'held';
  const [summary, nextSteps] = from(group.isArabic ? arabicTalks : talks, turn);
  const { mode, placeKind, minutes } = from(kindsOfMeeting, turn);
  const log = SessionLog.parse({
    relationId,
    nonce,
    state,
    day: dayOf(at, networkOf(world, network).timeZone),
    menteeIds: who.map(({ menteeId }) => menteeId),
    mode,
    placeKind,
    interpreterUsed:
      isHeld && who.every(({ languages }) => !languages.some((one) => group.mentor.languages.includes(one))),
    ...(isHeld ? { minutes, summary, nextSteps } : {}),
    // Of the first cohort the notes have gone: their time is over.
    ...(isHeld && isLastCohort && index % 9 === 4 ? { privateNote: from(privateNotes, index) } : {}),
  });
  return logSession(
    acting(world, group.mentor.mailbox, network, new Date(at.getTime() + 2 * 3_600_000)),
    log,
  );
}

const kindsOfMeeting = [
  { mode: 'in_person', placeKind: 'public', minutes: 90 },
  { mode: 'in_person', placeKind: 'office', minutes: 60 },
  { mode: 'in_person', placeKind: 'public', minutes: 75 },
  { mode: 'phone', placeKind: 'online', minutes: 20 },
  { mode: 'in_person', placeKind: 'office', minutes: 90 },
  { mode: 'video', placeKind: 'online', minutes: 45 },
  { mode: 'in_person', placeKind: 'public', minutes: 60 },
] as const;

function departures({ world, leaders, leaves, stored }: Stage): Step[] {
  return leaders.flatMap((leader) => {
    const at = leaves(leader);
    if (!at || !leader.left || stored.gone.has(leader.menteeId)) return [];
    const { menteeId, left } = leader;
    return [
      {
        at,
        run: (when: Date) =>
          moveMentee(acting(world, coordinator, network, when), { menteeId, state: left.as }),
      },
    ];
  });
}

function ending({ world, group, relationId, moment, stored }: Stage): Step[] {
  if (group.isActive || stored.state === 'completed') return [];
  const after = (days: number) => new Date(moment(1).getTime() + days * day);
  return (['closing', 'completed'] as const)
    .filter((state) => state !== stored.state)
    .map((state, index) => ({
      at: after(3 + index * 4),
      run: (at: Date) => move(world, at, relationId, state),
    }));
}

function move(world: World, at: Date, relationId: string, state: 'active' | 'closing' | 'completed') {
  return moveRelation(acting(world, coordinator, network, at), RelationMove.parse({ relationId, state }));
}

function from<Item>(list: readonly Item[], turn: number): Item {
  const item = list[turn % list.length];
  if (item === undefined) throw new Error('the seed has nothing to choose from');
  return item;
}
