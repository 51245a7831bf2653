import type { MentoringParts } from '@tessera/db/mentoring-needs.server.ts';
import {
  type Counted,
  type CountedKind,
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
import { homes } from '../standings.server.ts';
import { operatorQuestion, operatorTasks } from './operator.server.ts';
import { byUrgency, type NetworkKind, type Task, wantedBy } from './rules.ts';

type SignedIn = RequestContext & { actor: Actor };
type Reader = Pick<SignedIn, 'actor' | 'now' | 'language'>;

/**
 * What waits for the actor in all their networks, the most urgent first, and what comes next. Two messages to the database
 * whatever the number of networks: where they are, and what waits there and for operators.
 */
export async function needs(ctx: SignedIn) {
  const { personId, unread = 0 } = ctx.actor;
  const found = (await ask(ctx, placesQuestion(ctx))) as PlaceOfPerson[];
  const { sessionId, actor, language } = ctx;
  if (sessionId) homes.set(storedSessionId(sessionId), { actor, places: found, language });
  const isOperator = operates(found);
  const places = standingsIn(ctx, found);
  const closed = found.filter(isSecondStepMissing).map(({ code, name }) => ({ code, name }));
  const [operator, ...answers] = await Promise.all([
    isOperator ? operatorTasks(ctx) : [],
    ...places.map((place) => ask(ctx, needsQuestion(place))),
  ]);
  const networks = places.flatMap((place, index) => {
    const [row] = (answers[index] ?? []) as { answer: PlaceNeeds }[];
    return row ? [networkNeeds(place, row.answer)] : [];
  });
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
export function needsQuestions(reader: Reader, found: PlaceOfPerson[]): Question[] {
  return [
    placesQuestion(reader),
    ...(operates(found) ? [operatorQuestion(reader)] : []),
    ...standingsIn(reader, found).map(needsQuestion),
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

function networkNeeds({ place, asked, now, roles }: Standing, answer: PlaceNeeds) {
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
    ...countedTasks(answer),
    ...answer.own.map(ownTask),
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
const withEnd: readonly CountedKind[] = ['erasures', 'invitations', 'lacking', 'concerns'];

function countedTasks({ counts, accesses, consents }: PlaceNeeds): NetworkTask[] {
  const counted = Object.entries(counts) as [CountedKind, Counted][];
  const all: [CountedKind | 'accesses' | 'consents', Counted | null][] = [
    ...counted,
    ['accesses', accesses],
    ['consents', consents],
  ];
  return all.flatMap(([kind, row]) => {
    if (!row || row.count === 0) return [];
    const hasEnd = kind === 'consents' || withEnd.some((each) => each === kind);
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
