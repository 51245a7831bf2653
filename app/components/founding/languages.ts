/** Languages that a network can choose for its pages: those of the interface, shipped and planned. */
export const pageLanguages = ['en', 'de', 'ro', 'sl', 'bg', 'hu', 'fi', 'pt', 'pl', 'it', 'hr'] as const;

/** Languages of trainings and content: those of the pages, and those that people in the networks speak. */
export const contentLanguages = [
  ...pageLanguages,
  'ar',
  'bs',
  'fa',
  'fr',
  'hi',
  'kmr',
  'prs',
  'ps',
  'rom',
  'ru',
  'sq',
  'uk',
] as const;
