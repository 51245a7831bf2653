import { inScope, type Scope, type Transaction } from '@tessera/db/scope.server.ts';
import type { Statement } from '@tessera/db/statement.server.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { DomainError } from './errors.ts';
import { type Grant, objectsOf, type Permission, type Reach, reachOf } from './permissions.ts';
import { Reading } from './reading.server.ts';

/** The signed-in person of a request. */
export type Actor = {
  personId: string;
  name: string;
  email: string | null;
  language: Language | null;
  /** Notices that wait to be read, when the session told. */
  unread?: number;
};

/** One request: who asks, in which language, and the real time. */
export type RequestContext = {
  actor: Actor | null;
  sessionId: string | null;
  now: Date;
  language: Language;
  requestId: string;
  ip: string;
  device: string;
  /** Set-Cookie headers that the answer carries. */
  setCookies: string[];
  /** What was resolved once in this request. */
  resolved: Map<string, Promise<unknown>>;
  /** What the request asks the database, beside its transactions. */
  reading: Reading;
};

export type NetworkCard = {
  id: string;
  code: string;
  kind: string;
  parentId: string | null;
  accent: string;
  timeZone: string;
  state: string;
  country: string | null;
  defaultLanguage: string;
  interfaceLanguages: string[];
  contentLanguages: string[];
  clockOffset: number;
  /** In the reader's language, else the network's own. */
  name: string;
  summary: string;
  /** The network's own and those that it inherits; `settingOf` tells what holds. */
  settings: readonly { key: string; value: unknown; from: string; depth: number }[];
};

/** A request inside one network. Verbs take this; they never read the clock, the environment or the request. */
export type NetworkContext = {
  network: NetworkCard;
  actor: Actor | null;
  /** What the actor holds in this network now; empty for a visitor. */
  grants: Grant[];
  now: Date;
  /** The real clock, which roles and sessions are judged by. */
  realNow: Date;
  language: Language;
  /** One transaction: in the name of the network for its members, else with what is public. */
  transaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
  /** Reads in the same name. What one request asks in one turn, here and elsewhere, is one message. */
  ask: <Rows extends object[]>(
    statements: { [Index in keyof Rows]: Statement<Rows[Index]> },
  ) => Promise<{
    [Index in keyof Rows]: Rows[Index][];
  }>;
};

/** A request inside one network by somebody who is signed in: what verbs take that change something, or read for one person. */
export type Acting = NetworkContext & { actor: Actor };

/** Makes the context of a network; the demo's clock offset shifts `now`. */
export function networkContext(input: {
  network: NetworkCard;
  actor: Actor | null;
  grants: Grant[];
  realNow: Date;
  language: Language;
  reading?: Reading;
}): NetworkContext {
  const { network, actor, grants, realNow, language, reading = new Reading() } = input;
  const scope = scopeIn(network, actor, grants);
  return {
    network,
    actor,
    grants,
    now: new Date(realNow.getTime() + network.clockOffset * 1000),
    realNow,
    language,
    transaction: (work) => inScope(scope, work),
    ask: (statements) =>
      reading.ask({ scope, statements: statements as readonly Statement<object>[] }) as never,
  };
}

/** In the name of the network for its members, else with what is public. */
export function scopeIn(network: NetworkCard, actor: Actor | null, grants: readonly Grant[]): Scope {
  const networkId = grants.length > 0 ? network.id : null;
  return { networkId, personId: actor?.personId ?? null, isPreparing: isPreparing(grants) };
}

/** Whether somebody prepares languages, and so reads what is written in them before everybody else does. */
export function isPreparing(grants: readonly Grant[]): boolean {
  return reachOf(grants, 'translation.write').kind === 'network';
}

/** How far a permission reaches for the actor in this network. */
export function reach(ctx: NetworkContext, permission: Permission): Reach {
  return reachOf(ctx.grants, permission);
}

type OneObject = { institutionId?: string | null; isOwn?: boolean; objectId?: string };

/** Whether the actor has a permission on one object. */
export function allows(ctx: NetworkContext, permission: Permission, object: OneObject): boolean {
  if (object.objectId && objectsOf(ctx.grants, permission).includes(object.objectId)) return true;
  const allowed = reach(ctx, permission);
  switch (allowed.kind) {
    case 'network':
      return true;
    case 'institutions':
      return Boolean(object.institutionId && allowed.institutionIds.includes(object.institutionId));
    case 'own':
      return object.isOwn ?? false;
    default:
      return false;
  }
}

/**
 * Checks a permission on one object.
 * @throws DomainError not_found when the actor may not even read the object, not_allowed when reading is all they may
 */
export function requireOn(
  ctx: NetworkContext,
  permission: Permission,
  object: OneObject & { isReadable?: boolean },
): void {
  if (!allows(ctx, permission, object))
    throw new DomainError(object.isReadable ? 'not_allowed' : 'not_found');
}
