import { networksOfPerson } from '@tessera/db/networks.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import type { Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { Role } from '../permissions.ts';
import { endAllSessions, endSession, sessionLabel, storedSessionId } from './sessions.server.ts';

type SignedIn = RequestContext & { actor: Actor };

/** Who is signed in, and the networks in which they hold a role; asked once per request. */
export async function me(ctx: RequestContext) {
  const { actor } = ctx;
  if (!actor) return null;
  const networks = await inScope({ personId: actor.personId }, (tx) =>
    tx.run(networksOfPerson(actor.personId, ctx.now, ctx.language)),
  );
  return {
    name: actor.name,
    email: actor.email,
    networks: networks
      .filter(({ code }) => code !== 'platform')
      .map(({ held, ...network }) => ({
        ...network,
        held: held.map(({ role, institution, validFrom, validUntil }) => ({
          role: role as Role,
          institution,
          validFrom: new Date(validFrom),
          validUntil: validUntil ? new Date(validUntil) : null,
        })),
      })),
    isOperator: networks.some(({ code, roles }) => code === 'platform' && roles.includes('platform_admin')),
  };
}

/** Where one is signed in; the newest first. */
export async function listSessions(ctx: SignedIn) {
  const current = ctx.sessionId ? storedSessionId(ctx.sessionId) : null;
  const rows = await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.session.findMany({
      where: { personId: ctx.actor.personId, expiresAt: { gt: ctx.now } },
      orderBy: { createdAt: 'desc' },
      select: { id: true, device: true, createdAt: true },
    }),
  );
  return rows.map(({ id, device, createdAt }) => ({
    id: sessionLabel(id),
    device,
    createdAt,
    isCurrent: id === current,
  }));
}

/**
 * Ends one of one's own sessions, on another device.
 * @throws DomainError not_found
 */
export async function endOneSession(ctx: SignedIn, label: string): Promise<void> {
  const { count } = await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.session.deleteMany({ where: { personId: ctx.actor.personId, id: { startsWith: label } } }),
  );
  if (count === 0) throw new DomainError('not_found');
}

export async function signOut(ctx: RequestContext): Promise<void> {
  ctx.setCookies.push(await endSession(ctx.sessionId));
}

/** Signs out on every device, this one too. */
export async function signOutEverywhere(ctx: SignedIn): Promise<void> {
  await endAllSessions(ctx.actor.personId);
  ctx.setCookies.push(await endSession(null));
}

/** Keeps the language that a person chose. */
export async function setLanguage(ctx: SignedIn, language: Language): Promise<void> {
  await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.person.update({ where: { id: ctx.actor.personId }, data: { language } }),
  );
}
