/** The class of each field, by table and column. Made from the schema: `vitest run packages/db/src/classes.test.ts -u`. */
export const fieldClasses = {
  attendance_change: {
    from_state: 'per',
    to_state: 'per',
    way: 'int',
  },
  attendance_lock: {
    reason: 'int',
  },
  attendance_record: {
    state: 'per',
    evidence: 'int',
  },
  break_glass: {
    requested_as: 'int',
    reason: 'per',
    state: 'int',
  },
  certificate: {
    verify_code: 'per',
    snapshot: 'per',
    language: 'int',
    state: 'int',
    revoke_reason: 'per',
  },
  certificate_template: {
    language: 'int',
    accent: 'int',
    signatory_name: 'per',
    signatory_function: 'int',
    introduction: 'int',
    quality_assurance: 'int',
    footer: 'int',
  },
  check_in: {
    kind: 'int',
    result: 'int',
    conflict: 'int',
  },
  consent_record: {
    purpose: 'int',
    language: 'int',
    subject: 'conf',
    guardian: 'conf',
    state: 'int',
    given_how: 'int',
  },
  consent_wording: {
    purpose: 'int',
    language: 'int',
    title: 'int',
    text: 'int',
  },
  deactivation: {
    kind: 'per',
    training_ids: 'int',
  },
  domain_event: {
    kind: 'int',
    object_kind: 'int',
    payload: 'int',
    failure: 'int',
  },
  erasure_request: {
    state: 'int',
  },
  evaluation_request: {
    stage: 'int',
  },
  evaluation_submission: {
    stage: 'int',
  },
  evaluation_text: {
    words: 'per',
  },
  import_row: {
    before: 'per',
    after: 'per',
  },
  invitation: {
    email: 'per',
    invited_name: 'per',
    given_name: 'per',
    family_name: 'per',
    role: 'int',
    language: 'int',
  },
  legal_hold: {
    reason: 'per',
  },
  login: {
    password_hash: 'secret',
  },
  login_token: {
    purpose: 'int',
  },
  membership_detail: {
    focal_point_id: 'per',
    note: 'int',
  },
  message: {
    kind: 'int',
    email: 'per',
    language: 'int',
    state: 'int',
    provider_id: 'int',
    error: 'int',
  },
  network_closing: {
    state: 'int',
    reason: 'int',
    confirmed_as: 'int',
    state_before: 'int',
    asker_half: 'conf',
    confirmer_half: 'conf',
    package_sha256: 'int',
    progress: 'int',
  },
  network_key: {
    wrapped: 'secret',
    master_key: 'int',
  },
  notice: {
    kind: 'int',
    topic: 'int',
    params: 'int',
  },
  notice_choice: {
    topic: 'int',
    channel: 'int',
  },
  participant: {
    given_name: 'per',
    family_name: 'per',
    name_order: 'int',
    email: 'per',
    job_title: 'per',
    language: 'int',
  },
  person: {
    email: 'per',
    given_name: 'per',
    family_name: 'per',
    name_order: 'int',
    language: 'int',
    state: 'int',
  },
  prerequisite_kind: {
    code: 'int',
    name: 'int',
    roles: 'int',
  },
  prerequisite_record: {
    evidence_note: 'conf',
  },
  registration: {
    note: 'per',
  },
  role_assignment: {
    role: 'per',
    object_kind: 'int',
    origin: 'int',
  },
  role_capability: {
    capability: 'per',
  },
  seat: {
    state: 'int',
    mode: 'int',
    language: 'int',
    institution_kind: 'int',
    priority_reason: 'per',
    session_ids: 'int',
  },
  session: {
    id: 'secret',
    device: 'per',
  },
  support_need: {
    need: 'spec',
    kind_mark: 'secret',
  },
  training_quota: {
    scope: 'pub',
    key: 'pub',
  },
} as const;
