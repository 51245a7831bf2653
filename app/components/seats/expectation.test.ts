import { expect, test } from 'vitest';
import { expectation, quotaLeft } from './expectation.ts';

test('with enough free seats all are confirmed', () => {
  expect(expectation(3, { free: 5, waitingCount: 0, quotaLeft: null })).toEqual({
    confirmed: 3,
    waiting: 0,
    position: 1,
    reason: 'full' as const,
  });
});

test('what does not fit waits behind those who wait', () => {
  expect(expectation(3, { free: 2, waitingCount: 4, quotaLeft: null })).toEqual({
    confirmed: 2,
    waiting: 1,
    position: 5,
    reason: 'full' as const,
  });
});

test('the limit of the institution holds seats back although some are free', () => {
  expect(expectation(3, { free: 9, waitingCount: 0, quotaLeft: 1 })).toEqual({
    confirmed: 1,
    waiting: 2,
    position: 1,
    reason: 'quota' as const,
  });
});

test('who comes only together waits as a whole, and says so', () => {
  const facts = { free: 2, waitingCount: 1, quotaLeft: null, isTogether: true };

  expect(expectation(3, facts)).toEqual({ confirmed: 0, waiting: 3, position: 2, reason: 'together' });
  expect(expectation(2, facts).confirmed).toBe(2);
});

test('where the line waits for a party, a free seat is no promise', () => {
  const facts = { free: 2, waitingCount: 3, quotaLeft: null, isLineFirst: true };

  expect(expectation(1, facts)).toEqual({ confirmed: 0, waiting: 1, position: 4, reason: 'line' });
});

const nothingAsked = { mode: null, language: null, institutionKind: null, sessionIds: [] };

test('a limit counts what is held, and not after its release', () => {
  const now = new Date('2026-05-01T08:00:00Z');
  const later = new Date('2026-05-02T08:00:00Z');
  const left = (quotaPerInstitution: number | null, quotaReleaseAt: Date | null, held: number) =>
    quotaLeft(
      { quotaPerInstitution, quotaReleaseAt, quotas: [], sessionLimits: [], now },
      held,
      nothingAsked,
    );

  expect(left(2, null, 1)).toBe(1);
  expect(left(2, later, 3)).toBe(0);
  expect(left(2, now, 2)).toBeNull();
  expect(left(null, null, 2)).toBeNull();
});

test('the smallest of all limits that count a seat decides', () => {
  const now = new Date('2026-05-01T08:00:00Z');
  const quota = { scope: 'mode', key: 'online', size: 5, held: 4, releaseAt: null } as const;
  const limits = { quotaPerInstitution: 3, quotaReleaseAt: null, quotas: [quota], sessionLimits: [], now };

  expect(quotaLeft(limits, 0, { ...nothingAsked, mode: 'online' })).toBe(1);
  expect(quotaLeft(limits, 0, { ...nothingAsked, mode: 'onsite' })).toBe(3);
});

test('a half-day with places of its own counts whoever covers it', () => {
  const now = new Date('2026-05-01T08:00:00Z');
  const sessionLimits = [{ id: 'am', capacity: 4, held: 3 }];
  const limits = { quotaPerInstitution: null, quotaReleaseAt: null, quotas: [], sessionLimits, now };

  expect(quotaLeft(limits, 0, nothingAsked)).toBe(1);
  expect(quotaLeft(limits, 0, { ...nothingAsked, sessionIds: ['am', 'pm'] })).toBe(1);
  expect(quotaLeft(limits, 0, { ...nothingAsked, sessionIds: ['pm'] })).toBeNull();
});
