import { holdGuestShare, hostOfShared } from '@tessera/db/exchange.server.ts';
import { holdLink } from '@tessera/db/founding.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { speakFor, type Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { addMembership } from '../institutions/join.server.ts';
import { chosenInstitution, type RegistrationAnswer, register } from '../seats/register.server.ts';
import type { Registration } from '../seats/schema.ts';
import { guestContext } from './guest.server.ts';

type Input = z.output<typeof Registration>;

/**
 * Asks for places in a training that a partner network shares: an institution of this network becomes a guest there. One
 * transaction speaks for both, and each side keeps its own rows. The seats stand in the host network, under its rules.
 * @throws DomainError not_found, institution_needed, institution_not_active, and all that `register` throws
 */
export async function registerGuests(ctx: Acting, input: Input): Promise<RegistrationAnswer> {
  const institutionId = chosenInstitution(ctx, input);
  if (institutionId === null) throw new DomainError('institution_needed', {}, 'institutionId');
  const { trainingId } = input;
  return ctx.transaction(async (tx) => {
    const [host] = await tx.run(hostOfShared(ctx.network.id, trainingId, ctx.language));
    if (host?.state !== 'active') throw new DomainError('not_found');
    await checkOwn(tx, ctx, institutionId);
    await speakFor(tx, host.id);
    const guest = guestContext(ctx, tx, host, institutionId);
    // A revocation waits for these rows and ends them afterwards, or came first and is seen.
    const [link] = await tx.run(holdLink(host.id, ctx.network.code, 'trainings', guest.now));
    const [share] = await tx.run(holdGuestShare(host.id, ctx.network.id, trainingId));
    if (!link || !share) throw new DomainError('not_found');
    await addMembership(
      tx,
      { networkId: host.id, actorId: ctx.actor.personId, now: guest.now },
      { institutionId, role: 'observer', track: '', state: 'active', isGuest: true, joinedOn: guest.now },
    );
    // Other dates are other trainings, which may not be shared.
    const answer = await register(guest, { ...input, institutionId, dates: [] }, ctx.network.code);
    const { registrationId } = answer;
    if (!answer.isRepeat) {
      await tx.prisma.guestRegistration.create({
        data: {
          networkId: host.id,
          registrationId,
          trainingId,
          originNetworkId: ctx.network.id,
          contactName: ctx.actor.name,
          contactEmail: ctx.actor.email,
          createdAt: guest.now,
        },
      });
    }
    await speakFor(tx, ctx.network.id);
    if (answer.isRepeat) await checkReceipt(tx, ctx, registrationId);
    else await keepReceipt(tx, ctx, { institutionId, hostNetworkId: host.id, trainingId, answer });
    return answer;
  });
}

// Guests of guests are nobody's members.
async function checkOwn(tx: Transaction, ctx: Acting, institutionId: string): Promise<void> {
  const own = await tx.prisma.membership.findFirst({
    where: { networkId: ctx.network.id, institutionId, state: 'active', isGuest: false },
    select: { id: true },
  });
  if (!own) throw new DomainError('institution_not_active', {}, 'institutionId');
}

// Sent twice, a form finds what it made the first time, and nothing that others made.
async function checkReceipt(tx: Transaction, ctx: Acting, registrationId: string): Promise<void> {
  const receipt = await tx.prisma.awayRegistration.findFirst({
    where: { networkId: ctx.network.id, registrationId },
    select: { id: true },
  });
  if (!receipt) throw new DomainError('invalid');
}

async function keepReceipt(
  tx: Transaction,
  ctx: Acting,
  receipt: { institutionId: string; hostNetworkId: string; trainingId: string; answer: RegistrationAnswer },
): Promise<void> {
  const { institutionId, hostNetworkId, trainingId, answer } = receipt;
  const { registrationId, confirmed, waiting } = answer;
  const networkId = ctx.network.id;
  await tx.prisma.awayRegistration.create({
    data: {
      id: newId(),
      networkId,
      institutionId,
      hostNetworkId,
      trainingId,
      registrationId,
      createdAt: ctx.now,
    },
  });
  await recordEvent(tx, {
    networkId,
    kind: 'seats.registered_away',
    object: ['institution', institutionId],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload: { host: hostNetworkId, trainingId, confirmed, waiting },
  });
}
