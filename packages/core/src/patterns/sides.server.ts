import { networksOfPerson, resolveNetwork } from '@tessera/db/networks.server.ts';
import { offeredPatterns } from '@tessera/db/patterns.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { type Acting, type Actor, networkContext } from '../context.server.ts';
import { type ResolvedNetwork, resolved } from '../networks/resolve.server.ts';
import { type Grant, reachOf } from '../permissions.ts';
import { settingOf } from '../settings/registry.ts';
import type { Source } from './part.ts';
import type { PatternFailure } from './terms.ts';

const readable = ['draft', 'active', 'suspended'];

/** The network that somebody may copy because they read its settings; null when they may not, or not any more. */
export async function ownSource(personId: string, code: string, realNow: Date): Promise<Source | null> {
  const found = await resolvedFor(personId, code, realNow);
  if (!found || !isReadable(found)) return null;
  return mayEdit(found.grants) ? { network: found.network, isOffered: false } : null;
}

/** A network that offers itself as a pattern to whoever operates the platform; null when it does not, or not any more. */
export async function offeredSource(operatorId: string, code: string, realNow: Date): Promise<Source | null> {
  const [platform, found] = await Promise.all([
    resolvedFor(operatorId, 'platform', realNow),
    resolvedFor(operatorId, code, realNow),
  ]);
  const isOperator = platform?.grants.some(({ role }) => role === 'platform_admin');
  if (!isOperator || !found || !isReadable(found)) return null;
  return settingOf(found.network, 'network.pattern') ? { network: found.network, isOffered: true } : null;
}

/** The networks whose settings somebody reads, beside the one they are in. */
export async function ownSources({ actor, network, realNow, language }: Acting) {
  const rows = await inScope({ personId: actor.personId }, (tx) =>
    tx.run(networksOfPerson(actor.personId, realNow, language)),
  );
  const held = (role: string) => [{ role, institutionId: null, object: null, capabilities: [] }] as Grant[];
  return rows
    .filter(
      ({ code, roles }) =>
        code !== network.code && code !== 'platform' && roles.some((role) => mayEdit(held(role))),
    )
    .map(({ code, name }) => ({ code, name }));
}

/** The networks that offer themselves as a pattern. */
export async function offeredSources(language: Language) {
  const rows = await inScope({}, (tx) => tx.run(offeredPatterns(language)));
  return rows.map(({ code, name }) => ({ code, name }));
}

export type Asked = { sourceCode: string; targetCode: string; personId: string; isOffered: boolean };

/**
 * Both networks of a copy, as the one who asked may still read the one and write in the other. What an operator asked for
 * belongs to the founding: it is written in the name of the network, like its card.
 * @returns why it cannot go on, where one of both has changed
 */
export async function sidesOf(
  { sourceCode, targetCode, personId, isOffered }: Asked,
  realNow: Date,
): Promise<{ source: Source; target: Acting } | PatternFailure> {
  const target = await resolvedFor(personId, targetCode, realNow);
  if (!target || !['draft', 'active'].includes(target.network.state)) return 'network_closed';
  const source = await (isOffered ? offeredSource : ownSource)(personId, sourceCode, realNow);
  if (!source || !(isOffered || mayEdit(target.grants))) return 'not_allowed';
  const actor: Actor = { personId, name: '', email: null, language: null };
  const founder: Grant[] = [{ role: 'coordinator', institutionId: null, object: null, capabilities: [] }];
  const ctx = networkContext({
    network: target.network,
    actor,
    grants: isOffered ? founder : target.grants,
    realNow,
    language: target.network.defaultLanguage as Language,
  });
  return { source, target: { ...ctx, actor } };
}

async function resolvedFor(personId: string, code: string, realNow: Date): Promise<ResolvedNetwork | null> {
  const [row] = await inScope({ personId }, (tx) => tx.run(resolveNetwork(code, realNow, '')));
  const found = row ? resolved(row) : null;
  // Who lacks the second step that a network demands holds nothing there until they have it.
  return found?.isSecondStepMissing ? { ...found, grants: [] } : found;
}

function isReadable({ network }: ResolvedNetwork): boolean {
  return network.kind !== 'platform' && readable.includes(network.state);
}

function mayEdit(grants: readonly Grant[]): boolean {
  return reachOf(grants, 'network.edit').kind === 'network';
}
