/** What can stand behind a name in a list of attendance. "absent" is who did not come; "excused" said so before. */
export const attendanceStates = ['present', 'partial', 'absent', 'excused'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** The list opens an hour before a half-day begins. */
const openBeforeMinutes = 60;

/** When the list of a half-day opens. */
export function opensAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() - openBeforeMinutes * 60_000);
}

/** Whether somebody stands in the list of a half-day: the seat covers it, or they came all the same. */
export function isListed(
  row: { sessionIds: readonly string[]; marks: Record<string, unknown> },
  sessionId: string,
) {
  const { sessionIds, marks } = row;
  return sessionIds.length === 0 || sessionIds.includes(sessionId) || marks[sessionId] !== undefined;
}

/** Whole minutes between the beginning and the end of a half-day. */
export function lengthOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number {
  return Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
}

/** Every answer that a door can get. */
export const checkInResults = [
  'ok',
  'already',
  'wrong_session',
  'wrong_day',
  'cancelled',
  'waiting',
  'not_approved',
  'unknown',
  'ambiguous',
] as const;
export type CheckInResult = (typeof checkInResults)[number];

/** Why a fact of the door is kept and the list does not follow it. */
export const checkInConflicts = ['seat_cancelled', 'devices_disagree', 'marked_otherwise', 'locked'] as const;
export type CheckInConflict = (typeof checkInConflicts)[number];

export type Scan = {
  kind: 'in' | 'undo';
  device: string;
  happenedAt: Date;
  /** The device had no network and has let the person in already. */
  isAdmitted: boolean;
};

/** A seat as the door knows it in this half-day. */
export type SeatAtDoor = {
  state: string;
  /** Whether the seat covers this half-day */
  isBooked: boolean;
  mark: AttendanceState | null;
  markedByHandAt: Date | null;
  last: { kind: 'in' | 'undo'; device: string; at: Date } | null;
};

/** What follows from a scan: the answer, a contradiction that a person has to look at, and the mark if it changes. */
export type Verdict = {
  result: CheckInResult;
  conflict?: CheckInConflict;
  mark?: 'present' | 'unmarked';
};

const refusals: Record<string, CheckInResult | undefined> = {
  confirmed: undefined,
  waiting: 'waiting',
  cancelled: 'cancelled',
  lapsed: 'cancelled',
};

/**
 * What a scan means for a seat. A fact is never dropped: where it contradicts what others recorded, it is kept with a
 * conflict and the list stays as it is. Of two devices the later moment holds.
 */
export function verdictOn(scan: Scan, seat: SeatAtDoor, isLocked: boolean): Verdict {
  const refusal = seat.state in refusals ? refusals[seat.state] : 'not_approved';
  if (refusal === 'cancelled' && scan.isAdmitted) return { result: 'ok', conflict: 'seat_cancelled' };
  if (refusal) return { result: refusal };
  if (!seat.isBooked && !scan.isAdmitted && scan.kind === 'in') return { result: 'wrong_session' };
  const isThere = seat.mark === 'present' || seat.mark === 'partial';
  if ((scan.kind === 'in') === isThere && !isOvertaken(scan, seat)) return { result: 'already' };
  if (isLocked) return { result: 'ok', conflict: 'locked' };
  if (isOvertaken(scan, seat)) return { result: 'ok', conflict: 'devices_disagree' };
  if (seat.markedByHandAt && seat.markedByHandAt > scan.happenedAt)
    return { result: 'ok', conflict: 'marked_otherwise' };
  return { result: 'ok', mark: scan.kind === 'in' ? 'present' : 'unmarked' };
}

// Another device has recorded the opposite at a later moment.
function isOvertaken({ kind, device, happenedAt }: Scan, { last }: SeatAtDoor): boolean {
  return last !== null && last.device !== device && last.kind !== kind && last.at > happenedAt;
}

/** Twelve letters and digits as people read them out: `ABCD-EFGH-JKMN`. */
export function readableCode(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$&-');
}

/** What is compared when somebody types a name: no marks on letters, no capitals, single blanks. */
export function foldedName(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The most bytes of a scanned list. */
export const maxListBytes = 10_000_000;

/** What can stand for somebody's presence beside the mark itself. */
export type Proof = 'door' | 'drawn_signature' | 'email_confirmation' | 'scanned_list';
type EvidenceKind = Exclude<Proof, 'door'>;

/**
 * What proves that somebody was there in a half-day: the door, what they signed themselves, and the signed list that was
 * scanned, which speaks for all who are marked as there.
 */
export function proofsOf(
  mark: AttendanceState | 'unmarked' | undefined,
  way: string | undefined,
  evidence: readonly { kind: EvidenceKind }[],
): Proof[] {
  if (mark !== 'present' && mark !== 'partial') return [];
  const proofs: Proof[] = way === 'scan' ? ['door'] : [];
  for (const kind of ['drawn_signature', 'email_confirmation', 'scanned_list'] as const)
    if (evidence.some((each) => each.kind === kind)) proofs.push(kind);
  return proofs;
}

/** Whether somebody says that they took part while their mark says that they did not. A person has to look at it. */
export function isDisputed(
  mark: AttendanceState | 'unmarked' | undefined,
  evidence: readonly { kind: EvidenceKind }[],
): boolean {
  const isAway = mark === 'absent' || mark === 'excused';
  return isAway && evidence.some(({ kind }) => kind === 'email_confirmation');
}

const presenceDays = 7;

/** Until when the link "I took part" can be used. */
export function presenceUntil(askedAt: Date): Date {
  return new Date(askedAt.getTime() + presenceDays * 86_400_000);
}

/** Whether somebody without a registration can still be written down: as long as a list can be wrong, not before it is out. */
export function takesWalkIns(state: string): boolean {
  return ['published', 'registration_closed', 'running', 'completed'].includes(state);
}

/** Whether somebody with this mark can sign: not who is marked as away. */
export function maySign(mark: string | undefined): boolean {
  return mark !== 'absent' && mark !== 'excused';
}
