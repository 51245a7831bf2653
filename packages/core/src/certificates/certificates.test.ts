import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
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
import { initialsOf, normaliseCode } from './rules.ts';

await useTestDatabase();

/** A training of two half-days that ended yesterday, with three colleagues: one was there always, one half, one never. */
async function finished() {
  const network = await newNetwork();
  const institutionId = await newInstitution(network);
  const coordinator = await newPerson(network, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const trainer = await newPerson(network, 'trainer');
  const start = Date.now() - days(1);
  const before = new Date(start - days(1));
  const trainingId = await newTraining(network, coordinator, {
    trainerIds: [trainer.personId],
    sessions: [
      { startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' },
      { startsAt: new Date(start + hours(4)), endsAt: new Date(start + hours(7)), halfDay: 'pm' },
    ],
  });
  await as(manager, before).seats.register({
    network: network.code,
    trainingId,
    places: places('Mereu', 'Jumătate', 'Niciodată'),
    requestKey: randomUUID(),
  });
  const { rows, sessions } = await as(trainer).attendance.sheet({ network: network.code, trainingId });
  const seatOf = (name: string) => rows.find(({ familyName }) => familyName === name)?.seatId ?? '';
  const [am, pm] = sessions.map(({ id }) => id);
  const mark = (
    sessionId: string | undefined,
    name: string,
    state: 'present' | 'absent' | 'excused' | 'unmarked',
  ) =>
    as(trainer).attendance.mark({
      network: network.code,
      trainingId,
      sessionId: sessionId ?? '',
      marks: [{ seatId: seatOf(name), state }],
    });
  await mark(am, 'Mereu', 'present');
  await mark(pm, 'Mereu', 'present');
  await mark(am, 'Jumătate', 'present');
  await mark(pm, 'Jumătate', 'excused');
  return { network, coordinator, manager, trainer, trainingId, mark, am, pm };
}

test('who was always there gets a certificate, once; the others do not', async () => {
  const { network, coordinator, trainingId } = await finished();
  const issue = () => as(coordinator).certificates.issue({ network: network.code, trainingId });

  const both = await Promise.all([issue(), issue()]);

  expect(both.reduce((sum, { issued }) => sum + issued, 0)).toBe(1);
  expect(await issue()).toEqual({ issued: 0, existing: 1, notEarned: 2, unnamed: 0 });
});

test('a certificate keeps what it printed when names and titles change', async () => {
  const { network, coordinator, manager, trainingId } = await finished();
  await as(coordinator).certificates.issue({ network: network.code, trainingId });
  const [before] = await as(manager).certificates.list({ network: network.code });

  const { training } = await as(coordinator).trainings.manage({ network: network.code, trainingId });
  const { sessions, texts } = training;
  await as(coordinator).trainings.edit({
    network: network.code,
    trainingId,
    code: training.code,
    theme: 'other',
    mode: 'online',
    languages: ['ro'],
    capacity: training.capacity,
    workloadMinutes: 60,
    texts: texts.map((text) => ({ ...text, title: 'Changed' })),
    sessions,
  });

  const [after] = await as(manager).certificates.list({ network: network.code });
  expect(after).toEqual(before);
});

test('the public page shows initials until the learner shows the name, and says when it is revoked', async () => {
  const { network, coordinator, trainingId } = await finished();
  await as(coordinator).certificates.issue({ network: network.code, trainingId });
  const [certificate] = await as(coordinator).certificates.list({ network: network.code });
  const code = certificate?.verifyCode ?? '';
  const spoken = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8).toLowerCase()}`;

  expect(await as(null).certificates.verify({ code: spoken })).toMatchObject({
    standing: 'valid',
    learner: 'I. M.',
    workloadMinutes: 600,
  });
  expect(
    await refusal(
      as(coordinator).certificates.showName({
        network: network.code,
        certificateId: certificate?.id ?? '',
        isShown: true,
      }),
    ),
  ).toBe('not_found');
  await as(coordinator).certificates.revoke({
    network: network.code,
    certificateId: certificate?.id ?? '',
    reason: 'Wrong person',
  });
  expect(await as(null).certificates.verify({ code })).toMatchObject({ standing: 'revoked' });
  expect(JSON.stringify(await as(null).certificates.verify({ code }))).not.toContain('Mereu');
});

test('a colleague whom a manager registered by address sees the own certificate, in the own language', async () => {
  const { network, coordinator, trainingId, colleague } = await attended();
  await as(coordinator).certificates.issue({ network: network.code, trainingId });

  const own = await as(colleague).certificates.list({ network: network.code });

  expect(own.map(({ isOwn, language }) => [isOwn, language])).toEqual([[true, 'en']]);
});

/** A training that ended yesterday, at which a colleague whom a manager had registered was present. */
async function attended(texts?: { language: 'ro' | 'en'; title: string }[]) {
  const network = await newNetwork();
  const institutionId = await newInstitution(network);
  const coordinator = await newPerson(network, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const colleague = await newPerson(network, 'volunteer');
  const start = Date.now() - days(1);
  const trainingId = await newTraining(network, coordinator, {
    sessions: [{ startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' }],
    ...(texts ? { texts } : {}),
  });
  await as(manager, new Date(start - days(1))).seats.register({
    network: network.code,
    trainingId,
    places: [{ givenName: 'Ana', familyName: 'Pop', email: colleague.email }],
    requestKey: randomUUID(),
  });
  const { rows, sessions } = await as(coordinator).attendance.sheet({ network: network.code, trainingId });
  const marks = rows.map(({ seatId }) => ({ seatId, state: 'present' as const }));
  await as(coordinator).attendance.mark({
    network: network.code,
    trainingId,
    sessionId: sessions[0]?.id ?? '',
    marks,
  });
  return { network, coordinator, trainingId, colleague };
}

test('no certificate prints what is in preparation, also in the language of its learner', async () => {
  const { network, coordinator, trainingId, colleague } = await attended([
    { language: 'ro', title: 'Țesut' },
    { language: 'en', title: 'Weaving' },
  ]);
  const levels = [{ language: 'en' as const, level: 'prepared' as const }];
  await as(coordinator).translations.saveLevels({ network: network.code, levels });
  await as(coordinator).certificates.issue({ network: network.code, trainingId });

  const own = await as(colleague).certificates.list({ network: network.code });

  expect(own.map(({ title, language }) => [title, language])).toEqual([['Țesut', 'en']]);
});

test('a guessed code is not found', async () => {
  expect(await refusal(as(null).certificates.verify({ code: '0123456789ABCDEF' }))).toBe('not_found');
  expect(await refusal(as(null).certificates.verify({ code: '' }))).toBe('not_found');
});

test('nobody gets a certificate before the training is over', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const trainingId = await newTraining(network, coordinator);

  expect(await refusal(as(coordinator).certificates.issue({ network: network.code, trainingId }))).toBe(
    'training_not_finished',
  );
});

test('marking twice, correcting and taking back leave one mark or none', async () => {
  const { mark, am } = await finished();

  expect(await mark(am, 'Niciodată', 'present')).toEqual({ changed: 1 });
  expect(await mark(am, 'Niciodată', 'present')).toEqual({ changed: 0 });
  expect(await mark(am, 'Niciodată', 'absent')).toEqual({ changed: 1 });
  expect(await mark(am, 'Niciodată', 'unmarked')).toEqual({ changed: 1 });
});

test('a trainer marks only the own trainings; a mentor none', async () => {
  const { network, trainingId } = await finished();
  const otherTrainer = await newPerson(network, 'trainer');
  const mentor = await newPerson(network, 'mentor');

  expect(await refusal(as(otherTrainer).attendance.sheet({ network: network.code, trainingId }))).toBe(
    'not_allowed',
  );
  expect(await refusal(as(mentor).attendance.sheet({ network: network.code, trainingId }))).toBe(
    'not_allowed',
  );
});

test('a half-day takes marks from an hour before it begins', async () => {
  const network = await newNetwork();
  const institutionId = await newInstitution(network);
  const coordinator = await newPerson(network, 'coordinator');
  const trainingId = await newTraining(network, coordinator);
  await as(coordinator).seats.register({
    network: network.code,
    trainingId,
    institutionId,
    places: places('Pop'),
    requestKey: randomUUID(),
  });
  const { rows, sessions } = await as(coordinator).attendance.sheet({ network: network.code, trainingId });
  const mark = (minutesBefore: number) =>
    as(
      coordinator,
      new Date((sessions[0]?.startsAt.getTime() ?? 0) - minutesBefore * 60_000),
    ).attendance.mark({
      network: network.code,
      trainingId,
      sessionId: sessions[0]?.id ?? '',
      marks: [{ seatId: rows[0]?.seatId ?? '', state: 'present' }],
    });

  expect(await refusal(mark(61))).toBe('session_not_started');
  expect(await mark(59)).toEqual({ changed: 1 });
});

test('codes are read as people type them', () => {
  expect(normaliseCode(' ab1o-il0z ')).toBe('AB10110Z');
  expect(initialsOf('Ana-Maria', 'Őze')).toBe('A. M. Ő.');
});
