/** The kinds of networks that people found. */
export const networkKinds = ['outreach', 'regional', 'county', 'municipal', 'partnership'] as const;
export type NetworkKind = (typeof networkKinds)[number];

const beneath: Record<NetworkKind, readonly NetworkKind[]> = {
  partnership: ['outreach', 'regional', 'county', 'municipal'],
  regional: ['county', 'municipal'],
  county: ['municipal'],
  outreach: [],
  municipal: [],
};

/** The kinds that fit under a parent; without one every kind does (domain tree 3.1). */
export function kindsUnder(parent: string | null): readonly NetworkKind[] {
  if (parent === null) return networkKinds;
  return beneath[parent as NetworkKind] ?? [];
}

/** The kinds that a network may have between its parent and its children. */
export function kindsBetween(parent: string | null, children: readonly string[]): NetworkKind[] {
  return kindsUnder(parent).filter((kind) =>
    children.every((child) => kindsUnder(kind).includes(child as NetworkKind)),
  );
}

/** The steps of a network's start, in their order. */
export const startSteps = [
  'name',
  'territory',
  'languages',
  'accent',
  'modules',
  'people',
  'institution',
  'training',
] as const;
export type StartStep = (typeof startSteps)[number];
/** Steps that are a form of their own; the others are done on the pages where such things are always done. */
export const formSteps = ['name', 'territory', 'languages', 'accent', 'modules'] as const;
export type FormStep = (typeof formSteps)[number];
