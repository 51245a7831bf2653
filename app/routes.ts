import { index, type RouteConfig, route } from '@remix-run/route-config';

/** Every URL. The addresses themselves are built in `packages/paths`. */
export default [
  index('routes/front/home.tsx'),

  route('language', 'routes/preferences/language.tsx'),
  route('theme', 'routes/preferences/theme.ts'),

  route('networks', 'routes/front/networks.tsx'),
  route('certificates', 'routes/certificates/check-form.tsx'),
  route('certificates/:code', 'routes/certificates/check.tsx'),

  route('sign-in', 'routes/identity/sign-in.tsx'),
  route('sign-in/code', 'routes/identity/code.tsx'),
  route('sign-in/code/new', 'routes/identity/code-request.tsx'),
  route('sign-out', 'routes/identity/sign-out.ts'),
  route('sign-out/everywhere', 'routes/identity/sign-out-everywhere.ts'),
  route('password-reset', 'routes/identity/password-reset.tsx'),
  route('password-reset/:id/:token', 'routes/identity/password-reset-link.tsx'),
  route('account', 'routes/identity/account.tsx'),
  route('account/password', 'routes/identity/account-password.tsx'),
  route('account/sessions', 'routes/identity/account-sessions.tsx'),
  route('home', 'routes/front/dashboard.tsx'),

  // `id` is how pieces of the shell find the network's data.
  route('n/:network', 'routes/network/layout.tsx', { id: 'network' }, [
    index('routes/network/overview.tsx'),
    route('institutions', 'routes/network/institutions.tsx'),
    route('calendar', 'routes/trainings/calendar.tsx'),
    route('calendar.ics', 'routes/trainings/calendar-feed.ts'),

    route('trainings', 'routes/trainings/catalogue.tsx'),
    route('trainings/:training', 'routes/trainings/training.tsx'),
    route('trainings/:training/calendar.ics', 'routes/trainings/training-calendar.ts'),

    route('members', 'routes/members/members.tsx'),
    route('invitations', 'routes/members/invitations.tsx'),
    route('invitations/:invitation/revocation', 'routes/members/invitation-revocation.tsx'),
    route('invitations/:invitation/:token', 'routes/members/invitation.tsx'),
    route('invitations/:invitation/:token/acceptance', 'routes/members/invitation-acceptance.ts'),
    route('history', 'routes/history/history.tsx'),

    route('imports', 'routes/transfer/imports.tsx'),
    route('imports/templates/:kind.xlsx', 'routes/transfer/template.ts'),
    route('imports/:import', 'routes/transfer/import.tsx'),
    route('imports/:import/undo', 'routes/transfer/undo.tsx'),
    route('imports/:import/wrong-rows', 'routes/transfer/wrong-rows.ts'),
    ...(['csv', 'xlsx'] as const).flatMap((format) => [
      route(`members.${format}`, 'routes/transfer/export.ts', { id: `members.${format}` }),
      route(`institutions.${format}`, 'routes/transfer/export.ts', { id: `institutions.${format}` }),
      route(`registrations.${format}`, 'routes/transfer/export.ts', { id: `registrations.${format}` }),
      route(`trainings/:training/registrations.${format}`, 'routes/transfer/export.ts', {
        id: `training-registrations.${format}`,
      }),
      route(`trainings/:training/attendance.${format}`, 'routes/transfer/export.ts', {
        id: `attendance.${format}`,
      }),
    ]),

    route('registrations', 'routes/seats/registrations.tsx'),
    route('seats/:seat', 'routes/seats/seat.tsx'),
    route('seats/:seat/cancellation', 'routes/seats/cancellation.tsx'),
    route('seats/:seat/offer', 'routes/seats/offer.tsx'),

    route('trainings/new', 'routes/trainings/new.tsx'),
    route('trainings/:training/registration', 'routes/seats/registration.tsx'),
    route('trainings/:training/manage', 'routes/trainings/manage.tsx'),
    route('trainings/:training/edit', 'routes/trainings/edit.tsx'),
    route('trainings/:training/publication', 'routes/trainings/publication.ts'),
    route('trainings/:training/capacity', 'routes/trainings/capacity.tsx'),
    route('trainings/:training/cancellation', 'routes/trainings/cancellation.tsx'),
    route('trainings/:training/sharing', 'routes/trainings/sharing.tsx'),
    route('trainings/:training/attendance', 'routes/attendance/attendance.tsx'),
    route('trainings/:training/attendance/marks', 'routes/attendance/marks.ts'),
    route('trainings/:training/attendance.pdf', 'routes/attendance/list-pdf.ts'),
    route('trainings/:training/certificates', 'routes/certificates/training.tsx'),

    route('certificates', 'routes/certificates/mine.tsx'),
    route('certificates/:certificate.pdf', 'routes/certificates/pdf.ts'),
    route('certificates/:certificate/visibility', 'routes/certificates/visibility.ts'),
    route('certificates/:certificate/revocation', 'routes/certificates/revocation.tsx'),
  ]),

  route('operator', 'routes/operator/operator.tsx'),
  route('operator/jobs/:event', 'routes/operator/job.tsx'),

  route('dev/ui', 'routes/dev/ui.tsx'),
  route('dev/mail', 'routes/dev/mail.tsx'),
  route('dev/mail/:id', 'routes/dev/mail-message.tsx'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
