import { createHash } from 'node:crypto';
import {
  type ExchangedText,
  linksInWords,
  textsOf,
  textsWithLink,
  writeLinkTexts,
} from '@tessera/db/links.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { mostWords } from '../library/rules.ts';
import { withLink, withoutLink } from './rules.ts';

type Change = { oldUrl: string; newUrl: string };
type Written = { resourceId: string; language: string; version: number; description: string };
/** A resource whose words were written, with its version. */
export type WrittenResource = { resourceId: string; version: number };

/**
 * Puts another address in the place of one in the words of resources, which are locked. It is a small change: no translation is
 * behind by it, and a form that is open is told.
 * @throws DomainError link_not_in_words, link_words_too_long
 */
export async function exchangeInTexts(
  tx: Transaction,
  ctx: Acting,
  resourceIds: readonly string[],
  change: Change,
): Promise<{ resources: WrittenResource[]; texts: ExchangedText[] }> {
  const found = await tx.run(textsWithLink(ctx.network.id, change.oldUrl, resourceIds));
  const texts = found.map((text) => ({ ...text, ...withLink(text.description, text.links, change) }));
  if (texts.some(({ description }) => description.length > mostWords))
    throw new DomainError('link_words_too_long', {}, 'newUrl');
  await checkReadBack(tx, texts, change);
  return {
    resources: await write(tx, ctx, texts),
    texts: texts.map(({ resourceId, language, places, description }) => ({
      resourceId,
      language,
      places,
      hash: hashOf(description),
    })),
  };
}

/** Puts the old address back in the texts that a replacement made and nobody has changed since; their resources are locked. */
export async function restoreTexts(
  tx: Transaction,
  ctx: Acting,
  resourceIds: readonly string[],
  made: readonly ExchangedText[],
  change: Change,
): Promise<WrittenResource[]> {
  const wanted = made.filter(({ resourceId }) => resourceIds.includes(resourceId));
  const ids = wanted.map(({ resourceId }) => resourceId);
  const found = await tx.run(
    textsOf(
      ctx.network.id,
      ids,
      wanted.map(({ language }) => language),
    ),
  );
  const texts = found.flatMap((text) => {
    const same = wanted.find(
      (each) => each.resourceId === text.resourceId && each.language === text.language,
    );
    if (same?.hash !== hashOf(text.description)) return [];
    return [{ ...text, description: withoutLink(text.description, same.places, change) }];
  });
  return write(tx, ctx, texts);
}

// Who looks at addresses later finds the whole new one where the old one was, and no other.
async function checkReadBack(
  tx: Transaction,
  texts: readonly { description: string; links: readonly string[] }[],
  { oldUrl, newUrl }: Change,
): Promise<void> {
  const read = await tx.run(linksInWords(texts.map(({ description }) => description)));
  const isSame = texts.every(({ links }, index) => {
    const wanted = links.map((link) => (link === oldUrl ? newUrl : link));
    return JSON.stringify(read[index]?.links) === JSON.stringify(wanted);
  });
  if (!isSame) throw new DomainError('link_not_in_words', {}, 'newUrl');
}

async function write(
  tx: Transaction,
  { network, now }: Acting,
  texts: readonly Written[],
): Promise<WrittenResource[]> {
  if (texts.length === 0) return [];
  const rows = [
    texts.map(({ resourceId }) => resourceId),
    texts.map(({ language }) => language),
    texts.map(({ description }) => description),
  ] as const;
  await tx.run(writeLinkTexts(network.id, ...rows, now));
  return texts.map(({ resourceId, version }) => ({ resourceId, version }));
}

function hashOf(words: string): string {
  return createHash('sha256').update(words).digest('base64url');
}
