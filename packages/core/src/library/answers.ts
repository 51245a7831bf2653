import { z } from 'zod';

/** Answers of the public interface; a field that is not named here never leaves. */
export const LibraryAnswer = z.object({
  total: z.number().int(),
  next: z.string().nullable().describe('Where the next page begins: what `after` takes'),
  resources: z.array(
    z.object({
      id: z.string(),
      ownerCode: z.string(),
      ownerName: z.string(),
      kind: z.string(),
      title: z.string(),
      titleLanguage: z.string(),
      description: z.string(),
      languages: z.array(z.string()),
      topics: z.array(z.string()),
      checkedOn: z.string().nullable(),
      creditedAs: z.string().nullable(),
    }),
  ),
});

export const ResourceAnswer = z.object({
  id: z.string(),
  ownerCode: z.string(),
  ownerName: z.string(),
  kind: z.string(),
  topics: z.array(z.string()),
  audiences: z.array(z.string()),
  licence: z.string(),
  licenceWords: z.string(),
  languages: z.array(z.string()),
  version: z.number().int(),
  checkedOn: z.string().nullable(),
  publishedAt: z.date().nullable(),
  texts: z.array(z.object({ language: z.string(), title: z.string(), description: z.string() })),
});
