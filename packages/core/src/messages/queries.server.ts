import { messageOf, messagesPage } from '@tessera/db/message-log.server.ts';
import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { MessageKind } from './kinds.ts';
import type { MessageFilter } from './schema.ts';

const pageSize = 50;

/** One page of what the network sent to whom, the newest first. */
export async function messages(ctx: NetworkContext, filter: z.output<typeof MessageFilter>) {
  const { kind, state, q, sort, page } = filter;
  const rows = await ctx.transaction((tx) =>
    tx.run(messagesPage(ctx.network.id, kind, state, q, sort, pageSize, (page - 1) * pageSize)),
  );
  const total = rows[0]?.total ?? 0;
  return {
    messages: rows.map(({ total: _total, kind: sent, ...row }) => ({ ...row, kind: sent as MessageKind })),
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
  };
}

/**
 * One message. Its words are not kept: whoever shows them makes them again from its event.
 * @throws DomainError not_found
 */
export async function message(ctx: NetworkContext, messageId: string) {
  const [row] = await ctx.transaction((tx) => tx.run(messageOf(ctx.network.id, messageId)));
  if (!row) throw new DomainError('not_found');
  const { eventObjectId: _eventObjectId, kind, resends, ...rest } = row;
  return {
    ...rest,
    networkId: ctx.network.id,
    kind: kind as MessageKind,
    resends: resends.map(({ at, ...each }) => ({ ...each, at: new Date(at) })),
    canResend: rest.email !== null && ['sent', 'uncertain', 'failed'].includes(rest.state),
  };
}
