import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ }).max(1000);
// It is only compared with what is there: words can name what only looks like an address.
const former = z.string().trim().max(1000);

export const NewAddress = z.object({ oldUrl: former.min(1), newUrl: address });
/** Empty while nobody has said which */
export const OldAddress = z.object({ oldUrl: former });
export const ReplacementId = z.object({ replacementId: z.uuid() });
