/** By which ways one registers for an event. */
export const registrationWays = ['institution', 'person', 'link', 'invitation'] as const;
export type RegistrationWay = (typeof registrationWays)[number];

/** Whoever asks by the public link confirms the address within this time; then what they typed is gone. */
export const requestHours = 48;
/** Until when an invitation to an event can be answered, when the event does not begin before. */
export const invitationDays = 30;
/** How many addresses are invited at once. */
export const mostInvited = 200;

export type LinkState = 'open' | 'off' | 'ended';

/** Whether a public link lets people in now. */
export function linkState(
  { ways, endsAt }: { ways: readonly string[]; endsAt: Date | null },
  now: Date,
): LinkState {
  if (!ways.includes('link')) return 'off';
  return endsAt !== null && endsAt <= now ? 'ended' : 'open';
}

/** Whether a request can still be confirmed. */
export function isRequestOpen({ askedAt }: { askedAt: Date }, now: Date): boolean {
  return now.getTime() - askedAt.getTime() < requestHours * 3_600_000;
}

export type InvitationState = 'sent' | 'answered' | 'expired' | 'revoked';
type Invited = { answeredAt: Date | null; revokedAt: Date | null; expiresAt: Date };

/** How an invitation to an event stands. */
export function invitationState({ answeredAt, revokedAt, expiresAt }: Invited, now: Date): InvitationState {
  if (answeredAt) return 'answered';
  if (revokedAt) return 'revoked';
  return expiresAt <= now ? 'expired' : 'sent';
}

/** When an invitation that is sent now ends: in time, and never after the start. */
export function invitationEnd({ startsAt }: { startsAt: Date }, now: Date): Date {
  const end = new Date(now.getTime() + invitationDays * 86_400_000);
  return end < startsAt ? end : startsAt;
}

/** What a seat becomes when what was approved of it changes, its name or its answers: it keeps what it holds. */
export function stateAfterChange(state: string): 'pending' | 'requested' | null {
  if (state === 'confirmed' || state === 'offered') return 'pending';
  return state === 'waiting' ? 'requested' : null;
}
