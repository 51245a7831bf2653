import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { assignRole } from '../members/assign.server.ts';
import { as, newNetwork, newPerson, type TestNetwork, type TestPerson } from '../testing.server.ts';
import type { PatternKind } from './terms.ts';
import { answerPatternEvent } from './work.server.ts';

export type Pair = { source: TestNetwork; target: TestNetwork; coordinator: TestPerson };

/** A network that has something, a new one, and somebody who coordinates both. */
export async function newPair(): Promise<Pair> {
  const [source, target] = [await newNetwork(), await newNetwork()];
  const coordinator = await newPerson(source, 'coordinator');
  await makeCoordinator(target, coordinator);
  return { source, target, coordinator };
}

async function makeCoordinator(network: TestNetwork, { personId }: TestPerson): Promise<void> {
  await inScope({ networkId: network.id, door: 'identity' }, (tx) =>
    assignRole(tx, {
      networkId: network.id,
      personId,
      role: 'coordinator',
      institutionId: null,
      validFrom: new Date(0),
      actorId: null,
    }),
  );
}

/** Asks for a copy as its coordinator does; no worker has begun it. */
export async function asked({ source, target, coordinator }: Pair, kinds: PatternKind[]): Promise<string> {
  const { runId } = await as(coordinator).patterns.start({
    network: target.code,
    like: source.code,
    kinds,
  });
  return runId;
}

/** What the worker does with the newest event of a copy. */
export async function worked({ id: networkId }: TestNetwork, runId: string, isLastAttempt = false) {
  const event = await inNetwork(networkId, ({ prisma }) =>
    prisma.domainEvent.findFirst({
      where: { networkId, objectId: runId, kind: 'pattern.asked' },
      orderBy: { id: 'desc' },
      select: { id: true },
    }),
  );
  return answerPatternEvent({ networkId, eventId: event?.id ?? '' }, new Date(), isLastAttempt);
}

/** A copy from the press to its end. */
export async function copied(pair: Pair, kinds: PatternKind[]): Promise<string> {
  const runId = await asked(pair, kinds);
  await worked(pair.target, runId);
  return runId;
}

/** The report of a copy: kind, title, outcome and reason of each thing. */
export async function report({ target, coordinator }: Pair, runId: string) {
  const { items } = await as(coordinator).patterns.one({ network: target.code, runId });
  return items.map(({ kind, title, outcome, reason }) => [kind, title, outcome, reason]);
}
