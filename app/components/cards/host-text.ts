/** What a card says in the language of its network. */
export function hostText(card: {
  host: string;
  texts: readonly { language: string; text: string }[];
}): string {
  return card.texts.find(({ language }) => language === card.host)?.text ?? '';
}
