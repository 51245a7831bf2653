import { exportTakeaways } from '@tessera/db/exchange.server.ts';
import { exportInstitutions, exportMarks, exportMembers, exportSeats } from '@tessera/db/exports.server.ts';
import { exportLearning } from '@tessera/db/learning.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Statement } from '@tessera/db/statement.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { type ExportKind, exportColumns } from './columns.ts';

/** A table that leaves: its cells stand in the order of `exportColumns`, codes as codes, days as `2026-03-01`. */
export type ExportedTable = { kind: ExportKind; training: string | null; rows: (string | null)[][] };

/** Everyone who holds a role in the network now. */
export function membersTable(ctx: Acting): Promise<ExportedTable> {
  return leave(ctx, 'members', null, exportMembers(ctx.network.id, ctx.realNow, languagesOf(ctx)));
}

/** The institutions of the network with their membership. */
export function institutionsTable(ctx: Acting): Promise<ExportedTable> {
  return leave(ctx, 'institutions', null, exportInstitutions(ctx.network.id, languagesOf(ctx)));
}

/** Who asked for a seat, in one training or in all. @throws DomainError not_found */
export function registrationsTable(ctx: Acting, trainingId: string | null): Promise<ExportedTable> {
  return leave(ctx, 'registrations', trainingId, exportSeats(ctx.network.id, trainingId, languagesOf(ctx)));
}

/** Who was there, half-day by half-day. @throws DomainError not_found */
export function attendanceTable(ctx: Acting, trainingId: string): Promise<ExportedTable> {
  return leave(ctx, 'attendance', trainingId, exportMarks(ctx.network.id, trainingId, languagesOf(ctx)));
}

/** Who learned how much in which training. */
export function learningTable(ctx: Acting): Promise<ExportedTable> {
  return leave(ctx, 'learning', null, exportLearning(ctx.network.id, languagesOf(ctx)));
}

/** What institutions took home from a training. @throws DomainError not_found */
export function takeawaysTable(ctx: Acting, trainingId: string): Promise<ExportedTable> {
  return leave(ctx, 'takeaways', trainingId, exportTakeaways(ctx.network.id, trainingId, languagesOf(ctx)));
}

function languagesOf({ language, network }: Acting): string[] {
  return [language, network.defaultLanguage, 'en'];
}

/** Reads the rows and notes in the trail that they left: what and how many, not who. */
function leave<Row extends object>(
  ctx: Acting,
  kind: ExportKind,
  trainingId: string | null,
  read: Statement<Row>,
): Promise<ExportedTable> {
  return ctx.transaction(async (tx) => {
    const training = trainingId ? await codeOf(tx, ctx.network.id, trainingId) : null;
    const found = await tx.run(read);
    const rows = found.map((row) =>
      exportColumns[kind].map(({ key }) => (row as Record<string, string | null>)[key] ?? null),
    );
    await recordEvent(tx, {
      networkId: ctx.network.id,
      kind: 'export.made',
      object: trainingId ? ['training', trainingId] : ['network', ctx.network.id],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { what: kind, rows: rows.length },
    });
    return { kind, training, rows };
  });
}

async function codeOf(tx: Transaction, networkId: string, trainingId: string): Promise<string> {
  const training = await tx.prisma.training.findFirst({
    where: { networkId, id: trainingId },
    select: { code: true },
  });
  if (!training) throw new DomainError('not_found');
  return training.code;
}
