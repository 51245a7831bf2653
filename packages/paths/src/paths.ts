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

const network = (code: string) => `/n/${enc(code)}`;
const training = (code: string, id: string) => `${network(code)}/trainings/${enc(id)}`;

export const paths = {
  home: () => '/',
  language: () => '/language',
  theme: () => '/theme',
  dashboard: () => '/home',
  network,
  institutions: (code: string, query?: { q?: string; kind?: string }) =>
    withQuery(`${network(code)}/institutions`, query),
  tree: () => '/networks',

  signIn: (query?: { next?: string; step?: string }) => withQuery('/sign-in', query),
  signInCode: (query?: { id?: string; next?: string }) => withQuery('/sign-in/code', query),
  signInCodeRequest: (query?: { next?: string }) => withQuery('/sign-in/code/new', query),
  signOut: () => '/sign-out',
  signOutEverywhere: () => '/sign-out/everywhere',
  passwordReset: () => '/password-reset',
  passwordResetLink: (id: string, token: string) => `/password-reset/${enc(id)}/${enc(token)}`,
  invitation: (network_: string, id: string, token: string) =>
    `${network(network_)}/invitations/${enc(id)}/${enc(token)}`,
  account: () => '/account',
  accountPassword: () => '/account/password',
  accountSessions: () => '/account/sessions',

  trainings: (code: string, query?: Record<string, string | number | undefined>) =>
    withQuery(`${network(code)}/trainings`, query),
  trainingsCalendar: (code: string, query?: { month?: string }) =>
    withQuery(`${network(code)}/calendar`, query),
  calendarFeed: (code: string) => `${network(code)}/calendar.ics`,
  training,
  trainingCalendar: (code: string, id: string) => `${training(code, id)}/calendar.ics`,
  newTraining: (code: string) => `${network(code)}/trainings/new`,
  editTraining: (code: string, id: string) => `${training(code, id)}/edit`,
  publication: (code: string, id: string) => `${training(code, id)}/publication`,
  trainingCancellation: (code: string, id: string) => `${training(code, id)}/cancellation`,
  register: (code: string, id: string) => `${training(code, id)}/registration`,
  manage: (code: string, id: string) => `${training(code, id)}/manage`,
  capacity: (code: string, id: string) => `${training(code, id)}/capacity`,
  sharing: (code: string, id: string) => `${training(code, id)}/sharing`,
  attendance: (code: string, id: string, query?: { session?: string; q?: string }) =>
    withQuery(`${training(code, id)}/attendance`, query),
  attendanceMarks: (code: string, id: string) => `${training(code, id)}/attendance/marks`,
  attendanceList: (code: string, id: string, query?: { session?: string; lang?: string }) =>
    withQuery(`${training(code, id)}/attendance.pdf`, query),
  certificates: (code: string, id: string) => `${training(code, id)}/certificates`,

  myRegistrations: (code: string) => `${network(code)}/registrations`,
  seat: (code: string, seatId: string) => `${network(code)}/seats/${enc(seatId)}`,
  seatCancellation: (code: string, seatId: string) => `${network(code)}/seats/${enc(seatId)}/cancellation`,
  seatOffer: (code: string, seatId: string) => `${network(code)}/seats/${enc(seatId)}/offer`,

  members: (code: string) => `${network(code)}/members`,
  invitations: (code: string) => `${network(code)}/invitations`,
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
  myCertificates: (code: string) => `${network(code)}/certificates`,
  certificatePdf: (code: string, certificateId: string) =>
    `${network(code)}/certificates/${enc(certificateId)}.pdf`,
  certificateVisibility: (code: string, certificateId: string) =>
    `${network(code)}/certificates/${enc(certificateId)}/visibility`,
  certificateRevocation: (code: string, certificateId: string) =>
    `${network(code)}/certificates/${enc(certificateId)}/revocation`,
  verify: (verifyCode: string) => `/certificates/${enc(verifyCode)}`,
  verifyForm: () => '/certificates',

  operator: () => '/operator',
  operatorJob: (eventId: string) => `/operator/jobs/${enc(eventId)}`,
  openapi: () => '/api/openapi.json',
  devMail: () => '/dev/mail',
  devMailMessage: (id: string) => `/dev/mail/${enc(id)}`,
  devUi: () => '/dev/ui',
} as const;

/** `absolute('https://example.org', paths.home())` is `https://example.org/`. */
export function absolute(origin: string, path: string): string {
  return origin.replace(/\/$/, '') + path;
}
