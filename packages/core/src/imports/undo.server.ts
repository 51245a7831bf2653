import {
  removeMade,
  removeMadeMemberships,
  undoBlockers,
  updateCards,
  updateInvitations,
  updateMemberships,
  updateParticipants,
  withdrawCards,
} from '@tessera/db/imports.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { findRun, move, waitForTurn } from './steps.server.ts';

/**
 * Takes an import back: what it made is removed, what it changed is as before. All of it or nothing.
 * @returns what stands against it, when something does; then nothing was undone
 * @throws DomainError not_found, import_moved_on, import_too_old
 */
export async function undoImport(
  ctx: Acting,
  importId: string,
): Promise<{ blockers: { row: number; reason: 'accepted' | 'used' | 'changed' }[] }> {
  const networkId = ctx.network.id;
  return inScope({ networkId, door: 'register' }, async (tx) => {
    await waitForTurn(tx, networkId);
    const run = await findRun(tx, networkId, importId);
    if (run.state !== 'done') throw new DomainError('import_moved_on');
    if (run.file.removedAt) throw new DomainError('import_too_old');
    const blockers = await tx.run(undoBlockers(networkId, importId));
    if (blockers.length > 0) return { blockers };
    const changed = await tx.prisma.importRow.findMany({
      where: { networkId, runId: importId, isNew: false },
      select: { objectKind: true, before: true },
    });
    const before = (kind: string) =>
      JSON.stringify(changed.filter(({ objectKind }) => objectKind === kind).map((row) => row.before));
    const [made] = await tx.run(removeMade(networkId, importId));
    await tx.run(removeMadeMemberships(networkId, importId));
    await tx.run(withdrawCards(made?.cardIds ?? []));
    await tx.run(updateCards(before('institution')));
    await tx.run(updateMemberships(networkId, before('membership')));
    await tx.run(updateInvitations(networkId, before('invitation')));
    await tx.run(updateParticipants(networkId, before('participant')));
    await move(tx, networkId, importId, ['done'], { state: 'undone', changedAt: ctx.now });
    await recordEvent(tx, {
      networkId,
      kind: 'import.undone',
      object: ['import', importId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { what: run.kind },
    });
    return { blockers: [] };
  });
}
