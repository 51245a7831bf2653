import { ownNotices, readOwnNotices } from '@tessera/db/notices.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { MessageKind, Topic } from './kinds.ts';

type SignedIn = RequestContext & { actor: Actor };

const pageSize = 30;

/** What the actor was told, in all networks, the newest first. */
export async function notices(ctx: SignedIn, page: number) {
  const rows = await inScope({ personId: ctx.actor.personId }, (tx) =>
    tx.run(ownNotices(ctx.language, pageSize, (page - 1) * pageSize)),
  );
  const [first] = rows;
  return {
    notices: rows.map(({ total: _total, unread: _unread, kind, topic, ...row }) => ({
      ...row,
      kind: kind as MessageKind,
      topic: topic as Topic,
    })),
    unread: first?.unread ?? 0,
    pages: Math.max(1, Math.ceil((first?.total ?? 0) / pageSize)),
  };
}

/**
 * Marks one notice as read and tells what it is about.
 * @throws DomainError not_found
 */
export async function readNotice(ctx: SignedIn, noticeId: string) {
  const [read] = await inScope({ personId: ctx.actor.personId }, (tx) =>
    tx.run(readOwnNotices(noticeId, ctx.now)),
  );
  if (!read) throw new DomainError('not_found');
  const { kind, topic, params, networkCode } = read;
  return { kind: kind as MessageKind, topic: topic as Topic, params, networkCode };
}

/** Marks everything as read. */
export async function readAllNotices(ctx: SignedIn): Promise<{ read: number }> {
  const rows = await inScope({ personId: ctx.actor.personId }, (tx) => tx.run(readOwnNotices(null, ctx.now)));
  return { read: rows.length };
}
