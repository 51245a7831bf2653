import {
  type HeldRole,
  type ResolvedNetwork as NetworkRow,
  resolveNetwork as resolveStatement,
} from '@tessera/db/networks.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { isLanguage } from '@tessera/i18n/languages.ts';
import type { NetworkCard, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { Grant, ObjectKind, Role } from '../permissions.ts';
import { lacksSecondStep } from '../second-step/rules.ts';

export type ResolvedNetwork = {
  network: NetworkCard;
  grants: Grant[];
  /** The network asks a second step at sign-in of this person, who has none: it answers nothing until then. */
  isSecondStepMissing: boolean;
};

/**
 * The network of an address and what the actor holds in it; asked once per request.
 * @throws DomainError not_found for an unknown code and for the platform's own row
 */
export async function resolveNetwork(
  ctx: RequestContext,
  code: string,
  options: { allowPlatform?: boolean } = {},
): Promise<ResolvedNetwork> {
  const found = await lookUp(ctx, code, ctx.language);
  if (!found || (found.network.kind === 'platform' && !options.allowPlatform))
    throw new DomainError('not_found');
  return found;
}

/**
 * The languages of a network, for a request that has none yet, best first. Its card is read with its name in its own
 * language, which is the one that most such requests get; then it is not asked for again.
 */
export async function languagesOfNetwork(ctx: RequestContext, code: string): Promise<string[]> {
  const found = await lookUp(ctx, code, '');
  if (!found) return [];
  const { defaultLanguage, interfaceLanguages } = found.network;
  if (!isLanguage(defaultLanguage)) ctx.resolved.delete(keyOf(code));
  return [defaultLanguage, ...interfaceLanguages];
}

function lookUp(ctx: RequestContext, code: string, language: string): Promise<ResolvedNetwork | null> {
  const known = ctx.resolved.get(keyOf(code)) as Promise<ResolvedNetwork | null> | undefined;
  if (known) return known;
  const pending = read(ctx, code, language);
  ctx.resolved.set(keyOf(code), pending);
  return pending;
}

function keyOf(code: string): string {
  return `network:${code}`;
}

/** Keeps what was read of a network together with the session, so that the request does not ask again. */
export function rememberNetwork(
  ctx: RequestContext,
  code: string,
  row: NetworkRow | null,
): ResolvedNetwork | null {
  const found = row && resolved(row);
  ctx.resolved.set(keyOf(code), Promise.resolve(found));
  return found;
}

async function read(ctx: RequestContext, code: string, language: string): Promise<ResolvedNetwork | null> {
  const personId = ctx.actor?.personId ?? null;
  const [row] = await inScope({ personId }, (tx) => tx.run(resolveStatement(code, ctx.now, language)));
  return row ? resolved(row) : null;
}

/** The card of a network and what is held in it, out of the row of the statement. */
export function resolved(row: NetworkRow): ResolvedNetwork {
  const { roles, settings, hasSecondStep, ...card } = row;
  const network = { ...card, settings: settings ?? [] };
  const grants = roles.map(grantOf);
  return { network, grants, isSecondStepMissing: lacksSecondStep(network, grants, hasSecondStep) };
}

/** A role as permissions are judged by it. */
export function grantOf({ role, institutionId, objectKind, objectId, capabilities }: HeldRole): Grant {
  const object = objectId ? { kind: objectKind as ObjectKind, id: objectId } : null;
  return { role: role as Role, institutionId, object, capabilities };
}
