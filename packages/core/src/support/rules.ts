/** What someone can need in order to take part. */
export const supportKinds = [
  'wheelchair',
  'sign_language',
  'interpreter',
  'childcare',
  'dietary',
  'travel',
  'other',
] as const;
export type SupportKind = (typeof supportKinds)[number];

/** One need: an interpreter is for a language, the others may carry words. */
export type SupportNeed = { kind: SupportKind; language: string | null; text: string | null };

/** What a form asks: two ticks, a language, and words where words say more. */
export type AskedSupport = {
  wheelchair: boolean;
  signLanguage: boolean;
  interpreter: string | null;
  childcare: string | null;
  dietary: string | null;
  travel: string | null;
  otherSupport: string | null;
};

/** The needs that a form names. */
export function needsIn(asked: AskedSupport): SupportNeed[] {
  const words = (kind: SupportKind, text: string | null): SupportNeed[] =>
    text === null ? [] : [{ kind, language: null, text }];
  const tick = (kind: SupportKind, isAsked: boolean): SupportNeed[] =>
    isAsked ? [{ kind, language: null, text: null }] : [];
  return [
    ...tick('wheelchair', asked.wheelchair),
    ...tick('sign_language', asked.signLanguage),
    ...(asked.interpreter ? [{ kind: 'interpreter' as const, language: asked.interpreter, text: null }] : []),
    ...words('childcare', asked.childcare),
    ...words('dietary', asked.dietary),
    ...words('travel', asked.travel),
    ...words('other', asked.otherSupport),
  ];
}

/** The word under which needs of one kind are counted; interpreters of each language on their own. */
export function countWord({ kind, language }: Pick<SupportNeed, 'kind' | 'language'>): string {
  return language === null ? kind : `${kind}/${language}`;
}

/** What a trainer has to know on the day; food, children and travel are the organiser's. */
export function isForTrainer({ kind }: { kind: SupportKind }): boolean {
  return ['wheelchair', 'sign_language', 'interpreter', 'other'].includes(kind);
}

/** Days between the end of a training and the end of what was asked for it, where a period is counted in months. */
export function keptDays(months: number): number {
  return 30 * months;
}
