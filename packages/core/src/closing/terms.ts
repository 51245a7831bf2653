export type ClosingState = 'asked' | 'confirmed' | 'deleting' | 'closed' | 'withdrawn';

/** How long a network rests between the confirmation and its deletion. */
export const waitDays = 30;

/** What the tables of a network hold, in words. One that nobody put here counts under `other`. */
export const contentKinds = [
  'people',
  'institutions',
  'trainings',
  'registrations',
  'attendance',
  'certificates',
  'evaluations',
  'mentoring',
  'consents',
  'messages',
  'files',
  'phases',
  'settings',
  'history',
  'other',
] as const;
export type ContentKind = (typeof contentKinds)[number];

const tables: Record<string, ContentKind> = {
  role_assignment: 'people',
  role_capability: 'people',
  invitation: 'people',
  participant: 'people',
  deactivation: 'people',
  prerequisite_kind: 'people',
  prerequisite_record: 'people',
  membership: 'institutions',
  membership_detail: 'institutions',
  membership_application: 'institutions',
  external_reference: 'institutions',
  training: 'trainings',
  training_text: 'trainings',
  training_session: 'trainings',
  training_trainer: 'trainings',
  training_quota: 'trainings',
  training_session_trainer: 'trainings',
  training_return: 'trainings',
  training_series: 'trainings',
  training_reminder: 'trainings',
  training_join: 'trainings',
  seat_question: 'trainings',
  registration: 'registrations',
  seat: 'registrations',
  support_need: 'registrations',
  seat_answer: 'registrations',
  registration_link: 'registrations',
  seat_request: 'registrations',
  seat_invitation: 'registrations',
  seat_wish: 'registrations',
  seat_wish_date: 'registrations',
  guest_registration: 'registrations',
  away_registration: 'registrations',
  takeaway: 'trainings',
  participant_form: 'registrations',
  attendance_record: 'attendance',
  attendance_change: 'attendance',
  attendance_lock: 'attendance',
  check_in: 'attendance',
  attendance_evidence: 'attendance',
  head_count: 'attendance',
  certificate: 'certificates',
  certificate_template: 'certificates',
  evaluation: 'evaluations',
  evaluation_form: 'evaluations',
  evaluation_plan: 'evaluations',
  evaluation_request: 'evaluations',
  evaluation_submission: 'evaluations',
  evaluation_tally: 'evaluations',
  evaluation_text: 'evaluations',
  mentoring_programme: 'mentoring',
  mentoring_programme_text: 'mentoring',
  mentoring_cohort: 'mentoring',
  mentor_profile: 'mentoring',
  mentee_profile: 'mentoring',
  mentoring_relation: 'mentoring',
  mentoring_relation_mentee: 'mentoring',
  mentoring_goal: 'mentoring',
  mentoring_goal_review: 'mentoring',
  mentoring_session: 'mentoring',
  mentoring_session_mentee: 'mentoring',
  mentoring_note: 'mentoring',
  mentoring_draft: 'mentoring',
  mentoring_ruled_out: 'mentoring',
  mentoring_ask: 'mentoring',
  mentoring_plan: 'mentoring',
  mentoring_plan_task: 'mentoring',
  mentoring_relation_plan: 'mentoring',
  mentoring_task_mark: 'mentoring',
  mentoring_module: 'mentoring',
  mentoring_module_training: 'mentoring',
  mentee_participant: 'mentoring',
  mentoring_agreement_text: 'mentoring',
  initiative: 'mentoring',
  initiative_text: 'mentoring',
  initiative_member: 'mentoring',
  initiative_task: 'mentoring',
  initiative_cost: 'mentoring',
  initiative_partner: 'mentoring',
  initiative_story: 'mentoring',
  initiative_story_text: 'mentoring',
  initiative_photo: 'mentoring',
  mentoring_threshold: 'mentoring',
  mentoring_mute: 'mentoring',
  mentoring_standstill: 'mentoring',
  mentoring_flag: 'mentoring',
  mentoring_week: 'mentoring',
  safeguarding_concern: 'mentoring',
  safeguarding_entry: 'mentoring',
  consent_record: 'consents',
  consent_wording: 'consents',
  break_glass: 'consents',
  erasure_request: 'consents',
  message: 'messages',
  notice: 'messages',
  stored_file: 'files',
  import_run: 'files',
  import_row: 'files',
  phase: 'phases',
  funder: 'phases',
  budget_line: 'phases',
  network_setting: 'settings',
  network_text: 'settings',
  network_link: 'settings',
  network_move: 'settings',
  share: 'settings',
  retention_period: 'settings',
  domain_event: 'history',
  retention_run: 'history',
  legal_hold: 'history',
};

export function contentKindOf(table: string): ContentKind {
  return tables[table] ?? 'other';
}

/**
 * The order in which tables are emptied: whatever names another one goes before it.
 * @throws when tables name each other in a circle
 */
export function deletionOrder(
  names: readonly string[],
  references: readonly { child: string; parent: string }[],
): string[] {
  const left = new Set(names);
  const order: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter(
      (name) => !references.some(({ child, parent }) => parent === name && left.has(child)),
    );
    if (free.length === 0) throw new Error(`tables name each other in a circle: ${[...left].join(', ')}`);
    for (const name of free) left.delete(name);
    order.push(...free);
  }
  return order;
}
