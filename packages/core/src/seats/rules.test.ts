import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  factsElsewhere,
  inLine,
  misplacedQuota,
  ownOrigin,
  partyRules,
  priorityRules,
  type Quota,
  quotaKey,
  type Settlement,
  settle,
  type WaitingSeat,
} from './rules.ts';

const now = new Date('2026-01-10T10:00:00Z');

function settlement(changes: Partial<Settlement>): Settlement {
  return {
    capacity: 4,
    taken: 0,
    quotaPerInstitution: null,
    quotaReleaseAt: null,
    quotas: [],
    sessionLimits: [],
    promotion: 'automatic',
    priorityRule: 'first_come',
    partyRule: 'skip',
    heldByInstitution: new Map(),
    waiting: [],
    now,
    ...changes,
  };
}

const seat = (changes: Partial<WaitingSeat> & { id: string }): WaitingSeat => ({
  registrationId: `r-${changes.id}`,
  institutionId: null,
  mode: null,
  language: null,
  institutionKind: null,
  isTogether: false,
  priority: 0,
  isNew: false,
  sessionIds: [],
  isElsewhere: false,
  ...changes,
});

const line = (...institutions: (string | null)[]) =>
  institutions.map((institutionId, index) => seat({ id: `s${index}`, institutionId }));

const party = (name: string, size: number, changes: Partial<WaitingSeat> = {}) =>
  Array.from({ length: size }, (_, index) =>
    seat({ id: `${name}${index}`, registrationId: name, isTogether: true, ...changes }),
  );

const idsOf = (input: Partial<Settlement>) => settle(settlement(input)).map(({ seatId }) => seatId);

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
        seat({ id: 'old', institutionId: 'a' }),
        seat({ id: 'new', institutionId: 'b', isNew: true }),
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

test('a seat needs room in every quota that counts it; a released quota counts nothing', () => {
  const online = { scope: 'mode', key: 'online', size: 1, held: 1, releaseAt: null } as const;
  const waiting = [seat({ id: 'far', mode: 'online' }), seat({ id: 'here', mode: 'onsite' })];

  expect(idsOf({ quotas: [online], waiting })).toEqual(['here']);
  expect(idsOf({ quotas: [{ ...online, releaseAt: now }], waiting })).toEqual(['far', 'here']);
  expect(idsOf({ quotas: [{ ...online, size: 2 }], waiting })).toEqual(['far', 'here']);
});

test('a party comes together or waits; smaller ones go ahead, or the strict line waits for it', () => {
  const waiting = [...party('p', 3), seat({ id: 'one' })];

  expect(idsOf({ capacity: 3, waiting })).toEqual(['p0', 'p1', 'p2']);
  expect(idsOf({ capacity: 5, taken: 3, waiting })).toEqual(['one']);
  expect(idsOf({ capacity: 5, taken: 3, waiting, partyRule: 'strict' })).toEqual([]);
});

test('the strict line does not wait for a party that a quota keeps back or that is larger than the training', () => {
  const ofA = { capacity: 5, taken: 3, partyRule: 'strict', quotaPerInstitution: 2 } as const;

  expect(idsOf({ ...ofA, waiting: [...party('p', 3, { institutionId: 'a' }), seat({ id: 'one' })] })).toEqual(
    ['one'],
  );
  expect(
    idsOf({ capacity: 2, partyRule: 'strict', waiting: [...party('p', 3), seat({ id: 'one' })] }),
  ).toEqual(['one']);
});

test('institutions without a seat come first, each once; then the order of time', () => {
  const waiting = line('a', 'a', 'b', 'b', 'c', null);
  const order = inLine(waiting, 'institutions_without_seat_first', new Map([['a', 1]]));

  expect(order.flat().map(({ id }) => id)).toEqual(['s2', 's4', 's5', 's0', 's1', 's3']);
});

test('who is moved ahead or behind stands there, whatever the rule', () => {
  const waiting = [seat({ id: 'back', priority: -1 }), ...line('a', 'b'), seat({ id: 'front', priority: 1 })];

  for (const rule of priorityRules) {
    const order = inLine(waiting, rule, new Map()).flat();
    expect(order.map(({ id }) => id)).toEqual(['front', 's0', 's1', 'back']);
  }
});

test('a quota that stands twice or that nothing can match is found', () => {
  const quota = (scope: Quota['scope'], key: string): Quota => ({ scope, key, size: 1, releaseAt: null });
  const training = { mode: 'hybrid', languages: ['ro', 'hu'] };
  const found = (...quotas: Quota[]) => misplacedQuota(quotas, training);

  expect(found(quota('mode', 'online'), quota('language', 'hu'))).toBeNull();
  expect(found(quota('mode', 'online'), quota('mode', 'online'))).toEqual({ index: 1, is: 'twice' });
  expect(found(quota('language', 'de'))).toEqual({ index: 0, is: 'unfit' });
  expect(misplacedQuota([quota('mode', 'online')], { ...training, mode: 'online' })?.is).toBe('unfit');
});

const quotas: fc.Arbitrary<Settlement['quotas']> = fc
  .uniqueArray(
    fc.constantFrom<[Quota['scope'], string]>(
      ['mode', 'online'],
      ['mode', 'onsite'],
      ['language', 'ro'],
      ['language', 'hu'],
      ['institution_kind', 'ngo'],
      ['origin', 'inv-si'],
      ['origin', ownOrigin],
    ),
    { maxLength: 4, selector: (each) => each.join() },
  )
  .chain((names) =>
    fc.tuple(
      ...names.map(([scope, key]) =>
        fc.record({
          scope: fc.constant(scope),
          key: fc.constant(key),
          size: fc.nat(5),
          held: fc.nat(3),
          releaseAt: fc.constantFrom(null, now, new Date(now.getTime() + 1)),
        }),
      ),
    ),
  );

const registrations = fc.array(
  fc.record({
    institutionId: fc.constantFrom('a', 'b', 'c', 'd', null),
    size: fc.integer({ min: 1, max: 4 }),
    isTogether: fc.boolean(),
    mode: fc.constantFrom(null, 'online', 'onsite'),
    language: fc.constantFrom(null, 'ro', 'hu'),
    institutionKind: fc.constantFrom('ngo', 'municipality'),
    origin: fc.constantFrom(null, 'inv-si', 'inv-fi'),
    priority: fc.constantFrom(0, 0, 0, 1, -1),
    sessionIds: fc.subarray(['am', 'pm']),
  }),
  { maxLength: 8 },
);

const anySettlement: fc.Arbitrary<Settlement> = fc
  .record({
    capacity: fc.nat(12),
    taken: fc.nat(12),
    quotaPerInstitution: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
    quotaReleaseAt: fc.constantFrom(null, now, new Date(now.getTime() + 1)),
    quotas,
    sessionLimits: fc
      .subarray(['am', 'pm'])
      .chain((ids) =>
        fc.tuple(
          ...ids.map((id) => fc.record({ id: fc.constant(id), capacity: fc.nat(8), held: fc.nat(8) })),
        ),
      ),
    promotion: fc.constantFrom('automatic' as const, 'offer' as const),
    priorityRule: fc.constantFrom(...priorityRules),
    partyRule: fc.constantFrom(...partyRules),
    held: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(3)), { maxLength: 4 }),
    registrations,
  })
  .map(({ held, registrations: asked, ...rest }) => ({
    ...rest,
    heldByInstitution: new Map(held),
    now,
    waiting: asked.flatMap(({ size, ...facts }, index) =>
      Array.from({ length: size }, (_, place) =>
        seat({ id: `${index}.${place}`, registrationId: `${index}`, ...facts }),
      ),
    ),
  }));

// Written apart from the rules, so that both must agree.
function limitsOf(input: Settlement, of: WaitingSeat): { name: string; left: number }[] {
  const { quotaPerInstitution, quotaReleaseAt, heldByInstitution } = input;
  const own =
    of.institutionId !== null && quotaPerInstitution !== null && !(quotaReleaseAt && quotaReleaseAt <= now)
      ? [
          {
            name: of.institutionId,
            left: quotaPerInstitution - (heldByInstitution.get(of.institutionId) ?? 0),
          },
        ]
      : [];
  const others = input.quotas
    .filter(
      (quota) => !(quota.releaseAt && quota.releaseAt <= now) && quotaKey(quota.scope, of) === quota.key,
    )
    .map((quota) => ({ name: `${quota.scope} ${quota.key}`, left: quota.size - quota.held }));
  const halfDays = input.sessionLimits
    .filter(({ id }) => of.sessionIds.length === 0 || of.sessionIds.includes(id))
    .map(({ id, capacity, held }) => ({ name: `half-day ${id}`, left: capacity - held }));
  return [...own, ...others, ...halfDays];
}

test('whatever the line looks like: never oversold, never above a quota, nobody passed over without a reason', () => {
  fc.assert(
    fc.property(anySettlement, (input) => {
      const given = new Set(settle(input).map(({ seatId }) => seatId));
      expect(given.size).toBeLessThanOrEqual(Math.max(0, input.capacity - input.taken));
      const used = new Map<string, number>();
      let free = input.capacity - input.taken;
      let isStopped = false;
      for (const group of inLine(input.waiting, input.priorityRule, input.heldByInstitution)) {
        const got = group.filter(({ id }) => given.has(id)).length;
        expect([0, group.length]).toContain(got);
        const limits = group.flatMap((each) => limitsOf(input, each));
        const isKeptBack = limits.some(({ name, left }) => {
          const asked = limits.filter((limit) => limit.name === name).length;
          return left - (used.get(name) ?? 0) < asked;
        });
        if (got > 0) {
          expect([isKeptBack, isStopped, free >= got]).toEqual([false, false, true]);
          free -= got;
          for (const { name } of limits) used.set(name, (used.get(name) ?? 0) + 1);
        } else if (!isStopped && !isKeptBack) {
          expect(free).toBeLessThan(group.length);
          isStopped = free <= 0 || (input.partyRule === 'strict' && group.length <= input.capacity);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

test('free seats given at once and one after the other go to the same seats, as long as nobody must come together', () => {
  fc.assert(
    fc.property(anySettlement, (drawn) => {
      const whole = { ...drawn, waiting: drawn.waiting.map((each) => ({ ...each, isTogether: false })) };
      const atOnce = settle(whole).map(({ seatId }) => seatId);
      const oneByOne: string[] = [];
      let input: Settlement = { ...whole, capacity: whole.taken };
      for (let step = 0; step < whole.capacity - whole.taken; step++) {
        input = { ...input, capacity: input.capacity + 1 };
        for (const { seatId } of settle(input)) {
          oneByOne.push(seatId);
          input = afterGiving(input, seatId);
        }
      }
      expect(oneByOne.sort()).toEqual(atOnce.sort());
    }),
    { numRuns: 2000 },
  );
});

function afterGiving(input: Settlement, seatId: string): Settlement {
  const given = input.waiting.find(({ id }) => id === seatId);
  if (!given) throw new Error('given to nobody');
  const { institutionId } = given;
  const heldByInstitution = new Map(input.heldByInstitution);
  if (institutionId) heldByInstitution.set(institutionId, (heldByInstitution.get(institutionId) ?? 0) + 1);
  return {
    ...input,
    taken: input.taken + 1,
    heldByInstitution,
    quotas: input.quotas.map((quota) => ({
      ...quota,
      held: quota.held + (quotaKey(quota.scope, given) === quota.key ? 1 : 0),
    })),
    sessionLimits: input.sessionLimits.map((limit) => ({
      ...limit,
      held: limit.held + (given.sessionIds.length === 0 || given.sessionIds.includes(limit.id) ? 1 : 0),
    })),
    waiting: input.waiting.filter(({ id }) => id !== seatId),
  };
}

test('whoever has a seat on another date is passed over and keeps nobody waiting', () => {
  const elsewhere = party('p', 2, { isElsewhere: true });

  const given = idsOf({
    capacity: 3,
    taken: 2,
    partyRule: 'strict',
    waiting: [...elsewhere, seat({ id: 'next' })],
  });

  expect(given).toEqual(['next']);
});

test('on another date a seat takes part as it was asked for, where that is offered', () => {
  const there = { mode: 'hybrid', languages: ['ro', 'hu'] };

  expect(factsElsewhere({ mode: 'online', language: 'hu' }, ['hu', 'ro'], there)).toEqual({
    mode: 'online',
    language: 'hu',
  });
  expect(factsElsewhere({ mode: null, language: null }, ['hu'], there).language).toBe('hu');
  expect(factsElsewhere({ mode: null, language: 'de' }, ['de', 'ro'], there).language).toBe('ro');
  expect(
    factsElsewhere({ mode: 'online', language: 'hu' }, ['hu'], { mode: 'online', languages: ['hu'] }),
  ).toEqual({
    mode: null,
    language: null,
  });
});
