import { DomainError } from '../../errors.ts';
import { type RetentionKind, usualMonths } from '../../privacy/retention.ts';
import type { Part } from '../part.ts';

/** How long each kind of data is kept. */
export const retentionPart: Part = {
  isThere: async (tx, { network }) =>
    (await tx.prisma.retentionPeriod.findMany({ where: { networkId: network.id } })).some(isOwn),
  find: async (tx, { source, target }) => {
    const rows = await tx.prisma.retentionPeriod.findMany({
      where: { networkId: source.network.id },
      orderBy: { kind: 'asc' },
      select: { kind: true, months: true },
    });
    return rows.map(({ kind, months }) => ({
      key: kind,
      title: kind,
      copy: async (into) => {
        const { id: networkId } = target.network;
        const by = { updatedAt: target.now, updatedById: target.actor.personId };
        const there = await into.prisma.retentionPeriod.findFirst({ where: { networkId, kind } });
        if (there && isOwn(there)) throw new DomainError('state_changed');
        await into.prisma.retentionPeriod.upsert({
          where: { networkId_kind: { networkId, kind } },
          create: { networkId, kind, months, ...by },
          update: { months, ...by },
        });
        return {};
      },
    }));
  },
  rows: async (tx, networkId, { sourceKey: kind }) =>
    (await tx.prisma.retentionPeriod.findFirst({ where: { networkId, kind }, select: { months: true } }))
      ?.months ?? null,
  // A period that was set once stays a row; with the usual months it holds what held before.
  remove: async (tx, { network }, { sourceKey: kind }) => {
    const months = usualMonths[kind as RetentionKind];
    await tx.prisma.retentionPeriod.updateMany({ where: { networkId: network.id, kind }, data: { months } });
  },
};

// A row with the usual months is what is left of a copy that was taken back.
function isOwn({ kind, months }: { kind: string; months: number }): boolean {
  return months !== usualMonths[kind as RetentionKind];
}
