import type { Transaction } from '@tessera/db/scope.server.ts';
import {
  keepTranslationWork,
  lockTextOwner,
  type TextsRow,
  textsOfMany,
  textsOfOwner,
} from '@tessera/db/translations.server.ts';
import type { z } from 'zod';
import { type Acting, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { kindsIn, maySee, mayWrite } from './access.server.ts';
import type { TranslationEventKind } from './events.ts';
import { keepTexts, treeOf } from './keep.server.ts';
import { entriesOf, type Fields, faultIn, kinds, type TextKind } from './kinds.ts';
import { freshnessOf, sourceOf, stateOf, translatedFrom } from './rules.ts';
import type { DraftPlace, TextPlace, TextWriting } from './schema.ts';

export type TextOwner = { kind: TextKind; id: string };

/**
 * The words of one thing in every language, each with its version and who made it.
 * @throws DomainError not_found
 */
export async function readTexts(ctx: NetworkContext, owner: TextOwner) {
  const [[row]] = await ctx.ask([textsOfOwner[owner.kind](ctx.network.id, owner.id)]);
  return shownTexts(ctx, owner, row);
}

export type ShownTexts = NonNullable<ReturnType<typeof seenTexts>>;

/** The words of many things, of those that somebody sees. */
export async function readManyTexts(
  ctx: NetworkContext,
  ids: readonly string[],
): Promise<(ShownTexts & { id: string })[]> {
  const [rows] = await ctx.ask([textsOfMany(ctx.network.id, ids)]);
  return rows.flatMap((row) => {
    const kind = row.kind as TextKind;
    const seen = seenTexts(ctx, { kind, id: row.id }, row);
    return seen ? [{ ...seen, id: row.id }] : [];
  });
}

function shownTexts(ctx: NetworkContext, owner: TextOwner, row: TextsRow | undefined): ShownTexts {
  const seen = seenTexts(ctx, owner, row);
  if (!seen) throw new DomainError('not_found');
  return seen;
}

function seenTexts(ctx: NetworkContext, { kind }: TextOwner, row: TextsRow | undefined) {
  if (!row || row.texts.length === 0 || !kindsIn(ctx).includes(kind) || !maySee(ctx, { kind, ...row }))
    return null;
  const drafts = row.works.flatMap(({ language, draft }) => (draft ? [language] : []));
  const source = sourceOf(row.texts, ctx.network.defaultLanguage) ?? row.texts[0];
  return {
    kind,
    isShown: row.isShown,
    isPublic: row.isPublic,
    sourceLanguage: source?.language ?? ctx.network.defaultLanguage,
    texts: row.texts.map((text) => ({ ...text, freshness: freshnessOf(row.texts, text) })),
    works: row.works,
    drafts,
  };
}

/**
 * One translation beside what it is made from: the source as it stands, and as it stood when the translation was written.
 * @throws DomainError not_found
 */
export async function translation(
  ctx: NetworkContext,
  { kind, objectId, language }: z.output<typeof TextPlace>,
) {
  const { texts, works, drafts, sourceLanguage, isShown, isPublic } = await readTexts(ctx, {
    kind,
    id: objectId,
  });
  const find = (wanted: string | null) => texts.find((text) => text.language === wanted);
  const from = fromOf(ctx, { texts, source: sourceLanguage }, language);
  const source = find(from);
  const work = works.find((each) => each.language === language);
  const text = find(language);
  const isOfText = work?.draft
    ? true
    : work?.sourceLanguage === text?.sourceLanguage && work?.sourceVersion === text?.sourceVersion;
  const isEarlier =
    work !== undefined &&
    isOfText &&
    work.sourceLanguage === from &&
    source &&
    work.sourceVersion < source.version;
  const mayWriteHere =
    from !== null &&
    reach(ctx, 'translation.write').kind === 'network' &&
    mayWrite(ctx, { kind, isShown, isPublic }, language);
  return {
    kind,
    isShown,
    language,
    sourceLanguage,
    from,
    source: source ?? null,
    sourceState: from === null ? 'current' : stateOf(texts, from, []),
    /** What the source said when this was translated, if it says something else now */
    earlier: isEarlier ? work.sourceWords : null,
    text: text ?? null,
    draft: mayWriteHere ? (work?.draft ?? null) : null,
    state: stateOf(texts, language, drafts),
    seenChange: changeOf(text, work),
    others: [...new Set([...ctx.network.contentLanguages, ...texts.map((each) => each.language)])].map(
      (each) => ({ language: each, state: stateOf(texts, each, drafts) }),
    ),
    mayWrite: mayWriteHere,
  };
}

type Given = Omit<z.output<typeof TextWriting>, 'kind' | 'objectId' | 'isDraft' | 'isMinor'> & {
  origin: 'human' | 'machine';
  isDraft?: boolean;
  isMinor?: boolean;
};

/**
 * Writes the words of one language, as a draft or for everybody who reads the rest. What is finished says what its source says
 * now; what a person finishes is nobody's machine text any more. Nothing of the other languages changes.
 * @throws DomainError not_found, translation_not_yours, translation_source_changed, translation_changed, title_needed, translation_long
 */
export async function writeText(ctx: Acting, given: TextOwner & Given): Promise<void> {
  await ctx.transaction((tx) => writeTextIn(tx, ctx, given));
}

/** As `writeText`, inside an open transaction. */
export async function writeTextIn(tx: Transaction, ctx: Acting, given: TextOwner & Given): Promise<void> {
  const { kind, id } = given;
  const owner = { kind, id };
  const { language, fields, isDraft = false, isMinor = false, origin } = given;
  const { texts, works, sourceLanguage, ...content } = await lockedTexts(tx, ctx, owner);
  const from = fromOf(ctx, { texts, source: sourceLanguage }, language);
  const source = texts.find((text) => text.language === from);
  if (!source) throw new DomainError('not_found');
  if (!mayWrite(ctx, content, language)) throw new DomainError('translation_not_yours');
  const text = texts.find((each) => each.language === language);
  const work = works.find((each) => each.language === language);
  if (given.seenChange !== undefined && given.seenChange !== changeOf(text, work))
    throw new DomainError('translation_changed');
  const isSeen = [undefined, source.language].includes(given.seenSourceLanguage);
  if (!isSeen || given.seenSourceVersion !== source.version)
    throw new DomainError('translation_source_changed');
  const words = knownFields(kind, fields);
  const fault = isDraft ? null : faultIn(kind, words);
  if (fault)
    throw new DomainError(fault.fault === 'missing' ? 'title_needed' : 'translation_long', {}, fault.field);
  if (!isDraft)
    await keepTexts(tx, ctx, owner, [columnsOf(kind, { language, fields: words })], {
      confirmed: { [language]: origin },
      source: sourceLanguage,
      isMinor,
      keepsOthers: true,
    });
  await tx.run(
    keepTranslationWork(
      ctx.network.id,
      kind,
      id,
      language,
      isDraft ? JSON.stringify(words) : null,
      source.language,
      source.version,
      JSON.stringify(source.fields),
      ctx.now,
      // Beside a text that is finished the work tells what that one was made from.
      isDraft && text !== undefined,
    ),
  );
  await note(tx, ctx, isDraft ? 'translation.drafted' : 'translation.written', owner, { language, origin });
}

/**
 * Throws a draft away. What readers see stays.
 * @throws DomainError not_found, translation_not_yours, translation_changed
 */
export async function discardDraft(
  ctx: Acting,
  { kind, objectId, language, seenChange }: z.output<typeof DraftPlace>,
): Promise<void> {
  const owner = { kind, id: objectId };
  await ctx.transaction(async (tx) => {
    const { texts, works, ...content } = await lockedTexts(tx, ctx, owner);
    if (!mayWrite(ctx, content, language)) throw new DomainError('translation_not_yours');
    const text = texts.find((each) => each.language === language);
    const work = works.find((each) => each.language === language);
    if (!work?.draft) return;
    if (seenChange !== undefined && seenChange !== changeOf(text, work))
      throw new DomainError('translation_changed');
    const networkId = ctx.network.id;
    const { sourceLanguage, sourceVersion, sourceWords } = work;
    const words = JSON.stringify(sourceWords);
    if (text)
      await tx.run(
        keepTranslationWork(
          networkId,
          kind,
          objectId,
          language,
          null,
          sourceLanguage,
          sourceVersion,
          words,
          ctx.now,
          true,
        ),
      );
    else await tx.prisma.translationWork.deleteMany({ where: { networkId, kind, objectId, language } });
    await note(tx, ctx, 'translation.discarded', owner, { language });
  });
}

async function lockedTexts(tx: Transaction, ctx: Acting, owner: TextOwner) {
  const [locked] = await tx.run(lockTextOwner[owner.kind](ctx.network.id, owner.id));
  if (!locked) throw new DomainError('not_found');
  const [row] = await tx.run(textsOfOwner[owner.kind](ctx.network.id, owner.id));
  return shownTexts(ctx, owner, row);
}

/** The language that a text is translated from, as the tree of the network and the texts that are there say. */
export function fromOf(
  ctx: NetworkContext,
  { texts, source }: { texts: readonly { language: string }[]; source: string },
  language: string,
): string | null {
  const has = (wanted: string) => texts.some((text) => text.language === wanted);
  return translatedFrom(language, { tree: treeOf(ctx.network), source, has });
}

type Changed = { changedAt: string } | undefined;

/** What tells two states of a translation apart: when its text and its draft were changed. */
export function changeOf(text: Changed, work: Changed): string {
  return [text, work].map((each) => (each ? Date.parse(each.changedAt) : '')).join('-');
}

function knownFields(kind: TextKind, fields: Fields): Record<string, string> {
  return Object.fromEntries(
    kinds[kind].fields.map(({ name, shape }) => {
      const words = fields[name] ?? '';
      return [name, shape === 'list' ? entriesOf(words).join('\n') : words];
    }),
  );
}

function columnsOf(kind: TextKind, { language, fields }: { language: string; fields: Fields }) {
  const columns = kinds[kind].fields.map(({ name, shape }) => {
    const words = fields[name] ?? '';
    return [name, shape === 'list' ? entriesOf(words) : words];
  });
  return { language, ...Object.fromEntries(columns) };
}

function note(
  tx: Transaction,
  ctx: Acting,
  kind: TranslationEventKind,
  owner: TextOwner,
  payload: { language: string; origin?: string },
): Promise<void> {
  return recordEvent(tx, {
    networkId: ctx.network.id,
    kind,
    object: [owner.kind === 'programme' ? 'mentoring_programme' : owner.kind, owner.id],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload,
  });
}
