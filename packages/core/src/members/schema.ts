import { z } from 'zod';
import { Email } from '../identity/schema.ts';
import { optionalId, orNone } from '../inputs.ts';
import { languageCapabilities, plainCapabilities, roles } from '../permissions.ts';

const GivableRole = z.enum(roles).exclude(['platform_admin']);

export const Invitation = z.object({ email: Email, role: GivableRole, institutionId: optionalId });
/** Pasted lines, each an address or a name with an address. */
export const Invitations = z.object({
  people: z.string().trim().min(1).max(20_000),
  role: GivableRole,
  institutionId: optionalId,
});
export const InvitationId = z.object({ invitationId: z.uuid() });
export const InvitationLink = z.object({ invitationId: z.uuid(), token: z.string().min(20).max(100) });
export const InvitationFilter = z.object({
  state: z.enum(['open', 'expired', 'accepted', 'revoked', 'all', '']).catch('').default(''),
  page: z.number().int().min(1).max(10_000).catch(1).default(1),
});

export const PersonId = z.object({ personId: z.uuid() });
const Instant = z
  .date()
  .nullish()
  .transform((value) => value ?? null);
/** Instants: `validUntil` is the first moment at which the role is over. */
export const Validity = z.object({ validFrom: Instant, validUntil: Instant });
export const RoleGift = PersonId.extend({
  role: GivableRole,
  institutionId: optionalId,
  /** With a training the role holds for it alone. */
  trainingId: optionalId,
}).extend(Validity.shape);
export const AssignmentId = z.object({ assignmentId: z.uuid() });
export const ValidityChange = AssignmentId.extend(Validity.shape);
export const CapabilityGift = AssignmentId.extend({
  capability: z.enum([...plainCapabilities, ...languageCapabilities]),
  /** For capabilities of one language. */
  inLanguage: orNone(z.string().regex(/^[a-z]{2,3}$/)),
}).extend(Validity.shape);
export const CapabilityId = z.object({ capabilityId: z.uuid() });

export const PeopleFilter = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  role: z.enum(roles).or(z.literal('')).catch('').default(''),
  institutionId: optionalId.catch(null),
  state: z.enum(['active', 'waiting', 'lapsed', 'ended', 'all', '']).catch('').default(''),
  capability: z
    .enum([...plainCapabilities, ...languageCapabilities, ''])
    .catch('')
    .default(''),
  sort: z.enum(['name', 'name-down', 'role', 'institution']).catch('name').default('name'),
  page: z.number().int().min(1).max(10_000).catch(1).default(1),
});
