import { z } from 'zod';
import { webAddress } from '../institutions/schema.ts';
import { participantForms, reportingCycles } from './rules.ts';

export const mostFunders = 12;

const day = z.iso.date('validation.invalidDate');
/** As people write it; empty for no such line */
const amount = z.string().trim().max(30).default('');

export const PhaseFields = z.object({
  title: z.string().trim().min(1).max(200),
  /** Days: `2026-05-01`; both belong to the phase. */
  startsOn: day,
  endsOn: day,
  reportingCycle: z.enum(reportingCycles).default('year'),
  participantForm: z.enum(participantForms).default('none'),
  note: z.string().trim().max(1000).default(''),
  isPublic: z.boolean().default(false),
  /** In the order of `position`; one without a name is none. */
  funders: z
    .array(
      z.object({
        position: z.number().int().min(0).max(99).default(99),
        name: z.string().trim().max(200).default(''),
        url: webAddress,
        disclaimer: z.string().trim().max(500).default(''),
        /** From `keepLogo` */
        logoId: z.uuid().nullable().default(null),
        isLogoRemoved: z.boolean().default(false),
      }),
    )
    .max(mostFunders)
    .default([]),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{3})?$/)
    .default('EUR'),
  total: amount,
  own_contribution: amount,
  grant: amount,
  other: amount,
  isBudgetPublic: z.boolean().default(false),
});
export const PhaseId = z.object({ phaseId: z.uuid() });
export const LogoId = z.object({ logoId: z.uuid() });

export const NewLogo = z.object({
  name: z.string().trim().max(200),
  /** The bytes as they come in; pages of the same process give them, no public interface can. */
  content: z.custom<AsyncIterable<Uint8Array>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  ),
});
