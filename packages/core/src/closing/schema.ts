import { z } from 'zod';

/** What asks for the closing of a network; its code is typed once more, so that nobody closes the wrong one. */
export const ClosingRequest = z.object({
  code: z.string().trim().toLowerCase().max(40),
  reason: z.string().trim().min(10).max(500),
});

/** A closing, for the operator: by the code of its network. */
export const ClosingAddress = z.object({ address: z.string().max(40) });
