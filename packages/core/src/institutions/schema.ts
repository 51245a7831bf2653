import { z } from 'zod';

export const institutionKinds = [
  'municipality',
  'county_authority',
  'regional_authority',
  'state_agency',
  'child_protection',
  'social_services',
  'police',
  'emergency_services',
  'hospital_health',
  'school_education',
  'university_research',
  'employment_office',
  'reception_centre',
  'ngo',
  'volunteer_centre',
  'religious_org',
  'employer_private',
  'media',
  'international_org',
  'eu_programme_project',
  'informal_group',
] as const;

export const membershipRoles = [
  'lead',
  'partner',
  'associated_policy_authority',
  'member',
  'observer',
  'service_provider',
] as const;

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
