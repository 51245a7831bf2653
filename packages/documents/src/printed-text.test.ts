import { expect, test } from 'vitest';
import { breakLongWords, groupCode, readableOnWhite } from './printed-text.ts';

test('only very long words may break', () => {
  expect(breakLongWords('Szociális és Gyermekvédelmi Főigazgatóság')).toBe(
    'Szociális és Gyermekvédelmi Főigazgatóság',
  );
  expect(breakLongWords(`a ${'x'.repeat(25)}`)).toBe(`a ${Array(25).fill('x').join('\u200b')}`);
});

test('a code is shown in groups of four, one with its own groups is left', () => {
  expect(groupCode('K7Q2M9XWB4TZ')).toBe('K7Q2 M9XW B4TZ');
  expect(groupCode('K7Q2M')).toBe('K7Q2 M');
  expect(groupCode('AB-CDEFGH')).toBe('AB-CDEFGH');
});

test('an accent too light for text becomes darker, a dark one stays', () => {
  expect(readableOnWhite('#2f6f5e')).toBe('#2f6f5e');
  expect(readableOnWhite('#767676')).toBe('#767676');
  expect(readableOnWhite('#ffffff')).toMatch(/^#([67][0-9a-f])\1\1$/);
  expect(readableOnWhite('red')).toBe('#1f2933');
});
