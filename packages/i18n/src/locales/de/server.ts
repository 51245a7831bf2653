import { de as client } from './client.ts';
import { documents } from './documents.ts';
import { mails } from './mails.ts';

export const de = { ...client, mails, documents };
