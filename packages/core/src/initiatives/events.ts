/** What can happen to an initiative; its words are in the area `initiatives`. */
export const initiativeEvents = [
  'initiative.begun',
  'initiative.planned',
  'initiative.moved',
  'initiative.task_ticked',
  'initiative.story_written',
  'initiative.consent_answered',
  'initiative.photo_kept',
  'initiative.published',
  'initiative.unpublished',
] as const;
export type InitiativeEventKind = (typeof initiativeEvents)[number];

export function isInitiativeEvent(kind: string): kind is InitiativeEventKind {
  return (initiativeEvents as readonly string[]).includes(kind);
}
