import { setPreparing, type Transaction } from '@tessera/db/scope.server.ts';
import type { NetworkContext } from '../context.server.ts';
import { settingOf } from '../settings/registry.ts';
import type { TextKind } from './kinds.ts';
import { preparedIn } from './levels.ts';
import { type LanguageTree, marksAfter, type TextMark } from './rules.ts';

type Writing = Pick<NetworkContext, 'network' | 'now'>;
type Words = { language: string };
type Row = TextMark & { changedAt: Date };

/** From which language each one is translated in a network. */
export function treeOf(network: NetworkContext['network']): LanguageTree {
  return settingOf(network, 'translations.tree');
}

type Options = {
  /** Those whose words say what their source says now, though they may have stayed, and who says so */
  confirmed?: Readonly<Record<string, 'human' | 'machine'>>;
  /** The language of the source, where the noun names it */
  source?: string;
  isMinor?: boolean;
  /** Languages that are not among the words stay as they are, instead of going */
  keepsOthers?: boolean;
};

/**
 * Writes the words of one thing in all its languages, in place of those that were there. Every form with words in several
 * languages goes through here, because here each text keeps its version and what it was made from.
 */
export async function keepTexts(
  tx: Transaction,
  { network, now }: Writing,
  { kind, id }: { kind: TextKind; id: string },
  words: readonly Words[],
  { confirmed = {}, source, isMinor = false, keepsOthers = false }: Options = {},
): Promise<void> {
  const { rows, place } = tables[kind](tx, network.id, id);
  const prepared = preparedIn(network);
  // Whoever writes here may not read what is in preparation; it is replaced together with the others all the same.
  const [asked] = prepared.length > 0 ? await tx.run(setPreparing(true)) : [];
  const before = await rows.findMany({ where: place });
  const old = (language: string) => before.find((each) => each.language === language);
  const isWritten = ({ language }: Words) => words.some((text) => text.language === language);
  // No form takes away a text that it may not have shown.
  const stays = (row: Row) => !isWritten(row) && (keepsOthers || prepared.includes(row.language));
  const typed = [...before.filter(stays), ...words];
  const written = typed.map((text) => ({
    language: text.language,
    isChanged: differs(text, old(text.language)),
    confirmedBy: confirmed[text.language],
  }));
  const own = network.defaultLanguage;
  const marks = marksAfter(before, written, { tree: treeOf(network), own, source, isMinor });
  const data = typed.map((text, index) => {
    const there = old(text.language);
    const changedAt = there && !written[index]?.isChanged ? there.changedAt : now;
    return { ...text, ...marks[index], changedAt, ...place };
  });
  await rows.deleteMany({ where: place });
  await rows.createMany({ data });
  if (asked?.before === false) await tx.run(setPreparing(false));
}

function differs(text: object, there: object | undefined): boolean {
  const known: Record<string, unknown> = { ...there };
  return Object.entries(text).some(([name, value]) => JSON.stringify(known[name]) !== JSON.stringify(value));
}

type Rows = {
  findMany: (asked: { where: object }) => Promise<Row[]>;
  deleteMany: (asked: { where: object }) => Promise<unknown>;
  createMany: (given: { data: object[] }) => Promise<unknown>;
};
type Table = (tx: Transaction, networkId: string, id: string) => { rows: Rows; place: object };

// Four tables of one shape, which the generated types do not know.
const tables: Record<TextKind, Table> = {
  network: ({ prisma }, networkId) => ({
    rows: prisma.networkText as unknown as Rows,
    place: { networkId },
  }),
  training: ({ prisma }, networkId, trainingId) => ({
    rows: prisma.trainingText as unknown as Rows,
    place: { networkId, trainingId },
  }),
  programme: ({ prisma }, networkId, programmeId) => ({
    rows: prisma.mentoringProgrammeText as unknown as Rows,
    place: { networkId, programmeId },
  }),
  resource: ({ prisma }, networkId, resourceId) => ({
    rows: prisma.resourceText as unknown as Rows,
    place: { networkId, resourceId },
  }),
};
