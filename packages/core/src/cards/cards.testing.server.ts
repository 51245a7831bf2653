import { as, newPerson, type TestNetwork, type TestPerson } from '../testing.server.ts';

export type CardTeam = {
  coordinator: TestPerson;
  translator: TestPerson;
  /** Two for the network's language, and two for the other one. */
  verifiers: [TestPerson, TestPerson];
};

/** Those who make the cards of a network together; the verifiers know its language and others. */
export async function newCardTeam(
  network: TestNetwork,
  languages: readonly string[] = ['ps'],
  coordinator?: TestPerson,
): Promise<CardTeam> {
  const knows = ['ro', ...languages].map((each) => `translation_verifier:${each}`);
  return {
    coordinator: coordinator ?? (await newPerson(network, 'coordinator')),
    translator: await newPerson(network, 'community_leader'),
    verifiers: [
      await newPerson(network, 'volunteer', null, { capabilities: knows }),
      await newPerson(network, 'volunteer', null, { capabilities: knows }),
    ],
  };
}

type Beginning = { situation?: 'theft' | 'birth'; conceptKey: string; language?: 'ps' | 'ar'; text?: string };

/** A card with a text in another language that waits for its verifiers; `ro` is verified. */
export async function newCard(
  network: TestNetwork,
  team: CardTeam,
  { situation = 'theft', conceptKey, language = 'ps', text = 'غلا کله وشوه؟' }: Beginning,
): Promise<string> {
  const where = { network: network.code };
  const coordinator = as(team.coordinator);
  const { cardId } = await coordinator.cards.create({
    ...where,
    situation,
    conceptKey,
    side: 'helper_to_person',
    answer: 'time',
    pictogram: 'clock',
    text: `Când s-a întâmplat? ${conceptKey}`,
  });
  await coordinator.cards.move({ ...where, cardId, move: 'accept_pictogram' });
  await coordinator.cards.move({ ...where, cardId, move: 'translate' });
  for (const verifier of team.verifiers.slice(0, situation === 'birth' ? 2 : 1))
    await as(verifier).cards.approve({ ...where, cardId, language: 'ro', version: 1 });
  await as(team.translator).cards.write({ ...where, cardId, language, text, isReady: true });
  return cardId;
}

/** The same, published and in its deck. */
export async function newPublishedCard(
  network: TestNetwork,
  team: CardTeam,
  beginning: Beginning,
): Promise<string> {
  const cardId = await newCard(network, team, beginning);
  const where = { network: network.code, cardId };
  const language = beginning.language ?? 'ps';
  for (const verifier of team.verifiers.slice(0, beginning.situation === 'birth' ? 2 : 1))
    await as(verifier).cards.approve({ ...where, language, version: 1 });
  await as(team.coordinator).cards.move({ ...where, move: 'test' });
  await as(team.coordinator).cards.move({ ...where, move: 'publish' });
  return cardId;
}

/** A published card at which one points, without any words yet. */
export async function newPointingCard(
  network: TestNetwork,
  team: CardTeam,
  situation: 'theft' | 'birth',
): Promise<string> {
  const conceptKey = `point_${situation}`;
  const cardId = await newPublishedCard(network, team, { situation, conceptKey });
  const fields = { side: 'helper_to_person', answer: 'point_list', pictogram: 'mobile' } as const;
  await as(team.coordinator).cards.change({ network: network.code, cardId, ...fields });
  return cardId;
}

/** A word to point at, published when it can be; so many people have verified it in Pashto, and at least one in the network's language. */
export async function newAnswer(
  network: TestNetwork,
  team: CardTeam,
  conceptKey: string,
  people: 0 | 1 | 2,
): Promise<string> {
  const coordinator = as(team.coordinator);
  const { cardId } = await coordinator.cards.create({
    network: network.code,
    situation: 'answers',
    conceptKey,
    side: 'both',
    pictogram: conceptKey === 'money' ? 'money' : 'mobile',
    text: `Cuvânt ${conceptKey}`,
  });
  const where = { network: network.code, cardId };
  await coordinator.cards.move({ ...where, move: 'accept_pictogram' });
  await coordinator.cards.move({ ...where, move: 'translate' });
  const text = { ...where, text: `کلمه ${conceptKey}`, isReady: true };
  await as(team.translator).cards.write({ ...text, language: 'ps' });
  const approve = async (language: 'ro' | 'ps', count: number) => {
    for (const verifier of team.verifiers.slice(0, count))
      await as(verifier).cards.approve({ ...where, language, version: 1 });
  };
  await approve('ro', Math.max(1, people));
  await approve('ps', people);
  await coordinator.cards.move({ ...where, move: 'test' });
  if (people > 0) await coordinator.cards.move({ ...where, move: 'publish' });
  return cardId;
}
