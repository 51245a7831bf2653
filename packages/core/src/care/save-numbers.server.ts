import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { writeSettings } from '../settings/change.server.ts';
import type { EmergencyNumbers } from './schema.ts';

/** Sets whom to call in danger besides 112. */
export async function saveEmergencyNumbers(
  ctx: Acting,
  { numbers }: z.output<typeof EmergencyNumbers>,
): Promise<void> {
  await ctx.transaction((tx) => writeSettings(tx, ctx, [['care.emergency_numbers', numbers]]));
}
