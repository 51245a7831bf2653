import { expect, test } from 'vitest';
import { oneLine } from './one-line.ts';
import { isMailId, type OutgoingMail, safeMail } from './transport.ts';

const mail: OutgoingMail = {
  id: 'event-1:person-2',
  to: { email: 'ana@example.org', name: 'Ana' },
  from: 'Tessera <no-reply@example.org>',
  subject: 'Hello',
  html: '<p>Hello</p>',
  text: 'Hello',
};

test('a name or a subject with a break becomes one line', () => {
  const safe = safeMail({
    ...mail,
    subject: 'Hello\r\nBcc: spy@example.org',
    to: { email: 'ana@example.org', name: 'Ana\nPop' },
  });

  expect(safe.subject).toBe('Hello Bcc: spy@example.org');
  expect(safe.to.name).toBe('Ana Pop');
  expect(oneLine(' a\t\u2028b\u0007 \u202ec ')).toBe('a b c');
});

test.each([
  'ana@example.org\r\nBcc: spy@example.org',
  'ana@example.org, spy@example.org',
  'Ana <ana@example.org>',
  'ana',
  '@example.org',
  '',
])('the recipient %j is rejected', (email) => {
  expect(() => safeMail({ ...mail, to: { email, name: null } })).toThrow('Mail rejected: invalid_recipient');
});

test.each([
  'Tessera\r\nBcc: spy@example.org <no-reply@example.org>',
  'Tessera <no-reply@example.org>, <spy@example.org>',
  'Tessera',
])('the sender %j is rejected', (from) => {
  expect(() => safeMail({ ...mail, from })).toThrow('Mail rejected: invalid_sender');
});

test.each([
  'no-reply@example.org',
  'Rețele Unite <no-reply@example.org>',
  '"Networks, United" <no-reply@example.org>',
])('the sender %j is fine', (from) => {
  expect(safeMail({ ...mail, from }).from).toBe(from);
});

test('a reply address with a break is rejected', () => {
  expect(() => safeMail({ ...mail, replyTo: 'a@example.org\nX: y' })).toThrow('invalid_reply_to');
});

test('ids are safe as a header and as a file name', () => {
  const good = ['0197-ab', 'seat-promoted:01978b1c', 'a.b_c', 'a'];
  const bad = [
    '',
    '.',
    '..',
    '../x',
    'a/b',
    'a\\b',
    'a..b',
    '.a',
    'a.',
    'a b',
    'a\n',
    'a\0',
    'ä',
    'a'.repeat(201),
  ];

  expect(good.filter(isMailId)).toEqual(good);
  expect(bad.filter(isMailId)).toEqual([]);
});
