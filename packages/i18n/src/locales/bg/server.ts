import { bg as client } from './client.ts';
import { documents } from './documents.ts';
import { mails } from './mails.ts';

export const bg = { ...client, mails, documents };
