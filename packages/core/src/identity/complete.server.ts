import { newId } from '@tessera/db/id.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { secondStepNow } from '@tessera/db/second-step.server.ts';
import type { RequestContext } from '../context.server.ts';
import { openSessionIf } from './sessions.server.ts';

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
  const mayStay = async () => isSecondStepDone || !(await hasSecondStep(personId));
  // Asked again once the session stands: it may be switched on at this moment, which ends all other sessions.
  const cookie = (await mayStay()) ? await openSessionIf(personId, ctx.device, mayStay) : null;
  if (cookie === null) return { secondStepId: await askSecondStep(ctx, personId) };
  ctx.setCookies.push(cookie);
  return { secondStepId: null };
}

async function hasSecondStep(personId: string): Promise<boolean> {
  const [step] = await inScope({ door: 'identity' }, (tx) => tx.run(secondStepNow(personId)));
  return step?.isOn ?? false;
}

async function askSecondStep(ctx: RequestContext, personId: string): Promise<string> {
  const id = newId();
  const expiresAt = new Date(ctx.now.getTime() + secondStepMinutes * 60_000);
  await inScope({ door: 'identity' }, ({ prisma }) =>
    prisma.loginToken.create({
      data: { id, personId, purpose: 'second_step', expiresAt, createdAt: ctx.now },
    }),
  );
  return id;
}
