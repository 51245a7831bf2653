import type { MentoringParts } from '@tessera/db/mentoring-needs.server.ts';
import {
  type Counted,
  type CountedKind,
  type LaterKind,
  laterNeedsIn,
  type NeedTraining,
  needsIn,
  nextTrainings,
  type OwnLack,
  type Place,
  type PlaceNeeds,
  type PlaceOfPerson,
  placesOfPerson,
} from '@tessera/db/needs.server.ts';
import { dayOf } from '../clock/zoned-time.ts';
import type { Actor, RequestContext } from '../context.server.ts';
import { storedSessionId } from '../identity/sessions.server.ts';
import { grantOf } from '../networks/resolve.server.ts';
import { type Grant, type Role, reachOf } from '../permissions.ts';
import type { PrerequisiteCode } from '../prerequisites/rules.ts';
import type { Question } from '../reading.server.ts';
import { isSecondStepMissing } from '../second-step/missing.server.ts';
import { isModuleOn } from '../settings/modules.ts';
import { type Home, homes } from '../standings.server.ts';
import { operatorQuestion, operatorTasks } from './operator.server.ts';
import { byUrgency, type NetworkKind, type Task, wantedBy } from './rules.ts';

type SignedIn = RequestContext & { actor: Actor };
type Reader = Pick<SignedIn, 'actor' | 'now' | 'language'>;

/**
 * What waits for the actor in all their networks, the most urgent first, and what comes next. Three messages to the database
 * at most, whatever the number of networks: where they are, what waits there and for operators, and the rest of it where
 * something may wait.
 */
export async function needs(ctx: SignedIn) {
  const { personId, unread = 0 } = ctx.actor;
  const found = (await ask(ctx, placesQuestion(ctx))) as PlaceOfPerson[];
  const { sessionId, actor, language } = ctx;
  const home: Home = { actor, places: found, language };
  if (sessionId) homes.set(storedSessionId(sessionId), home);
  const isOperator = operates(found);
  const places = standingsIn(ctx, found);
  const closed = found.filter(isSecondStepMissing).map(({ code, name }) => ({ code, name }));
  const [operator, ...answers] = await Promise.all([
    isOperator ? operatorTasks(ctx) : [],
    ...places.map((place) => ask(ctx, needsQuestion(place))),
  ]);
  const told = places.flatMap((place, index) => {
    const [row] = (answers[index] ?? []) as { answer: PlaceNeeds }[];
    return row ? [{ place, answer: row.answer }] : [];
  });
  home.later = new Map(told.map(({ place, answer }) => [place.asked.id, answer.later]));
  const networks = await Promise.all(
    told.map(async ({ place, answer }) => networkNeeds(place, answer, await laterOf(ctx, place, answer))),
  );
  const wantedFirst = ({ tasks: [first], now }: (typeof networks)[number]) =>
    first ? wantedBy(first, now).getTime() - now.getTime() : Number.POSITIVE_INFINITY;
  return {
    personId,
    unread,
    isOperator,
    operator,
    /** What waits there is told once the second step at sign-in is set up. */
    closed,
    // Where something waits comes first; otherwise the order stays that of the names.
    networks: networks.toSorted((a, b) =>
      wantedFirst(a) < wantedFirst(b) ? -1 : Number(wantedFirst(a) > wantedFirst(b)),
    ),
  };
}

/** What `needs` asks of somebody who is in these places. */
export function needsQuestions(reader: Reader, { places, later }: Home): Question[] {
  return [
    placesQuestion(reader),
    ...(operates(places) ? [operatorQuestion(reader)] : []),
    ...standingsIn(reader, places).flatMap((place) => [
      needsQuestion(place),
      laterQuestion(place, later?.get(place.asked.id) ?? []),
    ]),
  ];
}

async function ask(ctx: RequestContext, question: Question): Promise<object[]> {
  const [rows = []] = await ctx.reading.ask(question);
  return rows;
}

function placesQuestion({ actor: { personId }, now, language }: Reader): Question {
  return { scope: { personId }, statements: [placesOfPerson(personId, now, language)] };
}

function needsQuestion({ asked }: Standing): Question {
  return { scope: { networkId: asked.id, personId: asked.personId }, statements: [needsIn(asked)] };
}

function laterQuestion({ asked }: Standing, kinds: readonly LaterKind[]): Question {
  return {
    scope: { networkId: asked.id, personId: asked.personId },
    statements: laterNeedsIn(asked, kinds),
  };
}

type Rest = { own: OwnLack[]; counts: Partial<Record<CountedKind, Counted>> };

async function laterOf(ctx: SignedIn, place: Standing, { later }: PlaceNeeds): Promise<Rest> {
  if (later.length === 0) return { own: [], counts: {} };
  const answers = (await ctx.reading.ask(laterQuestion(place, later))) as { answer: unknown }[][];
  const told = later.map((kind, index) => [kind, answers[index]?.[0]?.answer] as const);
  const own = told.find(([kind]) => kind === 'own')?.[1] as OwnLack[] | undefined;
  const counts = Object.fromEntries(told.filter(([kind]) => kind !== 'own')) as Rest['counts'];
  return { own: own ?? [], counts };
}

function operates(places: PlaceOfPerson[]): boolean {
  return places.some(
    ({ kind, roles }) => kind === 'platform' && roles.some(({ role }) => role === 'platform_admin'),
  );
}

function standingsIn(reader: Reader, places: PlaceOfPerson[]): Standing[] {
  return places
    .filter((place) => place.kind !== 'platform' && !isSecondStepMissing(place))
    .map((place) => standing(reader, place));
}

type Standing = ReturnType<typeof standing>;

/** Who the actor is in one network, as the question asks it. */
function standing({ actor, now: realNow, language }: Reader, place: PlaceOfPerson) {
  const grants: Grant[] = place.roles.map(grantOf);
  const now = new Date(realNow.getTime() + place.clockOffset * 1000);
  const seats = reachOf(grants, 'registration.create');
  const asked: Place = {
    id: place.id,
    personId: actor.personId,
    language,
    now,
    realNow,
    today: dayOf(now, place.timeZone),
    institutionIds: seats.kind === 'institutions' ? seats.institutionIds : [],
    hasTrainings: isModuleOn({ settings: place.settings ?? [] }, 'trainings'),
    isCoordinator: reachOf(grants, 'registration.manage').kind === 'network',
    decidesAccess: reachOf(grants, 'access.decide').kind === 'network',
    isViewer: grants.every(({ role }) => role === 'viewer'),
    ...partsInMentoring(grants, place.settings),
  };
  return { place, asked, now, roles: [...new Set(grants.map(({ role }) => role))] };
}

function partsInMentoring(grants: readonly Grant[], settings: PlaceOfPerson['settings']): MentoringParts {
  const isOn = isModuleOn({ settings: settings ?? [] }, 'mentoring');
  const holds = (role: Role) => isOn && grants.some((grant) => grant.role === role);
  return {
    isMentor: holds('mentor'),
    isMentored: holds('community_leader'),
    actsForMentees: isOn && reachOf(grants, 'mentee.add').kind === 'institutions',
    decidesMentoring: isOn && reachOf(grants, 'relation.move').kind === 'network',
    leadsSafeguarding: isOn && reachOf(grants, 'concern.move').kind === 'network',
  };
}

function networkNeeds({ place, asked, now, roles }: Standing, answer: PlaceNeeds, rest: Rest) {
  const { isCoordinator } = asked;
  const { code, name, accent, timeZone } = place;
  const trainings = answer.trainings.map(dated);
  const next = trainings
    .filter(({ state, endsAt }) => state !== 'submitted' && now < endsAt)
    .slice(0, nextTrainings);
  const tasks = [
    ...trainings.flatMap((training) => tasksOf(training, now, asked)),
    ...answer.closing.map(({ id, title, closesAt, free }) =>
      task('register', { id, title, count: free, at: new Date(closesAt) }),
    ),
    ...countedTasks({ ...answer.counts, ...rest.counts }, answer.accesses),
    ...rest.own.map(ownTask),
  ];
  return {
    code,
    name,
    accent,
    timeZone,
    now,
    roles: roles as Role[],
    isCoordinator,
    hasTrainings: asked.hasTrainings,
    tasks: byUrgency(tasks, now),
    next,
    latest: answer.latest && {
      ...answer.latest,
      phase: answer.latest.phase && {
        title: answer.latest.phase.title,
        startsOn: new Date(answer.latest.phase.startsOn),
        endsOn: new Date(answer.latest.phase.endsOn),
      },
    },
  };
}

function dated({ startsAt, endsAt, offeredUntil, nextSessionAt, ...training }: NeedTraining) {
  return {
    ...training,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    offeredUntil: offeredUntil ? new Date(offeredUntil) : null,
    nextSessionAt: nextSessionAt ? new Date(nextSessionAt) : null,
  };
}

type NetworkTask = Task<NetworkKind>;
type Training = ReturnType<typeof dated>;

function tasksOf(training: Training, now: Date, { isCoordinator, today }: Place): NetworkTask[] {
  const { id, title, state, startsAt, endsAt, timeZone, takenCount, capacity, waitingCount } = training;
  const about = (kind: NetworkKind, count: number, at: Date | null) => [task(kind, { id, title, count, at })];
  const { offered, offeredUntil, unnamed, hasUnmarked, isTrainer, nextSessionAt } = training;
  const isRunning = ['published', 'registration_closed', 'running'].includes(state);
  const isToday = nextSessionAt !== null && dayOf(nextSessionAt, timeZone) === today;
  return [
    ...(offered > 0 ? about('offer', offered, offeredUntil) : []),
    ...(hasUnmarked && (isCoordinator || isTrainer) ? about('attendance', 1, null) : []),
    ...(isTrainer && isRunning && isToday ? about('runsToday', 1, nextSessionAt) : []),
    ...(unnamed > 0 && now < startsAt ? about('name', unnamed, startsAt) : []),
    ...(isCoordinator && state === 'submitted' ? about('proposal', 1, null) : []),
    ...(training.undecided > 0 ? about('undecided', training.undecided, null) : []),
    // Places are free and people wait: nothing moved them up by itself.
    ...(isCoordinator && state === 'published' && waitingCount > 0 && takenCount < capacity && now < startsAt
      ? about('fill', waitingCount, null)
      : []),
    ...(isCoordinator && isRunning && endsAt < now && takenCount > 0 && !hasUnmarked
      ? about('complete', 1, null)
      : []),
  ];
}

// What they wait for has an end of its own; of the others the moment says only since when they wait.
const withEnd: readonly CountedKind[] = ['erasures', 'invitations', 'lacking', 'concerns', 'consents'];

function countedTasks(counts: PlaceNeeds['counts'], accesses: Counted | null): NetworkTask[] {
  const all = { ...counts, accesses } as Record<CountedKind | 'accesses', Counted | null>;
  return (Object.entries(all) as [keyof typeof all, Counted | null][]).flatMap(([kind, row]) => {
    if (!row || row.count === 0) return [];
    const hasEnd = withEnd.some((each) => each === kind);
    return [task(kind, { count: row.count, at: hasEnd && row.at ? new Date(row.at) : null })];
  });
}

function ownTask({ kindId, code, name, state, expiresOn }: OwnLack) {
  const lack = { code: code as PrerequisiteCode, name, state };
  return task('ownLack', { id: kindId, at: expiresOn ? new Date(expiresOn) : null, lack });
}

function task(kind: NetworkKind, more: Partial<Omit<NetworkTask, 'kind'>>): NetworkTask {
  return { kind, id: null, title: null, count: 1, at: null, lack: null, ...more };
}
