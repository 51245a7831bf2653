import { z } from 'zod';
import { Email } from '../identity/schema.ts';
import { orNone } from '../inputs.ts';
import { Answers, FormVersion } from '../questions/schema.ts';
import { registrationWays } from './rules.ts';

const Name = z.string().trim().min(1).max(80);
const TrainingId = z.object({ trainingId: z.uuid() });
const Token = z.string().min(1).max(100);
const optionalDate = z
  .date()
  .nullish()
  .transform((value) => value ?? null);

/** How one registers for an event. */
export const Ways = TrainingId.extend({
  ways: z.array(z.enum(registrationWays)).max(registrationWays.length).default([]),
  needsApproval: z.boolean().default(false),
  /** Whether a seat is held until the organiser has decided */
  pendingCounts: z.boolean().default(false),
  /** When the public link ends; empty for as long as one can register */
  linkEndsAt: optionalDate,
});
export const LinkRenewal = TrainingId;

export const PublicLink = TrainingId.extend({ token: Token });

/** How somebody takes part, where that is asked. */
const Taking = {
  mode: orNone(z.enum(['onsite', 'online'])),
  seatLanguage: z
    .string()
    .max(8)
    .nullish()
    .transform((value) => value || null),
};

/** What somebody types who has no login. */
export const Guest = z.object({
  givenName: Name,
  familyName: Name,
  nameOrder: z.enum(['given_first', 'family_first']).default('given_first'),
  /** In which mails are written to them */
  language: z.string().min(2).max(8),
  ...Taking,
  answers: Answers.default({}),
  formVersion: FormVersion,
});
export const SeatAsking = PublicLink.extend({
  ...Guest.shape,
  email: Email,
  /** A field that people do not see and programs fill in */
  website: z.string().max(300).default(''),
});

export const SeatRequestLink = z.object({ seatRequestId: z.uuid(), token: Token });

export const SeatInvitations = TrainingId.extend({ people: z.string().trim().min(1).max(20_000) });
export const SeatInvitationId = z.object({ seatInvitationId: z.uuid() });
export const SeatInvitationLink = SeatInvitationId.extend({ token: Token });
export const InvitedSeat = SeatInvitationLink.extend(Guest.shape);

/** Which of the seats that were shown have their participant form in. */
export const FormTicks = TrainingId.extend({
  seatIds: z.array(z.uuid()).max(2000).default([]),
  receivedIds: z.array(z.uuid()).max(2000).default([]),
});

export const Decision = TrainingId.extend({
  seatIds: z.array(z.uuid()).min(1).max(500),
  decision: z.enum(['approve', 'reject']),
  reason: z.string().trim().max(500).default(''),
});
