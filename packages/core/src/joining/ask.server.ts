import { newId } from '@tessera/db/id.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { NetworkContext, RequestContext } from '../context.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { countAttempt } from '../identity/rate-limit.server.ts';
import type { Application } from './schema.ts';

/** What the public form starts with: in which languages an institution can be named here, and the network's country. */
export function joiningPage({ network }: NetworkContext) {
  const { defaultLanguage, interfaceLanguages, contentLanguages } = network;
  return {
    isOpen: network.state === 'active',
    country: network.country ?? '',
    nameLanguages: [...new Set([defaultLanguage, ...interfaceLanguages, ...contentLanguages, 'en'])],
  };
}

/**
 * Takes down what an institution typed that asks to join, and sends a mail to the address. Nobody of the network is told
 * before its link is confirmed. The answer is the same whoever asks, known or not.
 * @throws DomainError too_many_attempts
 */
export async function askToJoin(
  ctx: NetworkContext & { request: RequestContext },
  input: z.output<typeof Application>,
): Promise<void> {
  const networkId = ctx.network.id;
  await countAttempt('address', `application ${ctx.request.ip}`);
  if (input.fax !== '') return;
  await countAttempt('mail', `application ${input.email}`);
  const { name, nameLanguage, kind, country, county, locality, website } = input;
  const { givenName, familyName, nameOrder, email, jobTitle, language, message } = input;
  const institution = { name, nameLanguage, kind, country, county, locality, website };
  const contact = { givenName, familyName, nameOrder, email, jobTitle, language };
  await inNetwork(networkId, async (tx) => {
    const id = newId();
    await tx.prisma.membershipApplication.create({
      data: { ...institution, ...contact, message, id, networkId, askedAt: ctx.now },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'application.asked',
      object: ['application', id],
      actorId: null,
      at: ctx.now,
    });
  });
}
