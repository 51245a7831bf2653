import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { columnsOf, enterInstitution } from '../institutions/cards.server.ts';
import { atRegister } from '../institutions/door.server.ts';
import { moveMembershipIn, takeInstitution } from '../institutions/memberships.server.ts';
import type { MembershipState } from '../institutions/rules.ts';
import { CreatedInstitution } from '../institutions/schema.ts';
import { inviteTo } from '../members/invite.server.ts';
import { lockUndecided } from './lock.server.ts';
import { wayIn } from './rules.ts';
import type { Admission } from './schema.ts';

/**
 * Admits an applicant: its card is entered, or the institution that was chosen in the register is taken; it is an active
 * member, and its contact is invited as its manager. All of it, or nothing.
 * @throws DomainError not_found, state_changed, institution_exists, institution_merged, membership_suspended
 */
export async function admitApplicant(
  ctx: Acting,
  { applicationId: id, institutionId: chosenId, role }: z.output<typeof Admission>,
): Promise<{ institutionId: string }> {
  const networkId = ctx.network.id;
  const card = chosenId ? null : await typedCard(ctx, id, role);
  return atRegister(ctx, async (tx) => {
    const { email, givenName, familyName, nameOrder, language } = await lockUndecided(tx, networkId, id);
    const institutionId = card ? await enter(tx, ctx, card) : await take(tx, ctx, chosenId ?? '', role);
    const name = nameOrder === 'family_first' ? `${familyName} ${givenName}` : `${givenName} ${familyName}`;
    await inviteTo(
      tx,
      ctx,
      { role: 'institution_manager', institutionId },
      { email, name, givenName, familyName, language },
    );
    await tx.prisma.membershipApplication.updateMany({
      where: { networkId, id },
      data: { decision: 'admitted', decidedAt: ctx.now, institutionId },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'application.admitted',
      object: ['application', id],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { institutionId, isNew: card !== null },
    });
    return { institutionId };
  });
}

type Card = { input: z.output<typeof CreatedInstitution>; columns: Awaited<ReturnType<typeof columnsOf>> };

/** The card that was typed. Its place is looked up before the transaction. */
async function typedCard(ctx: NetworkContext, id: string, role: string): Promise<Card> {
  const typed = await ctx.transaction((tx) =>
    tx.prisma.membershipApplication.findFirst({ where: { networkId: ctx.network.id, id } }),
  );
  if (!typed) throw new DomainError('not_found');
  const { kind, name, nameLanguage, locality, county, country, website } = typed;
  const texts = [{ language: nameLanguage, name }];
  const input = CreatedInstitution.parse({ kind, texts, locality, county, country, website, role });
  return { input, columns: await columnsOf(input) };
}

async function enter(tx: Transaction, ctx: Acting, { input, columns }: Card): Promise<string> {
  try {
    return await enterInstitution(tx, ctx, input, columns);
  } catch (error) {
    // The name is not typed here: what can be changed is which institution it is.
    if (!(error instanceof DomainError && error.code === 'institution_exists')) throw error;
    throw new DomainError(error.code, error.params, 'institutionId');
  }
}

async function take(
  tx: Transaction,
  ctx: Acting,
  institutionId: string,
  role: z.output<typeof Admission>['role'],
): Promise<string> {
  const networkId = ctx.network.id;
  const here = await tx.prisma.membership.findFirst({
    where: { networkId, institutionId },
    select: { state: true },
  });
  const way = wayIn((here?.state ?? null) as MembershipState | null);
  if (way === null) throw new DomainError('membership_suspended', {}, 'institutionId');
  if (way === 'join') await takeInstitution(tx, ctx, { institutionId, role, track: '', state: 'active' });
  else if (way !== 'stay') await moveMembershipIn(tx, ctx, { institutionId, move: way });
  // Who came as a guest of another network is one of its own from now on.
  await tx.prisma.membership.updateMany({
    where: { networkId, institutionId, isGuest: true },
    data: { isGuest: false, isPublic: true, role },
  });
  return institutionId;
}
