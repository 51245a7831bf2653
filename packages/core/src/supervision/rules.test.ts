import { expect, test } from 'vitest';
import { namedIn, stateOn, supervisionFigure } from './rules.ts';

test('a name or an alias is found as a word, in any case and with an ending, and not inside of another word', () => {
  const words = ['L01', 'Omar', 'Ana', 'Син бряг', 'Мария', 'a'];

  expect(namedIn('With OMAR we met; l01 too.', words)).toEqual(['L01', 'Omar']);
  expect(namedIn('Spoke about Omarjev work', words)).toEqual(['Omar']);
  expect(namedIn('Банановият проект, анализ, L010 and Analysis', words)).toEqual([]);
  expect(namedIn('Видяхме Мария и син бряг.', words)).toEqual(['Син бряг', 'Мария']);
  expect(namedIn('How to say no; time (own); a+b', ['a+', '(own'])).toEqual(['(own']);
});

test('its day says whether a meeting lies ahead', () => {
  expect(stateOn('2026-05-02', '2026-05-01')).toBe('planned');
  expect(stateOn('2026-05-01', '2026-05-01')).toBe('held');
});

test('the figure counts mentors with a relation that goes on, and supervision of the last 90 days', () => {
  const mentor = (isMentoring: boolean, lastOn: string | null) => ({ isMentoring, lastOn });

  expect(
    supervisionFigure(
      [
        mentor(true, '2026-04-30'),
        mentor(true, '2026-01-31'),
        mentor(true, '2026-02-01'),
        mentor(true, null),
        mentor(false, '2026-04-30'),
      ],
      '2026-05-01',
    ),
  ).toEqual({ mentors: 4, supervised: 2 });
});
