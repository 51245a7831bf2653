import type { XliffFile } from '@tessera/documents/xliff.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { FileMissing } from '@tessera/files/key.ts';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { fileStore } from '../files/store.server.ts';
import { mayWrite } from '../translations/access.server.ts';
import { kinds } from '../translations/kinds.ts';
import { stateOf } from '../translations/rules.ts';
import { changeOf, fromOf, readManyTexts, type ShownTexts } from '../translations/text.server.ts';
import { documentFor } from './keep.server.ts';
import { type FilePlace, type Judgement, judge, placeIn, unitId } from './rules.ts';

/** A text of a file, and what becomes of it. */
export type Planned = Judgement & { place: FilePlace | null; title: string; titleLanguage: string };

/**
 * What a file would change if it were taken over now. What is of another network is unknown here.
 * @throws DomainError not_found
 */
export async function planOf(ctx: Acting, fileId: string) {
  const file = await ctx.transaction(({ prisma }) =>
    prisma.storedFile.findFirst({
      where: {
        networkId: ctx.network.id,
        id: fileId,
        kind: 'translation_file',
        createdById: ctx.actor.personId,
        removedAt: null,
      },
      select: { name: true, storageKey: true },
    }),
  );
  if (!file) throw new DomainError('not_found');
  const { from, to, files } = documentFor(ctx, await read(file.storageKey));
  const named = files.map((each) => ({ file: each, place: placeIn(each.original) }));
  const ids = [...new Set(named.flatMap(({ place }) => (place ? [place.id] : [])))];
  const shown = await readManyTexts(ctx, ids);
  const seen = new Set<string>();
  const lines = named.map(({ file: texts, place }): Planned => {
    const found = place && shown.find(({ kind, id }) => kind === place.kind && id === place.id);
    if (!place || !found || seen.has(place.id)) return unknown(texts);
    seen.add(place.id);
    return planned(ctx, { from, to }, { texts, place, found });
  });
  return { name: file.name, from, language: to, lines };
}

/** As `planOf`, without the words. */
export async function checkFile(ctx: Acting, { fileId }: { fileId: string }) {
  const { lines, ...rest } = await planOf(ctx, fileId);
  const shown = lines.map(({ place, title, titleLanguage, outcome, origin, fault }) => ({
    kind: place?.kind ?? null,
    id: place?.id ?? null,
    title,
    titleLanguage,
    outcome,
    origin,
    fault,
  }));
  return { ...rest, lines: shown };
}

async function read(storageKey: string): Promise<Buffer> {
  try {
    return await bytesOf(fileStore().get(storageKey));
  } catch (error) {
    if (error instanceof FileMissing) throw new DomainError('not_found');
    throw error;
  }
}

function unknown({ id, original, units }: XliffFile): Planned {
  const title = (units[0]?.source ?? (original || id)).slice(0, 200);
  return {
    outcome: 'unknown',
    place: null,
    title,
    titleLanguage: '',
    fields: {},
    origin: 'human',
    fault: null,
  };
}

type Given = { texts: XliffFile; place: FilePlace; found: ShownTexts };

function planned(
  ctx: NetworkContext,
  { from, to }: { from: string; to: string },
  { texts: { units }, place, found }: Given,
): Planned {
  const { kind, id } = place;
  const source = fromOf(ctx, { texts: found.texts, source: found.sourceLanguage }, to);
  const find = (language: string | null) => found.texts.find((text) => text.language === language);
  const text = find(to);
  const work = found.works.find((each) => each.language === to);
  const returned = kinds[kind].fields.flatMap(({ name }) => {
    const unit = units.find((each) => each.id === unitId(kind, id, name));
    return unit ? [{ field: name, ...unit }] : [];
  });
  const judgement = judge(
    {
      kind,
      mayWrite: source !== null && mayWrite(ctx, found, to),
      sourceFields: find(source)?.fields ?? {},
      // Made from another language than it is translated from now, it is behind as well.
      sourceVersion: source === from ? (find(source)?.version ?? 0) : 0,
      seenSourceVersion: place.sourceVersion,
      change: changeOf(text, work),
      seenChange: place.change,
      state: stateOf(found.texts, to, found.drafts),
      text: text?.fields ?? null,
      draft: work?.draft ?? null,
    },
    returned,
  );
  const shown = find(ctx.language) ?? find(found.sourceLanguage);
  const title = shown?.fields[kinds[kind].fields[0].name] ?? '';
  return { ...judgement, place, title, titleLanguage: shown?.language ?? '' };
}
