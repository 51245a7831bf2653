import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { z } from 'zod';
import { SeenTexts } from '../translations/schema.ts';
import {
  adoptionOutcomes,
  itemLanguages,
  mostItems,
  mostWords,
  originKinds,
  resourceAudiences,
  resourceKinds,
  resourceLicences,
  resourceMoves,
  resourceStates,
  resourceTopics,
  resourceVisibilities,
  shareRights,
} from './rules.ts';

const optional = <T extends z.ZodType>(type: T) =>
  type
    .or(z.literal(''))
    .nullish()
    .transform((value) => (value || null) as z.output<T> | null);
const line = (most: number) => z.string().trim().max(most).default('');

export const ResourceId = z.object({ resourceId: z.uuid() });

/** A language without a title is none; the source language has to have one. */
const texts = z
  .array(
    z.object({
      language: z.enum(spokenLanguages),
      title: line(200),
      description: line(mostWords),
      /** Whether it was brought up to date with the source text */
      isCurrent: z.boolean().default(false),
    }),
  )
  .min(1)
  .max(24)
  .transform((all) => all.filter(({ title }) => title !== ''))
  .refine((all) => all.length > 0, { path: [0, 'title'], message: 'validation.required' })
  .refine((all) => new Set(all.map(({ language }) => language)).size === all.length);

export const ResourceFields = z.object({
  kind: z.enum(resourceKinds),
  sourceLanguage: z.enum(spokenLanguages),
  texts,
  seen: SeenTexts,
  /** A change of words that no translation has to follow */
  isMinor: z.boolean().default(false),
  topics: z.array(z.enum(resourceTopics)).max(resourceTopics.length).default([]),
  audiences: z.array(z.enum(resourceAudiences)).max(resourceAudiences.length).default([]),
  licence: z.enum(resourceLicences),
  licenceWords: line(1000),
  institutionId: optional(z.uuid()),
  visibility: z.enum(resourceVisibilities).default('network'),
  reviewBy: optional(z.iso.date()),
});

export const NewFile = ResourceId.extend({
  name: z.string().trim().max(500),
  /** The bytes as they come in; pages of the same process give them, no public interface can. */
  content: z.custom<AsyncIterable<Uint8Array>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  ),
});

export const Revision = ResourceId.extend({
  /** What is new, for a resource that was shown before */
  note: line(500),
  isMinor: z.boolean().default(false),
  /** Those that are there, as they are called now */
  items: z
    .array(
      z.object({
        itemId: z.uuid(),
        label: line(200),
        language: z.enum(itemLanguages),
        isLeftOut: z.boolean().default(false),
      }),
    )
    .max(mostItems)
    .default([]),
  /** From `keepFile`; their labels are their names without the ending */
  files: z
    .array(z.object({ fileId: optional(z.uuid()) }))
    .max(mostItems)
    .default([])
    .transform((all) => all.flatMap(({ fileId }) => (fileId ? [fileId] : []))),
  filesLanguage: z.enum(itemLanguages).default('mul'),
  links: z
    .array(
      z.object({
        url: z
          .literal('')
          .or(z.url({ protocol: /^https?$/ }).max(1000))
          .default(''),
        label: line(200),
        language: z.enum(itemLanguages).default('mul'),
      }),
    )
    .max(10)
    .default([])
    // The place tells beside which one a refusal stands.
    .transform((all) => all.map((link, place) => ({ ...link, place })).filter(({ url }) => url !== '')),
});

export const ResourceStep = ResourceId.extend({
  move: z.enum(resourceMoves),
  /** With a publication and a check: until when it holds */
  reviewBy: optional(z.iso.date()),
  comment: line(500),
});

/** A resource of this network, or of the one that it comes from. */
export const ReadResource = ResourceId.extend({
  /** The code of the network that it belongs to; its own when left out */
  owner: z.string().max(40).optional(),
  version: z.number().int().min(1).max(100_000).optional(),
});
export const ReadFile = ResourceId.extend({ owner: z.string().max(40).optional(), itemId: z.uuid() });
export const ReadPreview = ReadFile.extend({ size: z.enum(['small', 'large']) });

export const librarySorts = ['match', 'new', 'title'] as const;
export const LibrarySearch = z.object({
  q: line(100),
  kind: z.enum(resourceKinds).or(z.literal('')).default(''),
  topic: z.enum(resourceTopics).or(z.literal('')).default(''),
  audience: z.enum(resourceAudiences).or(z.literal('')).default(''),
  language: z.string().max(8).default(''),
  /** `own`, or the code of the network that shares it */
  from: z.string().max(40).default(''),
  state: z.enum(resourceStates).or(z.literal('')).default(''),
  /** Left out: the best match where words are looked for, else the newest */
  sort: z.enum(librarySorts).or(z.literal('')).default(''),
  /** Where the page before ended, as it said */
  after: z.string().max(400).default(''),
});

export const ResourceShare = ResourceId.extend({
  recipient: z.string().max(40),
  rights: z.enum(shareRights).default('read'),
  creditedAs: line(200),
});
export const ResourceUnshare = ResourceShare.pick({ resourceId: true, recipient: true });

export const Adoption = ResourceId.extend({
  owner: z.string().max(40),
  outcome: z.enum(adoptionOutcomes),
  word: line(500),
});
export const Making = ResourceId.extend({ owner: z.string().max(40), as: z.enum(originKinds) });
