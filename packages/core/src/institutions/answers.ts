import { z } from 'zod';

/** Answers of the public interface; a field that is not named here never leaves. */
export const InstitutionList = z.object({
  total: z.number().describe('All that match, on every page'),
  isAlike: z.boolean().describe('Nothing is spelled like the query; these names are similar'),
  institutions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      otherNames: z.array(z.string()),
      kind: z.string(),
      locality: z.string(),
      county: z.string(),
      country: z.string(),
      website: z.string(),
      languages: z.array(z.string()),
      cardState: z.string(),
      role: z.string(),
      track: z.string(),
      state: z.string(),
    }),
  ),
  places: z.array(
    z.object({
      locality: z.string(),
      county: z.string(),
      latitude: z.number(),
      longitude: z.number(),
      count: z.number(),
      id: z.string().nullable(),
      name: z.string().nullable(),
    }),
  ),
  ground: z.object({
    extent: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .nullable()
      .describe('West, south, east and north of the institutions in the country of the network, else of all'),
    countries: z.array(z.string()),
  }),
  choices: z.object({
    kinds: z.array(z.string()),
    counties: z.array(z.string()),
    languages: z.array(z.string()),
  }),
});

export const InstitutionAnswer = z.object({
  id: z.string().describe('Another one than asked for where two cards were merged'),
  kind: z.string(),
  name: z.string(),
  texts: z.array(z.object({ language: z.string(), name: z.string() })),
  shortName: z.string(),
  locality: z.string(),
  county: z.string(),
  country: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  website: z.string(),
  languages: z.array(z.string()),
  verifiedAt: z.date().nullable(),
  departments: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })),
  elsewhere: z
    .array(z.object({ code: z.string(), name: z.string(), role: z.string() }))
    .describe('Other networks that name it in public'),
  membership: z.object({ role: z.string(), track: z.string(), state: z.string() }),
});
