import type { XliffState } from '@tessera/documents/xliff.ts';
import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { kinds, type TextKind } from '../translations/kinds.ts';
import { type TranslationLine, translationTable } from '../translations/list.server.ts';
import { readabilityOf } from '../translations/readability.ts';
import { openStates } from '../translations/rules.ts';
import { changeOf, readManyTexts } from '../translations/text.server.ts';
import { mostTexts, originalOf, subStateOf, unitId } from './rules.ts';
import type { LanguagePair } from './schema.ts';

/** What somebody can take along to translate: the texts that are missing, outdated or unfinished, by pair of languages. */
export async function translationFiles(ctx: NetworkContext) {
  const counts = new Map<string, { from: string; language: string; texts: number }>();
  for (const { from, language } of await openLines(ctx)) {
    const pair = counts.get(`${from} ${language}`) ?? { from, language, texts: 0 };
    counts.set(`${from} ${language}`, { ...pair, texts: pair.texts + 1 });
  }
  return [...counts.values()];
}

/**
 * The texts of one pair of languages as a file holds them, the most urgent first.
 * @throws DomainError not_found when nothing is open
 */
export async function translationFile(
  ctx: NetworkContext,
  { sourceLanguage: from, language }: z.output<typeof LanguagePair>,
) {
  const open = (await openLines(ctx))
    .filter((line) => line.from === from && line.language === language)
    .sort((a, b) => urgency(a) - urgency(b));
  const lines = open.slice(0, mostTexts);
  if (lines.length === 0) throw new DomainError('not_found');
  const shown = await readManyTexts(
    ctx,
    lines.map(({ id }) => id),
  );
  const texts = lines.flatMap((line) => {
    const found = shown.find(({ kind, id }) => kind === line.kind && id === line.id);
    const source = found?.texts.find((text) => text.language === from);
    if (!found || !source) return [];
    const text = found.texts.find((each) => each.language === language);
    const work = found.works.find((each) => each.language === language);
    const words = line.state === 'draft' ? (work?.draft ?? {}) : (text?.fields ?? {});
    const { kind, id } = line;
    const place = { kind, id, sourceVersion: source.version, change: changeOf(text, work) };
    return [
      {
        kind,
        id,
        file: `${kind}.${id}`,
        original: originalOf(place),
        units: unitsOf(kind, id, { from, source: source.fields, words, subState: subStateOf[line.state] }),
      },
    ];
  });
  return { from, language, texts, left: open.length - lines.length };
}

function unitsOf(
  kind: TextKind,
  objectId: string,
  {
    from,
    source,
    words,
    subState,
  }: { from: string; source: Record<string, string>; words: Record<string, string>; subState: string | null },
) {
  return kinds[kind].fields
    .filter(({ name }) => (source[name] ?? '') !== '')
    .map(({ name, most, shape }) => ({
      id: unitId(kind, objectId, name),
      name,
      most,
      shape,
      source: source[name] ?? '',
      readability: readabilityOf(source[name] ?? '', from),
      target: words[name] ? words[name] : null,
      state: 'initial' as XliffState,
      subState: words[name] ? subState : null,
    }));
}

type OpenLine = TranslationLine & { from: string };

const urgency = ({ state }: TranslationLine) => (openStates as readonly string[]).indexOf(state);

async function openLines(ctx: NetworkContext): Promise<OpenLine[]> {
  const everything = { language: '', kind: '', state: 'open', isPublic: false, q: '', page: 1 } as const;
  const lines = await translationTable(ctx, everything);
  return lines.filter((line): line is OpenLine => line.mayWrite && line.from !== null);
}
