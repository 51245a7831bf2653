import { z } from 'zod';

export const NewNetwork = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  kind: z.enum(['platform', 'outreach', 'regional', 'county', 'municipal', 'partnership']),
  parentCode: z.string().nullable().default(null),
  defaultLanguage: z.string(),
  interfaceLanguages: z.array(z.string()).min(1),
  contentLanguages: z.array(z.string()),
  accent: z.string().regex(/^#[0-9a-f]{6}$/),
  timeZone: z.string(),
  country: z.string().nullable().default(null),
  clockOffset: z.number().int().default(0),
  isDemo: z.boolean().default(false),
  texts: z
    .array(
      z.object({ language: z.string(), name: z.string().min(1).max(200), summary: z.string().default('') }),
    )
    .min(1),
});

export const NewPhase = z.object({
  title: z.string().min(1).max(200),
  startsOn: z.date(),
  endsOn: z.date(),
  note: z.string().default(''),
  participantForm: z.enum(['none', 'annex_I', 'annex_II', 'annex_III', 'local']).default('none'),
  funders: z.array(z.string().min(1)),
  budget: z
    .array(
      z.object({
        kind: z.enum(['total', 'grant', 'own_contribution', 'other']),
        amountMinor: z.bigint(),
        currency: z.string().length(3),
      }),
    )
    .default([]),
});
