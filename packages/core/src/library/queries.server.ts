import { institutionNames } from '@tessera/db/institutions.server.ts';
import {
  type LibraryFigures,
  type LibraryPage,
  type LibraryWish,
  libraryFigures,
  libraryPage,
  type ResourceFile,
  type ResourceRow,
  resourceFile,
  resourcePreview,
  resourceRow,
  resourceUses,
} from '@tessera/db/library.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { previewMime } from '@tessera/files/preview.server.ts';
import type { z } from 'zod';
import { type Acting, allows, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { previewKey } from '../files/store.server.ts';
import { wordingsOf } from '../places/names.ts';
import { freshnessOf } from '../translations/rules.ts';
import { mayEdit, mayRead, readsInternal } from './access.server.ts';
import {
  isBehind,
  isIn,
  isShown,
  lackingIn,
  makings,
  movesFrom,
  type ResourceState,
  type ShareRight,
} from './rules.ts';
import type { LibrarySearch, ReadFile, ReadPreview, ReadResource } from './schema.ts';

const pageSize = 25;

/**
 * One page of a library: the own resources and those that partners share, as far as somebody may read them; with it how
 * many each value of a filter would leave. One message to the database.
 */
export async function library(ctx: NetworkContext, search: z.output<typeof LibrarySearch>) {
  const wish = wishOf(ctx, search);
  const order = search.sort || (search.q === '' ? 'new' : 'match');
  const [[found], figures] = await ctx.ask<[LibraryPage, LibraryFigures]>([
    libraryPage(order, wish, afterOf(search.after), pageSize + 1),
    libraryFigures(ctx.network.id),
  ]);
  const { rows, counts, isCut } = found ?? { rows: [], counts: [], isCut: false };
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    resources: page.map(({ key: _key, ...row }) => ({ ...row, state: row.state as ResourceState })),
    total: counts.find(({ filter }) => filter === 'all')?.count ?? 0,
    counts: counts.filter(({ filter }) => filter !== 'all'),
    /** Of more that was found these are the closest */
    isCut,
    order,
    next: rows.length > pageSize && last ? `${last.id}${last.key}` : null,
    mayCreate: reach(ctx, 'resource.create').kind !== 'none',
    seesDrafts: reach(ctx, 'resource.edit').kind !== 'none',
    figures: allows(ctx, 'resource.decide', {}) ? (figures[0] ?? null) : null,
  };
}

function wishOf(ctx: NetworkContext, search: z.output<typeof LibrarySearch>): LibraryWish {
  const edits = reach(ctx, 'resource.edit');
  return {
    language: ctx.language,
    networkId: ctx.network.id,
    personId: ctx.actor?.personId ?? null,
    seesAll: edits.kind === 'network',
    institutionIds: edits.kind === 'institutions' ? edits.institutionIds : [],
    seesInternal: readsInternal(ctx),
    queries: wordingsOf(search.q),
    kind: search.kind,
    topic: search.topic,
    audience: search.audience,
    contentLanguage: search.language,
    from: search.from,
    state: search.state,
  };
}

const idLength = 36;

function afterOf(after: string) {
  const id = after.slice(0, idLength);
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { id, key: after.slice(idLength) } : null;
}

/**
 * One resource, of this network or of a partner that shares it, in the version that is asked for; with what one may do.
 * @throws DomainError not_found
 */
export async function resource(ctx: NetworkContext, asked: z.output<typeof ReadResource>) {
  return ctx.transaction(async (tx) => {
    const row = await readable(tx, ctx, asked);
    const isOwn = row.networkId === ctx.network.id;
    const version = Math.min(asked.version ?? row.version, row.version);
    const current = row.items.filter((item) => isIn(item, row.version));
    const may = { edit: isOwn && mayEdit(ctx, row), decide: isOwn && allows(ctx, 'resource.decide', {}) };
    const uses =
      may.edit || may.decide ? await tx.run(resourceUses(row.networkId, row.id, ctx.language)) : [];
    const mayMake = !isOwn && reach(ctx, 'resource.create').kind !== 'none';
    const { networkId: _networkId, createdById: _createdById, ...shown } = row;
    return {
      ...shown,
      isOwn,
      shownVersion: version,
      texts: row.texts.map((text) => ({ ...text, freshness: freshnessOf(row.texts, text) })),
      items: row.items
        .filter((item) => isIn(item, version))
        .map((item) => ({ ...item, isBehind: isBehind(item, { ...row, items: current }) })),
      lacking: lackingIn({ ...row, items: current }),
      mayEdit: may.edit,
      mayShare: may.decide && isShown(row.state),
      moves: isOwn ? movesFrom(row.state, may) : [],
      uses,
      makings: mayMake ? makings(row.rights as ShareRight | null) : [],
      mayReport: !isOwn && row.rights !== null && allows(ctx, 'resource.decide', {}),
    };
  });
}

/**
 * Where a file of a resource lies, for whoever may read the resource now.
 * @throws DomainError not_found
 */
export async function fileOfResource(
  ctx: NetworkContext,
  { itemId, ...asked }: z.output<typeof ReadFile>,
): Promise<ResourceFile> {
  return ctx.transaction(async (tx) => {
    const row = await readable(tx, ctx, asked);
    const [file] = await tx.run(resourceFile(row.networkId, row.id, itemId));
    if (!file) throw new DomainError('not_found');
    return file;
  });
}

/**
 * Where a picture of a file lies, for whoever may read the resource now.
 * @throws DomainError not_found
 */
export async function previewOfFile(
  ctx: NetworkContext,
  { itemId, size, ...asked }: z.output<typeof ReadPreview>,
): Promise<{ key: string; mime: string; tag: string }> {
  return ctx.transaction(async (tx) => {
    const row = await readable(tx, ctx, asked);
    const [file] = await tx.run(resourcePreview(row.networkId, row.id, itemId));
    if (!file) throw new DomainError('not_found');
    return { key: previewKey(file.storageKey, size), mime: previewMime, tag: `${file.sha256}-${size}` };
  });
}

export type Readable = ResourceRow & { state: ResourceState };

/** @throws DomainError not_found */
export async function readable(
  tx: Transaction,
  ctx: NetworkContext,
  { resourceId, owner }: { resourceId: string; owner?: string | undefined },
): Promise<Readable> {
  const [found] = await tx.run(resourceRow(owner ?? ctx.network.code, resourceId, ctx.language));
  if (!found) throw new DomainError('not_found');
  const row = { ...found, state: found.state as ResourceState };
  const isOpen =
    row.networkId === ctx.network.id
      ? mayRead(ctx, row)
      : (row.rights !== null || row.visibility === 'tree') &&
        (readsInternal(ctx) || row.visibility === 'public');
  if (!isOpen) throw new DomainError('not_found');
  return row;
}

/** The institutions that can own a resource which somebody writes. */
export async function resourceForm(ctx: Acting) {
  const allowed = reach(ctx, 'resource.create');
  const only = allowed.kind === 'institutions' ? allowed.institutionIds : null;
  const institutions = await ctx.transaction((tx) =>
    tx.run(institutionNames(ctx.network.id, ctx.language, only)),
  );
  return {
    institutions: institutions.map(({ id, name }) => ({ id, name })),
    needsInstitution: only !== null,
  };
}
