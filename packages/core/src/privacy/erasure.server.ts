import { newId } from '@tessera/db/id.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { forgetInNetwork } from '@tessera/db/retention.server.ts';
import { inScope, type Transaction } from '@tessera/db/scope.server.ts';
import { erasureRequests, networksWithPerson } from '@tessera/db/subject.server.ts';
import type { z } from 'zod';
import { networksOf } from '../consents/own.server.ts';
import type { Acting, Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { vacateForgotten } from '../seats/vacate.server.ts';
import type { Hold } from './schema.ts';

type SignedIn = RequestContext & { actor: Actor };
/** What the law gives for an answer. */
export const erasureDays = 30;
const dayMs = 86_400_000;

/** Asks every network that knows the person, and the platform, to forget them. Asking twice asks once. */
export async function requestErasure(ctx: SignedIn): Promise<void> {
  const { personId } = ctx.actor;
  const networks = await networksOf(ctx);
  const places = [
    ...networks.filter(({ id }) => id !== platformNetworkId),
    { id: platformNetworkId, now: ctx.now },
  ];
  for (const { id: networkId, now } of places) {
    await inScope({ networkId, personId }, async (tx) => {
      const open = await tx.prisma.erasureRequest.findFirst({
        where: { networkId, personId, state: 'open' },
        select: { id: true },
      });
      if (open) return;
      const id = newId();
      await tx.prisma.erasureRequest.create({
        data: {
          id,
          networkId,
          personId,
          state: 'open',
          requestedAt: now,
          dueAt: new Date(now.getTime() + erasureDays * dayMs),
        },
      });
      await recordEvent(tx, event(networkId, 'erasure.requested', id, personId, now));
    });
  }
}

/** Takes the request back, wherever it is still open. */
export async function withdrawErasure(ctx: SignedIn): Promise<void> {
  const { personId } = ctx.actor;
  const networks = await networksOf(ctx);
  for (const { id: networkId, now } of [...networks, { id: platformNetworkId, now: ctx.now }]) {
    await inScope({ networkId, personId }, async (tx) => {
      const open = await tx.prisma.erasureRequest.findFirst({
        where: { networkId, personId, state: 'open' },
        select: { id: true },
      });
      const { count } = await tx.prisma.erasureRequest.updateMany({
        where: { networkId, personId, state: 'open' },
        data: { state: 'withdrawn', decidedAt: now, decidedById: personId },
      });
      if (open && count > 0)
        await recordEvent(tx, event(networkId, 'erasure.withdrawn', open.id, personId, now));
    });
  }
}

/** Who asked this network to forget them, with what the law asks to keep meanwhile. */
export async function erasures(ctx: Acting) {
  const networkId = ctx.network.id;
  return inScope({ networkId, door: 'identity' }, async ({ prisma }) => {
    const [requests, holds] = await Promise.all([
      prisma.erasureRequest.findMany({
        where: { networkId },
        orderBy: [{ state: 'desc' }, { dueAt: 'asc' }],
        take: 200,
        select: {
          id: true,
          state: true,
          requestedAt: true,
          dueAt: true,
          decidedAt: true,
          personId: true,
          person: { select: { givenName: true, familyName: true, nameOrder: true, email: true } },
        },
      }),
      prisma.legalHold.findMany({
        where: { networkId, liftedAt: null },
        select: { personId: true, reason: true, setAt: true },
      }),
    ]);
    return requests.map(({ personId, person, ...request }) => {
      const hold = holds.find((each) => each.personId === personId);
      return {
        ...request,
        ...person,
        nameOrder: person.nameOrder as 'given_first' | 'family_first',
        isLate: request.state === 'open' && request.dueAt < ctx.now,
        hold: hold ? { reason: hold.reason, setAt: hold.setAt } : null,
      };
    });
  });
}

/**
 * Forgets the person of a request in this network: names, addresses, roles, places in what is to come. Figures stay,
 * certificates stay valid by their code. Their login is the platform's matter.
 * @throws DomainError not_found, legal_hold with the reason
 */
export async function carryOutErasure(ctx: Acting, requestId: string): Promise<void> {
  const networkId = ctx.network.id;
  const place = { networkId, actorId: ctx.actor.personId, now: ctx.now };
  await inScope({ networkId, door: 'identity' }, async (tx) => {
    const personId = await openRequest(tx, networkId, requestId);
    await forget(tx, { ...place, personId });
  });
  await vacateForgotten(place);
}

/**
 * Sets or renews the hold that keeps a person's data while a law asks for it.
 * @throws DomainError not_found
 */
export async function setHold(ctx: Acting, { requestId, reason }: z.output<typeof Hold>): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const personId = await openRequest(tx, networkId, requestId);
    const { count } = await tx.prisma.legalHold.updateMany({
      where: { networkId, personId, liftedAt: null },
      data: { reason, setById: ctx.actor.personId, setAt: ctx.now },
    });
    if (count === 0) {
      await tx.prisma.legalHold.create({
        data: { id: newId(), networkId, personId, reason, setById: ctx.actor.personId, setAt: ctx.now },
      });
    }
    await recordEvent(tx, event(networkId, 'hold.set', requestId, ctx.actor.personId, ctx.now));
  });
}

/** Ends the hold. */
export async function liftHold(ctx: Acting, requestId: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const personId = await openRequest(tx, networkId, requestId);
    const { count } = await tx.prisma.legalHold.updateMany({
      where: { networkId, personId, liftedAt: null },
      data: { liftedAt: ctx.now },
    });
    if (count > 0)
      await recordEvent(tx, event(networkId, 'hold.lifted', requestId, ctx.actor.personId, ctx.now));
  });
}

/** Every request to the platform itself, the nearest date first; for its operators. */
export async function operatorErasures(ctx: SignedIn) {
  return inScope({ networkId: platformNetworkId, door: 'platform' }, async (tx) => {
    const all = await tx.run(erasureRequests());
    const own = all.filter(({ networkId, state }) => networkId === platformNetworkId && state === 'open');
    return own.map(({ id, personId, requestedAt, dueAt }) => ({
      id,
      requestedAt,
      dueAt,
      isLate: dueAt < ctx.now,
      openNetworks: all.filter(
        (request) =>
          request.personId === personId &&
          request.state === 'open' &&
          request.networkId !== platformNetworkId,
      ).length,
    }));
  });
}

/**
 * Forgets a person everywhere: in each network that still knows them, then their name, address, login and sessions.
 * @throws DomainError not_found, legal_hold when any network must keep their data
 */
export async function carryOutErasureEverywhere(ctx: SignedIn, requestId: string): Promise<void> {
  const actorId = ctx.actor.personId;
  const { personId, networks } = await inScope(
    { networkId: platformNetworkId, door: 'platform' },
    async (tx) => {
      const found = await openRequest(tx, platformNetworkId, requestId);
      return { personId: found, networks: await tx.run(networksWithPerson(found, ctx.language)) };
    },
  );
  const others = networks.filter(({ id }) => id !== platformNetworkId);
  for (const { id } of others) {
    await inScope({ networkId: id }, (tx) => refuseWhileHeld(tx, id, personId));
  }
  const places: Parameters<typeof vacateForgotten> = [];
  for (const { id: networkId, clockOffset } of others) {
    const now = new Date(ctx.now.getTime() + clockOffset * 1000);
    await inScope({ networkId, door: 'identity' }, (tx) => forget(tx, { networkId, personId, actorId, now }));
    places.push({ networkId, actorId, now });
  }
  await forgetLogin({ personId, actorId, now: ctx.now });
  // Last, since no seat is a reason to keep a name.
  await vacateForgotten(...places);
}

/**
 * Takes away the name, the address, the login and the sessions of a person whom no network knows any more.
 * @throws DomainError legal_hold
 */
export async function forgetLogin(input: {
  personId: string;
  actorId: string | null;
  now: Date;
}): Promise<void> {
  const { personId } = input;
  await inScope({ networkId: platformNetworkId, door: 'identity' }, async (tx) => {
    await forget(tx, { networkId: platformNetworkId, ...input });
    await tx.prisma.session.deleteMany({ where: { personId } });
    await tx.prisma.loginToken.deleteMany({ where: { personId } });
    await tx.prisma.secondStep.deleteMany({ where: { personId } });
    await tx.prisma.login.deleteMany({ where: { personId } });
    await tx.prisma.person.update({
      where: { id: personId },
      data: { givenName: '', familyName: '–', email: null, language: null, state: 'anonymised' },
    });
  });
}

async function openRequest(tx: Transaction, networkId: string, requestId: string): Promise<string> {
  const request = await tx.prisma.erasureRequest.findFirst({
    where: { networkId, id: requestId, state: 'open' },
    select: { personId: true },
  });
  if (!request) throw new DomainError('not_found');
  return request.personId;
}

async function refuseWhileHeld(tx: Transaction, networkId: string, personId: string): Promise<void> {
  const hold = await tx.prisma.legalHold.findFirst({
    where: { networkId, personId, liftedAt: null },
    select: { reason: true },
  });
  if (hold) throw new DomainError('legal_hold', { reason: hold.reason });
}

async function forget(
  tx: Transaction,
  {
    networkId,
    personId,
    actorId,
    now,
  }: { networkId: string; personId: string; actorId: string | null; now: Date },
): Promise<void> {
  await refuseWhileHeld(tx, networkId, personId);
  const person = await tx.prisma.person.findFirst({ where: { id: personId }, select: { email: true } });
  const [counts] = await tx.run(forgetInNetwork(networkId, personId, person?.email ?? null, now));
  await tx.prisma.erasureRequest.updateMany({
    where: { networkId, personId, state: 'open' },
    data: { state: 'done', decidedAt: now, decidedById: actorId },
  });
  await recordEvent(tx, {
    ...event(networkId, 'erasure.done', personId, actorId, now),
    payload: { ...counts },
  });
}

function event(
  networkId: string,
  kind: NewEvent['kind'],
  objectId: string,
  actorId: string | null,
  at: Date,
): NewEvent {
  return { networkId, kind, object: ['erasure', objectId], actorId, at };
}
