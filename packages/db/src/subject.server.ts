import { type Statement, statement } from './statement.server.ts';

// Where the database holds something about a person. A test walks the catalogue: whatever references a person or a
// participant stands here, or in `excluded` with the reason.

/** `about`: the row tells of the person, all of it is theirs. `did`: they acted on it; only that they did, and when. */
type Place = {
  table: string;
  mode: 'about' | 'did';
  where: string;
  /** Columns in which somebody else wrote for themselves alone. */
  without?: readonly string[];
};

const participants = `select p.id from participant p where p.person_id = $1 or p.email = $2`;
const seats = `select s.id from seat s where s.participant_id in (${participants})`;
const mentees = `select e.id from mentee_profile e where e.person_id = $1`;

const places = {
  person: { table: 'person', mode: 'about', where: 't.id = $1' },
  login: { table: 'login', mode: 'about', where: 't.person_id = $1' },
  sessions: { table: 'session', mode: 'about', where: 't.person_id = $1' },
  loginTokens: { table: 'login_token', mode: 'about', where: 't.person_id = $1' },
  secondStep: { table: 'second_step', mode: 'about', where: 't.person_id = $1' },
  recoveryCodes: { table: 'recovery_code', mode: 'about', where: 't.person_id = $1' },
  ownAccounts: { table: 'account_link', mode: 'about', where: 't.person_id = $1' },
  roles: { table: 'role_assignment', mode: 'about', where: 't.person_id = $1' },
  capabilities: {
    table: 'role_capability',
    mode: 'about',
    where: 't.role_assignment_id in (select r.id from role_assignment r where r.person_id = $1)',
  },
  granted: { table: 'role_capability', mode: 'did', where: 't.granted_by_id = $1' },
  assigned: { table: 'role_assignment', mode: 'did', where: 't.assigned_by_id = $1' },
  deactivations: { table: 'deactivation', mode: 'about', where: 't.person_id = $1' },
  deactivated: { table: 'deactivation', mode: 'did', where: 't.actor_id = $1 or t.undone_by_id = $1' },
  prerequisites: { table: 'prerequisite_record', mode: 'about', where: 't.person_id = $1' },
  checked: { table: 'prerequisite_record', mode: 'did', where: 't.checked_by_id = $1' },
  focalPointOf: { table: 'membership_detail', mode: 'about', where: 't.focal_point_id = $1' },
  invitations: { table: 'invitation', mode: 'about', where: 't.email = $2' },
  invited: { table: 'invitation', mode: 'did', where: 't.invited_by_id = $1' },
  seatRequests: { table: 'seat_request', mode: 'about', where: 't.email = $2' },
  seatInvitations: { table: 'seat_invitation', mode: 'about', where: 't.email = $2' },
  seatsInvited: { table: 'seat_invitation', mode: 'did', where: 't.invited_by_id = $1' },
  applications: { table: 'membership_application', mode: 'about', where: 't.email = $2' },
  participantForms: { table: 'participant_form', mode: 'about', where: `t.seat_id in (${seats})` },
  formsReceived: { table: 'participant_form', mode: 'did', where: 't.received_by_id = $1' },
  participants: { table: 'participant', mode: 'about', where: `t.id in (${participants})` },
  seats: { table: 'seat', mode: 'about', where: `t.id in (${seats})` },
  support: {
    table: 'support_need',
    mode: 'about',
    where: `t.participant_id in (${participants}) or (t.participant_id is null and t.seat_id in (${seats}))`,
  },
  supportAsked: { table: 'support_need', mode: 'did', where: 't.asked_by_id = $1' },
  answers: {
    table: 'seat_answer',
    mode: 'about',
    where: `t.participant_id in (${participants}) or (t.participant_id is null and t.seat_id in (${seats}))`,
  },
  answered: { table: 'seat_answer', mode: 'did', where: 't.answered_by_id = $1' },
  guestContacts: { table: 'guest_registration', mode: 'about', where: 't.contact_email = $2' },
  mentorProfile: { table: 'mentor_profile', mode: 'about', where: 't.person_id = $1' },
  menteeProfile: { table: 'mentee_profile', mode: 'about', where: 't.person_id = $1' },
  notSuggested: { table: 'mentoring_ruled_out', mode: 'about', where: `t.mentee_id in (${mentees})` },
  mentored: {
    table: 'mentoring_relation',
    mode: 'about',
    where: `t.id in (select m.relation_id from mentoring_relation_mentee m where m.mentee_id in (${mentees}))`,
  },
  mentorOf: {
    table: 'mentoring_relation',
    mode: 'did',
    where: 't.mentor_id in (select p.id from mentor_profile p where p.person_id = $1)',
  },
  goals: { table: 'mentoring_goal', mode: 'about', where: `t.mentee_id in (${mentees})` },
  goalReviews: {
    table: 'mentoring_goal_review',
    mode: 'about',
    where: `t.goal_id in (select o.id from mentoring_goal o where o.mentee_id in (${mentees}))`,
  },
  goalsSet: { table: 'mentoring_goal', mode: 'did', where: 't.set_by_id = $1' },
  goalsReviewed: { table: 'mentoring_goal_review', mode: 'did', where: 't.reviewed_by_id = $1' },
  mentoringSessions: {
    table: 'mentoring_session',
    mode: 'about',
    where: `t.id in (select w.session_id from mentoring_session_mentee w where w.mentee_id in (${mentees}))`,
  },
  sessionsLogged: { table: 'mentoring_session', mode: 'did', where: 't.logged_by_id = $1' },
  mentoringAsks: { table: 'mentoring_ask', mode: 'about', where: 't.person_id = $1' },
  // What a mentor noted as the reason is theirs, as their private notes are; whom it is about gets level and day.
  risks: {
    table: 'relation_risk',
    mode: 'about',
    where: `exists (select 1 from mentoring_relation_mentee m where m.network_id = t.network_id and m.relation_id = t.relation_id
      and m.mentee_id in (${mentees}) and (m.left_on is null or t.set_at < m.left_on + 1))`,
    without: ['risk_reason', 'set_by_id'],
  },
  risksSet: { table: 'relation_risk', mode: 'about', where: 't.set_by_id = $1' },
  // That it was sent and what came of it; the words are between mentor and coordinator, the goals stand under the own ones.
  approvals: {
    table: 'relation_approval',
    mode: 'about',
    where: `exists (select 1 from mentoring_relation_mentee m where m.network_id = t.network_id and m.relation_id = t.relation_id
      and m.mentee_id in (${mentees}) and (m.left_on is null or t.requested_at < m.left_on + 1))`,
    without: ['goal_ids', 'plan_text', 'request_words', 'decision_words', 'requested_by_id', 'decided_by_id'],
  },
  approvalsRequested: {
    table: 'relation_approval',
    mode: 'about',
    where: 't.requested_by_id = $1',
    without: ['goal_ids', 'plan_text', 'decided_by_id'],
  },
  approvalsDecided: { table: 'relation_approval', mode: 'did', where: 't.decided_by_id = $1' },
  agreementsSigned: {
    table: 'relation_signature',
    mode: 'about',
    where: `t.mentee_id in (${mentees}) or (t.mentee_id is null and t.relation_id in (select r.id from mentoring_relation r
      join mentor_profile p on p.network_id = r.network_id and p.id = r.mentor_id where r.network_id = t.network_id and p.person_id = $1))`,
    without: ['noted_by_id'],
  },
  // Whose signature it was stays with them.
  agreementsNoted: {
    table: 'relation_signature',
    mode: 'did',
    where: `t.noted_by_id = $1 and t.manner <> 'own'`,
  },
  mentoringSurveys: { table: 'mentoring_survey', mode: 'about', where: 't.person_id = $1' },
  asksAnswered: { table: 'mentoring_ask', mode: 'did', where: 't.answered_by_id = $1' },
  initiatives: { table: 'initiative_member', mode: 'about', where: `t.mentee_id in (${mentees})` },
  plansWritten: { table: 'mentoring_plan', mode: 'did', where: 't.created_by_id = $1' },
  agreementsWritten: { table: 'mentoring_agreement_text', mode: 'did', where: 't.created_by_id = $1' },
  modulesAttended: { table: 'mentee_participant', mode: 'about', where: `t.mentee_id in (${mentees})` },
  planTasksTicked: { table: 'mentoring_task_mark', mode: 'did', where: 't.marked_by_id = $1' },
  initiativeAnswers: { table: 'initiative_member', mode: 'did', where: 't.recorded_by_id = $1' },
  initiativesBegun: {
    table: 'initiative',
    mode: 'did',
    where: 't.created_by_id = $1 or t.decided_by_id = $1',
  },
  initiativeTasks: { table: 'initiative_task', mode: 'about', where: `t.owner_id in (${mentees})` },
  cardsAdded: { table: 'communication_card', mode: 'did', where: 't.created_by_id = $1' },
  cardTexts: { table: 'card_text', mode: 'did', where: 't.written_by_id = $1' },
  cardVerdicts: { table: 'card_verdict', mode: 'did', where: 't.given_by_id = $1' },
  cardTests: { table: 'card_test', mode: 'did', where: 't.noted_by_id = $1' },
  cardRecordings: {
    table: 'card_recording',
    mode: 'did',
    where: 't.recorded_by_id = $1 or t.confirmed_by_id = $1',
  },
  resourcesBegun: { table: 'resource', mode: 'did', where: 't.created_by_id = $1' },
  resourceVersions: { table: 'resource_version', mode: 'did', where: 't.created_by_id = $1' },
  adoptionsReported: { table: 'resource_adoption', mode: 'did', where: 't.reported_by_id = $1' },
  mentorNotes: { table: 'mentoring_note', mode: 'about', where: 't.author_person_id = $1' },
  mentorDrafts: { table: 'mentoring_draft', mode: 'about', where: 't.author_person_id = $1' },
  questionsInCare: {
    table: 'mentoring_flag',
    mode: 'did',
    where: 't.asked_by_id = $1 or t.resolved_by_id = $1',
  },
  mutesInCare: { table: 'mentoring_mute', mode: 'did', where: 't.muted_by_id = $1' },
  supervised: {
    table: 'supervision_meeting',
    mode: 'about',
    where: `t.id in (select w.meeting_id from supervision_mentor w join mentor_profile p on p.network_id = w.network_id
      and p.id = w.mentor_id where p.person_id = $1)`,
  },
  supervisionLed: { table: 'supervision_meeting', mode: 'did', where: 't.led_by_id = $1' },
  // What it says is about others, and the leads' alone.
  concernsRaised: { table: 'safeguarding_concern', mode: 'did', where: 't.raised_by_id = $1' },
  concernEntries: { table: 'safeguarding_entry', mode: 'did', where: 't.written_by_id = $1' },
  attendance: { table: 'attendance_record', mode: 'about', where: `t.seat_id in (${seats})` },
  marked: { table: 'attendance_record', mode: 'did', where: 't.marked_by_id = $1' },
  marksChanged: { table: 'attendance_change', mode: 'about', where: `t.seat_id in (${seats})` },
  changedMarks: { table: 'attendance_change', mode: 'did', where: 't.changed_by_id = $1' },
  listsLocked: {
    table: 'attendance_lock',
    mode: 'did',
    where: 't.locked_by_id = $1 or t.reopened_by_id = $1',
  },
  checkIns: { table: 'check_in', mode: 'about', where: `t.seat_id in (${seats})` },
  checkedIn: { table: 'check_in', mode: 'did', where: 't.checked_by_id = $1' },
  signatures: { table: 'attendance_evidence', mode: 'about', where: `t.seat_id in (${seats})` },
  evidenceKept: {
    table: 'attendance_evidence',
    mode: 'did',
    where: 't.kept_by_id = $1 or t.withdrawn_by_id = $1',
  },
  headCounts: { table: 'head_count', mode: 'did', where: 't.recorded_by_id = $1' },
  registrations: { table: 'registration', mode: 'about', where: 't.submitted_by_id = $1' },
  certificates: { table: 'certificate', mode: 'about', where: `t.participant_id in (${participants})` },
  issued: { table: 'certificate', mode: 'did', where: 't.issued_by_id = $1' },
  templates: { table: 'certificate_template', mode: 'did', where: 't.created_by_id = $1' },
  evaluationsAsked: { table: 'evaluation_request', mode: 'about', where: `t.seat_id in (${seats})` },
  evaluationsAnswered: { table: 'evaluation_submission', mode: 'about', where: `t.seat_id in (${seats})` },
  evaluationsClosed: { table: 'evaluation', mode: 'did', where: 't.closed_by_id = $1' },
  evaluationForms: { table: 'evaluation_form', mode: 'did', where: 't.created_by_id = $1' },
  trainer: { table: 'training_trainer', mode: 'about', where: 't.person_id = $1' },
  trainings: { table: 'training', mode: 'did', where: 't.created_by_id = $1' },
  messages: { table: 'message', mode: 'about', where: 't.person_id = $1 or t.email = $2' },
  noticeChoices: { table: 'notice_choice', mode: 'about', where: 't.person_id = $1' },
  notices: { table: 'notice', mode: 'about', where: 't.person_id = $1' },
  consents: {
    table: 'consent_record',
    mode: 'about',
    where: `t.person_id = $1 or t.participant_id in (${participants})`,
  },
  recorded: { table: 'consent_record', mode: 'did', where: 't.recorded_by_id = $1' },
  wordings: { table: 'consent_wording', mode: 'did', where: 't.created_by_id = $1' },
  accesses: { table: 'break_glass', mode: 'about', where: 't.requester_id = $1' },
  decided: { table: 'break_glass', mode: 'did', where: 't.decider_id = $1' },
  periods: { table: 'retention_period', mode: 'did', where: 't.updated_by_id = $1' },
  basesDecided: { table: 'processing_entry', mode: 'did', where: 't.changed_by_id = $1' },
  erasures: { table: 'erasure_request', mode: 'about', where: 't.person_id = $1' },
  erased: { table: 'erasure_request', mode: 'did', where: 't.decided_by_id = $1' },
  holds: { table: 'legal_hold', mode: 'about', where: 't.person_id = $1' },
  held: { table: 'legal_hold', mode: 'did', where: 't.set_by_id = $1' },
  imports: { table: 'import_run', mode: 'did', where: 't.created_by_id = $1' },
  patterns: { table: 'pattern_run', mode: 'did', where: 't.created_by_id = $1' },
  machineOrders: { table: 'machine_order', mode: 'did', where: 't.created_by_id = $1' },
  files: { table: 'stored_file', mode: 'did', where: 't.created_by_id = $1' },
  closings: {
    table: 'network_closing',
    mode: 'did',
    where: 't.asked_by_id = $1 or t.confirmed_by_id = $1 or t.withdrawn_by_id = $1',
  },
  history: { table: 'domain_event', mode: 'about', where: 't.actor_id = $1' },
  toldOf: {
    table: 'domain_event',
    mode: 'about',
    where: `t.object_id = $1 or t.payload ->> 'subjectPersonId' = $1::text`,
  },
} as const satisfies Record<string, Place>;

export type SubjectArea = keyof typeof places;
export const subjectAreas = Object.keys(places) as SubjectArea[];
/** Areas whose rows are about people, not about what people did. */
export type RecordArea = {
  [Area in SubjectArea]: (typeof places)[Area]['mode'] extends 'about' ? Area : never;
}[SubjectArea];
/** Areas that belong to no network: read once, with the door "identity". */
export const globalAreas: readonly SubjectArea[] = [
  'person',
  'login',
  'sessions',
  'loginTokens',
  'secondStep',
  'recoveryCodes',
  'noticeChoices',
];
export const placeOfArea = (area: SubjectArea): Place => places[area];

/** Columns that name someone and stand in no area, with the reason. */
export const excluded: Record<string, string> = {
  'training_session.training_id': 'a half-day is about no person',
  'training_session_trainer.person_id':
    'a half-day is led by one of the trainers of the training, who stand in their area',
};

export type SubjectRow = { row: Record<string, unknown> };

// A person's own roles can be read from anywhere; here each network tells its own.
function here(area: SubjectArea): string {
  return globalAreas.includes(area) ? '' : ' and t.network_id = (select app.network_id())';
}

const statements = Object.fromEntries(
  Object.entries(places).map(([area, { table, where }]) => [
    area,
    statement<[personId: string, email: string | null], SubjectRow>(
      `subject_${area}`,
      // Both values are in use in each statement, whatever it looks for.
      `select to_jsonb(t) as row from ${table} t where (${where}) and $1::uuid is not null and ($2::text is null or true)${here(area as SubjectArea)} limit 20000`,
    ),
  ]),
) as Record<SubjectArea, (personId: string, email: string | null) => Statement<SubjectRow>>;

/** Which of some areas hold anything about a person, in the network of the transaction; one statement for all of them. */
export function areasWithRows(
  areas: readonly SubjectArea[],
  personId: string,
  email: string | null,
): Statement<{ area: SubjectArea }> {
  return statement<[personId: string, email: string | null], { area: SubjectArea }>(
    'areas_with_rows',
    areas
      .map(
        (area) =>
          `select '${area}' as area where $1::uuid is not null and ($2::text is null or true)
           and exists (select from ${places[area].table} t where (${places[area].where})${here(area)})`,
      )
      .join(' union all '),
  )(personId, email);
}

/** The rows of one area, as the database holds them, in the network of the transaction. */
export function subjectRows(
  area: SubjectArea,
  personId: string,
  email: string | null,
): Statement<SubjectRow> {
  return statements[area](personId, email);
}

/** The networks that hold something about a person: for themselves, or with the door "platform". */
export const networksWithPerson = statement<
  [personId: string, language: string],
  { id: string; code: string; name: string; clockOffset: number; defaultLanguage: string; timeZone: string }
>(
  'networks_with_person',
  `select n.id, n.code, n.clock_offset as "clockOffset", n.default_language as "defaultLanguage", n.time_zone as "timeZone",
     coalesce((select x.name from network_text x where x.network_id = n.id
       order by array_position(array[$2, n.default_language, 'en'], x.language) nulls last limit 1), n.code) as name
   from app.networks_with_person($1) w join network n on n.id = w order by n.code`,
);

export type OwnPageRow = {
  code: string;
  name: string;
  timeZone: string;
  defaultLanguage: string;
  /** The newest words of each purpose. */
  wordings: {
    purpose: string;
    version: number;
    language: string;
    title: string;
    text: string;
    createdAt: string;
  }[];
  /** The newest answer to each purpose. */
  answers: {
    id: string;
    purpose: string;
    version: number;
    language: string;
    state: string;
    decidedAt: string | null;
    withdrawnAt: string | null;
    expiresAt: string | null;
    /** It can be given anew: within 30 days it ends */
    isEnding: boolean;
  }[];
  reads: { id: string; at: string; right: string }[];
  /** The open request to be forgotten. */
  request: { requestedAt: string; dueAt: string } | null;
  /** Why something must be kept. */
  hold: string | null;
};

/** What a person may know about themselves, one row for each network that knows them and one for the platform. */
export const ownPage = statement<[personId: string, language: string], OwnPageRow>(
  'own_page',
  `select n.code, n.time_zone as "timeZone", n.default_language as "defaultLanguage",
     coalesce((select x.name from network_text x where x.network_id = n.id
       order by array_position(array[$2, n.default_language, 'en'], x.language) nulls last limit 1), n.code) as name,
     o.wordings, o.answers, o.reads, o.request, o.hold
   from app.own_page($1) o join network n on n.id = o.network_id order by n.code`,
);

/** Every request to be forgotten, the nearest date first; door "platform". */
export const erasureRequests = statement<
  [],
  { id: string; networkId: string; personId: string; state: string; requestedAt: Date; dueAt: Date }
>(
  'erasure_requests',
  `select id, network_id as "networkId", person_id as "personId", state, requested_at as "requestedAt", due_at as "dueAt"
   from app.erasure_requests()`,
);
