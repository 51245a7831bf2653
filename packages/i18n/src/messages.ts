import type { en as serverMessages } from './locales/en/server.ts';

/** Every area: those that pages show, and those of mails and documents. */
export type ServerMessages = typeof serverMessages;
export type Area = keyof ServerMessages;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: ServerMessages;
    returnNull: false;
  }
}
