import { z } from 'zod';
import { reissueKinds } from './rules.ts';

export const VerifyCode = z.object({ code: z.string().max(60) });
export const CertificateId = z.object({ certificateId: z.uuid() });
export const Revocation = CertificateId.extend({ reason: z.string().trim().min(1).max(500) });
export const Reissue = CertificateId.extend({ kind: z.enum(reissueKinds) });
export const NameVisibility = CertificateId.extend({ isShown: z.boolean() });
