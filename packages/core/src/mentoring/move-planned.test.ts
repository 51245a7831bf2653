import { expect, test } from 'vitest';
import { as, days, newNetwork, newPerson, refusal, useTestDatabase } from '../testing.server.ts';
import { heldSession, newMentor, newProgramme, newRelation } from './mentoring.testing.server.ts';

await useTestDatabase();

test('a planned meeting is moved to another day that lies ahead, by the mentor, until it is settled', async () => {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const leader = await newPerson(network, 'community_leader');
  const programmeId = await newProgramme(network, coordinator);
  const mentorId = await newMentor(network, coordinator, mentor);
  const mentee = { ...code, programmeId, alias: 'Birch', personId: leader.personId };
  const menteeIds = [(await as(coordinator).mentoring.addMentee(mentee)).menteeId];
  const people = { programmeId, mentor, mentorId, menteeIds, answering: [leader], answeredFor: [] };
  const relationId = await newRelation(network, coordinator, people);
  const day = (ahead: number) => new Date(Date.now() + days(ahead)).toISOString().slice(0, 10);
  const planned = { ...heldSession(network, relationId, menteeIds), state: 'planned' as const, day: day(5) };
  const { sessionId: plannedId } = await as(mentor).mentoring.logSession(planned);
  const move = (who: typeof mentor, to: string) =>
    as(who).mentoring.movePlanned({ ...code, relationId, plannedId, day: to, startsAt: '17:30' });

  expect(await refusal(move(leader, day(9)))).toBe('not_allowed');
  expect(await refusal(move(mentor, day(-9)))).toBe('day_behind');
  await move(mentor, day(9));
  const { planned: seen } = await as(mentor).mentoring.relation({ ...code, relationId });
  expect(seen.map((each) => [each.day, each.startsAt])).toEqual([[day(9), '17:30']]);
  await as(mentor).mentoring.settleSession({ ...code, relationId, plannedId, state: 'cancelled' });
  expect(await refusal(move(mentor, day(12)))).toBe('transition_not_possible');
});
