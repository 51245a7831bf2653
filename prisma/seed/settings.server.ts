import { saveModules, saveRules } from '@tessera/core/settings/change.server.ts';
import { modulesOf } from '@tessera/core/settings/modules.ts';
import { Rules } from '@tessera/core/settings/schema.ts';
import { trainingDefaults } from '@tessera/core/trainings/edit.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { beginningOf } from './institutions.server.ts';
import { acting, networkOf, type World } from './world.server.ts';

type Decision = {
  network: string;
  coordinator: string;
  rules?: Partial<z.input<typeof Rules>>;
  off?: string[];
};

/** What coordinators decided for their networks: some for all their children, one child otherwise. */
const decisions: Decision[] = [
  { network: 'un', coordinator: 'coord.un', rules: { offerHours: 72, attendanceThreshold: 80 } },
  { network: 'un-cv-2', coordinator: 'coord.covasna', rules: { offerHours: 24 } },
  { network: 'bg-model', coordinator: 'coord.bg', rules: { promotion: 'offer', cancelDeadlineHours: 72 } },
  { network: 'soms', coordinator: 'coord.soms', off: ['calendar_feed'] },
];

/** Writes what differs from the platform's defaults. A network that decided already keeps what it has. */
export async function seedSettings(world: World): Promise<void> {
  for (const { network, coordinator, rules, off } of decisions) {
    const ctx = acting(world, coordinator, network, beginningOf(world, network));
    const { id: networkId } = networkOf(world, network);
    const existing = await inNetwork(networkId, (tx) =>
      tx.prisma.networkSetting.count({ where: { networkId } }),
    );
    if (existing > 0) continue;
    if (rules)
      await saveRules(
        ctx,
        Rules.parse({
          ...trainingDefaults(ctx.network, 'training'),
          weekStart: 'monday',
          secondStep: 'nobody',
          ...rules,
        }),
      );
    if (off)
      await saveModules(ctx, { modules: modulesOf(ctx.network).filter((module) => !off.includes(module)) });
  }
}
