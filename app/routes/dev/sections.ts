export const sections = [
  'type',
  'colours',
  'accents',
  'buttons',
  'forms',
  'choices',
  'form',
  'summary',
  'notices',
  'badges',
  'meters',
  'stats',
  'filters',
  'tables',
  'lists',
  'folds',
  'written',
  'navigation',
  'menus',
  'empty',
] as const;

export type SectionName = (typeof sections)[number];
