import { directory, institutionNames } from '@tessera/db/institutions.server.ts';
import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { reach } from '../context.server.ts';
import type { DirectoryFilter } from './schema.ts';

/** The institutions of a network, by name in the reader's language. */
export async function listInstitutions(ctx: NetworkContext, filter: z.output<typeof DirectoryFilter>) {
  const institutions = await ctx.transaction((tx) =>
    tx.run(directory(ctx.network.id, ctx.language, filter.q, filter.kind)),
  );
  return { institutions };
}

/** The institutions for which the actor may register or invite: all of the network, or their own. */
export async function institutionsFor(
  ctx: NetworkContext,
  permission: 'registration.create' | 'person.invite',
) {
  const allowed = reach(ctx, permission);
  if (allowed.kind !== 'network' && allowed.kind !== 'institutions') return [];
  const ids = allowed.kind === 'institutions' ? allowed.institutionIds : null;
  return ctx.transaction((tx) => tx.run(institutionNames(ctx.network.id, ctx.language, ids)));
}
