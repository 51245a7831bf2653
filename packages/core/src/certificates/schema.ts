import { z } from 'zod';
import { reissueKinds } from './rules.ts';

export const VerifyCode = z.object({ code: z.string().max(60) });
export const BadgeList = z.object({ list: z.coerce.number().int().min(0).max(10_000) });
export const CertificateId = z.object({ certificateId: z.uuid() });
export const Revocation = CertificateId.extend({ reason: z.string().trim().min(1).max(500) });
export const Reissue = CertificateId.extend({ kind: z.enum(reissueKinds) });
const words = (max: number) => z.string().trim().max(max).default('');
export const NewTemplate = z.object({
  language: z.string().max(8),
  accent: z.string().regex(/^#[0-9a-f]{6}$/),
  introduction: words(200),
  signatoryName: words(100),
  signatoryFunction: words(120),
  qualityAssurance: words(400),
  footer: words(300),
});
export const NameVisibility = CertificateId.extend({ isShown: z.boolean() });
