import { deleteSettings, saveSettings } from '@tessera/db/founding.server.ts';
import { DomainError } from '../../errors.ts';
import { type SettingKey, settingOf, settings } from '../../settings/registry.ts';
import type { Part } from '../part.ts';

// What a network does not hand down to those beneath it belongs to it alone; the tree of languages comes with the languages.
const keys = (Object.keys(settings) as SettingKey[]).filter(
  (key) => settings[key].isInherited && key !== 'translations.tree',
);

/** Modules and rules, as they hold in the other network. What the new one decided for itself stays. */
export const settingsPart: Part = {
  isThere: async () => false,
  find: async (_tx, { source, target }) =>
    keys
      .filter((key) => !isSame(settingOf(source.network, key), settingOf(target.network, key)))
      .map((key) => ({
        key,
        title: key,
        copy: async (tx) => {
          const networkId = target.network.id;
          const own = await tx.prisma.networkSetting.findFirst({
            where: { networkId, key },
            select: { key: true },
          });
          if (own) throw new DomainError('state_changed');
          const row = { key, value: settingOf(source.network, key), is_inherited: settings[key].isInherited };
          await tx.run(saveSettings(networkId, JSON.stringify([row]), target.now));
          return {};
        },
      })),
  rows: async (tx, networkId, { sourceKey: key }) => {
    const row = await tx.prisma.networkSetting.findFirst({
      where: { networkId, key },
      select: { value: true },
    });
    return row?.value ?? null;
  },
  remove: async (tx, { network }, { sourceKey }) => {
    await tx.run(deleteSettings(network.id, [sourceKey]));
  },
};

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
