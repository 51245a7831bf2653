import { expect, test } from 'vitest';
import { safePath } from './safe-path.server.ts';

test('after a form people stay on this site', () => {
  const wishes = [
    '/n/un?q=1#top',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a b',
    '/..//evil.example',
    7,
    null,
  ];

  const targets = wishes.map((wish) => safePath(wish, '/'));

  expect(targets).toEqual(['/n/un?q=1#top', '/', '/', '/', '/', '/', '/', '/']);
});
