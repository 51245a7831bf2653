import { DomainError } from '@tessera/core/errors.ts';
import { expect, test } from 'vitest';
import { answerTo } from './refusal.server.ts';

const addressOf = (answer: unknown) => (answer instanceof Response ? answer.headers.get('Location') : null);
const needed = new DomainError('second_step_needed', { network: 'un' });

test('who lacks the second step that a network asks for is led to it, and from there to the wanted page', () => {
  const page = new Request('https://tessera.example/n/un/members?q=ana');
  const form = new Request('https://tessera.example/n/un/invitations', { method: 'POST' });

  expect(addressOf(answerTo(needed, page))).toBe(
    '/account/second-step?network=un&next=%2Fn%2Fun%2Fmembers%3Fq%3Dana',
  );
  expect(addressOf(answerTo(needed, form))).toBe('/account/second-step?network=un');
});
