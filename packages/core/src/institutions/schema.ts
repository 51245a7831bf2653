import { z } from 'zod';
import { optionalId } from '../inputs.ts';
import {
  cardMoveNames,
  institutionKinds,
  membershipMoveNames,
  membershipRoles,
  membershipStates,
  mergeFields,
} from './terms.ts';

const line = (max: number) => z.string().trim().max(max).default('');
const language = z.string().regex(/^[a-z]{2,3}$/);
/** An address of the web; empty for none. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .or(z.literal(''))
  .default('');

const InstitutionName = z.object({ language, name: z.string().trim().min(1).max(300) });
const position = {
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
};

/** The public card. Without a position the place is looked up. Places with two names have both: `Band / Mezőbánd`. */
export const InstitutionCard = z.object({
  kind: z.enum(institutionKinds),
  texts: z.array(InstitutionName).min(1).max(30),
  shortName: line(60),
  locality: line(120),
  county: line(120),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .or(z.literal(''))
    .default(''),
  address: line(300),
  ...position,
  website: webAddress,
  languages: z.array(language).max(30).default([]),
  parentId: optionalId,
});
export type InstitutionCard = z.output<typeof InstitutionCard>;

/** A card for the register, as the seed has them. */
export const NewInstitution = InstitutionCard.omit({ parentId: true, address: true, shortName: true }).extend(
  {
    isDemo: z.boolean().default(false),
  },
);

export const Joining = z.object({
  institutionId: z.uuid(),
  role: z.enum(membershipRoles),
  track: z.string().default(''),
  isGuest: z.boolean().default(false),
  joinedOn: z.date().nullable().default(null),
});

/** How an institution comes into a network. */
export const NewMembership = z.object({
  role: z.enum(membershipRoles).default('member'),
  track: line(60),
  state: z.enum(membershipStates).extract(['invited', 'applied', 'active']).default('active'),
});

export const CreatedInstitution = InstitutionCard.extend(NewMembership.shape);
export const AddedInstitution = NewMembership.extend({ institutionId: z.uuid() });
export const InstitutionId = z.object({ institutionId: z.uuid() });
export const EditedInstitution = InstitutionCard.extend({ institutionId: z.uuid() });

/** What only the network itself sets and sees. */
export const MembershipDetails = z.object({
  role: z.enum(membershipRoles),
  track: line(60),
  focalPointId: optionalId,
  note: line(4000),
});
export const EditedMembership = MembershipDetails.extend({ institutionId: z.uuid() });

export const MembershipMoving = z.object({
  institutionId: z.uuid(),
  move: z.enum(membershipMoveNames),
});
export const CardMoving = z.object({ institutionId: z.uuid(), move: z.enum(cardMoveNames) });

const side = z.enum(['winner', 'loser']).default('winner');
/** Which of two cards stays, and where each of its values comes from. */
export const MergeChoice = z.object(
  Object.fromEntries(mergeFields.map((field) => [field, side])) as Record<
    (typeof mergeFields)[number],
    typeof side
  >,
);
export const MergePair = z.object({ institutionId: z.uuid(), otherInstitutionId: z.uuid() });
export const Merge = MergePair.extend(MergeChoice.shape);

export const DirectoryFilter = z.object({
  q: z.string().trim().max(100).default(''),
  kind: z.enum(institutionKinds).or(z.literal('')).default(''),
  county: z.string().max(120).default(''),
  speaks: language.or(z.literal('')).default(''),
  state: z.enum(membershipStates).or(z.literal('')).default('').describe('For coordinators; else active'),
  sort: z.enum(['name', 'place', 'kind']).default('name'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  perPage: z.coerce.number().int().min(1).max(200).default(100),
});

export const RegisterQuery = z.object({ q: z.string().trim().max(100).default('') });
