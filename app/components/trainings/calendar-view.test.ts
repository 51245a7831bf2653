import { expect, test } from 'vitest';
import { calendarView } from './calendar-view.ts';

const view = (query: string) => calendarView(new URLSearchParams(query), '2026-05-20', 'monday');

test('without a wish it is this month', () => {
  const { view: name, from, to, hasToday, previous, next } = view('view=year&month=2026-99');

  expect([name, from, to, hasToday]).toEqual(['month', '2026-05-01', '2026-05-31', true]);
  expect([previous, next]).toEqual([{ month: '2026-04' }, { month: '2026-06' }]);
});

test('the week goes from one week to the next, across months', () => {
  const { from, to, weeks, hasToday, previous, next } = view('view=week&day=2026-06-03');

  expect([from, to, weeks.length, hasToday]).toEqual(['2026-06-01', '2026-06-07', 1, false]);
  expect(previous).toEqual({ view: 'week', day: '2026-05-25' });
  expect(next).toEqual({ view: 'week', day: '2026-06-08' });
});

test('who changes the view stays at the same time', () => {
  expect(view('').views.week).toEqual({ view: 'week', day: '2026-05-20' });
  expect(view('month=2026-09').views).toEqual({
    month: { month: '2026-09' },
    week: { view: 'week', day: '2026-09-01' },
    list: { view: 'list', month: '2026-09' },
  });
  expect(view('view=week&day=2026-09-14').views.list).toEqual({ view: 'list', month: '2026-09' });
});
