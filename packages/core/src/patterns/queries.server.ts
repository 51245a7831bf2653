import { inScope, type Transaction } from '@tessera/db/scope.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { settingOf } from '../settings/registry.ts';
import { parts } from './parts/all.server.ts';
import { ownSource, ownSources } from './sides.server.ts';
import {
  type PatternFailure,
  type PatternKind,
  type PatternOutcome,
  type PatternReason,
  type PatternState,
  patternKinds,
} from './terms.ts';

const patienceMs = 5 * 60_000;

/** Whether a network offers itself, which ones it may begin like, and what was copied so far. */
export async function patternPage(ctx: Acting) {
  const { id: networkId, defaultLanguage } = ctx.network;
  const [sources, runs] = await Promise.all([
    ownSources(ctx),
    ctx.transaction(({ prisma }) =>
      prisma.patternRun.findMany({
        where: { networkId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: 20,
        select: { id: true, state: true, createdAt: true, source: namedSource },
      }),
    ),
  ]);
  return {
    isOffered: settingOf(ctx.network, 'network.pattern'),
    sources,
    runs: runs.map(({ source, state, ...run }) => ({
      ...run,
      state: state as PatternState,
      source: nameOf(source, [ctx.language, defaultLanguage]),
    })),
  };
}

/**
 * What would come along from a network, by kind.
 * @throws DomainError network_unknown for a network whose settings the actor does not read
 */
export async function patternChoices(ctx: Acting, code: string) {
  const source = await ownSource(ctx.actor.personId, code, ctx.realNow);
  if (!source || source.network.id === ctx.network.id) throw new DomainError('network_unknown', {}, 'like');
  const copying = { runId: '', source, target: ctx };
  const scope = { networkId: source.network.id, personId: ctx.actor.personId };
  const counts = await inScope(scope, async (tx) => {
    const counted: number[] = [];
    for (const kind of patternKinds)
      counted.push((await parts[kind].find(tx, copying)).filter(({ leftOut }) => !leftOut).length);
    return counted;
  });
  const there = await ctx.transaction(async (tx) => {
    const known: boolean[] = [];
    for (const kind of patternKinds) known.push(await parts[kind].isThere(tx, ctx));
    return known;
  });
  return {
    source: { code: source.network.code, name: source.network.name },
    kinds: patternKinds.map((kind, index) => ({
      kind,
      count: counts[index] ?? 0,
      isThere: there[index] ?? false,
    })),
  };
}

/**
 * How far a copy is, and what came of each thing.
 * @throws DomainError not_found
 */
export async function patternRun(ctx: Acting, runId: string) {
  return ctx.transaction(async (tx) => {
    const run = await findRun(tx, ctx, runId);
    const { source, kinds, failure, ...rest } = run;
    const items = await tx.prisma.patternItem.findMany({
      where: { networkId: ctx.network.id, runId },
      orderBy: { position: 'asc' },
      select: {
        kind: true,
        sourceKey: true,
        objectId: true,
        title: true,
        outcome: true,
        reason: true,
        words: true,
      },
    });
    return {
      ...rest,
      source: nameOf(source, [ctx.language, ctx.network.defaultLanguage]),
      kinds: kinds as PatternKind[],
      failure: failure as PatternFailure | '',
      items: items
        .map(({ words, kind, outcome, reason, ...item }) => ({
          ...item,
          kind: kind as PatternKind,
          outcome: outcome as PatternOutcome,
          reason: reason as PatternReason | '',
          texts: outcome === 'waiting' ? textsOf(words) : [],
        }))
        .toSorted((one, other) => patternKinds.indexOf(one.kind) - patternKinds.indexOf(other.kind)),
    };
  });
}

/** @throws DomainError not_found */
export async function findRun(tx: Transaction, ctx: Acting, id: string) {
  const networkId = ctx.network.id;
  const run = await tx.prisma.patternRun.findFirst({
    where: { networkId, id },
    select: {
      id: true,
      state: true,
      kinds: true,
      failure: true,
      progress: true,
      isOffered: true,
      createdAt: true,
      changedAt: true,
      finishedAt: true,
      source: namedSource,
    },
  });
  if (!run) throw new DomainError('not_found');
  const last = await tx.prisma.domainEvent.findFirst({
    where: { networkId, objectId: id, kind: 'pattern.asked' },
    orderBy: { id: 'desc' },
    select: { failedAt: true },
  });
  const { changedAt, state, ...rest } = run;
  const isLate = changedAt.getTime() < ctx.now.getTime() - patienceMs;
  // What failed for no reason that a person could be told can be asked for again.
  const hasBroken = state === 'failed' && rest.failure === '';
  const isStopped = hasBroken || (state === 'running' && (isLate || Boolean(last?.failedAt)));
  return { ...rest, state: state as PatternState, isStopped };
}

const namedSource = {
  select: { code: true, defaultLanguage: true, texts: { select: { language: true, name: true } } },
} as const;

type NamedSource = { code: string; defaultLanguage: string; texts: { language: string; name: string }[] };

function nameOf({ code, defaultLanguage, texts }: NamedSource, wishes: readonly string[]) {
  const wish = [...wishes, defaultLanguage, 'en'].find((each) =>
    texts.some(({ language }) => language === each),
  );
  return { code, name: texts.find(({ language }) => language === wish)?.name ?? code };
}

function textsOf(words: unknown): { language: string; title: string; text: string }[] {
  return (words as { texts?: { language: string; title: string; text: string }[] } | null)?.texts ?? [];
}
