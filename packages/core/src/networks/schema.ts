import { z } from 'zod';
import { sharableModules } from '../settings/modules.ts';
import { SeenTexts } from '../translations/schema.ts';
import { networkKinds } from './kinds.ts';
import { isTimeZone } from './time-zones.ts';

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
  reportingCycle: z.enum(['month', 'quarter', 'semester', 'year']).default('year'),
  funders: z.array(
    z.object({
      name: z.string().min(1),
      url: z.string().default(''),
      disclaimer: z.string().default(''),
    }),
  ),
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

const code = z.string().trim().toLowerCase().max(40);

/** What the own network shares with a partner. */
const sharedModules = z.array(z.enum(sharableModules)).default([]);

export const LinkProposal = z.object({
  partner: code.min(1),
  modules: sharedModules,
  validUntil: z.date().nullish(),
});
export const LinkAnswer = z.object({
  partner: code,
  answer: z.enum(['accept', 'decline', 'withdraw']),
  modules: sharedModules,
});
export const LinkChange = z.object({ partner: code, modules: sharedModules });
export const Partner = z.object({ partner: code });

/** `as` is what the own network is in the move: the one that moves, or the new parent of the other. */
export const MoveRequest = z.object({ as: z.enum(['child', 'parent']), other: code.min(1) });
export const MoveAnswer = z.object({ child: code, answer: z.enum(['accept', 'decline', 'withdraw']) });
export const Child = z.object({ child: code });

const language = z.string().regex(/^[a-z]{2,3}$/);

/** The public card of a network, in the parts in which its coordinator fills it in. */
export const CardTexts = z.object({
  texts: z
    .array(
      z.object({
        language,
        name: z.string().trim().max(200).default(''),
        summary: z.string().trim().max(1000).default(''),
      }),
    )
    .min(1)
    .max(30),
  seen: SeenTexts,
});
export const CardTerritory = z.object({
  kind: z.enum(networkKinds),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{2})?$/)
    .default(''),
  timeZone: z.string().refine(isTimeZone),
});
export const CardLanguages = z.object({
  defaultLanguage: language,
  interfaceLanguages: z.array(language).max(20).default([]),
  contentLanguages: z.array(language).max(40).default([]),
});
export const CardAccent = z.object({
  accent: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/),
});
