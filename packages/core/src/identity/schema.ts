import { z } from 'zod';

export const Email = z
  .email()
  .max(254)
  .transform((value) => value.trim().toLowerCase());
export const Password = z.string().min(10).max(200);
const Name = z.string().trim().min(1).max(80);

export const SignIn = z.object({ email: Email, password: z.string().min(1).max(200) });
export const CodeRequest = z.object({ email: Email });
export const CodeSignIn = z.object({
  tokenId: z.uuid(),
  code: z
    .string()
    .transform((value) => value.replace(/\D/g, ''))
    .pipe(z.string().length(6, 'wrong_code')),
});
export const ResetRequest = z.object({ email: Email });
export const ResetLink = z.object({ tokenId: z.uuid(), token: z.string().min(20).max(100) });
export const PasswordReset = ResetLink.extend({ password: Password });
export const NewPerson = z.object({
  givenName: Name,
  familyName: Name,
  nameOrder: z.enum(['given_first', 'family_first']).default('given_first'),
  password: Password,
});
export const PasswordChange = z.object({ currentPassword: z.string().max(200), password: Password });
export const SessionEnd = z.object({ session: z.string().length(16) });
