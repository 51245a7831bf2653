import { messageOf, reopenMessage } from '@tessera/db/message-log.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { countAttempt } from '../identity/rate-limit.server.ts';
import { resendInvitation } from '../members/invite.server.ts';

/**
 * Sends a message once more: the same line of the log, a mail of its own for the provider. An invitation is sent again
 * as such, which counts its days anew.
 * @throws DomainError not_found, message_on_its_way, message_purged, invitation_used, too_many_attempts
 */
export async function resendMessage(ctx: Acting, messageId: string): Promise<void> {
  const networkId = ctx.network.id;
  const [message] = await ctx.transaction((tx) => tx.run(messageOf(networkId, messageId)));
  if (!message) throw new DomainError('not_found');
  if (message.email === null) throw new DomainError('message_purged');
  await countAttempt('resend', message.kind === 'invitation' ? message.eventObjectId : messageId);
  if (message.kind === 'invitation') return resendInvitation(ctx, message.eventObjectId);
  await ctx.transaction(async (tx) => {
    const [reopened] = await tx.run(reopenMessage(networkId, messageId));
    if (!reopened) throw new DomainError('message_on_its_way');
    await recordEvent(tx, {
      networkId,
      kind: 'message.resent',
      object: ['message', messageId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { eventId: message.eventId },
    });
  });
}
