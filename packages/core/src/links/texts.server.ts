import { createHash } from 'node:crypto';
import { type ExchangedText, textsWithLink, writeLinkTexts } from '@tessera/db/links.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Acting } from '../context.server.ts';
import { withLink } from './rules.ts';

type Change = {
  oldUrl: string;
  newUrl: string;
  /** What a replacement made, where it is undone: everything else stays */
  made: readonly ExchangedText[] | null;
};

/** What became of the words of some resources, each with the version of its resource. */
type Changed = { resources: { resourceId: string; version: number }[]; texts: ExchangedText[] };

/**
 * Puts another address in the place of one in the words of resources, which are locked. It is a small change: no translation is
 * behind by it, and a form that is open is told.
 */
export async function exchangeInTexts(
  tx: Transaction,
  { network, now }: Acting,
  resourceIds: readonly string[],
  { oldUrl, newUrl, made }: Change,
): Promise<Changed> {
  const found = await tx.run(textsWithLink(network.id, oldUrl, resourceIds));
  const texts = found.flatMap((text) => {
    const { resourceId, language, description, links } = text;
    const same = made?.find((each) => each.resourceId === resourceId && each.language === language);
    if (made && same?.hash !== hashOf(description)) return [];
    const words = withLink(description, links, { oldUrl, newUrl, places: same?.places ?? null });
    return [{ ...text, ...words }];
  });
  if (texts.length === 0) return { resources: [], texts: [] };
  const rows = [
    texts.map(({ resourceId }) => resourceId),
    texts.map(({ language }) => language),
    texts.map(({ description }) => description),
  ] as const;
  await tx.run(writeLinkTexts(network.id, ...rows, now));
  return {
    resources: texts.map(({ resourceId, version }) => ({ resourceId, version })),
    texts: texts.map(({ resourceId, language, places, description }) => ({
      resourceId,
      language,
      places,
      hash: hashOf(description),
    })),
  };
}

function hashOf(words: string): string {
  return createHash('sha256').update(words).digest('base64url');
}
