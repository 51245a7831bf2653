import { lockFor } from '@tessera/db/consents.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type Language, languages, pickLanguage } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import type { z } from 'zod';
import type { Acting, NetworkContext } from '../context.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { type BuiltinPurpose, builtinPurposes, isBuiltinPurpose } from './rules.ts';
import type { Wording } from './schema.ts';

export type WordingText = { language: Language; title: string; text: string };
export type CurrentWording = {
  purpose: string;
  version: number;
  createdAt: Date | null;
  /** For how long an answer holds; null until it is taken back */
  months: number | null;
  texts: WordingText[];
};

/** What each purpose says now: the network's newest words, else those that Tessera brings. */
export async function currentWordings(tx: Transaction, networkId: string): Promise<CurrentWording[]> {
  const rows = await tx.prisma.consentWording.findMany({
    where: { networkId },
    orderBy: [{ purpose: 'asc' }, { version: 'desc' }, { language: 'asc' }],
  });
  return newestWordings(rows);
}

type WordingRow = Omit<WordingText, 'language'> & {
  purpose: string;
  version: number;
  language: string;
  createdAt: Date;
  months?: number | null;
};

/** The newest words of each purpose, beside those that Tessera brings. `rows`: the newest version of a purpose first. */
export function newestWordings(rows: WordingRow[]): CurrentWording[] {
  const newest = new Map<string, CurrentWording>();
  for (const { purpose, version, language, title, text, createdAt, months = null } of rows) {
    const known = newest.get(purpose) ?? { purpose, version, createdAt, months, texts: [] };
    newest.set(purpose, known);
    if (known.version === version) known.texts.push({ language: pickLanguage([language]), title, text });
  }
  const brought = builtinPurposes
    .filter((purpose) => !newest.has(purpose))
    .map((purpose) => ({ purpose, version: 1, createdAt: null, months: null, texts: broughtTexts(purpose) }));
  return [...brought, ...newest.values()];
}

/** The words for one reader: in their language, else in the network's, else in English, else in any. */
export function textFor(
  { texts }: CurrentWording,
  language: Language,
  defaultLanguage: string,
): WordingText | null {
  const wishes = [language, defaultLanguage, 'en'];
  const found = wishes.map((wish) => texts.find((text) => text.language === wish)).find(Boolean);
  return found ?? texts[0] ?? null;
}

/** Stores the words that Tessera brings before anyone agrees to them, so that they can be shown for ever. */
export async function keepWording(
  tx: Transaction,
  networkId: string,
  wording: CurrentWording,
  now: Date,
): Promise<void> {
  if (wording.createdAt !== null) return;
  const { purpose, version, texts } = wording;
  await tx.prisma.consentWording.createMany({
    data: texts.map((text) => ({ networkId, purpose, version, ...text, createdAt: now })),
    skipDuplicates: true,
  });
}

/** Gives a purpose new words. Who agreed to the old ones agreed to those: they are asked anew. */
export function newWording(ctx: Acting, input: z.output<typeof Wording>): Promise<{ version: number }> {
  return ctx.transaction((tx) => addWording(tx, ctx, input));
}

/** As `newWording`, inside an open transaction. */
export async function addWording(
  tx: Transaction,
  ctx: Acting,
  { purpose, texts, months }: z.output<typeof Wording>,
): Promise<{ version: number }> {
  const networkId = ctx.network.id;
  await tx.run(lockFor(networkId, `wording ${purpose}`));
  const current = (await currentWordings(tx, networkId)).find((each) => each.purpose === purpose);
  if (current) await keepWording(tx, networkId, current, ctx.now);
  const version = (current?.version ?? 0) + 1;
  await tx.prisma.consentWording.createMany({
    data: texts.map((text) => ({
      networkId,
      purpose,
      version,
      ...text,
      months,
      createdAt: ctx.now,
      createdById: ctx.actor.personId,
    })),
  });
  await recordEvent(tx, {
    networkId,
    kind: 'consent.worded',
    object: ['network', networkId],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload: { purpose, version },
  });
  return { version };
}

/** What the purposes of a network say now, for who keeps them. */
export async function wordings(ctx: NetworkContext) {
  const current = await ctx.transaction((tx) => currentWordings(tx, ctx.network.id));
  return current.map((wording) => ({ ...wording, isBuiltin: isBuiltinPurpose(wording.purpose) }));
}

function broughtTexts(purpose: BuiltinPurpose): WordingText[] {
  return languages.map((language) => {
    const t = translator(language, 'privacy');
    return { language, title: t(`purposes.${purpose}.title`), text: t(`purposes.${purpose}.text`) };
  });
}
