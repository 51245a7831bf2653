import { z } from 'zod';
import { domainsIn, isDomain } from './rules.ts';

const Name = z.string().trim().min(1).max(80);
const Issuer = z
  .url({ protocol: /^https?$/ })
  .trim()
  .max(500);
const ClientId = z.string().trim().min(1).max(300);
const Secret = z.string().trim().min(1).max(1000);
const Domains = z
  .string()
  .max(2000)
  .transform(domainsIn)
  .pipe(z.array(z.string().refine(isDomain)).min(1).max(50));

export const Provider = z.object({ providerId: z.uuid() });
export const Connection = z.object({
  name: Name,
  issuer: Issuer,
  clientId: ClientId,
  clientSecret: Secret,
  domains: Domains,
});
/** The issuer stays; a secret that is left empty stays too. */
export const ConnectionChange = Provider.extend({
  name: Name,
  clientId: ClientId,
  clientSecret: z.union([z.literal(''), Secret]).default(''),
  domains: Domains,
});
export const Switch = Provider.extend({ isOn: z.boolean() });

export const NetworkCode = z.object({ network: z.string().max(40) });
export const Beginning = NetworkCode.extend({ providerId: z.uuid(), next: z.string().max(2000).default('') });
const Carried = z.object({ carried: z.string().max(6000) });
export const Answer = Carried.extend({
  /** The network whose address the browser came back to */
  network: z.string().max(40),
  /** The query with which the provider sent the browser back */
  query: z.string().max(6000),
});
export const Agreement = Carried;
export const AgreementByPassword = Carried.extend({ password: z.string().min(1).max(200) });
export const AgreementByCode = Carried.extend({
  tokenId: z.uuid(),
  code: z
    .string()
    .transform((value) => value.replace(/\D/g, ''))
    .pipe(z.string().length(6, 'wrong_code')),
});
export const OwnLink = z.object({ linkId: z.uuid() });
