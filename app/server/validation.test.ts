import { expect, test } from 'vitest';
import { z } from 'zod';
import { issueMessage } from './validation.server.ts';

const Schema = z.object({
  name: z.string().min(1),
  motto: z.string().min(3),
  email: z.email(),
  seats: z.number().min(2).max(9),
  start: z.date(),
  kind: z.enum(['a', 'b']),
  people: z.array(z.string()).min(1),
  note: z.string().max(2),
});

function messages(input: object): Record<string, string> {
  const { error } = Schema.safeParse(input, { error: (issue) => issueMessage('en', issue) });
  return Object.fromEntries((error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]));
}

test('an empty form says for each field that it is needed', () => {
  const found = messages({});

  expect(new Set(Object.values(found))).toEqual(new Set(['Fill in this field.']));
  expect(Object.keys(found).sort()).toEqual(Object.keys(Schema.shape).sort());
});

test('a wrong entry says what would be right', () => {
  const found = messages({
    name: '',
    motto: 'ab',
    email: 'ana',
    seats: 1,
    start: 'soon',
    kind: 'c',
    people: [],
    note: 'abc',
  });

  expect(found).toEqual({
    name: 'Fill in this field.',
    motto: 'Use at least 3 characters.',
    email: 'Write an e-mail address, for example name@example.org.',
    seats: 'Use a number of at least 2.',
    start: 'Write a date that exists.',
    kind: 'Choose one of the entries.',
    people: 'Choose at least one.',
    note: 'Use at most 2 characters.',
  });
});
