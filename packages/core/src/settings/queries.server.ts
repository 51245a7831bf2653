import { namedNetworks } from '@tessera/db/founding.server.ts';
import type { NetworkContext } from '../context.server.ts';
import { type Module, moduleNames, modules } from './modules.ts';
import { type SettingKey, type Settled, settledOf } from './registry.ts';
import { type RuleField, ruleFields, settingOfField } from './schema.ts';

type SettingWords = string | number | boolean | null | number[];
type Origin = { level: 'own' | 'parent' | 'platform'; name: string | null };

/** Every setting of a network with its value, the level it comes from, and what would hold without the network's own. */
export async function settingsPage(ctx: NetworkContext) {
  const { network } = ctx;
  const names = await ctx.transaction((tx) => tx.run(namedNetworks(ctx.language)));
  const originOf = ({ from }: Settled): Origin =>
    from === null
      ? { level: 'platform', name: null }
      : from === network.code
        ? { level: 'own', name: null }
        : { level: 'parent', name: names.find(({ code }) => code === from)?.name ?? from };
  const read = (key: SettingKey) => {
    const settled = settledOf(network, key);
    const without = settledOf(network, key, 1);
    return {
      value: settled.value as SettingWords,
      origin: originOf(settled),
      without: { value: without.value as SettingWords, origin: originOf(without) },
    };
  };
  return {
    modules: moduleNames.map((name: Module) => ({
      name,
      needs: [...modules[name].needs],
      ...read(`module.${name}`),
    })),
    rules: ruleFields.map((field: RuleField) => ({ field, ...read(settingOfField[field]) })),
  };
}
