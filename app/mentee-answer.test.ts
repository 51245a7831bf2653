import { newMentor, newProgramme } from '@tessera/core/mentoring/mentoring.testing.server.ts';
import { as, newInstitution, newNetwork, newPerson, useTestDatabase } from '@tessera/core/testing.server.ts';
import { expect, test } from 'vitest';
import { openPages, signIn } from './server/testing.server.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
await useTestDatabase();
const { ask } = await openPages();

test('an institution that says yes to a mentor without the role is not told what only the coordinator can do about it', async () => {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const programmeId = await newProgramme(network, coordinator);
  const mentorId = await newMentor(network, coordinator, mentor);
  const mentee = { ...code, programmeId, alias: 'Willow', languages: ['ar' as const], institutionId };
  const { menteeId } = await as(coordinator).mentoring.addMentee(mentee);
  const proposal = { ...code, programmeId, mentorId, menteeIds: [menteeId] };
  const { relationId } = await as(coordinator).mentoring.propose(proposal);
  await as(mentor).mentoring.accept({ ...code, relationId });
  await as(coordinator).members.deactivate({ ...code, personId: mentor.personId });
  const page = `/n/${network.code}/mentoring/people/mentees/${menteeId}`;
  const says = async (who: typeof manager) => {
    const cookie = await signIn(who);
    const form = { relationId, answer: 'accept' };
    const answer = await ask({ path: `${page}/answer`, cookie, form });
    if (answer.status !== 302) return answer.text();
    const flash = (answer.headers.get('Set-Cookie') ?? '').split(';')[0];
    return (await ask({ path: page, cookie: `${cookie}; ${flash}` })).text();
  };

  const [toManager, toCoordinator] = [await says(manager), await says(coordinator)];

  expect(toManager).toContain('cannot be accepted at present');
  expect(toManager).not.toContain('Give the role first');
  expect(toCoordinator).toContain('Give the role first');
});
