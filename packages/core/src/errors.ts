/** What a person can meet, with the status that a web server answers. The words are in the area `errors` under the code. */
const statuses = {
  not_found: 404,
  sign_in_needed: 401,
  not_allowed: 403,
  wrong_credentials: 422,
  wrong_password: 422,
  wrong_code: 422,
  link_expired: 410,
  too_many_attempts: 429,
  invalid: 422,
  network_closed: 409,
  invitation_used: 409,
  invitation_for_other_address: 409,
  invitation_sign_in_first: 409,
  role_not_yours_to_give: 403,
  already_member: 409,
  invitation_lines_invalid: 422,
  invitation_lines_repeated: 422,
  invitation_lines_members: 422,
  last_coordinator: 409,
  not_yourself: 409,
  has_other_roles: 409,
  role_over: 409,
  not_deactivated: 409,
  validity_reversed: 422,
  capability_needs_language: 422,
  capability_held: 409,
  prerequisite_missing: 409,
  prerequisite_lapsed: 409,
  trainer_lacks_prerequisite: 409,
  prerequisite_exists: 422,
  day_ahead: 422,
  no_such_login: 422,
  registration_not_open: 409,
  registration_closed: 409,
  training_over: 409,
  training_not_published: 409,
  transition_not_possible: 409,
  sessions_needed: 422,
  sessions_out_of_order: 422,
  title_needed: 422,
  code_taken: 422,
  already_registered: 422,
  named_twice: 422,
  too_many_places: 422,
  institution_needed: 422,
  membership_suspended: 409,
  cancel_deadline_passed: 409,
  seat_not_active: 409,
  offer_expired: 409,
  session_not_started: 409,
  seat_not_confirmed: 409,
  training_not_finished: 409,
  certificate_revoked: 409,
  reason_needed: 422,
  link_not_accepted: 409,
  wording_changed: 409,
  second_person_needed: 409,
  legal_hold: 409,
  link_exists: 409,
  link_changed: 409,
  network_unknown: 422,
  network_suspended: 409,
  network_draft: 409,
  network_code_taken: 422,
  network_kind_unfit: 422,
  child_lines_invalid: 422,
  child_lines_over: 422,
  network_cycle: 409,
  network_state_changed: 409,
  move_open: 409,
  move_changed: 409,
  partners_still_linked: 409,
  date_past: 422,
  phase_reversed: 422,
  phase_not_running: 409,
  amount_invalid: 422,
  currency_needed: 422,
  institution_exists: 422,
  institution_merged: 409,
  institution_kept_elsewhere: 403,
  institution_cycle: 422,
  parent_not_here: 422,
  focal_point_not_staff: 422,
  state_changed: 409,
  merge_with_itself: 422,
  merge_held_by_both: 409,
  merge_seats_clash: 409,
  file_too_large: 422,
  file_empty: 422,
  file_no_table: 422,
  file_unreadable: 422,
  file_old_excel: 422,
  file_bomb: 422,
  file_encoding: 422,
  file_too_many_rows: 422,
  file_too_many_columns: 422,
  file_needed: 422,
  picture_type: 422,
  picture_svg: 422,
  picture_broken: 422,
  picture_too_large: 422,
  picture_too_wide: 422,
  import_columns_missing: 422,
  import_column_twice: 422,
  import_moved_on: 409,
  import_has_wrong_rows: 422,
  import_nothing_new: 409,
  import_too_old: 409,
  message_on_its_way: 409,
  message_purged: 409,
  busy: 503,
} as const;

export type ErrorCode = keyof typeof statuses;

/**
 * Something that a person can meet. `field` names the input that caused it, so that the message stands beside it.
 * Everything else that goes wrong is a bug and crashes as such.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly params: Record<string, string | number>;
  readonly field: string | undefined;

  constructor(code: ErrorCode, params: Record<string, string | number> = {}, field?: string) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.params = params;
    this.field = field;
  }
}

/** The HTTP status of a domain error. */
export function statusOf(code: ErrorCode): number {
  return statuses[code];
}
