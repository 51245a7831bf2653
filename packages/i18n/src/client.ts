import type { Language } from './languages.ts';
import type { ClientMessages } from './messages.ts';
import type { Shape } from './shape.ts';

const loaders: Record<Language, () => Promise<Shape<ClientMessages>>> = {
  en: async () => (await import('./locales/en/client.ts')).en,
  de: async () => (await import('./locales/de/client.ts')).de,
  ro: async () => (await import('./locales/ro/client.ts')).ro,
  sl: async () => (await import('./locales/sl/client.ts')).sl,
  bg: async () => (await import('./locales/bg/client.ts')).bg,
  hu: async () => (await import('./locales/hu/client.ts')).hu,
};

/** Loads the words of one language in the browser: one file, one request. */
export function loadClientMessages(language: Language): Promise<Shape<ClientMessages>> {
  return loaders[language]();
}
