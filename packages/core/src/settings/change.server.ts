import { deleteSettings, saveSettings } from '@tessera/db/founding.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { moduleNames } from './modules.ts';
import { type SettingKey, settingOf, settings } from './registry.ts';
import {
  type ModuleChoice,
  type Reset,
  type RuleField,
  type Rules,
  ruleFields,
  settingOfField,
} from './schema.ts';

/** Sets the rules of a network. What equals the value that holds already stays inherited. */
export async function saveRules(ctx: Acting, rules: z.output<typeof Rules>): Promise<void> {
  const wishes = ruleFields.map((field) => [settingOfField[field], rules[field]] as const);
  await ctx.transaction((tx) => writeSettings(tx, ctx, wishes));
}

/**
 * Switches modules on and off. Everything of a module that is off is gone for this network, at once.
 * @throws DomainError partners_still_linked when partnerships are switched off while one holds
 */
export async function saveModules(ctx: Acting, { modules }: z.output<typeof ModuleChoice>): Promise<void> {
  await ctx.transaction(async (tx) => {
    await writeModules(tx, ctx, modules);
  });
}

/** As `saveModules`, inside an open transaction. */
export async function writeModules(
  tx: Transaction,
  ctx: Acting,
  modules: z.output<typeof ModuleChoice>['modules'],
): Promise<void> {
  if (!modules.includes('partners')) await refuseWhileLinked(tx, ctx);
  await writeSettings(
    tx,
    ctx,
    moduleNames.map((name) => [`module.${name}`, modules.includes(name)] as const),
  );
}

/** Gives a setting back to the parent, or to the platform where no parent decided. */
export async function resetSetting(ctx: Acting, { what }: z.output<typeof Reset>): Promise<void> {
  const module = moduleNames.find((name) => name === what);
  const key: SettingKey = module ? `module.${module}` : settingOfField[what as RuleField];
  const keys = [key];
  await ctx.transaction(async (tx) => {
    await tx.run(deleteSettings(ctx.network.id, keys));
    await note(tx, ctx, keys, true);
  });
}

/** Stores what differs from what holds now, in an open transaction. */
export async function writeSettings(
  tx: Transaction,
  ctx: Acting,
  wishes: readonly (readonly [SettingKey, unknown])[],
): Promise<void> {
  const changed = wishes.filter(
    ([key, value]) => JSON.stringify(settingOf(ctx.network, key)) !== JSON.stringify(value),
  );
  if (changed.length === 0) return;
  const rows = changed.map(([key, value]) => ({
    key,
    value: settings[key].schema.parse(value),
    is_inherited: settings[key].isInherited,
  }));
  await tx.run(saveSettings(ctx.network.id, JSON.stringify(rows), ctx.now));
  const shown = changed.map(([key]) => key).filter((key) => settings[key].group !== 'start');
  if (shown.length > 0) await note(tx, ctx, shown, false);
}

async function note(tx: Transaction, ctx: Acting, keys: SettingKey[], isReset: boolean): Promise<void> {
  const networkId = ctx.network.id;
  await recordEvent(tx, {
    networkId,
    kind: 'settings.changed',
    object: ['network', networkId],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload: { keys, isReset },
  });
}

async function refuseWhileLinked(tx: Transaction, ctx: Acting): Promise<void> {
  const link = await tx.prisma.networkLink.findFirst({
    where: { networkId: ctx.network.id, state: 'accepted' },
    select: { id: true },
  });
  if (link) throw new DomainError('partners_still_linked', {}, 'modules');
}
