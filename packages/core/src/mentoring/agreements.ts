import { isUnderWay, type RelationState } from './rules.ts';

/** What an agreement says, in this order: what stays between both, where, when, what is not given, and how it ends. */
export const agreementParts = ['confidentiality', 'places', 'hours', 'gifts', 'ending'] as const;
export type AgreementWords = Record<(typeof agreementParts)[number], string>;

/** The words of an agreement as one text, always the same for the same words: its hash is made of it. */
export function wordsOfAgreement(language: string, words: AgreementWords): string {
  return JSON.stringify([language, ...agreementParts.map((part) => words[part])]);
}

/**
 * Why a text cannot be signed; null when it can. Where a programme has texts one of them is signed, and the one that was
 * read: a version that was written since has not been.
 */
export function signingRefusal(
  texts: readonly { language: string; version: number }[],
  signed: { language: string; version: number | null },
): 'agreement_not_there' | 'agreement_changed' | null {
  if (texts.length === 0) return null;
  const newest = texts.find(({ language }) => language === signed.language);
  if (!newest) return 'agreement_not_there';
  return newest.version === signed.version ? null : 'agreement_changed';
}

/** How a signature was given: with the own login, or noted for somebody without one. `together` is from before each signed alone. */
export const signingManners = ['paper', 'oral'] as const;
export type SigningManner = 'own' | 'together' | (typeof signingManners)[number];

/**
 * Whether the signature of a party is asked for: of everybody as soon as both sides have accepted, and of who came into a
 * running group as long as it runs.
 */
export const isToSign = (state: RelationState, { cameLater }: { cameLater: boolean }) =>
  state === 'accepted_by_both' || (cameLater && isUnderWay(state));

type Side = 'mentor' | 'mentee' | 'coordinator' | 'institution';
type Signed = { menteeId: string | null; isOwn: boolean; isActedFor: boolean };

/**
 * Whether somebody reads how a party signed, not only that and when: mentor and coordinator of all, an institution of those it
 * acts for, a mentee the own one alone – which language others read, or who stood beside them, is theirs.
 */
export const readsSigning = (side: Side, { isOwn, isActedFor }: Signed) =>
  isOwn || side === 'mentor' || side === 'coordinator' || (side === 'institution' && isActedFor);

/**
 * The language in which an agreement is shown: the chosen one, else the reader's, else one of those that the signer reads, else
 * the first that there is. Null where there is no text.
 */
export function languageShown(
  there: readonly string[],
  wanted: { chosen: string | null; reader: string; signer: readonly string[] },
): string | null {
  const order = [wanted.chosen, wanted.reader, ...wanted.signer];
  return order.find((language) => language !== null && there.includes(language)) ?? there[0] ?? null;
}
