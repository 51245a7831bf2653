/** What happens while a network begins like another one; its words are in the area `patterns`. */
export const patternEvents = [
  'pattern.offered',
  'pattern.asked',
  'pattern.copied',
  'pattern.stopped',
  'pattern.undone',
] as const;
export type PatternEventKind = (typeof patternEvents)[number];

export function isPatternEvent(kind: string): kind is PatternEventKind {
  return (patternEvents as readonly string[]).includes(kind);
}
