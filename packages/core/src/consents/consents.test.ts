import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { purgeNetwork } from '../privacy/retention.server.ts';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { consentAfter, consentStates } from './rules.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());

/** What a network asks a person about one purpose, and what they answered. */
async function asked(person: TestPerson, network: TestNetwork, purpose: string) {
  const { networks } = await as(person).privacy.mine();
  const found = networks
    .find(({ code }) => code === network.code)
    ?.consents.find((each) => each.purpose === purpose);
  if (!found) throw new Error(`${purpose} is not asked`);
  return found;
}

async function answer(
  person: TestPerson,
  network: TestNetwork,
  purpose: string,
  given: 'give' | 'refuse' = 'give',
): Promise<string> {
  const { version, shown } = await asked(person, network, purpose);
  await as(person).consents.answer({
    network: network.code,
    purpose,
    version,
    language: shown.language,
    answer: given,
  });
  return (await asked(person, network, purpose)).answer?.id ?? '';
}

test('from each state only the moves of its line are possible', () => {
  const possible = consentStates.flatMap((state) =>
    (['give', 'refuse', 'withdraw', 'expire'] as const).flatMap((move) => {
      const to = consentAfter(state, move);
      return to ? [`${state} ${move} ${to}`] : [];
    }),
  );

  expect(possible).toEqual([
    'requested give given',
    'requested refuse refused',
    'given withdraw withdrawn',
    'given expire expired',
  ]);
});

test('an answer keeps its words, version and language, whatever is written later', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const write = (text: string) =>
    as(coordinator).consents.newWording({
      network: network.code,
      purpose: 'photos_of_meetings',
      texts: [{ language: 'ro', title: 'Fotografii', text }],
    });
  await write('Prima versiune');
  await answer(mentor, network, 'photos_of_meetings');

  await write('A doua versiune');

  const { rows } = await admin.query(
    `select w.version, w.language, w.text, c.state from consent_record c
     join consent_wording w on (w.network_id, w.purpose, w.version, w.language) = (c.network_id, c.purpose, c.version, c.language)
     where c.network_id = $1`,
    [network.id],
  );
  expect(rows).toEqual([{ version: 1, language: 'ro', text: 'Prima versiune', state: 'given' }]);
  expect((await asked(mentor, network, 'photos_of_meetings')).version).toBe(2);
});

test('who answers words that are no longer shown is asked to read the new ones', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const { version, shown } = await asked(mentor, network, 'public_listing');
  await as(coordinator).consents.newWording({
    network: network.code,
    purpose: 'public_listing',
    texts: [{ language: 'ro', title: 'Nou', text: 'Nou' }],
  });

  const late = as(mentor).consents.answer({
    network: network.code,
    purpose: 'public_listing',
    version,
    language: shown.language,
    answer: 'give',
  });

  expect(await refusal(late)).toBe('wording_changed');
});

test('two versions written at once are two versions, and two answers at once are one', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const write = () =>
    as(coordinator).consents.newWording({
      network: network.code,
      purpose: 'photos',
      texts: [{ language: 'ro', title: 'F', text: 'F' }],
    });

  const versions = await Promise.all([write(), write(), write()]);
  await Promise.all(Array.from({ length: 4 }, () => answer(mentor, network, 'photos')));

  expect(versions.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
  const { rows } = await admin.query(`select state from consent_record where network_id = $1`, [network.id]);
  expect(rows).toEqual([{ state: 'given' }]);
});

test('COM-10: a trainer stands on the public page while they agree, and is gone with the withdrawal', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const trainer = await newPerson(network, 'trainer');
  const trainingId = await newTraining(network, coordinator, { trainerIds: [trainer.personId] });
  const publicNames = async () =>
    (await as(null).trainings.page({ network: network.code, trainingId })).trainers.map(({ id }) => id);

  const before = await publicNames();
  const consentId = await answer(trainer, network, 'public_listing');
  const meanwhile = await publicNames();
  await as(trainer).consents.withdraw({ network: network.code, consentId });

  expect([before, meanwhile, await publicNames()]).toEqual([[], [trainer.personId], []]);
});

test('the name on a certificate hangs on a consent: it stands with it and is hidden with its withdrawal', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const learner = await newPerson(network, 'mentor');
  const { code, verifyCode, certificateId } = await certificateOf(network, coordinator, learner);
  const shown = async () => (await as(null).certificates.verify({ code: verifyCode })).isNameShown;

  await as(learner).certificates.showName({ network: code, certificateId, isShown: true });
  const given = await asked(learner, network, 'name_on_certificate');
  const during = await shown();
  await as(learner).consents.withdraw({ network: code, consentId: given.answer?.id ?? '' });

  expect([given.answer?.state, during, await shown()]).toEqual(['given', true, false]);
});

test('coordinators see states and counts of consents, never whom they are about', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  await answer(mentor, network, 'public_listing', 'refuse');

  const list = await as(coordinator).consents.list({ network: network.code });
  const counts = await as(coordinator).consents.counts({ network: network.code });

  expect(list.map(({ purpose, state, subjectKind }) => [purpose, state, subjectKind])).toEqual([
    ['public_listing', 'refused', 'person'],
  ]);
  expect(counts.map(({ purpose, counts: { given, refused } }) => [purpose, given, refused])).toEqual([
    ['name_on_certificate', 0, 0],
    ['public_listing', 0, 1],
  ]);
  expect(JSON.stringify(list)).not.toContain(mentor.personId);
  expect(JSON.stringify(list)).not.toContain('Ana');
});

test('nobody withdraws, or answers, for another person or in a network that does not know them', async () => {
  const network = await newNetwork();
  const mentor = await newPerson(network, 'mentor');
  const other = await newPerson(network, 'mentor');
  const stranger = await newPerson(await newNetwork(), 'coordinator');
  const consentId = await answer(mentor, network, 'public_listing');
  const words = { purpose: 'public_listing', version: 1, language: 'en', answer: 'give' } as const;

  const outcomes = await Promise.all([
    refusal(as(other).consents.withdraw({ network: network.code, consentId })),
    refusal(as(stranger).consents.withdraw({ network: network.code, consentId })),
    refusal(as(stranger).consents.answer({ network: network.code, ...words })),
    refusal(as(null).consents.answer({ network: network.code, ...words })),
  ]);

  expect(outcomes).toEqual(['not_found', 'not_found', 'not_found', 'sign_in_needed']);
  expect((await asked(mentor, network, 'public_listing')).answer?.state).toBe('given');
});

async function certificateOf(network: TestNetwork, coordinator: TestPerson, learner: TestPerson) {
  const institutionId = await newInstitution(network);
  const start = Date.now() - days(2);
  const trainingId = await newTraining(network, coordinator, {
    sessions: [{ startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' }],
  });
  await as(coordinator, new Date(start - days(3))).seats.register({
    network: network.code,
    trainingId,
    institutionId,
    places: [{ givenName: 'Ana', familyName: 'Pop' }],
    requestKey: randomUUID(),
  });
  await admin.query(`update participant set person_id = $2 where network_id = $1`, [
    network.id,
    learner.personId,
  ]);
  const { seats, training } = await as(coordinator).trainings.manage({ network: network.code, trainingId });
  await as(coordinator).attendance.mark({
    network: network.code,
    trainingId,
    sessionId: training.sessions[0]?.id ?? '',
    marks: seats.map(({ id }) => ({ seatId: id, state: 'present' as const })),
  });
  await as(coordinator).certificates.issue({ network: network.code, trainingId });
  const [certificate] = await as(learner).certificates.list({ network: network.code });
  return {
    code: network.code,
    verifyCode: certificate?.verifyCode ?? '',
    certificateId: certificate?.id ?? '',
  };
}

test('a consent ends with the period of its words, and what hung on it ends with it', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const learner = await newPerson(network, 'mentor');
  const { code, verifyCode, certificateId } = await certificateOf(network, coordinator, learner);
  await as(coordinator).consents.newWording({
    network: code,
    purpose: 'name_on_certificate',
    texts: [{ language: 'ro', title: 'Numele', text: 'Numele pe pagină' }],
    months: 12,
  });
  const shown = async () => (await as(null).certificates.verify({ code: verifyCode })).isNameShown;
  const at = (after: number) => new Date(Date.now() + days(after));

  await as(learner).certificates.showName({ network: code, certificateId, isShown: true });
  const given = await asked(learner, network, 'name_on_certificate');
  await purgeNetwork({ networkId: network.id, now: at(300) });
  const during = await shown();
  await purgeNetwork({ networkId: network.id, now: at(367) });

  expect([given.answer?.state, given.answer?.isEnding, during]).toEqual(['given', false, true]);
  expect(Math.round(((given.answer?.expiresAt?.getTime() ?? 0) - Date.now()) / days(1))).toBeGreaterThan(363);
  expect([(await asked(learner, network, 'name_on_certificate')).answer?.state, await shown()]).toEqual([
    'expired',
    false,
  ]);
});

test('given anew before its end, a consent goes on without a break; earlier the same answer changes nothing', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  await as(coordinator).consents.newWording({
    network: network.code,
    purpose: 'photos',
    texts: [{ language: 'ro', title: 'F', text: 'F' }],
    months: 12,
  });
  const first = await answer(mentor, network, 'photos');
  const again = await answer(mentor, network, 'photos');
  const tasks = async () =>
    (await as(mentor).needs.own()).networks.flatMap(({ tasks: each }) => each.map(({ kind }) => kind));
  const before = await tasks();
  await admin.query(`update consent_record set expires_at = now() + interval '10 days' where id = $1`, [
    first,
  ]);

  const ending = await asked(mentor, network, 'photos');
  const waiting = await tasks();
  const renewed = await answer(mentor, network, 'photos');

  expect([again, ending.answer?.isEnding, renewed === first]).toEqual([first, true, false]);
  expect([
    before.includes('consents'),
    waiting.includes('consents'),
    (await tasks()).includes('consents'),
  ]).toEqual([false, true, false]);
  const now = await asked(mentor, network, 'photos');
  expect([now.answer?.state, now.answer?.isEnding]).toEqual(['given', false]);
});
