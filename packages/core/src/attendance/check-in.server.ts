import { holdSession, type MarkToWrite, sessionLocks, writeMarks } from '@tessera/db/attendance.server.ts';
import {
  type DoorSeat,
  doorSeats,
  knownScans,
  seatsElsewhere,
  writeScans,
} from '@tessera/db/check-in.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { normaliseCode } from '../certificates/rules.ts';
import { dayOf } from '../clock/zoned-time.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { checkInCode } from '../identity/secrets.server.ts';
import { requireAttendance } from './mark.server.ts';
import {
  type CheckInConflict,
  type CheckInResult,
  foldedName,
  opensAt,
  type Verdict,
  verdictOn,
} from './rules.ts';
import type { CheckIns } from './schema.ts';

type Input = z.output<typeof CheckIns>;
type Found = DoorSeat | Exclude<CheckInResult, 'ok' | 'already' | 'cancelled' | 'waiting' | 'not_approved'>;
type Kept = { nonce: string; seatId: string | null; kind: 'in' | 'undo'; happenedAt: Date } & Verdict;

export type CheckInAnswer = {
  nonce: string;
  seatId: string | null;
  result: CheckInResult;
  conflict: CheckInConflict | null;
};

/**
 * Takes what a phone recorded at the door of one half-day, as often as it likes to send it: a scan is known by its nonce,
 * the first time stays, and every scan gets its own answer. Scans that were made without network count as they happened.
 * @throws DomainError not_found
 */
export async function checkIn(ctx: Acting, input: Input): Promise<CheckInAnswer[]> {
  const networkId = ctx.network.id;
  const { trainingId, sessionId, device } = input;
  return ctx.transaction(async (tx) => {
    await requireAttendance(tx, ctx, trainingId);
    // Phones of one half-day come one after the other; what follows sees all that was recorded before.
    const [session] = await tx.run(holdSession(networkId, trainingId, sessionId));
    if (!session) throw new DomainError('not_found');
    const known = new Map(
      (
        await tx.run(
          knownScans(
            networkId,
            input.scans.map(({ nonce }) => nonce),
          ),
        )
      ).map((scan) => [scan.nonce, scan as CheckInAnswer]),
    );
    const fresh = withoutRepeats(input.scans.filter(({ nonce }) => !known.has(nonce)));
    if (fresh.length === 0) return answers(input, known);

    const [seats, locks] = [
      await tx.run(
        doorSeats(
          networkId,
          trainingId,
          sessionId,
          fresh.every(({ seatId }) => seatId) ? fresh.map(({ seatId }) => seatId ?? '') : null,
        ),
      ),
      await tx.run(sessionLocks(networkId, trainingId)),
    ];
    const find = finder(seats, await elsewhere(tx, ctx, trainingId, fresh, seats));
    const isLocked = locks.some((lock) => lock.sessionId === sessionId);
    const marks = new Map<string, MarkToWrite>();
    const kept: Kept[] = [];
    for (const scan of fresh) {
      const happenedAt = momentOf(ctx, scan.happenedAt);
      const { nonce, kind, isAdmitted } = scan;
      const found = isTooEarly(session.startsAt, happenedAt)
        ? dayDiffers(ctx, session.startsAt, happenedAt)
        : find(scan);
      const base = { nonce, kind, happenedAt };
      if (typeof found === 'string') {
        kept.push({ ...base, seatId: null, result: found });
        continue;
      }
      const { lastKind, lastDevice, lastAt, mark, markedByHandAt, state, seatId, isBooked } = found;
      const last =
        lastKind && lastDevice && lastAt ? { kind: lastKind, device: lastDevice, at: lastAt } : null;
      const verdict = verdictOn(
        { kind, device, happenedAt, isAdmitted },
        { state, isBooked, mark, markedByHandAt, last },
        isLocked,
      );
      kept.push({ ...base, seatId, ...verdict });
      if (verdict.mark) {
        marks.set(seatId, markFor(seatId, verdict.mark, happenedAt));
        const isIn = verdict.mark === 'present';
        Object.assign(found, {
          mark: isIn ? 'present' : null,
          inAt: isIn ? happenedAt : null,
          markedByHandAt: null,
        });
        Object.assign(found, { lastKind: kind, lastDevice: device, lastAt: happenedAt });
      } else if (verdict.result === 'already' && kind === 'in' && isEarlier(found, happenedAt) && !isLocked) {
        marks.set(seatId, markFor(seatId, 'present', happenedAt));
        found.inAt = happenedAt;
      }
    }
    await write(tx, ctx, input, kept, [...marks.values()]);
    for (const { nonce, seatId, result, conflict } of kept)
      known.set(nonce, { nonce, seatId, result, conflict: conflict ?? null });
    return answers(input, known);
  });
}

// In the order in which they happened; one nonce once.
function withoutRepeats(scans: Input['scans']): Input['scans'] {
  const byNonce = new Map(scans.map((scan) => [scan.nonce, scan]));
  return [...byNonce.values()].sort((a, b) => a.happenedAt.getTime() - b.happenedAt.getTime());
}

function answers({ scans }: Input, known: ReadonlyMap<string, CheckInAnswer>): CheckInAnswer[] {
  return scans.flatMap(({ nonce }) => known.get(nonce) ?? []);
}

// Phones go by the real clock, a network of the demo by its own; no phone is believed to be in the future.
function momentOf({ now, realNow }: Acting, happenedAt: Date): Date {
  return new Date(Math.min(now.getTime(), happenedAt.getTime() + now.getTime() - realNow.getTime()));
}

function isTooEarly(startsAt: Date, at: Date): boolean {
  return at < opensAt(startsAt);
}

function dayDiffers({ network }: Acting, one: Date, other: Date): 'wrong_day' | 'wrong_session' {
  return dayOf(one, network.timeZone) === dayOf(other, network.timeZone) ? 'wrong_session' : 'wrong_day';
}

function isEarlier({ mark, inAt }: DoorSeat, at: Date): boolean {
  return mark === 'present' && (inAt === null || at < inAt);
}

function markFor(seatId: string, state: 'present' | 'unmarked', inAt: Date): MarkToWrite {
  const way = state === 'present' ? 'check_in' : 'undo';
  return { changeId: newId(), seatId, state, minutes: null, inAt, evidence: 'scan', way };
}

/** A seat by its id, by its code, or by the name of exactly one person with a living seat. */
function finder(seats: readonly DoorSeat[], others: ReadonlyMap<string, 'wrong_day' | 'wrong_session'>) {
  const byId = new Map(seats.map((seat) => [seat.seatId, seat]));
  let byCode: Map<string, DoorSeat> | undefined;
  return ({ seatId, text }: Input['scans'][number]): Found => {
    if (seatId) return byId.get(seatId) ?? 'unknown';
    byCode ??= new Map(seats.map((seat) => [checkInCode(seat.seatId), seat]));
    const code = normaliseCode(text);
    const coded = byCode.get(code) ?? others.get(code);
    if (coded) return coded;
    const name = foldedName(text);
    const [first, second] = seats.filter(
      ({ state, givenName, familyName }) =>
        ['confirmed', 'waiting', 'offered'].includes(state) &&
        name !== '' &&
        [`${givenName} ${familyName}`, `${familyName} ${givenName}`].some(
          (each) => foldedName(each) === name,
        ),
    );
    if (second) return 'ambiguous';
    return first ?? 'unknown';
  };
}

/** The codes of other trainings of these days, when one was shown that is none of this training. */
async function elsewhere(
  tx: Transaction,
  ctx: Acting,
  trainingId: string,
  scans: Input['scans'],
  seats: readonly DoorSeat[],
): Promise<ReadonlyMap<string, 'wrong_day' | 'wrong_session'>> {
  const own = new Set(seats.map(({ seatId }) => checkInCode(seatId)));
  const isOpen = scans.some(({ seatId, text }) => !seatId && text !== '' && !own.has(normaliseCode(text)));
  if (!isOpen) return new Map();
  const rows = await tx.run(seatsElsewhere(ctx.network.id, trainingId, ctx.now));
  return new Map(
    rows.map(({ seatId, startsAt }) => [checkInCode(seatId), dayDiffers(ctx, startsAt, ctx.now)]),
  );
}

async function write(
  tx: Transaction,
  ctx: Acting,
  { trainingId, sessionId, device }: Input,
  kept: readonly Kept[],
  marks: readonly MarkToWrite[],
): Promise<void> {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  const scans = kept.map(({ mark: _mark, ...scan }) => ({ ...scan, device }));
  await tx.run(writeScans(networkId, trainingId, sessionId, JSON.stringify(scans), personId, ctx.now));
  if (marks.length > 0)
    await tx.run(writeMarks(networkId, trainingId, sessionId, JSON.stringify(marks), personId, ctx.now));
  await recordEvent(tx, {
    networkId,
    kind: 'attendance.checked_in',
    object: ['training', trainingId],
    actorId: personId,
    at: ctx.now,
    payload: {
      sessionId,
      count: kept.filter(({ result, kind }) => result === 'ok' && kind === 'in').length,
      conflicts: kept.filter(({ conflict }) => conflict).length,
    },
  });
}
