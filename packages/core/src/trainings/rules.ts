import type { TrainingKind, trainingAudiences, trainingStates } from './terms.ts';

export type TrainingState = (typeof trainingStates)[number];
export type TrainingMove =
  | 'publish'
  | 'close_registration'
  | 'reopen_registration'
  | 'start'
  | 'complete'
  | 'document'
  | 'archive'
  | 'send_back'
  | 'postpone'
  | 'cancel';

const moves: Record<TrainingMove, { from: readonly TrainingState[]; to: TrainingState }> = {
  publish: { from: ['draft', 'submitted', 'postponed'], to: 'published' },
  close_registration: { from: ['published'], to: 'registration_closed' },
  reopen_registration: { from: ['registration_closed'], to: 'published' },
  start: { from: ['published', 'registration_closed'], to: 'running' },
  complete: { from: ['published', 'registration_closed', 'running'], to: 'completed' },
  document: { from: ['completed'], to: 'documented' },
  archive: { from: ['documented'], to: 'archived' },
  send_back: { from: ['submitted'], to: 'draft' },
  postpone: { from: ['published', 'registration_closed'], to: 'postponed' },
  cancel: {
    from: ['draft', 'submitted', 'published', 'registration_closed', 'running', 'postponed'],
    to: 'cancelled',
  },
};

/** The state after a move, or null when the move is not possible from here (domain states 2.5). */
export function stateAfter(state: TrainingState, move: TrainingMove): TrainingState | null {
  const { from, to } = moves[move];
  return from.includes(state) ? to : null;
}

/** The moves that are possible from a state, for the buttons of a page. */
export function movesFrom(state: TrainingState): TrainingMove[] {
  return (Object.keys(moves) as TrainingMove[]).filter((move) => moves[move].from.includes(state));
}

/** Whether a training can still be changed by whoever may. */
export function isEditable(state: TrainingState): boolean {
  return !['cancelled', 'documented', 'archived'].includes(state);
}

/** Whether people know of the event at its dates, so that another date is news to them. */
export function isAnnounced(state: TrainingState): boolean {
  return ['published', 'registration_closed', 'running'].includes(state);
}

/** Whether who proposed a training can still change the proposal: until it is published, and after it was sent back. */
export function isRevisable(state: string, wasSentBack: boolean): boolean {
  return state === 'submitted' || (state === 'draft' && wasSentBack);
}

export type RegistrationWindow = {
  state: TrainingState;
  regOpensAt: Date | null;
  regClosesAt: Date | null;
  startsAt: Date;
  endsAt: Date;
};

export type WindowState = 'open' | 'not_yet' | 'closed' | 'over' | 'not_published';

/** Whether institutions and persons can register now. */
export function registrationWindow(training: RegistrationWindow, now: Date): WindowState {
  // The old dates of what is postponed mean nothing.
  if (training.state === 'postponed') return 'not_published';
  if (training.endsAt <= now) return 'over';
  if (['draft', 'submitted', 'cancelled'].includes(training.state)) return 'not_published';
  if (training.state !== 'published') return 'closed';
  if (training.regOpensAt && now < training.regOpensAt) return 'not_yet';
  if (now >= (training.regClosesAt ?? training.startsAt) || now >= training.startsAt) return 'closed';
  return 'open';
}

/** The days that a list is narrowed to. Who names a day means that day, be it over or not. */
export function periodOf({ when, from, to }: { when: string; from: string; to: string }) {
  return { when: from || to ? 'all' : when, from: from || null, to: to || null };
}

/** Until when an institution may cancel a seat by itself. */
export function cancelDeadline(training: { startsAt: Date; cancelDeadlineHours: number }): Date {
  return new Date(training.startsAt.getTime() - training.cancelDeadlineHours * 3_600_000);
}

type GivingBack = {
  state: string;
  startsAt: Date;
  cancelDeadlineHours: number;
  movedAt: Date | null;
};

/**
 * Until when an institution gives a held seat back by itself: the deadline; for a seat from before the dates were moved,
 * the start; while there is no date, always (null).
 */
export function giveBackUntil(training: GivingBack, seat: { createdAt: Date }): Date | null {
  if (training.state === 'postponed') return null;
  const isFromBefore = training.movedAt !== null && seat.createdAt <= training.movedAt;
  return isFromBefore ? training.startsAt : cancelDeadline(training);
}

/** Whether whoever holds a seat, or waits for one, may give it back by themselves: what is not theirs yet until the start. */
export function isInTimeToGiveBack(
  training: GivingBack,
  seat: { createdAt: Date; state: string },
  now: Date,
): boolean {
  const until = giveBackUntil(training, seat);
  return (
    until === null ||
    now <= (['waiting', 'pending', 'requested'].includes(seat.state) ? training.startsAt : until)
  );
}

/** What the clock alone makes of a training; null when it stands as it should. */
export function moveByClock(
  training: { state: string; startsAt: Date; endsAt: Date },
  now: Date,
): 'start' | 'complete' | null {
  const { state, startsAt, endsAt } = training;
  const isOpen = state === 'published' || state === 'registration_closed';
  if ((isOpen || state === 'running') && endsAt <= now) return 'complete';
  return isOpen && startsAt <= now ? 'start' : null;
}

/** What the documentation rests on. An export counts when it holds every mark. */
export type Documentation = {
  unmarked: number;
  lastMarkedAt: Date | null;
  exportedAt: Date | null;
  isEvaluationClosed: boolean;
};

export type DocumentationGap = 'attendance' | 'export' | 'evaluation';

/** What is missing before the documentation of a completed event can be closed. */
export function documentationGaps(documentation: Documentation): DocumentationGap[] {
  const { unmarked, lastMarkedAt, exportedAt, isEvaluationClosed } = documentation;
  const isExported = exportedAt !== null && (lastMarkedAt === null || exportedAt >= lastMarkedAt);
  const gaps = { attendance: unmarked > 0, export: !isExported, evaluation: !isEvaluationClosed };
  return (Object.keys(gaps) as DocumentationGap[]).filter((gap) => gaps[gap]);
}

export type HalfDay = { startsAt: Date; endsAt: Date };

/** The first half-day that ends before it begins or begins before the one above has ended; -1 when all are in order. */
export function misplacedSession(sessions: readonly HalfDay[]): number {
  return sessions.findIndex((session, index) => {
    const previous = sessions[index - 1];
    return (
      session.endsAt <= session.startsAt || (previous !== undefined && session.startsAt < previous.endsAt)
    );
  });
}

/**
 * Which half-day that stands each given one is, null for a new one: by its id, each once; where none has an id, by its order.
 * A line without an id that is at the time of one that nobody named is that one, put back by hand.
 * @param existing in the order of their times
 */
export function matchedIds(
  given: readonly (HalfDay & { id?: string | null | undefined })[],
  existing: readonly (HalfDay & { id: string })[],
): (string | null)[] {
  const isByOrder = given.every(({ id }) => !id);
  const ids = given.map(({ id }, index) => (isByOrder ? existing[index]?.id : id) || null);
  const named = ids.map((id, index) =>
    existing.some((each) => each.id === id) && ids.indexOf(id) === index ? id : null,
  );
  const left = existing.filter(({ id }) => !named.includes(id));
  return named.map((id, index) => {
    const line = given[index];
    if (id !== null || !line || line.id || isByOrder) return id;
    const at = left.findIndex((each) => isSameTime(each, line));
    return at < 0 ? null : (left.splice(at, 1)[0]?.id ?? null);
  });
}

function isSameTime(one: HalfDay, other: HalfDay): boolean {
  return Number(one.startsAt) === Number(other.startsAt) && Number(one.endsAt) === Number(other.endsAt);
}

/** The end of each half-day that is new, gone, or at another time than before. */
export function changedHalfDays(
  before: readonly (HalfDay & { id: string })[],
  after: readonly (HalfDay & { id: string })[],
): Date[] {
  const differ = (one: readonly (HalfDay & { id: string })[], other: typeof one) =>
    one.filter((each) => !other.some((its) => its.id === each.id && isSameTime(its, each)));
  return [...differ(before, after), ...differ(after, before)].map(({ endsAt }) => endsAt);
}

type Defaults = { quotaPerInstitution: number | null };

/**
 * What an event of a kind starts with, over the rules of its network: everyone may come to an information session, no
 * institution is limited there, and nothing is certified; a meeting certifies nothing either.
 */
export function kindDefaults<Rules extends Defaults>(kind: TrainingKind, rules: Rules) {
  const isOpenToAll = kind === 'information_session';
  const audience: (typeof trainingAudiences)[number] = isOpenToAll ? 'public' : 'institution_staff';
  return {
    ...rules,
    quotaPerInstitution: isOpenToAll ? null : rules.quotaPerInstitution,
    audience,
    givesCertificate: kind === 'training' || kind === 'study_visit',
  };
}

/** Everyone who leads a training: as a whole, or one of its half-days. */
export function everyTrainer(training: {
  trainerIds: readonly string[];
  sessions: readonly { trainerIds: readonly string[] }[];
}): string[] {
  return [...new Set([...training.trainerIds, ...training.sessions.flatMap(({ trainerIds }) => trainerIds)])];
}

/** Whether something typed can be the address of an online room: none, or one that is reached over https. */
export function isJoinUrl(typed: string): boolean {
  if (typed === '') return true;
  return /^https:\/\/[^\s/@]+\.[^\s@]*$/.test(typed) && URL.canParse(typed);
}
