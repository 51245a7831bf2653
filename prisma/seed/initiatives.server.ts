import { answerStory, answerStoryFor } from '@tessera/core/initiatives/consent.server.ts';
import { decideInitiative, moveInitiative } from '@tessera/core/initiatives/move.server.ts';
import { beginInitiative, tickTask } from '@tessera/core/initiatives/plan.server.ts';
import { type InitiativeState, isOpen } from '@tessera/core/initiatives/rules.ts';
import {
  InitiativeDecision,
  InitiativeStep,
  NewInitiative,
  StoryConsentFor,
  StoryFields,
} from '@tessera/core/initiatives/schema.ts';
import { publishStory, writeStory } from '@tessera/core/initiatives/story.server.ts';
import { currency, initiatives, type SeedInitiative, type SeedStory } from './data/initiatives-bg.ts';
import { programme } from './data/mentoring-bg.ts';
import { speakerForLeader } from './mentoring.server.ts';
import { acting, institutionOf, networkOf, type World } from './world.server.ts';

const { network, coordinator } = programme;

type Leaders = Map<string, { id: string; hasLogin: boolean }>;
type Step = { at: Date; run: (at: Date) => Promise<unknown> };
type Stage = { world: World; leaders: Leaders; initiative: SeedInitiative; initiativeId: string };
type Stored = Awaited<ReturnType<typeof storedOf>>;

/** What the leaders did for the people around them, each from the idea to where it stands. A second run goes on from there. */
export async function seedInitiatives(world: World): Promise<number> {
  const { programmeId, leaders } = await programmeOf(world);
  for (const initiative of initiatives) {
    const initiativeId = await begin(world, programmeId, leaders, initiative);
    const stage: Stage = { world, leaders, initiative, initiativeId };
    const stored = await storedOf(world, initiativeId);
    const steps = [...moves(stage, stored), ...ticks(stage, stored), ...storyOf(stage, stored)];
    for (const { at, run } of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await run(at);
  }
  return initiatives.length;
}

async function programmeOf(world: World): Promise<{ programmeId: string; leaders: Leaders }> {
  const { id: networkId, clock } = networkOf(world, network);
  const where = { networkId, programme: { code: programme.code } };
  const rows = await acting(world, coordinator, network, clock.now).transaction(({ prisma }) =>
    prisma.menteeProfile.findMany({
      where,
      select: { id: true, alias: true, personId: true, programmeId: true },
    }),
  );
  return {
    programmeId: rows[0]?.programmeId ?? '',
    leaders: new Map(rows.map(({ id, alias, personId }) => [alias, { id, hasLogin: personId !== null }])),
  };
}

async function begin(
  world: World,
  programmeId: string,
  leaders: Leaders,
  initiative: SeedInitiative,
): Promise<string> {
  const { title, question, plan, team, tasks, costs, partners } = initiative;
  const ctx = acting(world, mailboxOf(team[0]), network, time(world, initiative.begunOn, '18:30'));
  const where = { networkId: ctx.network.id, language: 'bg', title: title.bg };
  const known = await ctx.transaction(({ prisma }) => prisma.initiativeText.findFirst({ where }));
  if (known) return known.initiativeId;
  const day = (date: string) => networkOf(world, network).clock.day(date).toISOString().slice(0, 10);
  const fields = NewInitiative.parse({
    programmeId,
    menteeIds: team.map((alias) => leaderOf(leaders, alias).id),
    texts: (['bg', 'en'] as const).map((language) => ({
      language,
      title: title[language],
      question: question[language],
      plan: plan[language],
    })),
    startsOn: day(initiative.startsOn),
    endsOn: day(initiative.endsOn),
    tasks: tasks.map(({ title: words, owner, dueOn }) => ({
      title: words,
      ownerId: owner ? leaderOf(leaders, owner).id : null,
      dueOn: day(dueOn),
    })),
    currency,
    costs: costs.map(([label, amount]) => ({ label, amount })),
    partners: partners.map((partner) =>
      'institution' in partner ? { institutionId: institutionOf(world, partner.institution) } : partner,
    ),
  });
  return (await beginInitiative(ctx, fields)).initiativeId;
}

async function storedOf(world: World, initiativeId: string) {
  const { id: networkId, clock } = networkOf(world, network);
  const where = { networkId, initiativeId };
  return acting(world, coordinator, network, clock.now).transaction(async ({ prisma }) => ({
    state: (await prisma.initiative.findFirst({ where: { networkId, id: initiativeId } }))
      ?.state as InitiativeState,
    tasks: await prisma.initiativeTask.findMany({ where, select: { id: true, title: true, doneOn: true } }),
    story: await prisma.initiativeStory.findFirst({ where }),
    answered: new Set(
      (await prisma.initiativeMember.findMany({ where: { ...where, consentState: { not: 'open' } } })).map(
        ({ menteeId }) => menteeId,
      ),
    ),
  }));
}

function moves({ world, initiative, initiativeId }: Stage, { state }: Stored): Step[] {
  const { team, begunOn, approvedOn, comment, startsOn, ended } = initiative;
  const lead = (at: Date) => acting(world, mailboxOf(team[0]), network, at);
  const decision = InitiativeDecision.parse({ initiativeId, decision: 'approve', comment });
  const move = (step: object) => (at: Date) =>
    moveInitiative(lead(at), InitiativeStep.parse({ initiativeId, ...step }));
  const steps: (Step & { from: InitiativeState })[] = [
    { from: 'idea', at: time(world, begunOn, '19:40'), run: move({ move: 'submit' }) },
    {
      from: 'planned',
      at: time(world, approvedOn, '10:15'),
      run: (at) => decideInitiative(acting(world, coordinator, network, at), decision),
    },
    { from: 'approved', at: time(world, startsOn, '09:00'), run: move({ move: 'start' }) },
  ];
  if (ended) {
    const { on, peopleReached } = ended;
    steps.push({
      from: 'running',
      at: time(world, on, '20:10'),
      run: move({ move: 'complete', peopleReached }),
    });
  }
  const done = steps.findIndex(({ from }) => from === state);
  return done < 0 ? [] : steps.slice(done);
}

/** Each of the team ticks what is theirs; for those without a login the one who plans it does. */
function ticks({ world, leaders, initiative, initiativeId }: Stage, { state, tasks }: Stored): Step[] {
  if (!isOpen(state)) return [];
  return initiative.tasks.flatMap(({ title, owner = initiative.team[0], doneOn }) => {
    const task = tasks.find((each) => each.title === title);
    if (!doneOn || !task || task.doneOn) return [];
    const who = leaderOf(leaders, owner).hasLogin ? owner : initiative.team[0];
    return {
      at: time(world, doneOn, '17:45'),
      run: (at: Date) =>
        tickTask(acting(world, mailboxOf(who), network, at), { initiativeId, taskId: task.id, isDone: true }),
    };
  });
}

/** The first words of a story, what the team said to them, and their publication. Whatever came after it is left alone. */
function storyOf(stage: Stage, { story: kept, answered }: Stored): Step[] {
  const { world, leaders, initiative, initiativeId } = stage;
  const { story, team } = initiative;
  if (!story || (kept?.version ?? 0) > 1) return [];
  const steps: Step[] = [];
  if (kept?.version === 0)
    steps.push({
      at: time(world, story.writtenOn, '18:05'),
      run: (at) => writeStory(acting(world, mailboxOf(team[0]), network, at), fieldsOf(stage, story)),
    });
  for (const [alias, on] of story.agreed)
    if (!answered.has(leaderOf(leaders, alias).id))
      steps.push({ at: time(world, on, '20:30'), run: (at) => agree(stage, alias, at) });
  if (story.publishedOn && !kept?.publishedAt)
    steps.push({
      at: time(world, story.publishedOn, '10:00'),
      run: (at) => publishStory(acting(world, coordinator, network, at), initiativeId),
    });
  return steps;
}

function fieldsOf({ initiative, initiativeId }: Stage, { title, body }: SeedStory) {
  const { question } = initiative;
  const texts = (['bg', 'en'] as const).map((language) => ({
    language,
    title: title[language],
    question: question[language],
    body: body[language],
  }));
  return StoryFields.parse({ initiativeId, texts });
}

async function agree({ world, leaders, initiativeId }: Stage, alias: string, at: Date): Promise<void> {
  const { id: menteeId, hasLogin } = leaderOf(leaders, alias);
  const answer = { initiativeId, version: 1, answer: 'give' } as const;
  if (hasLogin) return answerStory(acting(world, mailboxOf(alias), network, at), answer);
  const speaker = acting(world, speakerForLeader(alias), network, at);
  return answerStoryFor(speaker, StoryConsentFor.parse({ ...answer, menteeId, how: 'signature' }));
}

function leaderOf(leaders: Leaders, alias: string) {
  const leader = leaders.get(alias);
  if (!leader) throw new Error(`the seed's data name no leader ${alias}`);
  return leader;
}

const mailboxOf = (alias: string) => alias.toLowerCase();

function time(world: World, date: string, hour: string): Date {
  const { clock, timeZone } = networkOf(world, network);
  return clock.at(date, hour, timeZone);
}
