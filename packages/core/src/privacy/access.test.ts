import { platformNetworkId } from '@tessera/db/platform.ts';
import { expect, test } from 'vitest';
import {
  as,
  newNetwork,
  newPerson,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { accessMinutes } from './access.server.ts';

await useTestDatabase();

const reason = 'The child protection office asks by letter.';
const platform = { id: platformNetworkId, code: 'platform', tag: 'platform' };

async function sealedRecord(network: TestNetwork): Promise<string> {
  const mentor = await newPerson(network, 'mentor');
  const { consentId } = await as(mentor).consents.record({
    network: network.code,
    purpose: 'public_listing',
    language: 'ro',
    subject: 'Mircea Secret',
    givenHow: 'signature',
    answer: 'give',
  });
  return consentId;
}

test('the glass breaks with a reason and a second person, for an hour, and every step is visible', async () => {
  const network = await newNetwork();
  const [one, two] = [await newPerson(network, 'coordinator'), await newPerson(network, 'coordinator')];
  const consentId = await sealedRecord(network);
  const where = { network: network.code };
  const { accessId } = await as(one).privacy.askAccess({ ...where, consentId, reason });

  const early = await refusal(as(one).consents.open({ ...where, consentId }));
  const alone = await refusal(as(one).privacy.decideOnAccess({ ...where, accessId, decision: 'approve' }));
  await as(two).privacy.decideOnAccess({ ...where, accessId, decision: 'approve' });
  const { subject } = await as(one).consents.open({ ...where, consentId });
  const approver = await refusal(as(two).consents.open({ ...where, consentId }));
  const late = new Date(Date.now() + (accessMinutes + 1) * 60_000);
  const after = await refusal(as(one, late).consents.open({ ...where, consentId }));

  expect([early, alone, approver, after]).toEqual([
    'not_allowed',
    'second_person_needed',
    'not_allowed',
    'not_allowed',
  ]);
  expect(subject).toEqual({ state: 'open', text: 'Mircea Secret' });
  const [access] = await as(two).privacy.accesses(where);
  expect(access).toMatchObject({ reason, state: 'approved', reads: 1, isOwn: false, isOpen: true });
  const { events } = await as(two).events.history(where);
  expect(events.map(({ kind }) => kind).filter((kind) => /^(access|record)\./.test(kind))).toEqual([
    'record.read',
    'access.used',
    'access.approved',
    'access.requested',
  ]);
  expect(JSON.stringify(events)).not.toContain('Mircea');
  expect(JSON.stringify(events)).not.toContain(reason);
});

test('of many who decide at once one decides, and never the one who asked', async () => {
  const network = await newNetwork();
  const asker = await newPerson(network, 'coordinator');
  const deciders = await Promise.all([1, 2, 3].map(() => newPerson(network, 'coordinator')));
  const consentId = await sealedRecord(network);
  const where = { network: network.code };
  const { accessId } = await as(asker).privacy.askAccess({ ...where, consentId, reason });

  const outcomes = await Promise.allSettled(
    [asker, ...deciders, asker].map((person, index) =>
      as(person).privacy.decideOnAccess({
        ...where,
        accessId,
        decision: index % 2 === 0 ? 'approve' : 'refuse',
      }),
    ),
  );

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect([outcomes[0]?.status, outcomes[4]?.status]).toEqual(['rejected', 'rejected']);
  const [access] = await as(asker).privacy.accesses(where);
  expect(access?.isOwn).toBe(true);
});

test('an operator needs a second operator or a coordinator, and the network sees it', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const [one, two] = [
    await newPerson(platform, 'platform_admin'),
    await newPerson(platform, 'platform_admin'),
  ];
  const consentId = await sealedRecord(network);
  const where = { network: network.code };
  const { accessId } = await as(one).privacy.askAccessAsOperator({ ...where, consentId, reason });

  const alone = await refusal(
    as(one).privacy.decideOnAccessAsOperator({ ...where, accessId, decision: 'approve' }),
  );
  const early = await refusal(as(one).privacy.readAsOperator({ ...where, consentId }));
  await as(two).privacy.decideOnAccessAsOperator({ ...where, accessId, decision: 'approve' });
  const { subject } = await as(one).privacy.readAsOperator({ ...where, consentId });

  expect([alone, early]).toEqual(['second_person_needed', 'not_found']);
  expect(subject).toEqual({ state: 'open', text: 'Mircea Secret' });
  const [access] = await as(coordinator).privacy.accesses(where);
  expect(access).toMatchObject({ requestedAs: 'operator', state: 'approved', reads: 1 });
  expect(await refusal(as(two).privacy.readAsOperator({ ...where, consentId }))).toBe('not_found');
});

test('an operator does not decide what a coordinator asked for', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const operator = await newPerson(platform, 'platform_admin');
  const consentId = await sealedRecord(network);
  const { accessId } = await as(coordinator).privacy.askAccess({ network: network.code, consentId, reason });

  const decided = as(operator).privacy.decideOnAccessAsOperator({
    network: network.code,
    accessId,
    decision: 'approve',
  });

  expect(await refusal(decided)).toBe('not_found');
});

test('the data protection officer approves or refuses, for as long as that holds, and never what they asked for', async () => {
  const network = await newNetwork();
  const where = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const second = await newPerson(network, 'coordinator');
  const officer = await newPerson(network, 'mentor');
  const mentor = await newPerson(network, 'mentor');
  await appoint(where, coordinator, officer);
  await appoint(where, coordinator, second);
  const consentId = await sealedRecord(network);
  const ask = async (person: TestPerson) =>
    (await as(person).privacy.askAccess({ ...where, consentId, reason })).accessId;
  const decide = (person: TestPerson, accessId: string, now = new Date()) =>
    as(person, now).privacy.decideOnAccess({ ...where, accessId, decision: 'approve' });
  const accessId = await ask(coordinator);
  const tooLate = new Date(Date.now() + 40 * 86_400_000);

  expect(await refusal(decide(mentor, accessId))).toBe('not_allowed');
  expect(await refusal(decide(officer, accessId, tooLate))).toBe('not_allowed');
  expect(await refusal(ask(officer))).toBe('not_allowed');
  expect((await as(officer).privacy.accesses(where)).map(({ id }) => id)).toEqual([accessId]);
  await decide(officer, accessId);
  expect(await refusal(decide(second, await ask(second)))).toBe('second_person_needed');

  const opened = await as(coordinator).consents.open({ ...where, consentId });
  expect(opened.subject).toEqual({ state: 'open', text: 'Mircea Secret' });
  expect(await refusal(as(officer).consents.open({ ...where, consentId }))).toBe('not_found');
  expect(await refusal(as(officer).privacy.board(where))).toBe('not_allowed');
  expect(await refusal(as(officer).privacy.erasures(where))).toBe('not_allowed');
});

async function appoint(where: { network: string }, coordinator: TestPerson, { personId }: TestPerson) {
  const { roles } = await as(coordinator).members.person({ ...where, personId });
  await as(coordinator).members.grantCapability({
    ...where,
    assignmentId: roles[0]?.id ?? '',
    capability: 'data_protection_officer',
    validUntil: new Date(Date.now() + 30 * 86_400_000),
  });
}
