import { expect, test } from 'vitest';
import { linkParts } from './link-parts.ts';

test('the links in a mail can be opened, its full stops cannot', () => {
  const parts = linkParts('Open https://a.example/x?b=1. Or (http://b.example/y), not javascript:alert(1)');

  expect(parts.map(({ text, url }) => url ?? `-${text}`)).toEqual([
    '-Open ',
    'https://a.example/x?b=1',
    '-. Or (',
    'http://b.example/y',
    '-), not javascript:alert(1)',
  ]);
});
