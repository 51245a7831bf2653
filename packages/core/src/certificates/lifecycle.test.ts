import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  refusal,
  useTestDatabase,
} from '../testing.server.ts';
import type { NewTraining } from '../trainings/schema.ts';

await useTestDatabase();

/** A training of a morning and a short afternoon that ended yesterday; everyone named was there in the morning only. */
async function finished(
  details: Partial<z.input<typeof NewTraining>>,
  names: string[],
  { afternoon = true } = {},
) {
  const network = await newNetwork();
  const institutionId = await newInstitution(network);
  const coordinator = await newPerson(network, 'coordinator');
  const start = Date.now() - days(1);
  const trainingId = await newTraining(network, coordinator, {
    sessions: [
      { startsAt: new Date(start), endsAt: new Date(start + hours(4)), halfDay: 'am' },
      {
        startsAt: new Date(start + hours(5)),
        endsAt: new Date(start + hours(6)),
        halfDay: 'pm',
        isMandatory: afternoon,
      },
    ],
    ...details,
  });
  const where = { network: network.code, trainingId };
  const caller = as(coordinator);
  await as(coordinator, new Date(start - days(1))).seats.register({
    ...where,
    institutionId,
    places: places(...names),
    requestKey: randomUUID(),
  });
  const { rows, sessions } = await caller.attendance.sheet(where);
  const mark = (index: number, state: 'present' | 'absent') =>
    caller.attendance.mark({
      ...where,
      sessionId: sessions[index]?.id ?? '',
      marks: rows.map(({ seatId }) => ({ seatId, state })),
    });
  await mark(0, 'present');
  return { network, coordinator, caller, where, mark };
}

/** The certificates of a training with the number of each issue, the oldest first. */
async function issues({ caller, where }: Awaited<ReturnType<typeof finished>>) {
  const all = await caller.certificates.list(where);
  return all.sort((a, b) => a.number - b.number);
}

const yearLong = { certificateMonths: 12, attendanceThreshold: 50 };

test('the page says of everyone what is missing', async () => {
  const { caller, where, mark } = await finished({ attendanceThreshold: 80 }, ['Pop']);
  const lacks = async () => {
    const { rows } = await caller.certificates.results(where);
    return rows.map(({ verdict }) => [verdict.attended, verdict.held, ...verdict.lacks]);
  };

  expect(await lacks()).toEqual([[1, 2, 'attendance', 'mandatory']]);
  await mark(1, 'present');
  expect(await lacks()).toEqual([[2, 2]]);
});

test('four fifths of the time are enough where time is counted, one of two half-days is not', async () => {
  const byTime = await finished({ attendanceThreshold: 80, attendanceMeasure: 'minutes' }, ['Pop'], {
    afternoon: false,
  });
  const byHalfDays = await finished({ attendanceThreshold: 80 }, ['Pop'], { afternoon: false });

  expect(await byTime.caller.certificates.issue(byTime.where)).toMatchObject({ issued: 1 });
  expect(await byHalfDays.caller.certificates.issue(byHalfDays.where)).toMatchObject({ notEarned: 1 });
});

test('a renewal is a further issue with a new date and a new code; the history stays', async () => {
  const world = await finished(yearLong, ['Pop'], { afternoon: false });
  const { caller, where, coordinator, network } = world;
  await caller.certificates.issue(where);
  const [first] = await issues(world);
  const certificateId = first?.id ?? '';
  const code = { network: network.code };
  const later = new Date(Date.now() + days(400));
  const soon = as(coordinator, later);

  expect(await soon.certificates.verify({ code: first?.verifyCode ?? '' })).toMatchObject({
    standing: 'expired',
  });
  expect(await refusal(soon.certificates.reissue({ ...code, certificateId, kind: 'correction' }))).toBe(
    'certificate_not_renewable',
  );
  await soon.certificates.reissue({ ...code, certificateId, kind: 'renewal' });

  const [old, renewed] = await issues(world);
  expect([old?.state, renewed?.state, renewed?.number]).toEqual(['superseded', 'issued', 2]);
  expect(renewed?.issuedAt).toEqual(later);
  expect(renewed?.validUntil?.getTime()).toBeGreaterThan(later.getTime() + days(360));
  expect(renewed?.isReplacement).toBe(true);
  const standing = async (verifyCode = '') => (await soon.certificates.verify({ code: verifyCode })).standing;
  expect([await standing(old?.verifyCode), await standing(renewed?.verifyCode)]).toEqual([
    'superseded',
    'valid',
  ]);
  expect(await soon.certificates.issue(where)).toMatchObject({ issued: 0, existing: 1 });
});

test('of two renewals at once one is made', async () => {
  const world = await finished(yearLong, ['Pop'], { afternoon: false });
  const { caller, where, network } = world;
  await caller.certificates.issue(where);
  const [first] = await issues(world);
  const renew = () =>
    caller.certificates
      .reissue({ network: network.code, certificateId: first?.id ?? '', kind: 'renewal' })
      .then(
        () => 'made',
        () => 'refused',
      );

  expect((await Promise.all([renew(), renew(), renew()])).sort()).toEqual(['made', 'refused', 'refused']);
  expect((await issues(world)).map(({ number, state }) => [number, state])).toEqual([
    [1, 'superseded'],
    [2, 'issued'],
  ]);
});

test('a correction prints the name as it is now and keeps the end; the earlier paper stays as it was', async () => {
  const world = await finished(yearLong, ['Pop'], { afternoon: false });
  const { caller, where, network } = world;
  await caller.certificates.issue(where);
  const [first] = await issues(world);
  await inNetwork(network.id, (tx) =>
    tx.prisma.participant.updateMany({ where: { networkId: network.id }, data: { familyName: 'Popa' } }),
  );

  await caller.certificates.reissue({
    network: network.code,
    certificateId: first?.id ?? '',
    kind: 'correction',
  });

  const [old, corrected] = await issues(world);
  expect([old?.learnerName, corrected?.learnerName]).toEqual(['Ion Pop', 'Ion Popa']);
  expect(corrected?.validUntil).toEqual(first?.validUntil);
});

test('nothing new is issued for who has not earned it any more, or where there is nothing to renew', async () => {
  const world = await finished({ attendanceThreshold: 50 }, ['Pop'], { afternoon: false });
  const { caller, where, network, mark } = world;
  await caller.certificates.issue(where);
  const [first] = await issues(world);
  const certificateId = first?.id ?? '';
  const reissue = (kind: 'correction' | 'renewal') =>
    refusal(caller.certificates.reissue({ network: network.code, certificateId, kind }));

  expect(await reissue('renewal')).toBe('certificate_not_renewable');
  await mark(0, 'absent');
  expect(await reissue('correction')).toBe('certificate_not_earned');
  expect((await issues(world)).map(({ state }) => state)).toEqual(['issued']);
});

test('a seat that was cancelled gets no certificate, whatever was marked', async () => {
  const world = await finished({ attendanceThreshold: 50 }, ['Pop', 'Ionescu'], { afternoon: false });
  const { caller, where, network } = world;
  await inNetwork(network.id, (tx) =>
    tx.prisma.seat.updateMany({
      where: { networkId: network.id, participant: { familyName: 'Pop' } },
      data: { state: 'cancelled' },
    }),
  );

  expect(await caller.certificates.issue(where)).toEqual({
    issued: 1,
    existing: 0,
    notEarned: 0,
    unnamed: 0,
  });
  expect((await issues(world)).map(({ learnerName }) => learnerName)).toEqual(['Ion Ionescu']);
});

test('new words on certificates are a new version, and no paper that was issued changes', async () => {
  const world = await finished({ attendanceThreshold: 50 }, ['Pop', 'Ionescu'], { afternoon: false });
  const { caller, where, network } = world;
  const code = { network: network.code };
  const words = {
    language: 'ro',
    accent: '#224466',
    signatoryName: 'Ana Marin',
    introduction: 'Se confirmă că',
  };
  const save = (change: Partial<typeof words>) =>
    caller.certificates.saveTemplate({ ...code, ...words, ...change });

  expect([await save({}), await save({})]).toEqual([{ version: 1 }, { version: 1 }]);
  await caller.certificates.issue(where);
  const before = await issues(world);
  expect(await save({ signatoryName: 'Dan Radu', accent: '#aa0000' })).toEqual({ version: 2 });

  expect(await issues(world)).toEqual(before);
  expect(
    before.map(({ signatoryName, accent, templateVersion }) => [signatoryName, accent, templateVersion]),
  ).toEqual(Array(2).fill(['Ana Marin', '#224466', 1]));
  await caller.certificates.reissue({ ...code, certificateId: before[0]?.id ?? '', kind: 'correction' });
  expect((await issues(world)).at(-1)).toMatchObject({ signatoryName: 'Dan Radu', templateVersion: 2 });
  expect(await refusal(save({ language: 'bg' }))).toBe('not_found');
});

test('of two who write the same version at once, one is told', async () => {
  const { caller, network } = await finished({}, ['Pop']);
  const save = (signatoryName: string) =>
    caller.certificates
      .saveTemplate({ network: network.code, language: 'ro', accent: '#224466', signatoryName })
      .then(
        ({ version }) => version,
        (error) => error.message,
      );

  const answers = await Promise.all(['Ana', 'Dan', 'Eva'].map(save));

  const versions = answers.filter((answer) => typeof answer === 'number');
  expect(new Set(versions).size).toBe(versions.length);
  expect(
    answers.filter((answer) => typeof answer === 'string').every((code) => code === 'state_changed'),
  ).toBe(true);
});

test('who tries many codes has to wait, and then learns nothing of right ones either', async () => {
  const world = await finished({ attendanceThreshold: 50 }, ['Pop'], { afternoon: false });
  await world.caller.certificates.issue(world.where);
  const [first] = await issues(world);
  const visitor = as(null);
  const wrong = ['', '7', 'not a code at all', '0123456789ABCDEF'];
  const answers = new Set<string>();

  for (let count = 0; count < 100; count++)
    answers.add(await refusal(visitor.certificates.verify({ code: wrong[count % wrong.length] ?? '' })));

  expect([...answers]).toEqual(['not_found']);
  const right = visitor.certificates.verify({ code: first?.verifyCode ?? '' });
  expect(await refusal(right)).toBe('too_many_attempts');
});
