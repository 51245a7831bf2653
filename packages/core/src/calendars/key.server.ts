import { newId } from '@tessera/db/id.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { Actor, RequestContext } from '../context.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { linkToken } from '../identity/secrets.server.ts';

type SignedIn = RequestContext & { actor: Actor };

const purpose = 'calendar';
const tenYears = 3650 * 86_400_000;

/** The secret address of one's own calendar, null when there is none. */
export async function calendarKey(ctx: SignedIn) {
  const key = await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.loginToken.findFirst({
      where: { personId: ctx.actor.personId, purpose, expiresAt: { gt: ctx.now } },
      select: { id: true, createdAt: true, expiresAt: true },
    }),
  );
  return key && { ...key, token: linkToken(purpose, key.id) };
}

/** Makes a new secret address; the one before opens nothing any more. */
export async function renewCalendarKey(ctx: SignedIn): Promise<void> {
  await changeKey(ctx, newId());
}

/** Takes the secret address away. */
export async function endCalendarKey(ctx: SignedIn): Promise<void> {
  await changeKey(ctx, null);
}

async function changeKey(ctx: SignedIn, id: string | null): Promise<void> {
  const { personId } = ctx.actor;
  await inScope({ door: 'identity', networkId: platformNetworkId }, async (tx) => {
    await tx.prisma.loginToken.deleteMany({ where: { personId, purpose } });
    if (id) {
      const expiresAt = new Date(ctx.now.getTime() + tenYears);
      await tx.prisma.loginToken.create({ data: { id, personId, purpose, expiresAt, createdAt: ctx.now } });
    }
    await recordEvent(tx, {
      networkId: platformNetworkId,
      kind: id ? 'calendar.address_made' : 'calendar.address_ended',
      object: ['person', personId],
      actorId: personId,
      at: ctx.now,
    });
  });
}
