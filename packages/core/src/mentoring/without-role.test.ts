import { expect, test } from 'vitest';
import {
  as,
  join,
  newNetwork,
  newPerson,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { newMentor, newProgramme, newRelation } from './mentoring.testing.server.ts';

await useTestDatabase();

async function stage() {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const programmeId = await newProgramme(network, coordinator);
  const mentorId = await newMentor(network, coordinator, mentor);
  const mentee = async (alias: string) =>
    (await as(coordinator).mentoring.addMentee({ ...code, programmeId, alias, languages: ['ar'] })).menteeId;
  return { network, code, coordinator, mentor, programmeId, mentorId, mentee };
}

async function endMentorRole(network: TestNetwork, coordinator: TestPerson, { personId }: TestPerson) {
  const { roles } = await as(coordinator).members.person({ network: network.code, personId });
  const held = roles.find(({ role }) => role === 'mentor');
  await as(coordinator).members.endRole({ network: network.code, assignmentId: held?.id ?? '' });
}

test('who is a mentor no more opens and writes nothing of a relation, whatever other role they hold, until they are one again', async () => {
  const { network, code, coordinator, mentor, programmeId, mentorId, mentee } = await stage();
  const menteeId = await mentee('Willow');
  const relationId = await newRelation(network, coordinator, {
    programmeId,
    mentor,
    mentorId,
    menteeIds: [menteeId],
  });
  await as(mentor).mentoring.setGoal({ ...code, relationId, menteeId, text: 'GEHEIM goal' });
  await join(network, mentor, 'community_leader');
  expect(JSON.stringify(await as(mentor).mentoring.relation({ ...code, relationId }))).toContain('GEHEIM');

  await endMentorRole(network, coordinator, mentor);
  const goal = { ...code, relationId, menteeId, text: 'another' };

  expect(await refusal(as(mentor).mentoring.relation({ ...code, relationId }))).toBe('relation_ended');
  expect(await refusal(as(mentor).mentoring.setGoal(goal))).toBe('relation_ended');
  expect(await refusal(as(mentor).mentoring.tasks({ ...code, relationId }))).toBe('relation_ended');

  await join(network, mentor, 'mentor');
  expect(JSON.stringify(await as(mentor).mentoring.relation({ ...code, relationId }))).toContain('GEHEIM');
});

test('who is a mentor no more finds no alias of the mentees, neither in the list nor in what they can ask, until they are one again', async () => {
  const { network, code, coordinator, mentor, programmeId, mentorId, mentee } = await stage();
  const menteeIds = [await mentee('Willow')];
  const relation = { programmeId, mentor, mentorId, menteeIds };
  const relationId = await newRelation(network, coordinator, relation);
  await join(network, mentor, 'community_leader');
  const seen = async () =>
    JSON.stringify([
      await as(mentor).mentoring.mentees(code),
      (await as(mentor).mentoring.asks(code)).subjects,
    ]);
  const ask = () => as(mentor).mentoring.askInWords({ ...code, relationId: '', what: 'help' });
  expect(await seen()).toContain('Willow');
  expect(await as(mentor).mentoring.mentees(code)).toMatchObject([
    { alias: 'Willow', relation: { id: relationId } },
  ]);

  await endMentorRole(network, coordinator, mentor);

  expect(await seen()).toBe('[[],[]]');
  expect(await refusal(ask())).toBe('not_found');

  await join(network, mentor, 'mentor');
  expect(await seen()).toContain('Willow');
});

test('who is a mentor no more is neither suggested nor proposed, and a relation does not begin with them', async () => {
  const { code, coordinator, mentor, programmeId, mentorId, mentee } = await stage();
  const [asked, free] = [await mentee('Willow'), await mentee('Heron')];
  const propose = (menteeId: string) =>
    as(coordinator).mentoring.propose({ ...code, programmeId, mentorId, menteeIds: [menteeId] });
  const { relationId } = await propose(asked);
  await as(mentor).mentoring.accept({ ...code, relationId });

  await as(coordinator).members.deactivate({ ...code, personId: mentor.personId });
  const { suggested, excluded } = await as(coordinator).mentoring.suggest({ ...code, menteeId: free });

  expect(suggested).toEqual([]);
  expect(excluded.map(({ obstacles }) => obstacles.map((obstacle) => obstacle.code))).toEqual([
    ['mentor_without_role'],
  ]);
  expect(await refusal(propose(free))).toBe('mentor_without_role');
  expect(await refusal(as(coordinator).mentoring.acceptFor({ ...code, relationId, menteeId: asked }))).toBe(
    'mentor_without_role',
  );
});
