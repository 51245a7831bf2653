import { encodings } from '@tessera/documents/encoding.ts';
import { z } from 'zod';
import { roles } from '../permissions.ts';
import { importKinds } from './terms.ts';

export const ImportKindInput = z.object({ kind: z.enum(importKinds) });
export const ImportId = z.object({ importId: z.uuid() });

export const Upload = ImportKindInput.extend({
  name: z.string().trim().min(1).max(200),
  /** The bytes as they come in; pages of the same process give them, no public interface can. */
  content: z.custom<AsyncIterable<Uint8Array>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  ),
});

/** Which field each column fills ("" for none), and how the file is to be read. */
export const Columns = ImportId.extend({
  mapping: z.array(z.string().max(40)).max(200),
  encoding: z
    .enum(encodings)
    .or(z.literal(''))
    .nullish()
    .transform((value) => value || undefined),
  role: z
    .enum(roles)
    .exclude(['platform_admin'])
    .or(z.literal(''))
    .nullish()
    .transform((value) => value || ''),
});

const Flag = z
  .union([z.boolean(), z.literal('on')])
  .nullish()
  .transform(Boolean);

export const Start = ImportId.extend({
  /** Imports the right rows and leaves the wrong ones out */
  withoutWrong: Flag,
  /** Mails an invitation to everyone who is new */
  sendInvitations: Flag,
});

/** What is stored with a run. */
export const RunOptions = z.object({
  encoding: z.enum(encodings).optional(),
  role: z.string().default(''),
  withoutWrong: z.boolean().default(false),
  sendInvitations: z.boolean().default(false),
});
