import { randomUUID } from 'node:crypto';
import { as, type TestNetwork, type TestPerson } from '../testing.server.ts';

type Changes = { maxMentees?: number; cadenceDays?: number; targetLeaders?: number; planApproval?: boolean };

/** A programme that takes people and relations. */
export async function newProgramme(
  network: TestNetwork,
  coordinator: TestPerson,
  changes: Changes & { title?: string } = {},
): Promise<string> {
  const code = { network: network.code };
  const { title = 'Mentorat', ...fields } = changes;
  const { programmeId } = await as(coordinator).mentoring.createProgramme({
    ...code,
    code: `M-${randomUUID().slice(0, 8)}`,
    texts: [{ language: 'ro', title }],
    ...fields,
  });
  for (const state of ['recruiting', 'matching'] as const)
    await as(coordinator).mentoring.moveProgramme({ ...code, programmeId, state });
  return programmeId;
}

/** A mentor who may be matched. */
export async function newMentor(
  network: TestNetwork,
  coordinator: TestPerson,
  person: TestPerson,
  capacity = 3,
): Promise<string> {
  const code = { network: network.code };
  const { mentorId } = await as(coordinator).mentoring.addMentor({
    ...code,
    personId: person.personId,
    capacity,
  });
  for (const state of ['screening', 'in_training', 'approved'] as const)
    await as(coordinator).mentoring.moveMentor({ ...code, mentorId, state });
  return mentorId;
}

type Relating = {
  programmeId: string;
  mentor: TestPerson;
  mentorId: string;
  menteeIds: string[];
  /** Mentees with a login, in the order of their answers */
  answering?: TestPerson[];
  /** Mentees without one */
  answeredFor?: string[];
};

/** A relation that has begun. */
export async function newRelation(
  network: TestNetwork,
  coordinator: TestPerson,
  { programmeId, mentor, mentorId, menteeIds, answering = [], answeredFor = menteeIds }: Relating,
): Promise<string> {
  const code = { network: network.code };
  const { relationId } = await as(coordinator).mentoring.propose({
    ...code,
    programmeId,
    mentorId,
    menteeIds,
  });
  await as(mentor).mentoring.accept({ ...code, relationId });
  for (const person of answering) await as(person).mentoring.accept({ ...code, relationId });
  for (const menteeId of answeredFor)
    await as(coordinator).mentoring.acceptFor({ ...code, relationId, menteeId });
  const agreement = { ...code, relationId, language: 'ro' as const, isInterpreted: true };
  for (const person of [mentor, ...answering]) await as(person).mentoring.signAgreement(agreement);
  const noted = { ...agreement, manner: 'paper' as const, day: new Date().toISOString().slice(0, 10) };
  for (const menteeId of answeredFor) await as(coordinator).mentoring.signFor({ ...noted, menteeId });
  await as(coordinator).mentoring.moveRelation({ ...code, relationId, state: 'active' });
  return relationId;
}

/** What is sent when a session was held today. */
export function heldSession(network: TestNetwork, relationId: string, menteeIds: string[]) {
  return {
    network: network.code,
    relationId,
    menteeIds,
    nonce: randomUUID(),
    state: 'held' as const,
    day: new Date().toISOString().slice(0, 10),
    timeZone: 'UTC',
    minutes: 60,
  };
}
