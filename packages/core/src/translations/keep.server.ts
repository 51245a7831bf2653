import { setPreparing, type Transaction } from '@tessera/db/scope.server.ts';
import type { NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { settingOf } from '../settings/registry.ts';
import { heldLevels } from './hold-levels.server.ts';
import { kinds, type TextKind } from './kinds.ts';
import { type LanguageTree, marksAfter, type TextMark } from './rules.ts';
import { settleSeen } from './seen.server.ts';
import { languageOfSeen } from './seen.ts';

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
  /** What the form saw of each text, in the order of its texts; left out by who writes all languages anew */
  seen?: readonly string[] | undefined;
};

/**
 * Writes the words of one thing in all its languages, in place of those that were there. Every form with words in several
 * languages goes through here, because here each text keeps its version and what it was made from. The caller holds the lock of
 * what the words belong to, and holds the levels of languages where it touches rows of texts before (`holdLevels`).
 * @throws DomainError translation_changed at each text that the form and somebody else changed
 */
export async function keepTexts(
  tx: Transaction,
  { network, now }: Writing,
  { kind, id }: { kind: TextKind; id: string },
  words: readonly Words[],
  { confirmed = {}, source, isMinor = false, keepsOthers = false, seen }: Options = {},
): Promise<void> {
  const { rows, place } = tables[kind](tx, network.id, id);
  const prepared = await heldLevels(tx, network);
  // Whoever writes here may not read what is in preparation; it is replaced together with the others all the same.
  const [asked] = prepared.length > 0 ? await tx.run(setPreparing(true)) : [];
  const before = await rows.findMany({ where: place });
  const old = (language: string) => before.find((each) => each.language === language);
  const isWritten = ({ language }: Words) => words.some((text) => text.language === language);
  // No form takes away a text that it may not have shown.
  const stays = (row: Row) => !isWritten(row) && (keepsOthers || prepared.includes(row.language));
  const settled = seen ? settleSeen(kind, before, words, seen) : null;
  const lost = settled && lostIn(settled.texts, words, source);
  const conflicts = new Set([...(settled?.conflicts ?? []), ...(lost ? [lost] : [])]);
  if (conflicts.size > 0) throw changedMeanwhile(kind, [...conflicts], words, seen);
  const typed = settled?.texts ?? [...before.filter(stays), ...words];
  const written = typed.map((text) => ({
    language: text.language,
    isChanged: differs(text, old(text.language)),
    // Who says that a text is up to date says so of the one that they saw.
    confirmedBy: settled?.written.includes(text.language) === false ? undefined : confirmed[text.language],
  }));
  const own = network.defaultLanguage;
  const { seenVersions } = settled ?? {};
  const marks = marksAfter(before, written, { tree: treeOf(network), own, source, isMinor, seenVersions });
  const data = typed.map((text, index) => {
    const there = old(text.language);
    const changedAt = there && !written[index]?.isChanged ? there.changedAt : now;
    return { ...text, ...marks[index], changedAt, ...place };
  });
  await rows.deleteMany({ where: place });
  await rows.createMany({ data });
  if (asked?.before === false) await tx.run(setPreparing(false));
}

// Two forms can each take away a text that the other one leaves: somebody has to keep one.
function lostIn(
  texts: readonly Words[],
  typed: readonly Words[],
  source = texts.length > 0 ? undefined : typed[0]?.language,
): string | undefined {
  return source === undefined || texts.some(({ language }) => language === source) ? undefined : source;
}

// The form has a text for each of what it saw, also for those that nothing is written in.
function changedMeanwhile(
  kind: TextKind,
  languages: readonly string[],
  words: readonly Words[],
  seen: readonly string[] = [],
): DomainError {
  const fields = languages.map((language) => {
    const place = seen.findIndex((each) => languageOfSeen(each) === language);
    const index = place < 0 ? words.findIndex((text) => text.language === language) : place;
    return `texts[${index}].${kinds[kind].fields[0].name}`;
  });
  return new DomainError('translation_changed', { language: languages[0] ?? '' }, fields);
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
