import { newId } from '@tessera/db/id.server.ts';
import { lockPeople } from '@tessera/db/members.server.ts';
import { admitWaiting, evidenceNote } from '@tessera/db/prerequisites.server.ts';
import type { z } from 'zod';
import { dayOf } from '../clock/zoned-time.ts';
import { type Acting, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { requireMember } from '../members/assign.server.ts';
import { readConfidential, sealOf } from '../privacy/seal.server.ts';
import { lastDay } from './rules.ts';
import type { NewRecord } from './schema.ts';

/**
 * Records that someone saw the proof of a prerequisite. Roles that waited for it begin when nothing else is lacking.
 * @returns how many roles began
 * @throws DomainError not_found, not_yourself, validity_reversed, day_ahead
 */
export async function recordPrerequisite(
  ctx: Acting,
  input: z.output<typeof NewRecord>,
): Promise<{ begun: number }> {
  const networkId = ctx.network.id;
  const { personId, kindId, issuedOn } = input;
  if (personId === ctx.actor.personId) throw new DomainError('not_yourself');
  const today = dayOf(ctx.now, ctx.network.timeZone);
  if (issuedOn > today) throw new DomainError('day_ahead', {}, 'issuedOn');
  return ctx.transaction(async (tx) => {
    await tx.run(lockPeople(networkId));
    await requireMember(tx, ctx, personId);
    const kind = await tx.prisma.prerequisiteKind.findFirst({
      where: { networkId, id: kindId, retiredAt: null },
      select: { validMonths: true },
    });
    if (!kind) throw new DomainError('not_found');
    const expiresOn = input.expiresOn ?? lastDay(issuedOn, kind.validMonths);
    if (expiresOn && expiresOn < issuedOn) throw new DomainError('validity_reversed', {}, 'expiresOn');
    const id = newId();
    const note = input.evidenceNote;
    const seal = note ? await sealOf(tx, networkId, ctx.now) : null;
    await tx.prisma.prerequisiteRecord.create({
      data: {
        id,
        networkId,
        kindId,
        personId,
        issuedOn: new Date(issuedOn),
        expiresOn: expiresOn ? new Date(expiresOn) : null,
        evidenceNote: seal ? seal('prerequisite_record.evidence_note', id, note) : null,
        checkedById: ctx.actor.personId,
        checkedAt: ctx.now,
      },
    });
    const begun = await tx.run(admitWaiting(networkId, personId, ctx.realNow, today));
    const event = { networkId, object: ['person', personId] as ['person', string], at: ctx.now };
    await recordEvent(
      tx,
      {
        ...event,
        kind: 'prerequisite.recorded',
        actorId: ctx.actor.personId,
        payload: { kindId, institutionId: ownInstitution(ctx) },
      },
      ...begun.map(({ role, institutionId }) => ({
        ...event,
        kind: 'role.assigned' as const,
        actorId: ctx.actor.personId,
        payload: { role, institutionId },
      })),
    );
    return { begun: begun.length };
  });
}

/**
 * Takes back a record that was a mistake; it counts no more.
 * @throws DomainError not_found, not_yourself
 */
export async function withdrawRecord(ctx: Acting, recordId: string): Promise<{ personId: string }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const record = await tx.prisma.prerequisiteRecord.findFirst({
      where: { networkId, id: recordId, withdrawnAt: null },
      select: { personId: true, kindId: true },
    });
    if (!record) throw new DomainError('not_found');
    if (record.personId === ctx.actor.personId) throw new DomainError('not_yourself');
    await requireMember(tx, ctx, record.personId);
    await tx.prisma.prerequisiteRecord.updateMany({
      where: { networkId, id: recordId },
      data: { withdrawnAt: ctx.now },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'prerequisite.withdrawn',
      object: ['person', record.personId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { kindId: record.kindId, institutionId: ownInstitution(ctx) },
    });
    return { personId: record.personId };
  });
}

/**
 * The confidential note of one record, for coordinators only; the one place that reads it, and it says who did.
 * @throws DomainError not_found
 */
export async function readEvidenceNote(ctx: Acting, recordId: string): Promise<{ evidenceNote: string }> {
  return ctx.transaction(async (tx) => {
    const [row] = await tx.run(evidenceNote(ctx.network.id, recordId));
    if (!row) throw new DomainError('not_found');
    if (row.evidenceNote === null) return { evidenceNote: '' };
    const { 'prerequisite_record.evidence_note': opened } = await readConfidential(tx, {
      networkId: ctx.network.id,
      actorId: ctx.actor.personId,
      at: ctx.now,
      right: 'assigned',
      object: ['prerequisite', recordId],
      subjectPersonId: row.personId,
      fields: { 'prerequisite_record.evidence_note': row.evidenceNote },
    });
    return { evidenceNote: opened.state === 'open' ? opened.text : '' };
  });
}

function ownInstitution(ctx: Acting): string | null {
  const allowed = reach(ctx, 'person.edit');
  return allowed.kind === 'institutions' ? (allowed.institutionIds[0] ?? null) : null;
}
