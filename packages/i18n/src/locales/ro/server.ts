import { ro as client } from './client.ts';
import { documents } from './documents.ts';
import { mails } from './mails.ts';

export const ro = { ...client, mails, documents };
