import { z } from 'zod';
import { Email } from '../identity/schema.ts';
import { optionalId } from '../inputs.ts';
import { InstitutionCard } from '../institutions/schema.ts';
import { membershipRoles } from '../institutions/terms.ts';

const card = InstitutionCard.shape;
const Name = z.string().trim().min(1).max(80);

/** What an institution types that asks to join. */
export const Application = z.object({
  name: z.string().trim().min(1).max(300),
  nameLanguage: z.string().regex(/^[a-z]{2,3}$/),
  kind: card.kind,
  country: z.string().regex(/^[A-Z]{2}$/),
  county: card.county,
  locality: z.string().trim().min(1).max(120),
  website: card.website,
  givenName: Name,
  familyName: Name,
  nameOrder: z.enum(['given_first', 'family_first']).default('given_first'),
  email: Email,
  jobTitle: z.string().trim().max(120).default(''),
  /** In which mails are written to the person */
  language: z.string().min(2).max(8),
  message: z.string().trim().max(2000).default(''),
  /** A field that people do not see and programs fill in */
  fax: z.string().max(300).default(''),
});

export const ApplicationId = z.object({ applicationId: z.uuid() });
export const ApplicationLink = ApplicationId.extend({ token: z.string().min(1).max(100) });

export const ApplicationFilter = z.object({
  show: z.enum(['open', 'decided']).default('open'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export const Admission = ApplicationId.extend({
  /** The institution of the register that it is; empty for one that is not there yet */
  institutionId: optionalId,
  role: z.enum(membershipRoles).default('member'),
});

export const Refusal = ApplicationId.extend({ reason: z.string().trim().min(1).max(500) });
