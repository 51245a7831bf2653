import { newId } from '@tessera/db/id.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { RequestContext } from '../context.server.ts';
import { openSession } from './sessions.server.ts';

const secondStepMinutes = 10;

/** How signing in goes on: null when the session is open, else the id that the form of the second step carries. */
export type SignedInOrNot = { secondStepId: string | null };

/**
 * The end of every way to sign in, once it is known who somebody is. Whoever has a second step gets no session before it is
 * right: a session is always a complete one.
 * @param isSecondStepDone that the way itself asked for a second step already
 */
export async function completeSignIn(
  ctx: RequestContext,
  personId: string,
  { isSecondStepDone }: { isSecondStepDone: boolean },
): Promise<SignedInOrNot> {
  const secondStepId = isSecondStepDone ? null : await askSecondStep(ctx, personId);
  if (secondStepId === null) ctx.setCookies.push(await openSession(personId, ctx.device));
  return { secondStepId };
}

async function askSecondStep(ctx: RequestContext, personId: string): Promise<string | null> {
  return inScope({ door: 'identity' }, async ({ prisma }) => {
    const step = await prisma.secondStep.findFirst({
      where: { personId, confirmedAt: { not: null } },
      select: { personId: true },
    });
    if (!step) return null;
    const id = newId();
    const expiresAt = new Date(ctx.now.getTime() + secondStepMinutes * 60_000);
    await prisma.loginToken.create({
      data: { id, personId, purpose: 'second_step', expiresAt, createdAt: ctx.now },
    });
    return id;
  });
}
