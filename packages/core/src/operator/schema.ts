import { z } from 'zod';
import { networkKinds } from '../networks/kinds.ts';
import { isTimeZone } from '../networks/time-zones.ts';
import { FoundingPattern } from '../patterns/schema.ts';

/** What an operator fills in to found a network. Its address is its code; capital letters make no other one. */
export const Founding = z.object({
  address: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9-]{1,39}$/),
  parent: z
    .string()
    .max(40)
    .nullish()
    .transform((code) => code || null),
  name: z.string().trim().min(1).max(200),
  kind: z.enum(networkKinds),
  defaultLanguage: z.string().regex(/^[a-z]{2,3}$/),
  interfaceLanguages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .max(20)
    .default([]),
  timeZone: z.string().refine(isTimeZone),
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  /** Networks to found within it, a line each: name; mail address of the coordinator; address, where it matters. */
  children: z.string().max(10_000).default(''),
  childKind: z.enum(networkKinds).optional(),
  ...FoundingPattern.shape,
});

/** Suspending and reactivating, by the code of the network. */
export const NetworkSwitch = z.object({
  address: z.string().max(40),
  move: z.enum(['suspend', 'reactivate']),
});
