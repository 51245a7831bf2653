import { languages } from '@tessera/i18n/languages.ts';

/** Languages of trainings and content: those of the pages, and those that people in the networks speak. */
export const contentLanguages = [
  ...languages,
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
