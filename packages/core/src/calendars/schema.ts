import { z } from 'zod';

/** What a secret address of a calendar names. */
export const CalendarKey = z.object({ tokenId: z.uuid(), token: z.string().max(100) });
