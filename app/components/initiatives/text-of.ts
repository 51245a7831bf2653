/** The words in the reader's language, else in the network's, else those that there are. */
export function textOf<Text extends { language: string }>(
  texts: readonly Text[],
  languages: readonly (string | undefined)[],
): Text | undefined {
  return (
    languages.map((language) => texts.find((text) => text.language === language)).find(Boolean) ?? texts[0]
  );
}
