/** What can happen to an application; its words are in the area `joining`. */
export const joiningEvents = [
  'application.asked',
  'application.confirmed',
  'application.reviewed',
  'application.admitted',
  'application.declined',
] as const;
export type JoiningEventKind = (typeof joiningEvents)[number];

export function isJoiningEvent(kind: string): kind is JoiningEventKind {
  return (joiningEvents as readonly string[]).includes(kind);
}
