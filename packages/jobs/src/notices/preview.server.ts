import { noticeEvent } from '@tessera/db/messages.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { RenderedMail } from '@tessera/emails/mails.ts';
import { env } from '@tessera/env/env.server.ts';
import { noticesFor } from './find.server.ts';

type SentMessage = { networkId: string; eventId: string; kind: string; email: string | null };

/**
 * The words of a message that was sent, made again from its event and from what the network knows today. Links that open
 * a door are hidden. Whoever calls this has checked that the reader may see the message.
 * @returns null when what it told of, or whom it went to, is no longer known
 */
export async function messageWords(message: SentMessage, realNow: Date): Promise<RenderedMail | null> {
  const { networkId, eventId, kind, email } = message;
  if (email === null) return null;
  const notices = await inScope({ networkId, door: 'identity' }, async (tx) => {
    const [event] = await tx.run(noticeEvent(networkId, eventId));
    return event ? noticesFor(tx, event, realNow, { isLookingBack: true }) : [];
  });
  const notice = notices.find((each) => each.kind === kind && each.reader.email === email);
  return notice ? notice.render(env().appUrl) : null;
}
