/** The values that a field with several of them came with: none, one or a list. */
export function listOf(initialValue: unknown): readonly string[] {
  return [initialValue ?? []].flat().map(String);
}
