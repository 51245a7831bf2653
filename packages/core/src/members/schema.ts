import { z } from 'zod';
import { Email } from '../identity/schema.ts';
import { roles } from '../permissions.ts';

export const Invitation = z.object({
  email: Email,
  role: z.enum(roles).exclude(['platform_admin']),
  institutionId: z
    .uuid()
    .or(z.literal(''))
    .nullish()
    .transform((value) => value || null),
});
export const InvitationId = z.object({ invitationId: z.uuid() });
export const InvitationLink = z.object({ invitationId: z.uuid(), token: z.string().min(20).max(100) });
