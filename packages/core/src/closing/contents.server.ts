import {
  closingCards,
  countPeopleOnlyHere,
  networkRows,
  obstaclesOf,
  storedBytes,
} from '@tessera/db/closings.server.ts';
import { inScope, type Transaction } from '@tessera/db/scope.server.ts';
import { DomainError } from '../errors.ts';
import { contentKindOf, contentKinds } from './terms.ts';

/** The trial: what a closing would delete and what would stay, counted now. Changes nothing. */
export async function contentsOf(networkId: string) {
  return inScope({ networkId, door: 'platform' }, async (tx) => {
    const rows = await tx.run(networkRows());
    const [stored] = await tx.run(storedBytes(networkId));
    const [cards] = await tx.run(closingCards());
    const [people] = await tx.run(countPeopleOnlyHere());
    const [obstacles] = await tx.run(obstaclesOf(networkId));
    const { partners = 0, ...blockers } = obstacles ?? {};
    return {
      tables: rows.map(({ name, kept }) => ({ name, rows: kept })),
      kinds: contentKinds
        .map((kind) => ({
          kind,
          rows: rows
            .filter(({ name }) => contentKindOf(name) === kind)
            .reduce((sum, { kept }) => sum + kept, 0),
        }))
        .filter(({ rows: count }) => count > 0),
      files: { count: stored?.files ?? 0, bytes: stored?.bytes ?? 0 },
      cards: { passed: cards?.passed ?? 0, removed: cards?.removed ?? 0 },
      peopleForgotten: people?.count ?? 0,
      partners,
      blockers: { children: 0, imports: 0, moves: 0, holds: 0, ...blockers },
    };
  });
}

/** @throws DomainError closing_blocked when something has to be settled first */
export async function refuseObstacles(tx: Transaction, networkId: string): Promise<void> {
  const [found] = await tx.run(obstaclesOf(networkId));
  if (found && found.children + found.imports + found.moves + found.holds > 0)
    throw new DomainError('closing_blocked');
}
