import { as, type TestNetwork, type TestPerson } from '../testing.server.ts';

type Beginning = {
  programmeId: string;
  menteeIds: string[];
  title?: string;
  /** What each line costs, as people write it. */
  amounts?: string[];
};

/** An initiative that is still an idea, with a plan that could be handed in. */
export async function newInitiative(
  network: TestNetwork,
  person: TestPerson,
  { programmeId, menteeIds, title = 'Baking for neighbours', amounts = ['120,50'] }: Beginning,
): Promise<string> {
  const { initiativeId } = await as(person).initiatives.begin({
    network: network.code,
    programmeId,
    menteeIds,
    texts: [{ language: 'ro', title, question: 'Who is alone?', plan: 'We bake and invite.' }],
    tasks: [
      { title: 'Buy flour', ownerId: menteeIds[0] ?? null, dueOn: '2026-01-10' },
      { title: 'Invite people' },
    ],
    costs: amounts.map((amount) => ({ label: 'Flour', amount })),
    partners: [{ name: 'The bakery' }],
  });
  return initiativeId;
}

/** The same, run to its end, with a story. */
export async function newStory(
  network: TestNetwork,
  coordinator: TestPerson,
  person: TestPerson,
  beginning: Beginning,
): Promise<string> {
  const initiativeId = await newInitiative(network, person, beginning);
  const where = { network: network.code, initiativeId };
  await as(person).initiatives.move({ ...where, move: 'submit' });
  await as(coordinator).initiatives.decide({ ...where, decision: 'approve' });
  await as(person).initiatives.move({ ...where, move: 'start' });
  await as(person).initiatives.move({ ...where, move: 'complete', peopleReached: 60 });
  await as(person).initiatives.writeStory({
    ...where,
    texts: [{ language: 'ro', title: beginning.title ?? 'We baked', body: 'Sixty people came.' }],
  });
  return initiativeId;
}
