import type { z } from 'zod';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { writeSettings } from '../settings/change.server.ts';
import { treeOf } from './keep.server.ts';
import { circleIn } from './rules.ts';
import type { TreeChoice } from './schema.ts';

/** From which language each one of a network is translated; empty where it is from the text that was there first. */
export function languageTree({ network }: NetworkContext) {
  const tree = treeOf(network);
  return {
    own: network.defaultLanguage,
    branches: network.contentLanguages.map((language) => ({ language, source: tree[language] ?? '' })),
  };
}

/**
 * Says from which language each one is translated. What is there keeps what it was made from.
 * @throws DomainError language_circle at the first language of a circle
 */
export async function saveTree(ctx: Acting, { branches }: z.output<typeof TreeChoice>): Promise<void> {
  const known = branches.filter(
    ({ language, source }) =>
      source !== '' && source !== language && ctx.network.contentLanguages.includes(language),
  );
  const tree = Object.fromEntries(known.map(({ language, source }) => [language, source]));
  const [first] = circleIn(tree);
  if (first !== undefined)
    throw new DomainError(
      'language_circle',
      {},
      `branches[${branches.findIndex(({ language }) => language === first)}].source`,
    );
  await ctx.transaction((tx) => writeSettings(tx, ctx, [['translations.tree', tree]]));
}
