import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CertificateFacts,
  type CertificateRule,
  judge,
  mayReissue,
  standingOf,
  validUntilOf,
} from './rules.ts';

const rule: CertificateRule = {
  attendanceMeasure: 'half_days',
  attendanceThreshold: 80,
  needsEvaluation: false,
};

/** Half-days as [length, minutes there], a mandatory one with a third entry. */
function facts(...sessions: [number, number, 'mandatory'?][]): CertificateFacts {
  return {
    sessions: sessions.map(([minutes, attended, mandatory], index) => ({
      id: `${index + 1}`,
      minutes,
      attended,
      isMandatory: mandatory === 'mandatory',
      isBooked: true,
    })),
    hasEvaluated: false,
  };
}

test('half-days count whole, time counts as it was', () => {
  const mostly = facts([240, 240], [240, 240], [240, 240], [240, 240], [60, 30]);

  expect(judge(mostly, rule)).toMatchObject({ isEarned: true, attended: 4, held: 5 });
  expect(judge(mostly, { ...rule, attendanceThreshold: 81 })).toMatchObject({
    isEarned: false,
    lacks: ['attendance'],
  });
  expect(judge(mostly, { ...rule, attendanceMeasure: 'minutes', attendanceThreshold: 97 })).toMatchObject({
    isEarned: true,
    attended: 990,
    held: 1020,
  });
});

test('a mandatory half-day that was missed costs the certificate, whatever the share', () => {
  const verdict = judge(facts([180, 180], [180, 180], [180, 180], [180, 180], [180, 0, 'mandatory']), rule);

  expect(verdict).toEqual({ isEarned: false, attended: 4, held: 5, missed: ['5'], lacks: ['mandatory'] });
});

test('the evaluation counts only where it is asked for', () => {
  const always = facts([180, 180]);

  expect(judge(always, { ...rule, needsEvaluation: true }).lacks).toEqual(['evaluation']);
  expect(judge({ ...always, hasEvaluated: true }, { ...rule, needsEvaluation: true }).isEarned).toBe(true);
});

test('whoever was never there earns nothing, whatever the rule and the half-days', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 600 }), fc.boolean()), { maxLength: 12 }),
      fc.integer({ min: 1, max: 100 }),
      fc.constantFrom('half_days' as const, 'minutes' as const),
      (halfDays, attendanceThreshold, attendanceMeasure) => {
        const never = facts(
          ...halfDays.map(([minutes, isMandatory]): [number, number, 'mandatory'?] => [
            minutes,
            0,
            isMandatory ? 'mandatory' : undefined,
          ]),
        );
        return !judge(
          { ...never, hasEvaluated: true },
          { attendanceThreshold, attendanceMeasure, needsEvaluation: false },
        ).isEarned;
      },
    ),
  );
});

test('a certificate expires with its day, and what was decided about it weighs more', () => {
  const end = new Date('2027-01-31T00:00:00Z');
  const on = (state: 'issued' | 'revoked' | 'superseded', now: Date) =>
    standingOf({ state, validUntil: end }, now);

  expect(on('issued', new Date(end.getTime() - 1))).toBe('valid');
  expect(on('issued', end)).toBe('expired');
  expect([on('revoked', end), on('superseded', end)]).toEqual(['revoked', 'superseded']);
  expect(standingOf({ state: 'issued', validUntil: null }, new Date('2999-01-01'))).toBe('valid');
});

test('a renewal begins a period, a correction keeps the one that runs', () => {
  const issuedAt = new Date('2027-08-31T10:00:00Z');
  const earlier = { validUntil: new Date('2027-09-30T10:00:00Z') };

  expect(validUntilOf(issuedAt, 6)).toEqual(new Date('2028-02-29T10:00:00Z'));
  expect(validUntilOf(issuedAt, null)).toBeNull();
  expect(validUntilOf(issuedAt, 6, earlier)).toBe(earlier.validUntil);
});

test('only what has an end is renewed, and nothing is replaced twice', () => {
  const now = new Date();
  const end = new Date(now.getTime() + 1);
  const of = (state: 'issued' | 'revoked' | 'superseded', validUntil: Date | null, isPurged = false) => {
    const certificate = { state, validUntil, isPurged };
    return [mayReissue(certificate, 'correction', now), mayReissue(certificate, 'renewal', now)];
  };

  expect(of('issued', end)).toEqual([true, true]);
  expect(of('issued', null)).toEqual([true, false]);
  expect(of('issued', now)).toEqual([false, true]);
  expect(of('revoked', end)).toEqual([true, false]);
  expect(of('superseded', end)).toEqual([false, false]);
  expect(of('issued', end, true)).toEqual([false, false]);
});

test('of a seat that covers some half-days only these are held; a mandatory one is missed all the same', () => {
  const { sessions } = facts([240, 240], [240, 0], [240, 0, 'mandatory']);
  const booked = (...which: number[]) => ({
    hasEvaluated: false,
    sessions: sessions.map((session, index) => ({ ...session, isBooked: which.includes(index) })),
  });
  const [, , mandatory] = sessions;
  const isOptional = {
    hasEvaluated: false,
    sessions: booked(0).sessions.filter(({ id }) => id !== mandatory?.id),
  };

  expect(judge(isOptional, { ...rule, attendanceThreshold: 100 })).toMatchObject({
    isEarned: true,
    attended: 1,
    held: 1,
  });
  expect(judge(booked(0), rule)).toMatchObject({
    isEarned: false,
    lacks: ['mandatory'],
    missed: [mandatory?.id],
  });
  expect(judge(booked(0, 1), { ...rule, attendanceMeasure: 'minutes' })).toMatchObject({
    attended: 240,
    held: 480,
  });
});
