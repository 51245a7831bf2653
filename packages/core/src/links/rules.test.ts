import { expect, test } from 'vitest';
import { isPublicAddress, leadsOutside } from './addresses.server.ts';
import { afterLook, findingOf } from './rules.ts';

test('an address of this machine, of a private network or of a cloud is never asked, however it is written', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'no address',
  ])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
  for (const address of ['93.184.215.14', '172.32.0.1', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
});

test('what can be told from the letters of an address is told when it is written', () => {
  for (const address of [
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://localhost/',
    'http://localhost./',
    'http://printer/',
    'http://api.internal/',
    'http://a.localhost/',
    'http://name:word@example.org/',
    'ftp://example.org/',
  ])
    expect([address, leadsOutside(address)]).toEqual([address, false]);
  expect(leadsOutside('https://www.example.org/a?b#c')).toBe(true);
});

test('a server that wants a name or fewer questions is there; one that fails, or says that it is gone, is not', () => {
  expect([200, 204, 304, 401, 403, 429].map((status) => findingOf(status).kind)).toEqual(
    Array(6).fill('works'),
  );
  expect([404, 410, 400, 500, 503].map((status) => findingOf(status))).toEqual(
    ['gone', 'gone', 'refused', 'server_error', 'server_error'].map((reason) => ({ kind: 'fails', reason })),
  );
});

test('a link is broken when it fails a day after it failed first, and not when it worked in between', () => {
  const at = (hours: number) => new Date(Date.UTC(2026, 0, 1, hours));
  const fails = { kind: 'fails', reason: 'gone' } as const;
  const first = afterLook(null, fails, at(0));
  expect([first.state, first.failingSince, first.dueAt]).toEqual(['failing', at(0), at(24)]);
  expect(afterLook(first.failingSince, fails, at(23)).state).toBe('failing');
  expect(afterLook(first.failingSince, fails, at(24)).state).toBe('broken');
  expect(afterLook(first.failingSince, { kind: 'works' }, at(24))).toMatchObject({
    state: 'works',
    failingSince: null,
  });
});
