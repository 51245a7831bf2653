/** What can happen in mentoring; its words are in the area `mentoring`. */
export const mentoringEvents = [
  'mentoring.programme_created',
  'mentoring.programme_changed',
  'mentoring.programme_moved',
  'mentoring.cohort_added',
  'mentoring.mentor_added',
  'mentoring.mentor_changed',
  'mentoring.mentor_moved',
  'mentoring.mentee_added',
  'mentoring.mentee_changed',
  'mentoring.mentee_moved',
  'mentoring.relation_proposed',
  'mentoring.pair_ruled_out',
  'mentoring.pair_allowed',
  'mentoring.relation_accepted',
  'mentoring.agreement_signed',
  'mentoring.relation_moved',
  'mentoring.goal_set',
  'mentoring.goal_reviewed',
  'mentoring.draft_begun',
  'mentoring.session_logged',
  'mentoring.session_corrected',
  'mentoring.session_settled',
  'mentoring.step_ticked',
  'mentoring.draft_discarded',
  'mentoring.asked',
  'mentoring.ask_taken_back',
  'mentoring.ask_answered',
  'mentoring.plan_written',
  'mentoring.plan_applied',
  'mentoring.task_marked',
  'mentoring.modules_written',
  'mentoring.seats_found',
  'mentoring.agreement_written',
  'mentoring.session_moved',
  'mentoring.risk_set',
] as const;
export type MentoringEventKind = (typeof mentoringEvents)[number];

export function isMentoringEvent(kind: string): kind is MentoringEventKind {
  return (mentoringEvents as readonly string[]).includes(kind);
}
