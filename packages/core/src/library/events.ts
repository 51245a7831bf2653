/** What can happen to a resource; its words are in the area `library`. */
export const libraryEvents = [
  'resource.created',
  'resource.edited',
  'resource.revised',
  'resource.moved',
  'resource.review_due',
  'resource.file_kept',
  'resource.file_infected',
  'resource.shared',
  'resource.share_revoked',
  'resource.adoption_reported',
  'resource.links_asked',
  'resource.link_broken',
  'resource.link_replaced',
  'resource.link_restored',
] as const;
export type LibraryEventKind = (typeof libraryEvents)[number];

export function isLibraryEvent(kind: string): kind is LibraryEventKind {
  return (libraryEvents as readonly string[]).includes(kind);
}
