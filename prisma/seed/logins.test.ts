import { demoLogins as offered } from '@tessera/core/identity/demo-logins.ts';
import { expect, test } from 'vitest';
import { demoLogins } from './logins.ts';

test('who is offered on the sign-in page lives in the demo', () => {
  const known = offered.map(({ email }) => demoLogins.find((login) => login.email === email));

  expect(known).toEqual(offered);
});
