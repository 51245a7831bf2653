import { keepNoticeChoices, noticeChoices } from '@tessera/db/notices.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Actor, RequestContext } from '../context.server.ts';
import type { NoticeChoices } from './schema.ts';

type SignedIn = RequestContext & { actor: Actor };

/** How the actor wants to be told; by mail as long as nothing else was chosen. */
export async function choices(ctx: SignedIn): Promise<z.output<typeof NoticeChoices>> {
  const rows = await inScope({ door: 'identity' }, (tx) => tx.run(noticeChoices([ctx.actor.personId])));
  const chosen = Object.fromEntries(rows.map(({ topic, channel }) => [topic, channel]));
  return { own: 'mail', institution: 'mail', organised: 'mail', mentoring: 'mail', ...chosen };
}

/** Keeps how the actor wants to be told. What has a deadline or opens a door comes by mail all the same. */
export async function choose(ctx: SignedIn, chosen: z.output<typeof NoticeChoices>): Promise<void> {
  await inScope({ door: 'identity' }, (tx) =>
    tx.run(keepNoticeChoices(ctx.actor.personId, JSON.stringify(chosen))),
  );
}
