export const sections = [
  'type',
  'colours',
  'accents',
  'buttons',
  'forms',
  'summary',
  'notices',
  'badges',
  'meters',
  'stats',
  'tables',
  'lists',
  'navigation',
  'menus',
  'empty',
] as const;

export type SectionName = (typeof sections)[number];
