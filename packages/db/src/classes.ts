/** The class of each field, by table and column. Made from the schema: `vitest run packages/db/src/classes.test.ts -u`. */
export const fieldClasses = {
  attendance_change: {
    from_state: 'per',
    to_state: 'per',
    way: 'int',
  },
  attendance_evidence: {
    kind: 'int',
    sha256: 'int',
    signature: 'conf',
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
  card_recording: {
    language: 'int',
  },
  card_test: {
    language: 'int',
    remark: 'int',
  },
  card_text: {
    language: 'int',
    text: 'int',
    transliteration: 'int',
    instruction: 'int',
    state: 'int',
  },
  card_verdict: {
    language: 'int',
    reason: 'int',
  },
  card_withdrawal: {
    language: 'int',
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
  communication_card: {
    situation: 'int',
    concept_key: 'int',
    side: 'int',
    answer_type: 'int',
    pictogram: 'int',
    state: 'int',
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
  guest_registration: {
    contact_name: 'per',
    contact_email: 'per',
  },
  head_count: {
    topic: 'int',
    languages: 'int',
  },
  import_row: {
    before: 'per',
    after: 'per',
  },
  initiative: {
    state: 'int',
    currency: 'int',
    decision_comment: 'int',
  },
  initiative_cost: {
    label: 'int',
  },
  initiative_member: {
    consent_state: 'per',
    consent_language: 'int',
    consent_how: 'int',
  },
  initiative_partner: {
    name: 'int',
  },
  initiative_photo: {
    words: 'int',
  },
  initiative_story_text: {
    language: 'int',
    title: 'int',
    question: 'int',
    story_body: 'int',
  },
  initiative_task: {
    title: 'int',
  },
  initiative_text: {
    language: 'int',
    title: 'int',
    question: 'int',
    plan: 'int',
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
  machine_item: {
    kind: 'int',
    state: 'int',
  },
  machine_order: {
    language: 'int',
    state: 'int',
    reason: 'int',
  },
  membership_application: {
    name: 'int',
    name_language: 'int',
    kind: 'int',
    country: 'int',
    county: 'int',
    locality: 'int',
    website: 'int',
    given_name: 'per',
    family_name: 'per',
    name_order: 'int',
    email: 'per',
    job_title: 'per',
    language: 'int',
    message: 'per',
    decision: 'int',
    reason: 'per',
  },
  membership_detail: {
    focal_point_id: 'per',
    note: 'int',
  },
  mentee_profile: {
    alias: 'per',
    state: 'per',
    languages: 'per',
    topics: 'per',
    availability: 'per',
    place: 'per',
    gender_preference: 'conf',
    meeting_limits: 'conf',
  },
  mentor_profile: {
    state: 'int',
    languages: 'per',
    topics: 'per',
    availability: 'per',
    place: 'per',
    gender: 'per',
  },
  mentoring_agreement_text: {
    language: 'int',
    confidentiality: 'int',
    places: 'int',
    hours: 'int',
    gifts: 'int',
    ending: 'int',
    hash: 'int',
  },
  mentoring_ask: {
    what: 'per',
    ask_words: 'conf',
    answer: 'per',
    answer_words: 'conf',
  },
  mentoring_cohort: {
    name: 'int',
    place: 'int',
  },
  mentoring_draft: {
    body: 'conf',
  },
  mentoring_flag: {
    question: 'int',
    answer: 'int',
  },
  mentoring_goal: {
    aim: 'conf',
    measure: 'conf',
    baseline: 'conf',
    target: 'conf',
    smart: 'int',
    state: 'int',
  },
  mentoring_goal_review: {
    state: 'int',
    review_note: 'conf',
    proof_note: 'conf',
  },
  mentoring_module: {
    titles: 'int',
  },
  mentoring_mute: {
    step: 'int',
    reason: 'int',
  },
  mentoring_note: {
    note_text: 'conf',
  },
  mentoring_plan_task: {
    titles: 'int',
    owner: 'int',
  },
  mentoring_programme: {
    code: 'int',
    state: 'int',
  },
  mentoring_programme_text: {
    language: 'int',
    title: 'int',
    summary: 'int',
    source_language: 'int',
    origin: 'int',
  },
  mentoring_relation: {
    state: 'int',
    end_reason: 'conf',
    closure_comment: 'conf',
    agreement_language: 'int',
  },
  mentoring_session: {
    state: 'int',
    starts_at: 'int',
    mode: 'int',
    place_kind: 'int',
    shared_summary: 'conf',
    next_steps: 'conf',
    mood: 'conf',
  },
  mentoring_standstill: {
    step: 'int',
    told: 'int',
  },
  mentoring_survey: {
    answer: 'per',
  },
  mentoring_threshold: {
    step: 'int',
    owner: 'int',
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
    category: 'per',
    county: 'int',
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
  recovery_code: {
    code_hash: 'secret',
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
  safeguarding_concern: {
    state: 'int',
  },
  safeguarding_entry: {
    state: 'int',
    concern_category: 'spec',
    concern_about: 'spec',
    concern_text: 'spec',
  },
  seat: {
    state: 'int',
    mode: 'int',
    language: 'int',
    institution_kind: 'int',
    origin: 'int',
    priority_reason: 'per',
    decision_reason: 'per',
    session_ids: 'int',
  },
  seat_answer: {
    given: 'per',
    sealed: 'conf',
  },
  seat_invitation: {
    email: 'per',
    invited_name: 'per',
    language: 'int',
  },
  seat_request: {
    given_name: 'per',
    family_name: 'per',
    name_order: 'int',
    email: 'per',
    language: 'int',
    mode: 'int',
    seat_language: 'int',
    answers: 'conf',
  },
  second_step: {
    secret: 'secret',
  },
  session: {
    id: 'secret',
    device: 'per',
  },
  supervision_meeting: {
    state: 'int',
    kind: 'int',
    supervision_themes: 'conf',
  },
  support_need: {
    need: 'spec',
    kind_mark: 'secret',
  },
  takeaway: {
    learned: 'int',
    adopts: 'int',
  },
  training_join: {
    url: 'int',
  },
  training_quota: {
    scope: 'pub',
    key: 'pub',
  },
  translation_work: {
    kind: 'int',
    language: 'int',
    draft: 'int',
    source_language: 'int',
    source_words: 'int',
  },
} as const;
