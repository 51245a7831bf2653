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
