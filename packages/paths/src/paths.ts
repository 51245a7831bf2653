/**
 * Every URL of Tessera. Pages, mails, feeds and documents build links only here.
 * All functions return a path that starts with "/"; `absolute` puts the address of the platform before it.
 */
const enc = encodeURIComponent;

function withQuery(path: string, query?: Record<string, string | number | undefined>): string {
  const entries = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  if (entries.length === 0) return path;
  return `${path}?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`;
}

type Query = Record<string, string | number | undefined>;

const network = (code: string) => `/n/${enc(code)}`;
const training = (code: string, id: string) => `${network(code)}/trainings/${enc(id)}`;
const evidence = (code: string, id: string, session: string) =>
  `${training(code, id)}/attendance/${enc(session)}/evidence`;
const member = (code: string, personId: string) => `${network(code)}/members/${enc(personId)}`;
const role = (code: string, personId: string, id: string) => `${member(code, personId)}/roles/${enc(id)}`;
const privacy = (code: string) => `${network(code)}/settings/privacy`;
const consent = (code: string, id: string) => `${network(code)}/consents/${enc(id)}`;

const card = (code: string, id: string) => `${network(code)}/cards/library/${enc(id)}`;
const initiative = (code: string, id: string) => `${network(code)}/mentoring/initiatives/${enc(id)}`;
const story = (code: string, id: string) => `${network(code)}/stories/${enc(id)}`;

const resource = (code: string, id: string) => `${network(code)}/library/${enc(id)}`;

const institution = (code: string, id: string) => `${network(code)}/institutions/${enc(id)}`;
const mentoring = (code: string) => `${network(code)}/mentoring`;
const programme = (code: string, id: string) => `${mentoring(code)}/programmes/${enc(id)}`;
const mentor = (code: string, id: string) => `${mentoring(code)}/people/mentors/${enc(id)}`;
const mentee = (code: string, id: string) => `${mentoring(code)}/people/mentees/${enc(id)}`;
const coordination = (code: string, id: string) => `${mentoring(code)}/relations/${enc(id)}/coordination`;
const relation = (code: string, id: string) => `${network(code)}/mentoring/relations/${enc(id)}`;
const phase = (code: string, id: string) => `${network(code)}/settings/phases/${enc(id)}`;
const care = (code: string) => `${network(code)}/mentoring/care`;
const supervision = (code: string) => `${network(code)}/mentoring/supervision`;
const concerns = (code: string) => `${network(code)}/mentoring/concerns`;

export const paths = {
  home: () => '/',
  language: () => '/language',
  theme: () => '/theme',
  dashboard: () => '/home',
  network,
  institutions: (code: string, query?: Record<string, string | number | undefined>) =>
    withQuery(`${network(code)}/institutions`, query),
  /** Where an institution asks to join */
  joining: (code: string) => `${network(code)}/join`,
  joiningSent: (code: string) => `${network(code)}/join/sent`,
  joiningConfirmation: (code: string, applicationId: string, token: string) =>
    `${network(code)}/join-requests/${enc(applicationId)}/${enc(token)}`,
  applications: (code: string, query?: { show?: string; page?: number }) =>
    withQuery(`${network(code)}/institutions/applications`, query),
  application: (code: string, applicationId: string) =>
    `${network(code)}/institutions/applications/${enc(applicationId)}`,
  applicationReview: (code: string, applicationId: string) =>
    `${network(code)}/institutions/applications/${enc(applicationId)}/review`,
  applicationRefusal: (code: string, applicationId: string) =>
    `${network(code)}/institutions/applications/${enc(applicationId)}/refusal`,
  newInstitution: (code: string, query?: { q?: string }) =>
    withQuery(`${network(code)}/institutions/new`, query),
  institution,
  editInstitution: (code: string, id: string) => `${institution(code, id)}/edit`,
  membership: (code: string, id: string) => `${institution(code, id)}/membership`,
  institutionMove: (code: string, id: string, move: string) => `${institution(code, id)}/moves/${enc(move)}`,
  mergeInstitutions: (code: string, id: string, query?: { with?: string }) =>
    withQuery(`${institution(code, id)}/merge`, query),
  tree: () => '/networks',
  /** The events of all networks */
  events: (query?: Record<string, string | number | undefined>) => withQuery('/trainings', query),

  settings: (code: string) => `${network(code)}/settings`,
  messages: (code: string, query?: Record<string, string | number | undefined>) =>
    withQuery(`${network(code)}/settings/messages`, query),
  message: (code: string, id: string) => `${network(code)}/settings/messages/${enc(id)}`,
  messageResend: (code: string, id: string) => `${network(code)}/settings/messages/${enc(id)}/resend`,
  patterns: (code: string, query?: { source?: string; step?: string }) =>
    withQuery(`${network(code)}/settings/pattern`, query),
  pattern: (code: string, run: string, query?: { step?: string }) =>
    withQuery(`${network(code)}/settings/pattern/${enc(run)}`, query),
  patternUndo: (code: string, run: string) => `${network(code)}/settings/pattern/${enc(run)}/undo`,
  settingsModules: (code: string) => `${network(code)}/settings/modules`,
  settingsRules: (code: string) => `${network(code)}/settings/rules`,
  start: (code: string, step?: string) =>
    `${network(code)}/settings/start${step === undefined ? '' : `/${enc(step)}`}`,
  certificateTemplates: (code: string) => `${network(code)}/settings/certificates`,
  certificateTemplate: (code: string, language: string) =>
    `${network(code)}/settings/certificates/${enc(language)}`,
  certificatePreview: (code: string, language: string, format: 'svg' | 'pdf', query = {}) =>
    withQuery(`${network(code)}/settings/certificates/${enc(language)}/preview.${format}`, query),
  opening: (code: string) => `${network(code)}/settings/opening`,
  partners: (code: string) => `${network(code)}/settings/partners`,
  partnerRevocation: (code: string, partner: string) =>
    `${network(code)}/settings/partners/${enc(partner)}/revocation`,
  ownAccounts: (code: string) => `${network(code)}/settings/accounts`,
  newOwnAccount: (code: string) => `${network(code)}/settings/accounts/new`,
  ownAccount: (code: string, provider: string) => `${network(code)}/settings/accounts/${enc(provider)}`,
  ownAccountTest: (code: string, provider: string) =>
    `${network(code)}/settings/accounts/${enc(provider)}/test`,
  ownAccountSwitch: (code: string, provider: string) =>
    `${network(code)}/settings/accounts/${enc(provider)}/switch`,
  ownAccountRemoval: (code: string, provider: string) =>
    `${network(code)}/settings/accounts/${enc(provider)}/removal`,
  place: (code: string) => `${network(code)}/settings/tree`,
  child: (code: string, child: string) => `${network(code)}/settings/tree/${enc(child)}`,

  closing: (code: string) => `${network(code)}/settings/closing`,
  closingConfirmation: (code: string) => `${network(code)}/settings/closing/confirmation`,
  closingWithdrawal: (code: string) => `${network(code)}/settings/closing/withdrawal`,
  closingHalf: (code: string) => `${network(code)}/settings/closing/half`,
  closingPackage: (code: string) => `${network(code)}/settings/closing/package`,

  phases: (code: string) => `${network(code)}/settings/phases`,
  newPhase: (code: string) => `${network(code)}/settings/phases/new`,
  phase,
  logo: (code: string, id: string) => `${network(code)}/logos/${enc(id)}`,
  phaseEnd: (code: string, id: string) => `${phase(code, id)}/end`,
  phaseRemoval: (code: string, id: string) => `${phase(code, id)}/removal`,

  signIn: (query?: { next?: string; step?: string }) => withQuery('/sign-in', query),
  /** Where the account of an institution is asked for; a link, so that a browser may leave for it */
  ownAccountWay: (code: string, provider: string, query?: { next?: string }) =>
    withQuery(`/sign-in/with/${enc(code)}/${enc(provider)}`, query),
  /** One for each network, so that no provider of another one can hand on an answer that was not meant for it */
  ownAccountCallback: (code: string) => `/sign-in/callback/${enc(code)}`,
  ownAccountAgreement: () => '/sign-in/agreement',
  ownAccountAgreementCode: (query?: { id?: string }) => withQuery('/sign-in/agreement/code', query),
  signInCode: (query?: { id?: string; next?: string }) => withQuery('/sign-in/code', query),
  signInCodeRequest: (query?: { next?: string }) => withQuery('/sign-in/code/new', query),
  signInSecondStep: (query?: { id?: string; next?: string; with?: string }) =>
    withQuery('/sign-in/second-step', query),
  signOut: () => '/sign-out',
  signOutEverywhere: () => '/sign-out/everywhere',
  passwordReset: () => '/password-reset',
  passwordResetLink: (id: string, token: string) => `/password-reset/${enc(id)}/${enc(token)}`,
  invitation: (network_: string, id: string, token: string) =>
    `${network(network_)}/invitations/${enc(id)}/${enc(token)}`,
  account: () => '/account',
  accountCalendar: () => '/account/calendar',
  /** The secret address of a person's own calendar */
  ownCalendar: (key: string, token: string) => `/feeds/${enc(key)}/${enc(token)}.ics`,
  notices: (query?: { page?: number }) => withQuery('/notices', query),
  notice: (id: string) => `/notices/${enc(id)}`,
  noticesRead: () => '/notices/read',
  accountNotices: () => '/account/notices',
  accountPassword: () => '/account/password',
  /** `network`: which one asks for it; `next`: the page that was wanted there */
  secondStep: (query?: { network?: string; next?: string }) => withQuery('/account/second-step', query),
  secondStepSetUp: (query?: { network?: string; next?: string }) =>
    withQuery('/account/second-step/set-up', query),
  secondStepCodes: () => '/account/second-step/codes',
  secondStepEnd: () => '/account/second-step/end',
  accountLinks: () => '/account/links',
  accountSessions: () => '/account/sessions',
  accountPrivacy: () => '/account/privacy',
  privacyCopy: () => '/account/privacy/copy',
  consentAnswers: () => '/account/privacy/answers',
  consentWithdrawals: () => '/account/privacy/withdrawals',
  ownBases: (code: string) => `/account/privacy/bases/${enc(code)}`,
  ownErasure: () => '/account/privacy/erasure',
  ownErasureWithdrawal: () => '/account/privacy/erasure/withdrawal',

  mentoringMine: (code: string) => `${network(code)}/mentoring/mine`,
  ownMentorProfile: (code: string) => `${network(code)}/mentoring/mine/profile`,
  mentoringMe: (code: string) => `${network(code)}/mentoring/me`,
  mentoringWithdrawal: (code: string, menteeId: string) =>
    `${network(code)}/mentoring/me/${enc(menteeId)}/withdrawal`,
  relation: (code: string, id: string, query?: { before?: string | undefined }) =>
    withQuery(relation(code, id), query),
  /** What somebody asked the coordinator for, and the answer */
  mentoringAsks: (code: string, query?: Query) => withQuery(`${mentoring(code)}/asks`, query),
  mentoringApproval: (code: string, id: string) => `${mentoring(code)}/approvals/${enc(id)}`,
  mentoringApprovalWithdrawal: (code: string, id: string) =>
    `${mentoring(code)}/approvals/${enc(id)}/withdrawal`,
  mentoringAsk: (code: string, id: string) => `${mentoring(code)}/asks/${enc(id)}`,
  mentoringAskWithdrawal: (code: string, id: string) => `${mentoring(code)}/asks/${enc(id)}/withdrawal`,
  /** The question whether somebody still meets; by the link of a mail, or as whoever is signed in. */
  mentoringSurvey: (code: string, id: string, token = 'own') =>
    `${mentoring(code)}/surveys/${enc(id)}/${enc(token)}`,
  relationAnswer: (code: string, id: string) => `${relation(code, id)}/answer`,
  relationTasks: (code: string, id: string) => `${relation(code, id)}/tasks`,
  relationAgreement: (code: string, id: string, query?: { in?: string }) =>
    withQuery(`${relation(code, id)}/agreement`, query),
  relationSignature: (code: string, id: string, menteeId: string, query?: { in?: string }) =>
    withQuery(`${relation(code, id)}/agreement/${enc(menteeId)}`, query),
  /** The form of a session; `blank` leaves out what its reader was writing, for a phone that keeps the page. */
  sessionLog: (code: string, id: string, query?: { planned?: string | undefined; blank?: string }) =>
    withQuery(`${relation(code, id)}/log`, query),
  sessionDraft: (code: string, id: string) => `${relation(code, id)}/draft`,
  sessionSending: (code: string, id: string) => `${relation(code, id)}/sending`,
  newPlannedSession: (code: string, id: string) => `${relation(code, id)}/planned`,
  plannedSession: (code: string, id: string, plannedId: string) =>
    `${relation(code, id)}/planned/${enc(plannedId)}`,
  sessionEntry: (code: string, id: string, entryId: string) =>
    `${relation(code, id)}/entries/${enc(entryId)}`,
  sessionSteps: (code: string, id: string, entryId: string) =>
    `${relation(code, id)}/entries/${enc(entryId)}/steps`,
  relationRisk: (code: string, id: string) => `${relation(code, id)}/risk`,
  relationApproval: (code: string, id: string, kind: 'plan' | 'closing') =>
    `${relation(code, id)}/approvals/${kind}`,
  newGoal: (code: string, id: string, query?: { mentee?: string }) =>
    withQuery(`${relation(code, id)}/goals/new`, query),
  editGoal: (code: string, id: string, goalId: string) => `${relation(code, id)}/goals/${enc(goalId)}/edit`,
  goalReview: (code: string, id: string, goalId: string) =>
    `${relation(code, id)}/goals/${enc(goalId)}/review`,

  trainings: (code: string, query?: Record<string, string | number | undefined>) =>
    withQuery(`${network(code)}/trainings`, query),
  trainingsCalendar: (code: string, query?: { view?: string; month?: string; day?: string }) =>
    withQuery(`${network(code)}/calendar`, query),
  /** A small page for frames in other sites */
  widget: (code: string, query?: Record<string, string | number | undefined>) =>
    withQuery(`${network(code)}/widget/trainings`, query),
  widgetSetup: (code: string, query?: Record<string, string | number | undefined>) =>
    withQuery(`${network(code)}/settings/widget`, query),
  feed: (code: string, query?: { lang?: string | undefined }) =>
    withQuery(`${network(code)}/feed.xml`, query),
  sitemap: () => '/sitemap.xml',
  sitemapOfPlatform: () => '/sitemap/platform.xml',
  sitemapOfNetwork: (code: string) => `${network(code)}/sitemap.xml`,
  calendarFeed: (code: string) => `${network(code)}/calendar.ics`,
  training,
  trainingCalendar: (code: string, id: string) => `${training(code, id)}/calendar.ics`,
  newTraining: (code: string, query?: { kind?: string }) =>
    withQuery(`${network(code)}/trainings/new`, query),
  editTraining: (code: string, id: string) => `${training(code, id)}/edit`,
  publication: (code: string, id: string) => `${training(code, id)}/publication`,
  trainingCancellation: (code: string, id: string) => `${training(code, id)}/cancellation`,
  trainingCopy: (code: string, id: string) => `${training(code, id)}/copy`,
  postponement: (code: string, id: string) => `${training(code, id)}/postponement`,
  sendingBack: (code: string, id: string) => `${training(code, id)}/return`,
  register: (code: string, id: string) => `${training(code, id)}/registration`,
  manage: (code: string, id: string) => `${training(code, id)}/manage`,
  capacity: (code: string, id: string) => `${training(code, id)}/capacity`,
  sharing: (code: string, id: string) => `${training(code, id)}/sharing`,
  attendance: (code: string, id: string, query?: { session?: string; q?: string }) =>
    withQuery(`${training(code, id)}/attendance`, query),
  attendanceMarks: (code: string, id: string) => `${training(code, id)}/attendance/marks`,
  attendanceLock: (code: string, id: string) => `${training(code, id)}/attendance/lock`,
  attendanceReopening: (code: string, id: string, session: string) =>
    `${training(code, id)}/attendance/${enc(session)}/reopening`,
  attendanceTrail: (code: string, id: string, session: string) =>
    `${training(code, id)}/attendance/${enc(session)}/changes`,
  headCount: (code: string, id: string) => `${training(code, id)}/head-count`,
  /** The indicators of mentoring */
  mentoringFigures: (code: string) => `${network(code)}/mentoring/figures`,
  headCounts: (code: string, query?: { period?: string }) => withQuery(`${network(code)}/head-counts`, query),
  headCountsExport: (code: string, format: 'csv' | 'xlsx', query?: { period?: string }) =>
    withQuery(`${network(code)}/head-counts.${format}`, query),
  walkIn: (code: string, id: string, session: string) =>
    `${training(code, id)}/attendance/${enc(session)}/walk-in`,
  signing: (code: string, id: string, session: string, seat: string) =>
    `${training(code, id)}/attendance/${enc(session)}/signing/${enc(seat)}`,
  signature: (code: string, id: string, session: string, evidenceId: string) =>
    `${evidence(code, id, session)}/${enc(evidenceId)}/signature`,
  attendanceEvidence: evidence,
  evidenceCheck: (code: string, id: string, session: string) => `${evidence(code, id, session)}/check`,
  evidenceFile: (code: string, id: string, session: string, evidenceId: string) =>
    `${evidence(code, id, session)}/${enc(evidenceId)}/file`,
  evidenceWithdrawal: (code: string, id: string, session: string, evidenceId: string) =>
    `${evidence(code, id, session)}/${enc(evidenceId)}/withdrawal`,
  checkIn: (code: string, id: string, query?: { session?: string }) =>
    withQuery(`${training(code, id)}/check-in`, query),
  checkInPeople: (code: string, id: string) => `${training(code, id)}/check-in/people`,
  checkInScans: (code: string, id: string) => `${training(code, id)}/check-in/scans`,
  checkInCodes: (code: string, id: string) => `${training(code, id)}/check-in/codes`,
  attendanceList: (code: string, id: string, query?: { session?: string; lang?: string }) =>
    withQuery(`${training(code, id)}/attendance.pdf`, query),
  certificates: (code: string, id: string) => `${training(code, id)}/certificates`,
  certificatesZip: (code: string, id: string) => `${training(code, id)}/certificates.zip`,

  /** Opens without a login for whoever holds the link. */
  questionnaire: (code: string, seatId: string, stage: string, token: string) =>
    `${network(code)}/questionnaires/${enc(seatId)}/${enc(stage)}/${enc(token)}`,
  evaluation: (code: string, id: string) => `${training(code, id)}/evaluation`,
  evaluationClosing: (code: string, id: string, stage: string) =>
    `${training(code, id)}/evaluation/${enc(stage)}/closing`,
  evaluationExport: (code: string, id: string, format: 'csv' | 'xlsx') =>
    `${training(code, id)}/evaluation.${format}`,
  evaluations: (code: string, query?: { theme?: string; year?: string | number }) =>
    withQuery(`${network(code)}/evaluations`, query),
  evaluationForms: (code: string) => `${network(code)}/evaluations/forms`,
  evaluationForm: (code: string, level: string) => `${network(code)}/evaluations/forms/${enc(level)}`,

  myRegistrations: (code: string) => `${network(code)}/registrations`,
  /** Seats that institutions of a network hold in trainings of others. */
  away: (code: string) => `${network(code)}/away`,
  awaySeat: (code: string, seatId: string) => `${network(code)}/away/${enc(seatId)}`,
  awayCancellation: (code: string, seatId: string) => `${network(code)}/away/${enc(seatId)}/cancellation`,
  awayOffer: (code: string, seatId: string) => `${network(code)}/away/${enc(seatId)}/offer`,
  exchange: (code: string, id: string) => `${training(code, id)}/exchange`,
  takeaways: (code: string, id: string) => `${training(code, id)}/takeaways`,
  takeawaysExport: (code: string, id: string, format: 'csv' | 'xlsx') =>
    `${training(code, id)}/takeaways.${format}`,
  /** `next` is the page to go back to once the person is named. */
  seat: (code: string, seatId: string, query?: { next?: string }) =>
    withQuery(`${network(code)}/seats/${enc(seatId)}`, query),
  seatCancellation: (code: string, seatId: string) => `${network(code)}/seats/${enc(seatId)}/cancellation`,
  seatLeave: (code: string, seatId: string, token: string) =>
    `${network(code)}/seats/${enc(seatId)}/leave/${enc(token)}`,
  /** The code for the door, for who has the link of the mail */
  seatPass: (code: string, seatId: string, token: string) =>
    `${network(code)}/seats/${enc(seatId)}/pass/${enc(token)}`,
  seatPassPicture: (code: string, seatId: string, token: string) =>
    `${network(code)}/seats/${enc(seatId)}/pass/${enc(token)}.png`,
  /** Registers people without a login */
  publicRegistration: (code: string, id: string, token: string) => `${training(code, id)}/join/${enc(token)}`,
  publicRegistrationSent: (code: string, id: string, token: string) =>
    `${training(code, id)}/join/${enc(token)}/sent`,
  seatRequest: (code: string, requestId: string, token: string) =>
    `${network(code)}/seat-requests/${enc(requestId)}/${enc(token)}`,
  seatInvitation: (code: string, invitationId: string, token: string) =>
    `${network(code)}/seat-invitations/${enc(invitationId)}/${enc(token)}`,
  registrationWays: (code: string, id: string) => `${training(code, id)}/ways`,
  registrationLink: (code: string, id: string) => `${training(code, id)}/ways/link`,
  seatInvitations: (code: string, id: string) => `${training(code, id)}/invitations`,
  seatInvitationSending: (code: string, id: string, invitationId: string) =>
    `${training(code, id)}/invitations/${enc(invitationId)}/sending`,
  seatInvitationRevocation: (code: string, id: string, invitationId: string) =>
    `${training(code, id)}/invitations/${enc(invitationId)}/revocation`,
  participantForms: (code: string, id: string) => `${training(code, id)}/participant-forms`,
  approvals: (code: string, id: string) => `${training(code, id)}/approvals`,
  askPresence: (code: string, id: string, session: string) => `${evidence(code, id, session)}/presence`,
  /** “I took part”, for who takes part online */
  presence: (code: string, seatId: string, session: string, token: string) =>
    `${network(code)}/seats/${enc(seatId)}/presence/${enc(session)}/${enc(token)}`,
  /** The certificate of somebody without a login */
  guestCertificate: (code: string, seatId: string, token: string) =>
    `${network(code)}/seats/${enc(seatId)}/certificate/${enc(token)}.pdf`,
  seatPriority: (code: string, seatId: string) => `${network(code)}/seats/${enc(seatId)}/priority`,
  seatSupport: (code: string, seatId: string) => `${network(code)}/seats/${enc(seatId)}/support`,
  newSeatSupport: (code: string, seatId: string) => `${network(code)}/seats/${enc(seatId)}/support/new`,
  supportRemoval: (code: string, seatId: string, needId: string) =>
    `${network(code)}/seats/${enc(seatId)}/support/${enc(needId)}/removal`,
  questions: (code: string, id: string) => `${training(code, id)}/questions`,
  newQuestion: (code: string, id: string) => `${training(code, id)}/questions/new`,
  questionsPreview: (code: string, id: string) => `${training(code, id)}/questions/preview`,
  question: (code: string, id: string, questionId: string) =>
    `${training(code, id)}/questions/${enc(questionId)}`,
  questionRemoval: (code: string, id: string, questionId: string) =>
    `${training(code, id)}/questions/${enc(questionId)}/removal`,
  answers: (code: string, id: string) => `${training(code, id)}/answers`,
  answersExport: (code: string, id: string, format: 'csv' | 'xlsx') =>
    `${training(code, id)}/answers.${format}`,
  seatAnswers: (code: string, seatId: string) => `${network(code)}/seats/${enc(seatId)}/answers`,
  /** The answers of somebody without a login */
  guestAnswers: (code: string, seatId: string, token: string) =>
    `${network(code)}/seats/${enc(seatId)}/answers/${enc(token)}`,
  support: (code: string, id: string) => `${training(code, id)}/support`,
  supportArranged: (code: string, id: string) => `${training(code, id)}/support/arranged`,
  seatOffer: (code: string, seatId: string) => `${network(code)}/seats/${enc(seatId)}/offer`,

  members: (code: string, query?: Record<string, string | number | undefined>) =>
    withQuery(`${network(code)}/members`, query),
  member,
  newRole: (code: string, personId: string) => `${member(code, personId)}/roles/new`,
  role,
  roleEnd: (code: string, personId: string, id: string) => `${role(code, personId, id)}/end`,
  roleCapabilities: (code: string, personId: string, id: string) =>
    `${role(code, personId, id)}/capabilities`,
  capabilityEnd: (code: string, personId: string, roleId: string, id: string) =>
    `${role(code, personId, roleId)}/capabilities/${enc(id)}/end`,
  deactivation: (code: string, personId: string) => `${member(code, personId)}/deactivation`,
  personPrerequisite: (code: string, personId: string, kindId: string) =>
    `${member(code, personId)}/prerequisites/${enc(kindId)}`,
  prerequisiteWithdrawal: (code: string, personId: string, kindId: string) =>
    `${member(code, personId)}/prerequisites/${enc(kindId)}/withdrawal`,
  prerequisites: (code: string) => `${network(code)}/settings/prerequisites`,
  prerequisiteRetirement: (code: string, kindId: string) =>
    `${network(code)}/settings/prerequisites/${enc(kindId)}/retirement`,
  leaving: (code: string) => `${network(code)}/leaving`,
  invitations: (code: string, query?: { state?: string; page?: number }) =>
    withQuery(`${network(code)}/invitations`, query),
  newInvitations: (code: string) => `${network(code)}/invitations/new`,
  invitationSending: (code: string, id: string) => `${network(code)}/invitations/${enc(id)}/sending`,
  invitationRevocation: (code: string, id: string) => `${network(code)}/invitations/${enc(id)}/revocation`,
  invitationAcceptance: (code: string, id: string, token: string) =>
    `${network(code)}/invitations/${enc(id)}/${enc(token)}/acceptance`,
  imports: (code: string, query?: { kind?: string }) => withQuery(`${network(code)}/imports`, query),
  import: (code: string, id: string, query?: { step?: string }) =>
    withQuery(`${network(code)}/imports/${enc(id)}`, query),
  importUndo: (code: string, id: string) => `${network(code)}/imports/${enc(id)}/undo`,
  importWrongRows: (code: string, id: string) => `${network(code)}/imports/${enc(id)}/wrong-rows`,
  importTemplate: (code: string, kind: string) => `${network(code)}/imports/templates/${enc(kind)}.xlsx`,
  membersExport: (code: string, format: 'csv' | 'xlsx') => `${network(code)}/members.${format}`,
  institutionsExport: (code: string, format: 'csv' | 'xlsx') => `${network(code)}/institutions.${format}`,
  registrationsExport: (code: string, format: 'csv' | 'xlsx', trainingId?: string) =>
    `${trainingId ? training(code, trainingId) : network(code)}/registrations.${format}`,
  attendanceExport: (code: string, id: string, format: 'csv' | 'xlsx') =>
    `${training(code, id)}/attendance.${format}`,
  audit: (code: string, query?: { before?: string }) => withQuery(`${network(code)}/history`, query),
  myCertificates: (code: string, query?: { page?: number }) =>
    withQuery(`${network(code)}/certificates`, query),
  learning: (code: string) => `${network(code)}/learning`,
  learningFile: (code: string) => `${network(code)}/learning/file`,
  learners: (code: string, query?: { year?: number | undefined; page?: number }) =>
    withQuery(`${network(code)}/learning/people`, query),
  peopleRegister: (code: string, query?: { page?: number }) => withQuery(`${network(code)}/register`, query),
  learningExport: (code: string, format: 'csv' | 'xlsx') => `${network(code)}/learning.${format}`,
  certificatePdf: (code: string, certificateId: string) =>
    `${network(code)}/certificates/${enc(certificateId)}.pdf`,
  certificateVisibility: (code: string, certificateId: string) =>
    `${network(code)}/certificates/${enc(certificateId)}/visibility`,
  certificateReissue: (code: string, certificateId: string) =>
    `${network(code)}/certificates/${enc(certificateId)}/reissue`,
  certificateRevocation: (code: string, certificateId: string) =>
    `${network(code)}/certificates/${enc(certificateId)}/revocation`,
  verify: (verifyCode: string, query?: { lang?: string | undefined }) =>
    withQuery(`/certificates/${enc(verifyCode)}`, query),
  verifyForm: () => '/certificates',
  badge: (verifyCode: string) => `/certificates/${enc(verifyCode)}/badge.json`,
  /** Below it stand the key of a network's badges and how each of them stands */
  badgeIssuer: (code: string) => `${network(code)}/badges`,
  badgeKey: (code: string) => `${network(code)}/badges/did.json`,
  badgeStatus: (code: string, list: number) => `${network(code)}/badges/status/${list}`,

  /** The decks of a network, for everybody */
  cards: (code: string) => `${network(code)}/cards`,
  cardLibrary: (
    code: string,
    query?: { language?: string; situation?: string; state?: string; textState?: string; q?: string },
  ) => withQuery(`${network(code)}/cards/library`, query),
  newCard: (code: string, query?: { situation?: string }) =>
    withQuery(`${network(code)}/cards/library/new`, query),
  card,
  cardEdit: (code: string, id: string) => `${card(code, id)}/edit`,
  /** Which words stand beneath a card; `before` are those that the last change took the place of. */
  cardChoices: (code: string, id: string, query?: { before?: string }) =>
    withQuery(`${card(code, id)}/choices`, query),
  cardStep: (code: string, id: string, step: string) => `${card(code, id)}/steps/${enc(step)}`,
  cardTest: (code: string, id: string) => `${card(code, id)}/test`,
  cardText: (code: string, id: string, language: string) => `${card(code, id)}/texts/${enc(language)}`,
  cardTextEdit: (code: string, id: string, language: string) =>
    `${card(code, id)}/texts/${enc(language)}/edit`,
  /** Where a recording of a text is added */
  cardRecord: (code: string, id: string, language: string) =>
    `${card(code, id)}/texts/${enc(language)}/recording`,
  /** The sound itself */
  cardRecording: (code: string, recordingId: string) =>
    `${network(code)}/cards/recordings/${enc(recordingId)}`,
  pictogram: (code: string, name: string) => `${network(code)}/cards/pictograms/${enc(name)}`,
  initiatives: (code: string, query?: { state?: string }) =>
    withQuery(`${network(code)}/mentoring/initiatives`, query),
  newInitiative: (code: string) => `${network(code)}/mentoring/initiatives/new`,
  initiative,
  initiativeEdit: (code: string, id: string) => `${initiative(code, id)}/edit`,
  initiativeTasks: (code: string, id: string) => `${initiative(code, id)}/tasks`,
  initiativeStep: (code: string, id: string, step: string) => `${initiative(code, id)}/steps/${enc(step)}`,
  initiativeDecision: (code: string, id: string) => `${initiative(code, id)}/decision`,
  initiativeStory: (code: string, id: string) => `${initiative(code, id)}/story`,
  initiativeConsents: (code: string, id: string) => `${initiative(code, id)}/consents`,
  initiativePublication: (code: string, id: string) => `${initiative(code, id)}/publication`,
  translations: (code: string, query?: Query) => withQuery(`${network(code)}/translations`, query),
  translationTable: (code: string, query?: Query) =>
    withQuery(`${network(code)}/translations/table.csv`, query),
  nextTranslation: (code: string, language?: string) =>
    withQuery(`${network(code)}/translations/next`, { language }),
  languageTree: (code: string) => `${network(code)}/translations/languages`,
  languageLevels: (code: string) => `${network(code)}/translations/levels`,
  translation: (code: string, kind: string, id: string, language: string) =>
    `${network(code)}/translations/${enc(kind)}/${enc(id)}/${enc(language)}`,
  translationFiles: (code: string) => `${network(code)}/translations/files`,
  machineTranslation: (code: string) => `${network(code)}/translations/machine`,
  translationTexts: (code: string, sourceLanguage: string, language: string) =>
    withQuery(`${network(code)}/translations/texts.xlf`, { sourceLanguage, language }),
  translationFile: (code: string, id: string) => `${network(code)}/translations/files/${enc(id)}`,
  library: (code: string, query?: Query) => withQuery(`${network(code)}/library`, query),
  libraryLinks: (code: string) => `${network(code)}/library/links`,
  linkReplacing: (code: string, query?: { oldUrl: string; newUrl?: string }) =>
    withQuery(`${network(code)}/library/links/replace`, query),
  linkReplacement: (code: string, id: string) => `${network(code)}/library/links/replacements/${enc(id)}`,
  newResource: (code: string) => `${network(code)}/library/new`,
  /** `owner` is the code of the network that shares it, where that is another one */
  resource: (
    code: string,
    id: string,
    query?: { owner?: string | undefined; version?: number | undefined },
  ) => withQuery(resource(code, id), query),
  resourceEdit: (code: string, id: string) => `${resource(code, id)}/edit`,
  resourceFiles: (code: string, id: string) => `${resource(code, id)}/files`,
  resourceFile: (code: string, id: string, item: string, query?: { owner?: string | undefined }) =>
    withQuery(`${resource(code, id)}/files/${enc(item)}`, query),
  resourcePreview: (
    code: string,
    id: string,
    item: string,
    size: 'small' | 'large',
    query?: { owner?: string | undefined },
  ) => withQuery(`${resource(code, id)}/files/${enc(item)}/${size}`, query),
  resourceUpload: (code: string, id: string) => `${resource(code, id)}/uploads`,
  resourceStep: (code: string, id: string, step: string) => `${resource(code, id)}/steps/${enc(step)}`,
  resourceSharing: (code: string, id: string) => `${resource(code, id)}/sharing`,
  resourceReport: (code: string, id: string, query: { owner: string }) =>
    withQuery(`${resource(code, id)}/report`, query),
  resourceMaking: (code: string, id: string) => `${resource(code, id)}/own`,
  /** What everybody reads of initiatives */
  stories: (code: string) => `${network(code)}/stories`,
  story,
  storyPhoto: (code: string, id: string, photo: string) => `${story(code, id)}/photos/${enc(photo)}`,
  care,
  careMute: (code: string, aboutId: string, step: string) => `${care(code)}/${enc(aboutId)}/${enc(step)}`,
  careThresholds: (code: string, programmeId: string) => `${care(code)}/programmes/${enc(programmeId)}`,
  newCareFlag: (code: string, query?: { relation?: string }) =>
    withQuery(`${care(code)}/questions/new`, query),
  careFlag: (code: string, flagId: string) => `${care(code)}/questions/${enc(flagId)}`,
  supervision,
  newSupervision: (code: string) => `${supervision(code)}/new`,
  supervisionMeeting: (code: string, id: string) => `${supervision(code)}/${enc(id)}`,
  supervisionEdit: (code: string, id: string) => `${supervision(code)}/${enc(id)}/edit`,
  supervisionCancellation: (code: string, id: string) => `${supervision(code)}/${enc(id)}/cancellation`,
  concerns,
  newConcern: (code: string) => `${concerns(code)}/new`,
  concern: (code: string, id: string) => `${concerns(code)}/${enc(id)}`,
  emergencyNumbers: (code: string) => `${concerns(code)}/numbers`,

  privacySettings: privacy,
  retentionTrial: (code: string) => `${privacy(code)}/trial`,
  retentionPeriod: (code: string, kind: string) => `${privacy(code)}/periods/${enc(kind)}`,
  processing: (code: string) => `${privacy(code)}/processing`,
  processingFile: (code: string, format: 'csv' | 'xlsx') => `${privacy(code)}/processing.${format}`,
  processingEntry: (code: string, area: string) => `${privacy(code)}/processing/${enc(area)}`,
  accesses: (code: string) => `${privacy(code)}/accesses`,
  accessDecision: (code: string, id: string) => `${privacy(code)}/accesses/${enc(id)}/decision`,
  erasures: (code: string) => `${privacy(code)}/erasures`,
  erasure: (code: string, id: string) => `${privacy(code)}/erasures/${enc(id)}`,
  legalHold: (code: string, id: string) => `${privacy(code)}/erasures/${enc(id)}/hold`,
  legalHoldEnd: (code: string, id: string) => `${privacy(code)}/erasures/${enc(id)}/hold/end`,
  wordings: (code: string) => `${privacy(code)}/wordings`,
  newWording: (code: string) => `${privacy(code)}/wordings/new`,
  wording: (code: string, purpose: string) => `${privacy(code)}/wordings/${enc(purpose)}`,
  mentoring: (code: string, query?: Query) => withQuery(mentoring(code), query),
  mentoringProgrammes: (code: string) => `${mentoring(code)}/programmes`,
  newMentoringProgramme: (code: string) => `${mentoring(code)}/programmes/new`,
  mentoringProgramme: programme,
  editMentoringProgramme: (code: string, id: string) => `${programme(code, id)}/edit`,
  mentoringPlan: (code: string, id: string) => `${programme(code, id)}/plan`,
  editMentoringPlan: (code: string, id: string) => `${programme(code, id)}/plan/edit`,
  mentoringAgreements: (code: string, id: string) => `${programme(code, id)}/agreements`,
  editMentoringAgreement: (code: string, id: string, query?: { in?: string }) =>
    withQuery(`${programme(code, id)}/agreements/edit`, query),
  mentoringModules: (code: string, id: string) => `${programme(code, id)}/modules`,
  mentoringCohorts: (code: string, id: string) => `${programme(code, id)}/cohorts`,
  mentors: (code: string, query?: Query) => withQuery(`${mentoring(code)}/people/mentors`, query),
  newMentor: (code: string) => `${mentoring(code)}/people/mentors/new`,
  mentor,
  editMentor: (code: string, id: string) => `${mentor(code, id)}/edit`,
  mentees: (code: string, query?: Query) => withQuery(`${mentoring(code)}/people/mentees`, query),
  newMentee: (code: string, query?: Query) => withQuery(`${mentoring(code)}/people/mentees/new`, query),
  mentee,
  editMentee: (code: string, id: string) => `${mentee(code, id)}/edit`,
  /** Whom a mentee without a login is in the lists of attendance */
  menteeSeats: (code: string, id: string) => `${mentee(code, id)}/seats`,
  menteeAnswer: (code: string, id: string) => `${mentee(code, id)}/answer`,
  matching: (code: string, query?: Query) => withQuery(`${mentoring(code)}/matching`, query),
  matchingOf: (code: string, menteeId: string) => `${mentoring(code)}/matching/${enc(menteeId)}`,
  ruledOut: (code: string, menteeId: string) => `${mentoring(code)}/matching/${enc(menteeId)}/ruled-out`,
  cohortMatching: (code: string, id: string, query?: Query) =>
    withQuery(`${programme(code, id)}/matching`, query),
  relationCoordination: coordination,
  relationHandover: (code: string, id: string) => `${coordination(code, id)}/handover`,
  consents: (code: string) => `${network(code)}/consents`,
  newConsent: (code: string) => `${network(code)}/consents/new`,
  consent,
  consentAccess: (code: string, id: string) => `${consent(code, id)}/access`,
  consentWithdrawal: (code: string, id: string) => `${consent(code, id)}/withdrawal`,

  operator: () => '/operator',
  operatorAccounts: () => '/operator/accounts',
  operatorSecondStep: () => '/operator/accounts/second-step',
  operatorPrivacy: () => '/operator/privacy',
  operatorAccess: () => '/operator/privacy/access',
  operatorAccessDecision: (code: string, id: string) =>
    `/operator/privacy/accesses/${enc(code)}/${enc(id)}/decision`,
  operatorReading: (code: string, id: string) => `/operator/privacy/records/${enc(code)}/${enc(id)}`,
  operatorErasure: (id: string) => `/operator/privacy/erasures/${enc(id)}`,
  operatorHealth: () => '/operator/health',
  newNetwork: (query?: { parent?: string }) => withQuery('/operator/networks/new', query),
  operatorNetwork: (code: string) => `/operator/networks/${enc(code)}`,
  operatorClosing: (code: string) => `/operator/networks/${enc(code)}/closing`,
  operatorClosingHalf: (code: string) => `/operator/networks/${enc(code)}/closing/half`,
  operatorJob: (eventId: string) => `/operator/jobs/${enc(eventId)}`,
  openapi: () => '/api/openapi.json',
  devMail: () => '/dev/mail',
  devMailMessage: (id: string) => `/dev/mail/${enc(id)}`,
  devUi: () => '/dev/ui',
  /** Where cards are shown, without login and without network */
  spot: (code: string) => `${network(code)}/cards/spot`,
  /** All cards of a language on one plain page; `paper` is the version that somebody holds in their hands */
  spotLanguage: (code: string, language: string, query?: { paper?: string }) =>
    withQuery(`${network(code)}/cards/spot/${enc(language)}`, query),
  cardPack: (code: string, language: string) => `${network(code)}/cards/spot/${enc(language)}/pack.json`,
  spotManifest: (code: string) => `${network(code)}/cards/spot/app.webmanifest`,
  cardPrint: (code: string, query?: { language?: string }) =>
    withQuery(`${network(code)}/cards/print`, query),
  cardPaper: (code: string) => `${network(code)}/cards/print.pdf`,
} as const;

/** `absolute('https://example.org', paths.home())` is `https://example.org/`. */
export function absolute(origin: string, path: string): string {
  return origin.replace(/\/$/, '') + path;
}
