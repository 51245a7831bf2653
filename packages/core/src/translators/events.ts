/** What can happen to the tools of translators; their words are in the area `translators`. */
export const translatorEvents = ['translation_file.kept', 'translation_file.taken'] as const;
export type TranslatorEventKind = (typeof translatorEvents)[number];

export function isTranslatorEvent(kind: string): kind is TranslatorEventKind {
  return (translatorEvents as readonly string[]).includes(kind);
}
