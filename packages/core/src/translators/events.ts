/** What can happen to the tools of translators; their words are in the area `translators`. */
export const translatorEvents = [
  'translation_file.kept',
  'translation_file.taken',
  'machine_order.asked',
  'machine_order.done',
  'machine_order.stopped',
] as const;
export type TranslatorEventKind = (typeof translatorEvents)[number];

export function isTranslatorEvent(kind: string): kind is TranslatorEventKind {
  return (translatorEvents as readonly string[]).includes(kind);
}
