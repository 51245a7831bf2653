import { z } from 'zod';
import { needAreas } from './needs.ts';
import { isUnderWay, type RelationState } from './rules.ts';

/** What a mentor asks the coordinator to approve. */
export const approvalKinds = ['plan', 'closing'] as const;
export type ApprovalKind = (typeof approvalKinds)[number];
/** How far it is; `taken_back` is also what was sent back and put away. */
export const approvalStates = ['requested', 'approved', 'sent_back', 'taken_back', 'not_needed'] as const;
export type ApprovalState = (typeof approvalStates)[number];
/** What a coordinator decides. */
export const approvalDecisions = ['approved', 'sent_back'] as const;

/** One goal as it was sent: whose it is by the alias, what it says, what it is about, until when. */
export const SentGoal = z.object({
  alias: z.string(),
  text: z.string(),
  need: z.enum(needAreas).nullable(),
  dueOn: z.string().nullable(),
});

/** Names goals as somebody saw them: each by its id, and when it was corrected. */
export const seenGoals = (goals: readonly { id: string; correctedAt: Date | null }[]) =>
  goals.map(({ id, correctedAt }) => (correctedAt ? `${id}@${correctedAt.toISOString()}` : id)).join();

/**
 * Whether a mentor may ask now. An approved plan is sent again only when its goals have changed.
 * @param newest the newest request of this kind; none before the first
 */
export function mayRequest(
  kind: ApprovalKind,
  relation: RelationState,
  newest: { state: string; isChanged: boolean } | null,
): boolean {
  if (!isUnderWay(relation) || newest?.state === 'requested') return false;
  return kind === 'closing' || newest?.state !== 'approved' || newest.isChanged;
}
