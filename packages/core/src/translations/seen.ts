/** How a form says that there was no text in a language. */
export function unseen(language: string): string {
  return `${language}.0.`;
}

/** The language that something seen is about. */
export function languageOfSeen(seen: string): string {
  return seen.split('.', 1)[0] ?? '';
}

/** The version of a text as it was seen; 0 where there was none. */
export function versionOfSeen(seen: string): number {
  return Number(seen.split('.')[1] ?? 0);
}
