import type { PrerequisiteCode } from '../prerequisites/rules.ts';

/**
 * What can wait for somebody. Each kind names how many days it can wait when nothing else sets its end: that, and every
 * end that is set, is what the list is sorted by.
 */
const patience = {
  /** An offer of a place, which ends without an answer */
  offer: 0,
  /** A half-day has begun and somebody has no mark */
  attendance: 0,
  /** A half-day of one's own training begins today */
  runsToday: 0,
  /** The machinery stands still */
  worker: 0,
  relay: 0,
  jobs: 1,
  accesses: 1,
  failedMails: 2,
  erasures: 2,
  /** Free places and people who wait */
  fill: 2,
  proposal: 3,
  /** People who registered and wait for the organiser's decision */
  undecided: 2,
  /** Somebody asks to close the network, and a second person has to say yes */
  closings: 3,
  /** A mentor or a mentee asks the coordinator for something */
  asks: 3,
  /** The mentor of a relation set its level of risk to high */
  highRisks: 1,
  /** A mentor asks to approve a plan or a closing */
  approvals: 3,
  /** A coordinator sent one back to its mentor */
  sentBack: 5,
  name: 5,
  imports: 5,
  invitations: 5,
  expired: 6,
  applications: 7,
  reviews: 7,
  partners: 7,
  moves: 7,
  /** A training is over and stands open */
  complete: 7,
  drafts: 7,
  /** What the person's own role asks for */
  ownLack: 2,
  lacking: 4,
  consents: 10,
  register: 7,
  concerns: 1,
  mentorQuestions: 3,
  mentoringAsked: 3,
  menteeAsked: 3,
  menteeAnswers: 3,
  /** The signature under an agreement of mentoring is missing: the own one, or one that the mentor notes */
  menteeSigns: 3,
  mentorSigns: 3,
  meetingsToLog: 4,
  overdueMeetings: 5,
  mentoringDecisions: 5,
} as const;
type TaskKind = keyof typeof patience;

type OfMachinery = 'worker' | 'relay' | 'jobs' | 'drafts';
/** What waits in a network, and what waits for an operator. */
export type NetworkKind = Exclude<TaskKind, OfMachinery>;
export type OperatorKind = OfMachinery | 'accesses' | 'closings';

export type Task<Kind extends TaskKind = TaskKind> = {
  kind: Kind;
  /** What it is about: a training, a kind of prerequisite, the code of a network */
  id: string | null;
  title: string | null;
  count: number;
  /** When it ends or ended; null when nothing sets an end */
  at: Date | null;
  /** What the own role asks for, where it is that */
  lack: { code: PrerequisiteCode; name: string; state: 'missing' | 'lapsed' | 'lapsing' } | null;
};

const dayMs = 86_400_000;

/** The moment by which a task is wanted. */
export function wantedBy({ kind, at }: Pick<Task, 'kind' | 'at'>, now: Date): Date {
  return at ?? new Date(now.getTime() + patience[kind] * dayMs);
}

/** The most urgent first; what is wanted by the same moment keeps its order. */
export function byUrgency<Kind extends TaskKind>(tasks: readonly Task<Kind>[], now: Date): Task<Kind>[] {
  return tasks.toSorted((a, b) => wantedBy(a, now).getTime() - wantedBy(b, now).getTime());
}
