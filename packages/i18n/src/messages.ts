import type { en as clientMessages } from './locales/en/client.ts';
import type { en as serverMessages } from './locales/en/server.ts';

/** What the browser needs, and what the server has: mails and documents are never sent to a browser. */
export type ClientMessages = typeof clientMessages;
export type ServerMessages = typeof serverMessages;
export type Area = keyof ServerMessages;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: ServerMessages;
    returnNull: false;
  }
}
