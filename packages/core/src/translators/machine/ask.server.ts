import { newId } from '@tessera/db/id.server.ts';
import { lockMachineYear } from '@tessera/db/machine.server.ts';
import type { z } from 'zod';
import type { Acting } from '../../context.server.ts';
import { DomainError } from '../../errors.ts';
import { recordEvent } from '../../events/record.server.ts';
import { settingOf } from '../../settings/registry.ts';
import type { MachineWish } from '../schema.ts';
import { missingTexts } from './missing.server.ts';
import { machineTranslator } from './provider.server.ts';
import { leftOf } from './rules.ts';
import { yearOf } from './year.ts';

/**
 * Orders the missing texts of a language from the machine. What they cost is held before anything is sent; a job does the rest.
 * Texts that are hard to read go along only if somebody says so.
 * @throws DomainError machine_off, machine_nothing, machine_budget
 */
export async function askMachine(
  ctx: Acting,
  { language, withHard, requestKey }: z.output<typeof MachineWish>,
): Promise<{ orderId: string; texts: number }> {
  const translator = await machineTranslator();
  if (!translator) throw new DomainError('machine_off', {}, 'language');
  const missing = await missingTexts(ctx, translator, language);
  const wanted = missing.filter(({ isHard }) => withHard || !isHard);
  const { characters: budget } = settingOf(ctx.network, 'translations.machine');
  const networkId = ctx.network.id;
  const year = yearOf(ctx);
  return ctx.transaction(async (tx) => {
    const [spent] = await tx.run(lockMachineYear(networkId, year));
    const known = await tx.prisma.machineOrder.findFirst({
      where: { networkId, requestKey },
      select: { id: true, items: { select: { kind: true } } },
    });
    if (known) return { orderId: known.id, texts: known.items.length };
    const underWay = await tx.prisma.machineItem.findMany({
      where: { networkId, state: 'waiting', order: { language, state: 'waiting' } },
      select: { kind: true, objectId: true },
    });
    const ordered = new Set(underWay.map(({ kind, objectId }) => `${kind} ${objectId}`));
    const texts = wanted.filter(({ kind, id }) => !ordered.has(`${kind} ${id}`));
    const cost = texts.reduce((sum, { characters }) => sum + characters, 0);
    if (texts.length === 0) throw new DomainError('machine_nothing', {}, 'language');
    const left = leftOf({ budget, reserved: spent?.reserved ?? 0, used: spent?.used ?? 0 });
    if (cost > left) throw new DomainError('machine_budget', { cost, left }, 'language');
    const orderId = newId();
    const created = { createdAt: ctx.now, createdById: ctx.actor.personId };
    await tx.prisma.machineYear.updateMany({
      where: { networkId, year },
      data: { reserved: { increment: cost } },
    });
    await tx.prisma.machineOrder.create({
      data: { id: orderId, networkId, requestKey, language, year, reserved: cost, ...created },
    });
    await tx.prisma.machineItem.createMany({
      data: texts.map(({ kind, id, sourceVersion, characters }) => ({
        networkId,
        orderId,
        kind,
        objectId: id,
        sourceVersion,
        characters,
      })),
    });
    await recordEvent(tx, {
      networkId,
      kind: 'machine_order.asked',
      object: ['machine_order', orderId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { count: texts.length, language },
    });
    return { orderId, texts: texts.length };
  });
}
