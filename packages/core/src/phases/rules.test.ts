import { expect, test } from 'vitest';
import { amountOf, differenceOf } from './rules.ts';

test.each([
  ['1.756.996,00', 175_699_600n],
  ['1 756 996,00', 175_699_600n],
  ['1\u00a0756\u00a0996', 175_699_600n],
  ['1,756,996.5', 175_699_650n],
  ['175699,6', 17_569_960n],
  ['1.234', 123_400n],
  ['0,05', 5n],
  ['0', 0n],
])('%s is an amount', (text, amount) => {
  expect(amountOf(text)).toBe(amount);
});

test.each(['', '-5', 'ten', '1,2,3', '12.34.56', ',5', '9999999999999'])('%s is none', (text) => {
  expect(amountOf(text)).toBeNull();
});

test('the total is compared with its parts in the same currency', () => {
  const line = (kind: string, amountMinor: number, currency = 'RON') => ({ kind, amountMinor, currency });

  expect(differenceOf([line('total', 100), line('own_contribution', 10), line('grant', 90)])).toBe(0);
  expect(differenceOf([line('total', 100), line('grant', 90)])).toBe(10);
  expect(differenceOf([line('total', 100)])).toBeNull();
  expect(differenceOf([line('total', 100), line('grant', 90, 'EUR')])).toBeNull();
});
