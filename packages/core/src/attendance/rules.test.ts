import { expect, test } from 'vitest';
import { foldedName, isListed, readableCode, type Scan, type SeatAtDoor, verdictOn } from './rules.ts';

const at = (time: string) => new Date(`2026-05-04T${time}:00Z`);
const scan = (changes: Partial<Scan> = {}): Scan => ({
  kind: 'in',
  device: 'one',
  happenedAt: at('09:00'),
  isAdmitted: false,
  ...changes,
});
const seat = (changes: Partial<SeatAtDoor> = {}): SeatAtDoor => ({
  state: 'confirmed',
  isBooked: true,
  mark: null,
  markedByHandAt: null,
  last: null,
  ...changes,
});

test('a confirmed seat is let in once; the second scan says so', () => {
  expect(verdictOn(scan(), seat(), false)).toEqual({ result: 'ok', mark: 'present' });
  expect(verdictOn(scan(), seat({ mark: 'present' }), false)).toEqual({ result: 'already' });
  expect(verdictOn(scan(), seat({ mark: 'partial' }), false)).toEqual({ result: 'already' });
});

test('a seat that holds no place is refused with its reason; a state nobody foresaw is not approved', () => {
  const results = ['waiting', 'cancelled', 'lapsed', 'offered', 'pending'].map(
    (state) => verdictOn(scan(), seat({ state }), false).result,
  );

  expect(results).toEqual(['waiting', 'cancelled', 'cancelled', 'not_approved', 'not_approved']);
});

test('who was let in without network though the seat was cancelled is recorded with a conflict', () => {
  expect(verdictOn(scan({ isAdmitted: true }), seat({ state: 'cancelled' }), false)).toEqual({
    result: 'ok',
    conflict: 'seat_cancelled',
  });
});

test('of two devices the later moment holds, in whatever order they come', () => {
  const undone = seat({ last: { kind: 'undo', device: 'two', at: at('09:05') } });
  const there = seat({ mark: 'present', last: { kind: 'in', device: 'two', at: at('09:05') } });

  expect(verdictOn(scan(), undone, false)).toEqual({ result: 'ok', conflict: 'devices_disagree' });
  expect(verdictOn(scan({ happenedAt: at('09:06') }), undone, false)).toEqual({
    result: 'ok',
    mark: 'present',
  });
  expect(verdictOn(scan({ kind: 'undo' }), there, false)).toEqual({
    result: 'ok',
    conflict: 'devices_disagree',
  });
  expect(verdictOn(scan({ kind: 'undo', happenedAt: at('09:06') }), there, false)).toEqual({
    result: 'ok',
    mark: 'unmarked',
  });
});

test('what somebody marked by hand after the scan stays; what stood there before gives way', () => {
  const absent = (time: string) => seat({ mark: 'absent', markedByHandAt: at(time) });

  expect(verdictOn(scan(), absent('09:30'), false)).toEqual({ result: 'ok', conflict: 'marked_otherwise' });
  expect(verdictOn(scan(), absent('08:55'), false)).toEqual({ result: 'ok', mark: 'present' });
});

test('a locked list does not follow the door, and the fact is kept', () => {
  expect(verdictOn(scan(), seat(), true)).toEqual({ result: 'ok', conflict: 'locked' });
  expect(verdictOn(scan(), seat({ mark: 'present' }), true)).toEqual({ result: 'already' });
});

test('codes are read out in groups; names are compared without marks on letters', () => {
  expect(readableCode('ABCDEFGHJKMN')).toBe('ABCD-EFGH-JKMN');
  expect(foldedName('  Ștefan   ŢUŢU-Őri ')).toBe('stefan tutu-ori');
});

test('who booked other half-days is sent there, and is believed to be here once they were let in', () => {
  const elsewhere = seat({ isBooked: false });

  expect(verdictOn(scan(), elsewhere, false)).toEqual({ result: 'wrong_session' });
  expect(verdictOn(scan({ isAdmitted: true }), elsewhere, false)).toEqual({ result: 'ok', mark: 'present' });
});

test('a list names who booked the half-day, and who came all the same', () => {
  expect(isListed({ sessionIds: [], marks: {} }, 'am')).toBe(true);
  expect(isListed({ sessionIds: ['am'], marks: {} }, 'am')).toBe(true);
  expect(isListed({ sessionIds: ['pm'], marks: {} }, 'am')).toBe(false);
  expect(isListed({ sessionIds: ['pm'], marks: { am: 'present' } }, 'am')).toBe(true);
});
