import { deleteSettings, saveSettings } from '@tessera/db/founding.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { z } from 'zod';
import { DomainError } from '../../errors.ts';
import { settingOf } from '../../settings/registry.ts';
import type { Found, Part } from '../part.ts';

const Before = z.object({
  accent: z.string().optional(),
  interfaceLanguages: z.array(z.string()).optional(),
  contentLanguages: z.array(z.string()).optional(),
});

/** Colour and languages, where nobody chose them yet in the start of the new network. Its main language stays its own. */
export const lookPart: Part = {
  isThere: async () => false,
  find: async (_tx, { source, target }) => {
    const { network } = target;
    const chosen: readonly string[] = settingOf(network, 'start.steps');
    const together = (own: readonly string[], other: readonly string[]) => [...new Set([...own, ...other])];
    const interfaceLanguages = together(network.interfaceLanguages, source.network.interfaceLanguages);
    const contentLanguages = together(network.contentLanguages, source.network.contentLanguages);
    const tree = settingOf(source.network, 'translations.tree');
    const found: Found[] = [];
    const add = (
      key: 'accent' | 'languages',
      before: z.output<typeof Before>,
      data: z.output<typeof Before>,
    ) =>
      found.push({
        key,
        title: key,
        copy: async (tx) => {
          if (chosen.includes(key)) throw new DomainError('state_changed');
          await tx.prisma.network.updateMany({ where: { id: network.id }, data });
          return { before };
        },
      });
    if (source.network.accent !== network.accent)
      add('accent', { accent: network.accent }, { accent: source.network.accent });
    const more =
      interfaceLanguages.length > network.interfaceLanguages.length ||
      contentLanguages.length > network.contentLanguages.length;
    if (more) {
      const { interfaceLanguages: shown, contentLanguages: spoken } = network;
      const before = { interfaceLanguages: shown, contentLanguages: spoken };
      add('languages', before, { interfaceLanguages, contentLanguages });
    }
    if (JSON.stringify(tree) !== JSON.stringify(settingOf(network, 'translations.tree')))
      found.push({ key: 'tree', title: 'tree', copy: (tx) => copyTree(tx, network.id, tree, target.now) });
    return found;
  },
  rows: async (tx, networkId, { sourceKey }) => {
    if (sourceKey === 'tree') return treeOf(tx, networkId);
    const network = await tx.prisma.network.findFirst({
      where: { id: networkId },
      select: { accent: true, interfaceLanguages: true, contentLanguages: true },
    });
    return sourceKey === 'accent'
      ? network?.accent
      : [network?.interfaceLanguages, network?.contentLanguages];
  },
  remove: async (tx, { network }, { sourceKey, before }) => {
    if (sourceKey === 'tree') await tx.run(deleteSettings(network.id, [treeKey]));
    else await tx.prisma.network.updateMany({ where: { id: network.id }, data: Before.parse(before) });
  },
};

const treeKey = 'translations.tree';

async function copyTree(tx: Transaction, networkId: string, tree: object, now: Date) {
  if (await treeOf(tx, networkId)) throw new DomainError('state_changed');
  const row = { key: treeKey, value: tree, is_inherited: true };
  await tx.run(saveSettings(networkId, JSON.stringify([row]), now));
  return {};
}

async function treeOf(tx: Transaction, networkId: string): Promise<unknown> {
  const where = { networkId, key: treeKey };
  return (await tx.prisma.networkSetting.findFirst({ where, select: { value: true } }))?.value ?? null;
}
