import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { as, newNetwork, newPerson, refusal, useTestDatabase } from '../testing.server.ts';
import { heldSession, newMentor, newProgramme, newRelation } from './mentoring.testing.server.ts';

await useTestDatabase();

/** `none`, or why it was refused. */
const outcomeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'none',
    () => refusal(call),
  );

async function stage() {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const programmeId = await newProgramme(network, coordinator);
  const mentorId = await newMentor(network, coordinator, mentor);
  const relate = async (...aliases: string[]) => {
    const menteeIds: string[] = [];
    for (const alias of aliases)
      menteeIds.push((await as(coordinator).mentoring.addMentee({ ...code, programmeId, alias })).menteeId);
    const relationId = await newRelation(network, coordinator, { programmeId, mentor, mentorId, menteeIds });
    return { relationId, menteeIds };
  };
  return { network, code, coordinator, mentor, programmeId, mentorId, relate };
}

test('ten thousand letters of any script are kept whole; one more is refused, and nothing is cut off', async () => {
  const { network, code, mentor, relate } = await stage();
  const { relationId, menteeIds } = await relate('Hazel');
  const long = (letter: string, length = 10_000) => letter.repeat(length);
  const log = (summary: string, privateNote = '') =>
    as(mentor).mentoring.logSession({
      ...heldSession(network, relationId, menteeIds),
      summary,
      privateNote,
      nextSteps: '',
    });

  await log(long('щ'), long('ش'));
  expect([await refusal(log(long('щ', 10_001))), await refusal(log('x', long('y', 10_001)))]).toEqual([
    'BAD_REQUEST',
    'BAD_REQUEST',
  ]);
  const { sessions } = await as(mentor).mentoring.relation({ ...code, relationId });
  expect(
    sessions.map(({ summary, privateNote }) => [summary === long('щ'), privateNote === long('ش')]),
  ).toEqual([[true, true]]);
});

test('a minute before midnight where the writer is tomorrow is refused, a minute after it is today', async () => {
  const { network, mentor, relate } = await stage();
  const { relationId, menteeIds } = await relate('Hazel');
  // Kathmandu is ahead of Greenwich by 5 hours and 45 minutes the whole year, Honolulu behind by 10 hours.
  const day = new Date(Date.now() + 86_400_000 * 3).toISOString().slice(0, 10);
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const log = (at: string, written: string, timeZone: string) =>
    outcomeOf(
      as(mentor, new Date(at)).mentoring.logSession({
        ...heldSession(network, relationId, menteeIds),
        day: written,
        timeZone,
      }),
    );
  const outcomes = [
    await log(`${day}T18:14:00Z`, next, 'Asia/Kathmandu'),
    await log(`${day}T18:16:00Z`, next, 'Asia/Kathmandu'),
    await log(`${next}T09:59:00Z`, next, 'Pacific/Honolulu'),
    await log(`${next}T10:01:00Z`, next, 'Pacific/Honolulu'),
  ];

  expect(outcomes).toEqual(['day_ahead', 'none', 'day_ahead', 'none']);
});

test('a mentee goes in the same second in which their mentor writes: a session is theirs from before, or it is refused', async () => {
  const { network, code, coordinator, mentor, relate } = await stage();
  const { relationId, menteeIds } = await relate('Hazel', 'Rowan', 'Elm');
  const [goes = ''] = menteeIds;

  const [, ...logs] = await Promise.all([
    as(coordinator).mentoring.moveMentee({ ...code, menteeId: goes, state: 'moved_away' }),
    ...Array.from({ length: 5 }, () =>
      outcomeOf(as(mentor).mentoring.logSession(heldSession(network, relationId, menteeIds))),
    ),
  ]);

  const written = logs.filter((outcome) => outcome === 'none').length;
  expect(logs.every((outcome) => ['none', 'mentee_not_here'].includes(outcome as string))).toBe(true);
  expect(
    await inNetwork(network.id, ({ prisma }) =>
      prisma.mentoringSessionMentee.count({ where: { networkId: network.id, menteeId: goes } }),
    ),
  ).toBe(written);
  expect(await refusal(as(mentor).mentoring.logSession(heldSession(network, relationId, menteeIds)))).toBe(
    'mentee_not_here',
  );
});

test('the end of a relation and a log in the same second: what was written before the end stays, the rest is told', async () => {
  const { network, code, coordinator, mentor, relate } = await stage();
  const { relationId, menteeIds } = await relate('Hazel');

  const [, ...logs] = await Promise.all([
    as(coordinator).mentoring.moveRelation({ ...code, relationId, state: 'ended_early' }),
    ...Array.from({ length: 5 }, () =>
      outcomeOf(
        as(mentor).mentoring.logSession({
          ...heldSession(network, relationId, menteeIds),
          nonce: randomUUID(),
        }),
      ),
    ),
  ]);

  expect(logs.every((outcome) => ['none', 'relation_ended'].includes(outcome as string))).toBe(true);
  const { programmes } = await as(coordinator).mentoring.board(code);
  const held = programmes[0]?.sessions.find(({ state }) => state === 'held')?.count ?? 0;
  expect(held).toBe(logs.filter((outcome) => outcome === 'none').length);
});

test('two programmes ask for the last place of a mentor in the same second: one has it', async () => {
  const { network, code, coordinator, mentor, mentorId, programmeId } = await stage();
  const other = await newProgramme(network, coordinator);
  await as(coordinator).mentoring.editMentor({ ...code, mentorId, capacity: 1 });
  const asked: string[] = [];
  for (const [index, programme] of [programmeId, other].entries()) {
    const mentee = { ...code, programmeId: programme, alias: `Tree ${index}` };
    const { menteeId } = await as(coordinator).mentoring.addMentee(mentee);
    const proposal = { ...code, programmeId: programme, mentorId, menteeIds: [menteeId] };
    const { relationId } = await as(coordinator).mentoring.propose(proposal);
    await as(coordinator).mentoring.acceptFor({ ...code, relationId, menteeId });
    asked.push(relationId);
  }

  const outcomes = await Promise.all(
    asked.map((relationId) => outcomeOf(as(mentor).mentoring.accept({ ...code, relationId }))),
  );

  expect(outcomes.toSorted()).toEqual(['mentor_full', 'none']);
});
