import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Settlement, settle } from './rules.ts';

const now = new Date('2026-01-10T10:00:00Z');

function settlement(changes: Partial<Settlement>): Settlement {
  return {
    capacity: 4,
    taken: 0,
    quotaPerInstitution: null,
    quotaReleaseAt: null,
    promotion: 'automatic',
    heldByInstitution: new Map(),
    waiting: [],
    now,
    ...changes,
  };
}

const line = (...institutions: (string | null)[]) =>
  institutions.map((institutionId, index) => ({ id: `s${index}`, institutionId, isNew: false }));

test('free seats go along the line', () => {
  const promotions = settle(settlement({ capacity: 3, taken: 1, waiting: line('a', 'b', 'c') }));

  expect(promotions.map(({ seatId }) => seatId)).toEqual(['s0', 's1']);
});

test('an institution at its quota is passed over and keeps its place', () => {
  const promotions = settle(
    settlement({
      capacity: 5,
      taken: 4,
      quotaPerInstitution: 2,
      heldByInstitution: new Map([
        ['a', 2],
        ['b', 1],
      ]),
      waiting: line('a', 'b'),
    }),
  );

  expect(promotions).toEqual([{ seatId: 's1', becomes: 'confirmed' }]);
});

test('after the release of the quota the first in line is first', () => {
  const promotions = settle(
    settlement({
      capacity: 5,
      taken: 4,
      quotaPerInstitution: 2,
      quotaReleaseAt: now,
      heldByInstitution: new Map([['a', 2]]),
      waiting: line('a', 'b'),
    }),
  );

  expect(promotions).toEqual([{ seatId: 's0', becomes: 'confirmed' }]);
});

test('who waited gets an offer where the training offers; who asks now is confirmed', () => {
  const promotions = settle(
    settlement({
      promotion: 'offer',
      waiting: [
        { id: 'old', institutionId: 'a', isNew: false },
        { id: 'new', institutionId: 'b', isNew: true },
      ],
    }),
  );

  expect(promotions).toEqual([
    { seatId: 'old', becomes: 'offered' },
    { seatId: 'new', becomes: 'confirmed' },
  ]);
});

test('lowering the capacity below the seats taken promotes nobody', () => {
  expect(settle(settlement({ capacity: 2, taken: 5, waiting: line('a') }))).toEqual([]);
});

test('whatever the line looks like: never oversold, never above the quota, nobody skipped against the rule', () => {
  const institution = fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null });
  fc.assert(
    fc.property(
      fc.record({
        capacity: fc.nat(12),
        taken: fc.nat(12),
        quota: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
        isReleased: fc.boolean(),
        held: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(3)), { maxLength: 4 }),
        line: fc.array(institution, { maxLength: 12 }),
      }),
      ({ capacity, taken, quota, isReleased, held, line: institutions }) => {
        const heldByInstitution = new Map<string, number>(held);
        const waiting = line(...institutions);
        const promoted = settle(
          settlement({
            capacity,
            taken,
            quotaPerInstitution: quota,
            quotaReleaseAt: isReleased ? now : null,
            heldByInstitution,
            waiting,
          }),
        );
        const ids = new Set(promoted.map(({ seatId }) => seatId));

        expect(promoted.length).toBeLessThanOrEqual(Math.max(0, capacity - taken));
        const isBinding = quota !== null && !isReleased;
        const holds = new Map(heldByInstitution);
        let free = capacity - taken;
        for (const seat of waiting) {
          const count = seat.institutionId === null ? 0 : (holds.get(seat.institutionId) ?? 0);
          const mayHave = free > 0 && (seat.institutionId === null || !isBinding || count < (quota ?? 0));
          expect(ids.has(seat.id)).toBe(mayHave);
          if (mayHave) {
            free -= 1;
            if (seat.institutionId !== null) holds.set(seat.institutionId, count + 1);
          }
        }
      },
    ),
    { numRuns: 2000 },
  );
});
