import { expect, test } from 'vitest';
import { loggedPath, withoutQuotes } from './log.server.ts';

test('a logged path keeps the page and hides what opens a door', () => {
  const paths = {
    '/n/un/trainings?q=Ana': '/n/un/trainings',
    '/n/un/trainings/0190f3c4-5f2e-7abc-8def-0123456789ab/attendance.pdf':
      '/n/un/trainings/0190f3c4-5f2e-7abc-8def-0123456789ab/attendance.pdf',
    '/n/un/invitations/0190f3c4/secret': '/n/un/invitations/:hidden/:hidden',
    '/password-reset/0190f3c4/secret': '/password-reset/:hidden/:hidden',
    '/n/un/questionnaires/0190f3c4/reaction/secret': '/n/un/questionnaires/:hidden/:hidden/:hidden',
    '/n/un/mentoring/surveys/0190f3c4/secret': '/n/un/mentoring/surveys/:hidden/:hidden',
    '/certificates/ABCD-EFGH': '/certificates/:hidden',
    '/n/un/certificates': '/n/un/certificates',
    [`/feeds/${'x'.repeat(64)}`]: '/feeds/:hidden',
    '/%3Cscript%3E': '/:hidden',
  };

  const logged = Object.fromEntries(Object.keys(paths).map((path) => [path, loggedPath(path)]));

  expect(logged).toEqual(paths);
});

test('what a failure quotes is not logged', () => {
  expect([
    withoutQuotes('invalid input syntax for type uuid: "Ana Popescu"'),
    withoutQuotes("Cannot read 'phone' of `Ana`"),
    withoutQuotes('connection terminated'),
  ]).toEqual(['invalid input syntax for type uuid: "…"', "Cannot read '…' of `…`", 'connection terminated']);
});
