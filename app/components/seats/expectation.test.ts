import { expect, test } from 'vitest';
import { expectation, quotaLeft } from './expectation.ts';

test('with enough free seats all are confirmed', () => {
  expect(expectation(3, { free: 5, waitingCount: 0, quotaLeft: null })).toEqual({
    confirmed: 3,
    waiting: 0,
    position: 1,
    isLimited: false,
  });
});

test('what does not fit waits behind those who wait', () => {
  expect(expectation(3, { free: 2, waitingCount: 4, quotaLeft: null })).toEqual({
    confirmed: 2,
    waiting: 1,
    position: 5,
    isLimited: false,
  });
});

test('the limit of the institution holds seats back although some are free', () => {
  expect(expectation(3, { free: 9, waitingCount: 0, quotaLeft: 1 })).toEqual({
    confirmed: 1,
    waiting: 2,
    position: 1,
    isLimited: true,
  });
});

test('a limit counts what is held, and not after its release', () => {
  const now = new Date('2026-05-01T08:00:00Z');
  const later = new Date('2026-05-02T08:00:00Z');

  expect(quotaLeft({ quotaPerInstitution: 2, quotaReleaseAt: null, now }, 1)).toBe(1);
  expect(quotaLeft({ quotaPerInstitution: 2, quotaReleaseAt: later, now }, 3)).toBe(0);
  expect(quotaLeft({ quotaPerInstitution: 2, quotaReleaseAt: now, now }, 2)).toBeNull();
  expect(quotaLeft({ quotaPerInstitution: null, quotaReleaseAt: null, now }, 2)).toBeNull();
});
