/** The ticked boxes of a group: one comes back as a text, several as a list. */
export function chosen(value: unknown): string[] {
  return [value ?? []].flat().filter((entry) => typeof entry === 'string');
}
