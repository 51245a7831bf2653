import { z } from 'zod';

/** Answer of the public interface. */
export const DeckList = z.object({
  host: z.string().describe('The language that the cards are translated from'),
  languages: z.array(z.object({ language: z.string(), cards: z.number().int() })),
});
