import { z } from 'zod';
import { Email } from '../identity/schema.ts';

/** What networks may ask: a second step of nobody, of whoever opens confidential records, of everybody with a role. */
export const secondStepDemands = ['nobody', 'case_roles', 'everyone'] as const;

const digits = z
  .string()
  .transform((value) => value.replace(/\D/g, ''))
  .pipe(z.string().length(6, 'wrong_app_code'));

export const CodeOfApp = z.object({ code: digits });
/** A code of the app or a recovery code. */
export const AnyCode = z.object({ code: z.string().trim().min(6, 'wrong_app_code').max(60) });
export const SecondStepSignIn = AnyCode.extend({ tokenId: z.uuid() });
export const SecondStepRemoval = z.object({ email: Email, reason: z.string().trim().min(3).max(300) });
