import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, allows } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { dateOf } from '../mentoring/note.server.ts';
import { holdLevels } from '../translations/hold-levels.server.ts';
import { keepTexts } from '../translations/keep.server.ts';
import { lockEditable, note } from './access.server.ts';
import { isShown } from './rules.ts';
import type { ResourceFields } from './schema.ts';

type Fields = z.output<typeof ResourceFields>;

/**
 * Begins a resource as a draft, without files.
 * @throws DomainError source_text_needed, not_allowed, not_found for an institution that is no member
 */
export async function createResource(ctx: Acting, fields: Fields): Promise<{ resourceId: string }> {
  const networkId = ctx.network.id;
  const resourceId = newId();
  await ctx.transaction(async (tx) => {
    await checkFields(tx, ctx, fields);
    await tx.prisma.resource.create({
      data: {
        ...columnsOf(fields),
        id: resourceId,
        networkId,
        createdAt: ctx.now,
        createdById: ctx.actor.personId,
        changedAt: ctx.now,
      },
    });
    await writeTexts(tx, ctx, resourceId, fields);
    await tx.prisma.resourceVersion.create({
      data: { networkId, resourceId, number: 1, createdAt: ctx.now, createdById: ctx.actor.personId },
    });
    await note(tx, ctx, 'resource.created', resourceId, { what: fields.kind });
  });
  return { resourceId };
}

/**
 * Writes the words and particulars of a resource anew. Translations that do not follow a change of the source text are
 * behind it from then on, unless the change is a minor one.
 * @throws DomainError not_found, not_allowed, source_text_needed, translation_changed
 */
export async function editResource(ctx: Acting, resourceId: string, fields: Fields): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const locked = await lockEditable(tx, ctx, resourceId);
    await checkFields(tx, ctx, fields, locked.ownerInstitutionId);
    // What is shown always says until when it holds.
    const reviewBy = fields.reviewBy ?? (isShown(locked.state) ? locked.reviewBy : null);
    // The row of a resource marks its texts, so the levels of their languages are held before it changes.
    await holdLevels(tx, ctx.network);
    await tx.prisma.resource.updateMany({
      where: { networkId, id: resourceId },
      data: { ...columnsOf({ ...fields, reviewBy }), changedAt: ctx.now },
    });
    await writeTexts(tx, ctx, resourceId, fields);
    await note(tx, ctx, 'resource.edited', resourceId, { isMinor: fields.isMinor });
  });
}

async function writeTexts(
  tx: Transaction,
  ctx: Acting,
  resourceId: string,
  { texts, sourceLanguage: source, isMinor, seen }: Fields,
): Promise<void> {
  const current = texts.filter(({ isCurrent }) => isCurrent);
  await keepTexts(
    tx,
    ctx,
    { kind: 'resource', id: resourceId },
    texts.map(({ isCurrent: _isCurrent, ...words }) => words),
    {
      confirmed: Object.fromEntries(current.map(({ language }) => [language, 'human'])),
      source,
      isMinor,
      seen,
    },
  );
}

async function checkFields(
  tx: Transaction,
  ctx: Acting,
  { texts, sourceLanguage, institutionId }: Fields,
  /** The owner until now, for a resource that is there */
  before?: string | null,
): Promise<void> {
  if (!texts.some(({ language }) => language === sourceLanguage))
    throw new DomainError('source_text_needed', {}, 'sourceLanguage');
  if (institutionId) {
    const member = await tx.prisma.membership.findFirst({
      where: { networkId: ctx.network.id, institutionId },
      select: { id: true },
    });
    if (!member) throw new DomainError('not_found');
  }
  if (institutionId !== before && !allows(ctx, 'resource.create', { institutionId, isOwn: true }))
    throw new DomainError('not_allowed', {}, 'institutionId');
}

function columnsOf({
  texts: _texts,
  isMinor: _isMinor,
  seen: _seen,
  institutionId,
  reviewBy,
  ...columns
}: Fields) {
  return { ...columns, ownerInstitutionId: institutionId, reviewBy: dateOf(reviewBy) };
}
