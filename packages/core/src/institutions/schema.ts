import { z } from 'zod';
import { institutionKinds, membershipRoles } from './terms.ts';

export const NewInstitution = z.object({
  kind: z.enum(institutionKinds),
  locality: z.string().default(''),
  county: z.string().default(''),
  country: z.string().default(''),
  website: z.string().default(''),
  languages: z.array(z.string()).default([]),
  isDemo: z.boolean().default(false),
  texts: z.array(z.object({ language: z.string(), name: z.string().min(1).max(300) })).min(1),
});

export const Joining = z.object({
  institutionId: z.uuid(),
  role: z.enum(membershipRoles),
  track: z.string().default(''),
  isGuest: z.boolean().default(false),
  joinedOn: z.date().nullable().default(null),
});

export const DirectoryFilter = z.object({
  q: z.string().trim().max(100).default(''),
  kind: z.enum(institutionKinds).or(z.literal('')).default(''),
});
