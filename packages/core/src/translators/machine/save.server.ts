import type { z } from 'zod';
import type { Acting } from '../../context.server.ts';
import { writeSettings } from '../../settings/change.server.ts';
import type { MachineRules } from '../schema.ts';

/** Sets how many characters of a year a machine may translate, and of which kinds what only members read. */
export async function saveMachineRules(ctx: Acting, rules: z.output<typeof MachineRules>): Promise<void> {
  const { characters, internal } = rules;
  await ctx.transaction((tx) => writeSettings(tx, ctx, [['translations.machine', { characters, internal }]]));
}
