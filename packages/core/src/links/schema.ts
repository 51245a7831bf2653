import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ }).max(1000);

export const NewAddress = z.object({ oldUrl: address, newUrl: address });
/** Empty while nobody has said which */
export const OldAddress = z.object({ oldUrl: address.or(z.literal('')) });
export const ReplacementId = z.object({ replacementId: z.uuid() });
