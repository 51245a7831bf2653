import { logoFile } from '@tessera/db/phases.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import type { z } from 'zod';
import { type Acting, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { keepPicture } from '../files/pictures.server.ts';
import { fileStore } from '../files/store.server.ts';
import { maxLogoBytes } from './rules.ts';
import type { NewLogo } from './schema.ts';

/**
 * Keeps a picture for a funder. One that no phase takes goes the next day.
 * @throws DomainError picture_too_large, picture_type, picture_svg, picture_broken, picture_too_wide
 */
export async function keepLogo(
  ctx: Acting,
  { name, content }: z.output<typeof NewLogo>,
): Promise<{ logoId: string }> {
  const kept = { kind: 'logo', event: 'phase.logo_kept', mostBytes: maxLogoBytes, field: 'logo' } as const;
  return { logoId: await keepPicture(ctx, { ...kept, name, content }) };
}

/**
 * A logo as the network shows it; who may read all phases sees those of hidden ones as well.
 * @returns the bytes in base64, and whether everyone gets them
 * @throws DomainError not_found
 */
export async function logo(ctx: NetworkContext, logoId: string) {
  const seesAll = reach(ctx, 'phase.read').kind === 'network';
  const [file] = await ctx.transaction((tx) => tx.run(logoFile(ctx.network.id, logoId, seesAll)));
  if (!file) throw new DomainError('not_found');
  const content = await bytesOf(fileStore().get(file.storageKey));
  return {
    mime: file.mime,
    isPublic: file.isPublic && ctx.network.state !== 'draft',
    content: content.toString('base64'),
  };
}
