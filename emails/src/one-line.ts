/**
 * One line of plain text: breaks, tabs and control characters become a space, and the marks that turn the direction
 * of writing are dropped, because in a header or a subject they hide what follows.
 */
export function oneLine(value: string): string {
  return value
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
