import { z } from 'zod';

/** Answers of the public interface; a field that is not named here never leaves. */
export const NetworkList = z.object({
  networks: z.array(
    z.object({
      code: z.string(),
      kind: z.string(),
      parentCode: z.string().nullable(),
      accent: z.string(),
      name: z.string(),
      institutions: z.number().int(),
      openTrainings: z.number().int(),
    }),
  ),
});

export const NetworkPageAnswer = z.object({
  code: z.string(),
  name: z.string(),
  summary: z.string(),
  kind: z.string(),
  accent: z.string(),
  country: z.string().nullable(),
  timeZone: z.string(),
  contentLanguages: z.array(z.string()),
  parent: z.object({ code: z.string(), name: z.string() }).nullable(),
  children: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      accent: z.string(),
      institutions: z.number().int(),
      county: z.string().nullable(),
    }),
  ),
  institutions: z.number().int(),
  trainingsHeld: z.number().int(),
  partners: z.array(z.object({ id: z.string(), name: z.string(), role: z.string(), kind: z.string() })),
  stories: z.number().int().describe('Public stories of initiatives'),
  hasCards: z.boolean().describe('It has published communication cards'),
  phases: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      startsOn: z.date(),
      endsOn: z.date(),
      note: z.string(),
      participantForm: z.string(),
      isInherited: z.boolean(),
      funders: z.array(
        z.object({
          name: z.string(),
          url: z.string(),
          disclaimer: z.string(),
          logoId: z.string().nullable(),
        }),
      ),
      budget: z.array(z.object({ kind: z.string(), amountMinor: z.number().int(), currency: z.string() })),
    }),
  ),
});
