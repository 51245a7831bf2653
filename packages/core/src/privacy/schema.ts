import { z } from 'zod';
import { type RegisterArea, registerAreas } from './processing/areas.ts';
import { bases, specialBases } from './processing/terms.ts';
import { retentionKinds } from './retention.ts';

const Reason = z.string().trim().min(10).max(500);
const Network = z.string().max(40);

export const AccessRequest = z.object({ consentId: z.uuid(), reason: Reason });
export const AccessDecision = z.object({ accessId: z.uuid(), decision: z.enum(['approve', 'refuse']) });
export const OperatorAccessRequest = AccessRequest.extend({ network: Network });
export const OperatorAccessDecision = AccessDecision.extend({ network: Network });
export const OperatorReading = z.object({ network: Network, consentId: z.uuid() });

export const Period = z.object({
  kind: z.enum(retentionKinds),
  months: z.coerce.number().int().min(1).max(600),
});

export const ProcessingDecision = z.object({
  area: z.enum(registerAreas as [RegisterArea, ...RegisterArea[]]),
  basis: z.enum(bases),
  /** Where fields of special categories exist. */
  specialBasis: z.enum(specialBases).optional(),
  note: z.string().trim().max(500).default(''),
  /** When it was decided before, as whoever decides now has read it; empty for a suggestion. */
  seen: z.union([z.literal(''), z.iso.datetime()]).default(''),
});

export const NetworkCode = z.object({ network: Network });

export const RequestId = z.object({ requestId: z.uuid() });
export const Hold = z.object({ requestId: z.uuid(), reason: Reason });
