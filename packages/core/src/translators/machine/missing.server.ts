import type { NetworkContext } from '../../context.server.ts';
import { settingOf } from '../../settings/registry.ts';
import type { TextKind } from '../../translations/kinds.ts';
import { translationTable } from '../../translations/list.server.ts';
import { readManyTexts } from '../../translations/text.server.ts';
import type { MachineTranslator } from './port.ts';
import { charactersOf, levelOf, mostOrdered } from './rules.ts';

/** A text that a machine may translate. */
export type Missing = {
  kind: TextKind;
  id: string;
  from: string;
  language: string;
  sourceVersion: number;
  characters: number;
  isHard: boolean;
};

/**
 * The texts that are missing and that a machine may translate: what everybody reads, and of the kinds that the network switched on
 * what its members read. Never more than an order holds for each language.
 */
export async function missingTexts(
  ctx: NetworkContext,
  translator: MachineTranslator,
  wanted = '',
): Promise<Missing[]> {
  const { internal } = settingOf(ctx.network, 'translations.machine');
  const search = { language: '', kind: '', state: 'missing', isPublic: false, q: '', page: 1 } as const;
  const lines = (await translationTable(ctx, search)).flatMap((line) => {
    const { kind, id, from, language, isPublic, mayWrite } = line;
    const isOpen =
      mayWrite && (isPublic || internal.includes(kind)) && (wanted === '' || wanted === language);
    return isOpen && from !== null && translator.supports({ from, to: language })
      ? [{ kind, id, from, language }]
      : [];
  });
  const counts = new Map<string, number>();
  const some = lines.filter(({ language }) => {
    const count = (counts.get(language) ?? 0) + 1;
    counts.set(language, count);
    return count <= mostOrdered;
  });
  const shown = await readManyTexts(ctx, [...new Set(some.map(({ id }) => id))]);
  return some.flatMap((line) => {
    const texts = shown.find(({ kind, id }) => kind === line.kind && id === line.id)?.texts;
    const source = texts?.find(({ language }) => language === line.from);
    const characters = source ? charactersOf(source.fields) : 0;
    if (!source || characters === 0) return [];
    const isHard = levelOf(source.fields, line.from) === 'hard';
    return [{ ...line, sourceVersion: source.version, characters, isHard }];
  });
}
