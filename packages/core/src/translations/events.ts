/** What can happen to translations; their words are in the area `translations`. */
export const translationEvents = [
  'translation.written',
  'translation.drafted',
  'translation.discarded',
] as const;
export type TranslationEventKind = (typeof translationEvents)[number];

export function isTranslationEvent(kind: string): kind is TranslationEventKind {
  return (translationEvents as readonly string[]).includes(kind);
}
