import { expect, test } from 'vitest';
import { withLanguage } from './language.server.ts';

test('links and forms of the platform ask for the language of the page, others stay as they are', () => {
  const page = (lang: string, amp: string) =>
    [
      `<a class="link" href="/n/un${lang}">Rețea</a>`,
      `<a href="/n/un/institutions?kind=ngo&amp;page=2${amp}#list">2</a>`,
      `<form method="post" action="/theme${lang}">`,
      '<a href="/n/un?lang=ro">ro</a><a href="#main">x</a><a href="//other.example/x">x</a>',
      '<a href="https://other.example/">x</a><a href="mailto:a@example.org">x</a>',
      '<link rel="canonical" href="/n/un"/><img src="/n/un/logos/1"/>',
    ].join('\n');

  expect(withLanguage(page('', ''), 'hu')).toBe(page('?lang=hu', '&amp;lang=hu'));
});
